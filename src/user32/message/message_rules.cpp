#include "user32/message/message_rules.h"

#include <algorithm>
#include <array>

namespace transom::user {

bool is_synchronous_only(UINT message) {
  static constexpr std::array kMessages = std::to_array<UINT>({WM_CREATE,
                                                               WM_SETTEXT,
                                                               WM_GETTEXT,
                                                               WM_WININICHANGE,
                                                               WM_DEVMODECHANGE,
                                                               WM_GETMINMAXINFO,
                                                               WM_DRAWITEM,
                                                               WM_MEASUREITEM,
                                                               WM_DELETEITEM,
                                                               WM_COMPAREITEM,
                                                               WM_WINDOWPOSCHANGING,
                                                               WM_WINDOWPOSCHANGED,
                                                               WM_COPYDATA,
                                                               WM_NOTIFY,
                                                               WM_HELP,
                                                               WM_STYLECHANGING,
                                                               WM_STYLECHANGED,
                                                               WM_NCCREATE,
                                                               WM_NCCALCSIZE,
                                                               EM_GETSEL,
                                                               EM_GETRECT,
                                                               EM_SETRECT,
                                                               EM_SETRECTNP,
                                                               EM_REPLACESEL,
                                                               EM_GETLINE,
                                                               EM_SETTABSTOPS,
                                                               SBM_GETRANGE,
                                                               SBM_SETSCROLLINFO,
                                                               SBM_GETSCROLLINFO,
                                                               SBM_GETSCROLLBARINFO,
                                                               CB_GETEDITSEL,
                                                               CB_ADDSTRING,
                                                               CB_DIR,
                                                               CB_GETLBTEXT,
                                                               CB_INSERTSTRING,
                                                               CB_FINDSTRING,
                                                               CB_SELECTSTRING,
                                                               CB_GETDROPPEDCONTROLRECT,
                                                               CB_FINDSTRINGEXACT,
                                                               CB_GETCOMBOBOXINFO,
                                                               LB_ADDSTRING,
                                                               LB_INSERTSTRING,
                                                               LB_GETTEXT,
                                                               LB_SELECTSTRING,
                                                               LB_DIR,
                                                               LB_FINDSTRING,
                                                               LB_GETSELITEMS,
                                                               LB_SETTABSTOPS,
                                                               LB_ADDFILE,
                                                               LB_GETITEMRECT,
                                                               LB_FINDSTRINGEXACT,
                                                               WM_MDICREATE,
                                                               WM_MDIGETACTIVE,
                                                               WM_SIZING,
                                                               WM_MOVING,
                                                               WM_NEXTMENU,
                                                               WM_MENUGETOBJECT,
                                                               WM_ASKCBFORMATNAME,
                                                               WM_PAINTCLIPBOARD,
                                                               WM_SIZECLIPBOARD});
  static constexpr auto kSorted = [] {
    auto sorted = kMessages;
    std::sort(sorted.begin(), sorted.end());
    return sorted;
  }();
  return std::binary_search(kSorted.begin(), kSorted.end(), message);
}

}  // namespace transom::user
