// DefDlgProc.
// https://learn.microsoft.com/windows/win32/dlgbox/dlgbox-programming-considerations#the-default-message-processing
#include "base/last_error.h"
#include "user32/default/default_procedure.h"
#include "user32/dialog/dialog_message.h"
#include "user32/dialog/dialog_state.h"
#include "user32/message/send.h"

namespace transom::user {
namespace {

using Handler = LRESULT (*)(HWND dialog, WPARAM wparam, LPARAM lparam);

// The result of these is the dialog procedure's own return value; of all others it is
// DWLP_MSGRESULT. https://learn.microsoft.com/windows/win32/api/winuser/nc-winuser-dlgproc
bool answers_directly(UINT message) {
  switch (message) {
    case WM_CHARTOITEM:
    case WM_COMPAREITEM:
    case WM_CTLCOLORMSGBOX:
    case WM_CTLCOLOREDIT:
    case WM_CTLCOLORLISTBOX:
    case WM_CTLCOLORBTN:
    case WM_CTLCOLORDLG:
    case WM_CTLCOLORSCROLLBAR:
    case WM_CTLCOLORSTATIC:
    case WM_INITDIALOG:
    case WM_QUERYDRAGICON:
    case WM_VKEYTOITEM:
      return true;
    default:
      return false;
  }
}

LRESULT pass_on(HWND dialog, UINT message, WPARAM wparam, LPARAM lparam) {
  return DefWindowProcW(dialog, message, wparam, lparam);
}

// From BeginPaint. The colour may come from the dialog procedure, or from whoever subclasses the
// dialog. https://learn.microsoft.com/windows/win32/dlgbox/wm-ctlcolordlg
LRESULT on_erase_background(HWND dialog, WPARAM wparam, LPARAM) {
  const auto dc = reinterpret_cast<HDC>(wparam);
  const auto self = reinterpret_cast<LPARAM>(dialog);
  auto brush = reinterpret_cast<HBRUSH>(send_message(dialog, WM_CTLCOLORDLG, wparam, self));
  if (GetObjectType(brush) != OBJ_BRUSH) {
    brush = reinterpret_cast<HBRUSH>(DefWindowProcW(dialog, WM_CTLCOLORDLG, wparam, self));
  }
  RECT area;
  GetClipBox(dc, &area);
  FillRect(dc, &area, brush);
  return TRUE;
}

// The window is going: what the dialog manager made goes with it.
LRESULT on_nc_destroy(HWND dialog, WPARAM wparam, LPARAM lparam) {
  const LRESULT result = pass_on(dialog, WM_NCDESTROY, wparam, lparam);
  if (Window* window = find_own_window(dialog)) release_dialog_state(*window);
  return result;
}

LRESULT on_show_window(HWND dialog, WPARAM wparam, LPARAM lparam) {
  DialogState* state = dialog_state(dialog);
  if (!wparam && state != nullptr && state->saved_focus == nullptr) {
    const HWND focus = GetFocus();
    if (IsChild(dialog, focus)) state->saved_focus = focus;
  }
  return pass_on(dialog, WM_SHOWWINDOW, wparam, lparam);
}

// A dialog remembers its focus control while another window is active.
LRESULT on_activate(HWND dialog, WPARAM wparam, LPARAM) {
  DialogState* state = dialog_state(dialog);
  if (state == nullptr) return 0;
  if (LOWORD(wparam) == WA_INACTIVE) {
    const HWND focus = GetFocus();
    if (IsChild(dialog, focus)) state->saved_focus = focus;
    return 0;
  }
  if (HIWORD(wparam) == 0 && !state->ended) SendMessageW(dialog, WM_SETFOCUS, 0, 0);
  return 0;
}

LRESULT on_set_focus(HWND dialog, WPARAM, LPARAM) {
  DialogState* state = dialog_state(dialog);
  if (state == nullptr || state->ended) return 0;
  HWND control = std::exchange(state->saved_focus, nullptr);
  if (control == nullptr || !IsWindow(control) || !IsWindowEnabled(control)) {
    control = GetNextDlgTabItem(dialog, nullptr, FALSE);
  }
  if (control != nullptr) SetFocus(control);
  return 0;
}

LRESULT on_close(HWND dialog, WPARAM, LPARAM) {
  // As the Cancel button; a disabled one beeps.
  const HWND cancel = GetDlgItem(dialog, IDCANCEL);
  if (cancel != nullptr && !IsWindowEnabled(cancel)) {
    MessageBeep(0);
  } else {
    PostMessageW(dialog, WM_COMMAND, MAKEWPARAM(IDCANCEL, BN_CLICKED),
                 reinterpret_cast<LPARAM>(cancel));
  }
  return 0;
}

LRESULT on_next_control(HWND dialog, WPARAM wparam, LPARAM lparam) {
  const HWND target = LOWORD(lparam) != 0 ? reinterpret_cast<HWND>(wparam)
                                          : GetNextDlgTabItem(dialog, GetFocus(), wparam != 0);
  if (target != nullptr) focus_dialog_control(dialog, target);
  return 0;
}

LRESULT on_get_default_id(HWND dialog, WPARAM, LPARAM) {
  const DialogState* state = dialog_state(dialog);
  return state != nullptr && state->default_id != 0
             ? static_cast<LRESULT>(MAKELONG(state->default_id, DC_HASDEFID))
             : 0;
}

LRESULT on_set_default_id(HWND dialog, WPARAM wparam, LPARAM) {
  DialogState* state = dialog_state(dialog);
  if (state == nullptr) return FALSE;
  const HWND old = GetDlgItem(dialog, static_cast<int>(state->default_id));
  const auto is_default = [](HWND control) {
    return control != nullptr &&
           (SendMessageW(control, WM_GETDLGCODE, 0, 0) & DLGC_DEFPUSHBUTTON) != 0;
  };
  state->default_id = static_cast<DWORD>(wparam);
  if (is_default(old)) SendMessageW(old, BM_SETSTYLE, BS_PUSHBUTTON, TRUE);
  const HWND fresh = GetDlgItem(dialog, static_cast<int>(wparam));
  if (fresh != nullptr && (SendMessageW(fresh, WM_GETDLGCODE, 0, 0) & DLGC_UNDEFPUSHBUTTON) != 0) {
    SendMessageW(fresh, BM_SETSTYLE, BS_DEFPUSHBUTTON, TRUE);
  }
  return TRUE;
}

// Brings a dialog that hangs over the edge of the work area back on it.
LRESULT on_reposition(HWND dialog, WPARAM, LPARAM) {
  MONITORINFO info{};
  info.cbSize = sizeof info;
  RECT rect;
  if (!GetWindowRect(dialog, &rect) ||
      !GetMonitorInfoW(MonitorFromWindow(dialog, MONITOR_DEFAULTTONEAREST), &info)) {
    return 0;
  }
  const LONG x =
      std::max(info.rcWork.left, std::min(rect.left, info.rcWork.right - (rect.right - rect.left)));
  const LONG y =
      std::max(info.rcWork.top, std::min(rect.top, info.rcWork.bottom - (rect.bottom - rect.top)));
  SetWindowPos(dialog, nullptr, static_cast<int>(x), static_cast<int>(y), 0, 0,
               SWP_NOSIZE | SWP_NOZORDER | SWP_NOACTIVATE);
  return 0;
}

LRESULT on_get_font(HWND dialog, WPARAM, LPARAM) {
  const DialogState* state = dialog_state(dialog);
  return state != nullptr ? reinterpret_cast<LRESULT>(state->font) : 0;
}

// A press on the dialog's own background closes an open combo box list.
LRESULT on_mouse_press(HWND dialog, UINT message, WPARAM wparam, LPARAM lparam) {
  const HWND focus = GetFocus();
  if (focus != nullptr) SendMessageW(focus, CB_SHOWDROPDOWN, FALSE, 0);
  return pass_on(dialog, message, wparam, lparam);
}

struct Entry {
  UINT message;
  Handler handler;
};

constexpr Entry kHandlers[] = {
    {WM_ERASEBKGND, on_erase_background},
    {WM_NCDESTROY, on_nc_destroy},
    {WM_SHOWWINDOW, on_show_window},
    {WM_ACTIVATE, on_activate},
    {WM_SETFOCUS, on_set_focus},
    {WM_CLOSE, on_close},
    {WM_NEXTDLGCTL, on_next_control},
    {DM_GETDEFID, on_get_default_id},
    {DM_SETDEFID, on_set_default_id},
    {DM_REPOSITION, on_reposition},
    {WM_GETFONT, on_get_font},
};

bool is_mouse_press(UINT message) {
  return message == WM_LBUTTONDOWN || message == WM_NCLBUTTONDOWN;
}

// These never reach DefWindowProc: a dialog has no menu key of its own to ring for, and
// WM_INITDIALOG means nothing to it.
bool stops_here(UINT message) {
  return message == WM_INITDIALOG || message == WM_VKEYTOITEM || message == WM_COMPAREITEM ||
         message == WM_CHARTOITEM;
}

}  // namespace

LRESULT default_dialog_procedure(HWND dialog, UINT message, WPARAM wparam, LPARAM lparam,
                                 Encoding encoding) {
  Window* window = find_own_window(dialog);
  if (window == nullptr) return base::fail<LRESULT>(ERROR_INVALID_WINDOW_HANDLE);
  ensure_dialog_state(*window);
  const WindowRef keep(window);
  SetWindowLongPtrW(dialog, DWLP_MSGRESULT, 0);
  const INT_PTR handled = call_dialog_procedure(dialog, message, wparam, lparam, encoding);
  if (!keep.alive()) return handled;
  if (handled != 0) {
    return answers_directly(message) ? handled : GetWindowLongPtrW(dialog, DWLP_MSGRESULT);
  }
  for (const Entry& entry : kHandlers) {
    if (entry.message == message) return entry.handler(dialog, wparam, lparam);
  }
  if (is_mouse_press(message)) return on_mouse_press(dialog, message, wparam, lparam);
  if (stops_here(message)) return 0;
  return encoding == Encoding::kUnicode ? DefWindowProcW(dialog, message, wparam, lparam)
                                        : DefWindowProcA(dialog, message, wparam, lparam);
}

const SystemClass kDialogClass{
    .name = u"#32770",
    .style = CS_SAVEBITS | CS_DBLCLKS,
    .procedure = DefDlgProcW,
    .window_extra = DLGWINDOWEXTRA,
    .cursor = reinterpret_cast<LPCWSTR>(IDC_ARROW),
    .background = nullptr,
};

}  // namespace transom::user

using namespace transom::user;

// What dialogs do by default, for a dialog class of the program's own. The window needs
// DLGWINDOWEXTRA extra bytes.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-defdlgprocw
LRESULT WINAPI DefDlgProcW(HWND dialog, UINT message, WPARAM wparam, LPARAM lparam) {
  return default_dialog_procedure(dialog, message, wparam, lparam, Encoding::kUnicode);
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-defdlgproca
LRESULT WINAPI DefDlgProcA(HWND dialog, UINT message, WPARAM wparam, LPARAM lparam) {
  return default_dialog_procedure(dialog, message, wparam, lparam, Encoding::kAnsi);
}
