// Small functions of comctl32 for windows with bars and menus.
#include "base/common_controls.h"
#include "base/last_error.h"
#include "user32/window/window.h"

using namespace transom;

namespace {

thread_local LANGID thread_language = MAKELANGID(LANG_NEUTRAL, SUBLANG_NEUTRAL);

HWND control_of(HWND window, int id) {
  const base::PreserveLastError keep;
  return GetDlgItem(window, id);
}

}  // namespace

// The client area without the controls that are visible. The list: pairs of a number that is not
// zero and a control's identifier; the first pair is the menu's.
// https://learn.microsoft.com/windows/win32/api/commctrl/nf-commctrl-geteffectiveclientrect
void WINAPI GetEffectiveClientRect(HWND window, RECT* area, const INT* pairs) {
  if (area == nullptr) return;
  GetClientRect(window, area);
  if (pairs == nullptr || pairs[0] == 0) return;
  for (const INT* pair = pairs + 2; pair[0] != 0; pair += 2) {
    const HWND control = control_of(window, pair[1]);
    // Visible, or it will be with its parent.
    if (control == nullptr || (GetWindowLongPtrW(control, GWL_STYLE) & WS_VISIBLE) == 0) continue;
    RECT place{};
    GetWindowRect(control, &place);
    MapWindowPoints(nullptr, window, reinterpret_cast<POINT*>(&place), 2);
    SubtractRect(area, area, &place);
  }
}

// Turns over a menu item's check and shows or hides the control that goes with it. The list: the
// main menu as the second number, then pairs of item and control. FALSE: the item is not in it.
// https://learn.microsoft.com/windows/win32/api/commctrl/nf-commctrl-showhidemenuctl
WINBOOL WINAPI ShowHideMenuCtl(HWND window, UINT_PTR item, INT* pairs) {
  if (pairs == nullptr) return FALSE;
  const auto menu = reinterpret_cast<HMENU>(static_cast<INT_PTR>(pairs[1]));
  for (const INT* pair = pairs + 2; pair[0] != 0; pair += 2) {
    if (static_cast<UINT_PTR>(pair[0]) != item) continue;
    const auto id = static_cast<UINT>(item);
    const UINT state = GetMenuState(menu, id, MF_BYCOMMAND);
    if (state == 0xFFFF'FFFF) return FALSE;
    const bool shows = (state & MF_CHECKED) == 0;
    CheckMenuItem(menu, id, MF_BYCOMMAND | (shows ? UINT{MF_CHECKED} : UINT{MF_UNCHECKED}));
    const HWND control = control_of(window, pair[1]);
    if (control != nullptr) ShowWindow(control, shows ? SW_SHOW : SW_HIDE);
    return TRUE;
  }
  return FALSE;
}

// TrackMouseEvent, where the system may not have it.
// https://learn.microsoft.com/windows/win32/api/commctrl/nf-commctrl-_trackmouseevent
WINBOOL WINAPI _TrackMouseEvent(TRACKMOUSEEVENT* track) {
  return TrackMouseEvent(track);
}

// The language of the controls' own texts in this thread.
// https://learn.microsoft.com/windows/win32/api/commctrl/nf-commctrl-initmuilanguage
void WINAPI InitMUILanguage(LANGID language) {
  thread_language = language;
}

// https://learn.microsoft.com/windows/win32/api/commctrl/nf-commctrl-getmuilanguage
LANGID WINAPI GetMUILanguage() {
  return thread_language;
}
