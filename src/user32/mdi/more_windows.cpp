// The dialog behind "More Windows...".
// https://learn.microsoft.com/windows/win32/winmsg/about-the-multiple-document-interface#multiple-document-menus
#include "base/text.h"
#include "user32/dialog/dialog_state.h"
#include "user32/lock.h"
#include "user32/mdi/mdi_client.h"

namespace transom::user {
namespace {

constexpr WORD kList = 100;

struct Choice {
  std::vector<std::u16string> titles;
  int selected;
};

INT_PTR fill_list(HWND dialog, const Choice& choice) {
  const HWND list = GetDlgItem(dialog, kList);
  for (const std::u16string& title : choice.titles) {
    SendMessageW(list, LB_ADDSTRING, 0, reinterpret_cast<LPARAM>(title.c_str()));
  }
  SendMessageW(list, LB_SETCURSEL, static_cast<WPARAM>(choice.selected), 0);
  return TRUE;
}

INT_PTR on_command(HWND dialog, WPARAM wparam) {
  const WORD id = LOWORD(wparam);
  const bool chosen = id == IDOK || (id == kList && HIWORD(wparam) == LBN_DBLCLK);
  if (chosen) {
    const LRESULT index = SendDlgItemMessageW(dialog, kList, LB_GETCURSEL, 0, 0);
    EndDialog(dialog, index >= 0 ? index + 1 : 0);
  } else if (id == IDCANCEL) {
    EndDialog(dialog, 0);
  }
  return TRUE;
}

INT_PTR CALLBACK procedure(HWND dialog, UINT message, WPARAM wparam, LPARAM lparam) {
  if (message == WM_INITDIALOG) return fill_list(dialog, *reinterpret_cast<Choice*>(lparam));
  if (message == WM_COMMAND) return on_command(dialog, wparam);
  return FALSE;
}

DialogItem item(DWORD id, const char16_t* window_class, const char16_t* title, DWORD style,
                RECT place) {
  DialogItem made{.style = style | WS_CHILD | WS_VISIBLE | WS_TABSTOP, .id = id};
  made.x = static_cast<short>(place.left);
  made.y = static_cast<short>(place.top);
  made.width = static_cast<short>(place.right - place.left);
  made.height = static_cast<short>(place.bottom - place.top);
  made.window_class.name = window_class;
  made.title.name = title;
  return made;
}

DialogTemplate layout() {
  DialogTemplate dialog;
  dialog.style = WS_POPUP | WS_CAPTION | WS_SYSMENU | WS_VISIBLE | DS_MODALFRAME | DS_CENTER;
  dialog.title = u"Select Window";
  dialog.width = 196;
  dialog.height = 122;
  dialog.items = {
      item(kList, u"ListBox", u"", LBS_NOTIFY | LBS_HASSTRINGS | WS_BORDER | WS_VSCROLL,
           {6, 6, 190, 94}),
      item(IDOK, u"Button", u"OK", BS_DEFPUSHBUTTON, {46, 100, 94, 116}),
      item(IDCANCEL, u"Button", u"Cancel", BS_PUSHBUTTON, {102, 100, 150, 116}),
  };
  return dialog;
}

}  // namespace

HWND choose_mdi_child(const MdiClient& client) {
  const std::vector<HWND> children = client.children();
  Choice choice{{}, 0};
  {
    UserLock lock;
    for (const HWND child : children) {
      const Window* window = find_window_locked(child);
      if (child == client.active()) choice.selected = static_cast<int>(choice.titles.size());
      choice.titles.push_back(window != nullptr ? window->text : std::u16string());
    }
  }
  const INT_PTR result = run_dialog({nullptr, layout(), client.frame(), procedure,
                                     reinterpret_cast<LPARAM>(&choice), Encoding::kUnicode, true});
  const bool chosen = result > 0 && static_cast<std::size_t>(result) <= children.size();
  return chosen ? children[static_cast<std::size_t>(result) - 1] : nullptr;
}

}  // namespace transom::user
