// The controls of a dialog by their identifiers.
// https://learn.microsoft.com/windows/win32/dlgbox/dialog-boxes
#include <charconv>

#include "base/last_error.h"
#include "base/text.h"
#include "user32/dialog/dialog_state.h"
#include "user32/lock.h"
#include "user32/message/send.h"
#include "user32/window/tree.h"

using namespace transom;
using namespace transom::user;

// The child with the identifier, or null: ERROR_INVALID_WINDOW_HANDLE, ERROR_CONTROL_ID_NOT_FOUND.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-getdlgitem
HWND WINAPI GetDlgItem(HWND dialog, int id) {
  const WindowRef window = find_window(dialog);
  if (!window) return base::fail<HWND>(ERROR_INVALID_WINDOW_HANDLE);
  UserLock lock;
  for (const Window* child = window->first_child; child != nullptr; child = child->next) {
    if (static_cast<int>(child->id_or_menu) == id) return child->handle;
  }
  return base::fail<HWND>(ERROR_CONTROL_ID_NOT_FOUND);
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-senddlgitemmessagew
LRESULT WINAPI SendDlgItemMessageW(HWND dialog, int id, UINT message, WPARAM wparam,
                                   LPARAM lparam) {
  const HWND control = GetDlgItem(dialog, id);
  return control != nullptr ? SendMessageW(control, message, wparam, lparam) : 0;
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-senddlgitemmessagea
LRESULT WINAPI SendDlgItemMessageA(HWND dialog, int id, UINT message, WPARAM wparam,
                                   LPARAM lparam) {
  const HWND control = GetDlgItem(dialog, id);
  return control != nullptr ? SendMessageA(control, message, wparam, lparam) : 0;
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-setdlgitemtextw
WINBOOL WINAPI SetDlgItemTextW(HWND dialog, int id, LPCWSTR text) {
  const HWND control = GetDlgItem(dialog, id);
  return control != nullptr && SetWindowTextW(control, text);
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-setdlgitemtexta
WINBOOL WINAPI SetDlgItemTextA(HWND dialog, int id, LPCSTR text) {
  const HWND control = GetDlgItem(dialog, id);
  return control != nullptr && SetWindowTextA(control, text);
}

// The characters copied; the buffer (of `size` characters) always ends with a zero.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-getdlgitemtextw
UINT WINAPI GetDlgItemTextW(HWND dialog, int id, LPWSTR text, int size) {
  if (text != nullptr && size > 0) text[0] = 0;
  const HWND control = GetDlgItem(dialog, id);
  if (control == nullptr || text == nullptr || size <= 0) return 0;
  return static_cast<UINT>(
      SendMessageW(control, WM_GETTEXT, static_cast<WPARAM>(size), reinterpret_cast<LPARAM>(text)));
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-getdlgitemtexta
UINT WINAPI GetDlgItemTextA(HWND dialog, int id, LPSTR text, int size) {
  if (text != nullptr && size > 0) text[0] = 0;
  const HWND control = GetDlgItem(dialog, id);
  if (control == nullptr || text == nullptr || size <= 0) return 0;
  return static_cast<UINT>(
      SendMessageA(control, WM_GETTEXT, static_cast<WPARAM>(size), reinterpret_cast<LPARAM>(text)));
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-setdlgitemint
WINBOOL WINAPI SetDlgItemInt(HWND dialog, int id, UINT value, WINBOOL is_signed) {
  const std::string text =
      is_signed ? std::to_string(static_cast<int>(value)) : std::to_string(value);
  return SetDlgItemTextA(dialog, id, text.c_str());
}

// The number that the text begins with, after white space. `translated` may be null; it is false
// where there is no number, or it is out of range, or something else follows.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-getdlgitemint
UINT WINAPI GetDlgItemInt(HWND dialog, int id, WINBOOL* translated, WINBOOL is_signed) {
  if (translated != nullptr) *translated = FALSE;
  char text[64];
  if (GetDlgItemTextA(dialog, id, text, sizeof text) == 0) return 0;
  const char* begin = text;
  while (*begin == ' ' || *begin == '\t') ++begin;
  const char* end = begin + std::strlen(begin);
  long long value = 0;
  const auto [stop, error] = std::from_chars(begin, end, value);
  const bool in_range =
      is_signed ? value >= INT32_MIN && value <= INT32_MAX : value >= 0 && value <= UINT32_MAX;
  if (error != std::errc{} || !in_range || stop != end) return 0;
  if (translated != nullptr) *translated = TRUE;
  return static_cast<UINT>(value);
}

// `check` is a BST_ value.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-checkdlgbutton
WINBOOL WINAPI CheckDlgButton(HWND dialog, int id, UINT check) {
  const HWND button = GetDlgItem(dialog, id);
  if (button == nullptr) return FALSE;
  SendMessageW(button, BM_SETCHECK, check, 0);
  return TRUE;
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-isdlgbuttonchecked
UINT WINAPI IsDlgButtonChecked(HWND dialog, int id) {
  return static_cast<UINT>(SendDlgItemMessageW(dialog, id, BM_GETCHECK, 0, 0));
}

// Checks one of the radio buttons `first` to `last` and unchecks the others.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-checkradiobutton
WINBOOL WINAPI CheckRadioButton(HWND dialog, int first, int last, int check) {
  if (find_window_thread(dialog) == nullptr) return base::fail(ERROR_INVALID_WINDOW_HANDLE);
  // The identifiers may be many or the wrong way round: go by the children that there are.
  const auto [low, high] = std::minmax(first, last);
  for (HWND child = GetWindow(dialog, GW_CHILD); child != nullptr;
       child = GetWindow(child, GW_HWNDNEXT)) {
    const int id = GetDlgCtrlID(child);
    if (id < low || id > high) continue;
    SendMessageW(child, BM_SETCHECK, id == check ? BST_CHECKED : BST_UNCHECKED, 0);
  }
  return TRUE;
}

// The base units of the system font: average character width in the low word, height in the high.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-getdialogbaseunits
LONG WINAPI GetDialogBaseUnits() {
  const SIZE units = dialog_units(nullptr);
  return MAKELONG(units.cx, units.cy);
}

// Dialog units into pixels, for the dialog's own font.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-mapdialogrect
WINBOOL WINAPI MapDialogRect(HWND dialog, LPRECT rect) {
  const DialogState* state = dialog_state(dialog);
  if (state == nullptr || rect == nullptr) {
    return base::fail(rect == nullptr ? ERROR_INVALID_PARAMETER : ERROR_INVALID_WINDOW_HANDLE);
  }
  const auto width = static_cast<int>(state->units.cx);
  const auto height = static_cast<int>(state->units.cy);
  const auto scale = [](LONG value, int unit, int divisor) {
    return static_cast<LONG>(MulDiv(static_cast<int>(value), unit, divisor));
  };
  *rect = {scale(rect->left, width, 4), scale(rect->top, height, 8), scale(rect->right, width, 4),
           scale(rect->bottom, height, 8)};
  return TRUE;
}
