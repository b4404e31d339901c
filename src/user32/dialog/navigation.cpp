// Keys in dialogs: tab order, groups, mnemonics, the default button.
// https://learn.microsoft.com/windows/win32/dlgbox/dlgbox-programming-considerations#the-dialog-box-keyboard-interface
#include "base/last_error.h"
#include "base/text.h"
#include "user32/dialog/dialog_state.h"
#include "user32/message/send.h"
#include "user32/message/text_conversion.h"

namespace transom::user {
namespace {

DWORD style_of(HWND window) {
  return static_cast<DWORD>(GetWindowLongPtrW(window, GWL_STYLE));
}

bool is_control_parent(HWND window) {
  return (GetWindowLongPtrW(window, GWL_EXSTYLE) & WS_EX_CONTROLPARENT) != 0;
}

bool can_have_focus(HWND control) {
  return IsWindowEnabled(control) && (style_of(control) & WS_VISIBLE) != 0;
}

LRESULT dialog_code(HWND control, const MSG* message = nullptr) {
  return SendMessageW(control, WM_GETDLGCODE, message != nullptr ? message->wParam : 0,
                      reinterpret_cast<LPARAM>(message));
}

// The dialog's controls in tab order: depth first, through visible and enabled control parents.
void collect_controls(HWND parent, std::vector<HWND>& controls) {
  for (HWND child = GetWindow(parent, GW_CHILD); child != nullptr;
       child = GetWindow(child, GW_HWNDNEXT)) {
    if (is_control_parent(child)) {
      if (can_have_focus(child)) collect_controls(child, controls);
    } else {
      controls.push_back(child);
    }
  }
}

std::vector<HWND> controls_of(HWND dialog) {
  std::vector<HWND> controls;
  collect_controls(dialog, controls);
  return controls;
}

// The control of the dialog that `window` is, or is within (the edit part of a combo box).
std::size_t index_of(const std::vector<HWND>& controls, HWND window) {
  for (std::size_t i = 0; i < controls.size(); ++i) {
    if (controls[i] == window || IsChild(controls[i], window)) return i;
  }
  return controls.size();
}

HWND next_tab_item(HWND dialog, HWND control, bool previous) {
  const std::vector<HWND> controls = controls_of(dialog);
  const std::size_t count = controls.size();
  if (count == 0) return nullptr;
  std::size_t start = control == nullptr ? count : index_of(controls, control);
  // From nowhere: forwards begins with the first, backwards with the last.
  const std::size_t first = start == count ? (previous ? count - 1 : 0)
                                           : (previous ? start + count - 1 : start + 1) % count;
  for (std::size_t i = 0; i < count; ++i) {
    const HWND candidate = controls[previous ? (first + count - i) % count : (first + i) % count];
    if ((style_of(candidate) & WS_TABSTOP) != 0 && can_have_focus(candidate)) return candidate;
  }
  return start == count ? nullptr : controls[start];
}

HWND next_group_item(HWND dialog, HWND control, bool previous) {
  const std::vector<HWND> controls = controls_of(dialog);
  const std::size_t count = controls.size();
  if (count == 0) return nullptr;
  std::size_t at = control == nullptr ? 0 : index_of(controls, control);
  if (at == count) return nullptr;
  // The group: from the last WS_GROUP at or before the control to the one before the next.
  std::size_t first = at;
  while (first > 0 && (style_of(controls[first]) & WS_GROUP) == 0) --first;
  std::size_t end = at + 1;
  while (end < count && (style_of(controls[end]) & WS_GROUP) == 0) ++end;
  const std::size_t size = end - first;
  for (std::size_t i = 1; i <= size; ++i) {
    const std::size_t step = previous ? size - i % size : i;
    const HWND candidate = controls[first + (at - first + step) % size];
    if (can_have_focus(candidate) && (dialog_code(candidate) & DLGC_STATIC) == 0) return candidate;
  }
  return control;
}

// '&' before a character makes it the mnemonic; "&&" is an ampersand.
char16_t mnemonic_of(HWND control) {
  WCHAR text[256];
  const int length = GetWindowTextW(control, text, 256);
  for (int i = 0; i + 1 < length; ++i) {
    if (text[i] != L'&') continue;
    if (text[i + 1] != L'&') return base::fold_case(static_cast<char16_t>(text[i + 1]));
    ++i;
  }
  return 0;
}

// What is typed into a control is no label.
bool has_mnemonic(HWND control, char16_t character) {
  const LRESULT code = dialog_code(control);
  const bool is_label = (code & (DLGC_BUTTON | DLGC_STATIC)) != 0 || (code & DLGC_WANTCHARS) == 0;
  return is_label && mnemonic_of(control) == character;
}

void click_or_focus(HWND dialog, HWND control) {
  const LRESULT code = dialog_code(control);
  if ((code & DLGC_STATIC) != 0 && (code & DLGC_BUTTON) == 0) {
    // The label of the control after it.
    const HWND labelled = GetNextDlgTabItem(dialog, control, FALSE);
    if (labelled != nullptr) focus_dialog_control(dialog, labelled);
    return;
  }
  const bool had_focus = GetFocus() == control;
  focus_dialog_control(dialog, control);
  // A radio button that gets the focus counts as clicked already.
  const bool clicked_by_focus = (code & DLGC_RADIOBUTTON) != 0 && !had_focus;
  if ((code & DLGC_BUTTON) != 0 && !clicked_by_focus) SendMessageW(control, BM_CLICK, 0, 0);
}

bool handle_mnemonic(HWND dialog, char16_t character) {
  character = base::fold_case(character);
  const std::vector<HWND> controls = controls_of(dialog);
  if (controls.empty()) return false;
  const std::size_t start = index_of(controls, GetFocus());
  for (std::size_t i = 1; i <= controls.size(); ++i) {
    const HWND control = controls[(start + i) % controls.size()];
    if (!(style_of(control) & WS_VISIBLE) || !has_mnemonic(control, character)) continue;
    if (!IsWindowEnabled(control)) continue;
    click_or_focus(dialog, control);
    return true;
  }
  return false;
}

// Arrow keys move within the group.
void move_in_group(HWND dialog, HWND focus, bool previous) {
  const HWND next = next_group_item(dialog, focus, previous);
  if (next == nullptr || next == focus) return;
  // The focus is what chooses a radio button (BN_CLICKED).
  focus_dialog_control(dialog, next);
}

void press_default_or_focused(HWND dialog, HWND focus) {
  // A focused push button is the default for as long as it has the focus.
  if (focus != nullptr && (dialog_code(focus) & DLGC_DEFPUSHBUTTON) != 0) {
    SendMessageW(dialog, WM_COMMAND, MAKEWPARAM(GetDlgCtrlID(focus), BN_CLICKED),
                 reinterpret_cast<LPARAM>(focus));
    return;
  }
  const auto answer = static_cast<DWORD>(SendMessageW(dialog, DM_GETDEFID, 0, 0));
  const WORD id = HIWORD(answer) == DC_HASDEFID ? LOWORD(answer) : WORD{IDOK};
  const HWND button = GetDlgItem(dialog, id);
  if (button != nullptr && !IsWindowEnabled(button)) {
    MessageBeep(0);
    return;
  }
  SendMessageW(dialog, WM_COMMAND, MAKEWPARAM(id, BN_CLICKED), reinterpret_cast<LPARAM>(button));
}

void press_cancel(HWND dialog) {
  const HWND button = GetDlgItem(dialog, IDCANCEL);
  if (button != nullptr && !IsWindowEnabled(button)) {
    MessageBeep(0);
    return;
  }
  SendMessageW(dialog, WM_COMMAND, MAKEWPARAM(IDCANCEL, BN_CLICKED),
               reinterpret_cast<LPARAM>(button));
}

bool is_down(int key) {
  return GetKeyState(key) < 0;
}

// The keyboard is in use: focus rectangles show, and with Alt the underlined letters.
void show_cues(HWND dialog, WORD cues) {
  SendMessageW(dialog, WM_CHANGEUISTATE, MAKEWPARAM(UIS_CLEAR, cues), 0);
}

bool handle_key(HWND dialog, const MSG& message) {
  const HWND focus = GetFocus();
  const LRESULT code = dialog_code(message.hwnd, &message);
  if ((code & DLGC_WANTMESSAGE) != 0) return false;
  switch (message.wParam) {
    case VK_TAB:
      if ((code & DLGC_WANTTAB) != 0) return false;
      show_cues(dialog, UISF_HIDEFOCUS);
      SendMessageW(dialog, WM_NEXTDLGCTL, is_down(VK_SHIFT), 0);
      return true;
    case VK_RIGHT:
    case VK_DOWN:
    case VK_LEFT:
    case VK_UP:
      if ((code & DLGC_WANTARROWS) != 0) return false;
      show_cues(dialog, UISF_HIDEFOCUS);
      move_in_group(dialog, focus, message.wParam == VK_LEFT || message.wParam == VK_UP);
      return true;
    case VK_RETURN:
    case VK_EXECUTE:
      press_default_or_focused(dialog, focus);
      return true;
    case VK_ESCAPE:
    case VK_CANCEL:
      press_cancel(dialog);
      return true;
    default:
      return false;
  }
}

bool handle_character(HWND dialog, const MSG& message) {
  const LRESULT code = dialog_code(message.hwnd, &message);
  if (message.message == WM_CHAR && (code & (DLGC_WANTCHARS | DLGC_WANTMESSAGE)) != 0) return false;
  const auto character = static_cast<char16_t>(message.wParam);
  // Space presses buttons; tab and return have been dealt with as keys.
  if (character == u' ' || character == u'\t')
    return message.message == WM_CHAR && character == u'\t';
  if (handle_mnemonic(dialog, character)) return true;
  if (message.message != WM_CHAR) return false;
  MessageBeep(0);
  return true;
}

bool is_dialog_message(HWND dialog, MSG& message) {
  if (CallMsgFilterW(&message, MSGF_DIALOGBOX)) return true;
  if (message.hwnd != dialog && !IsChild(dialog, message.hwnd)) return false;
  const WindowRef keep = find_window(dialog);
  switch (message.message) {
    case WM_KEYDOWN:
      if (handle_key(dialog, message)) return true;
      break;
    case WM_SYSKEYDOWN:
      if (message.wParam == VK_MENU) show_cues(dialog, UISF_HIDEFOCUS | UISF_HIDEACCEL);
      break;
    case WM_CHAR:
    case WM_SYSCHAR:
      if (handle_character(dialog, message)) return true;
      break;
    default:
      break;
  }
  TranslateMessage(&message);
  DispatchMessageW(&message);
  return true;
}

}  // namespace

void update_default_button(HWND dialog, HWND control) {
  DialogState* state = dialog_state(dialog);
  if (state == nullptr) return;
  const bool is_push = control != nullptr &&
                       (dialog_code(control) & (DLGC_UNDEFPUSHBUTTON | DLGC_DEFPUSHBUTTON)) != 0;
  const HWND chosen = GetDlgItem(dialog, static_cast<int>(state->default_id));
  const HWND wanted = is_push ? control : chosen;
  for (const HWND other : controls_of(dialog)) {
    if (other != wanted && (dialog_code(other) & DLGC_DEFPUSHBUTTON) != 0) {
      SendMessageW(other, BM_SETSTYLE, BS_PUSHBUTTON, TRUE);
    }
  }
  if (wanted != nullptr && (dialog_code(wanted) & DLGC_UNDEFPUSHBUTTON) != 0) {
    SendMessageW(wanted, BM_SETSTYLE, BS_DEFPUSHBUTTON, TRUE);
  }
}

void focus_dialog_control(HWND dialog, HWND control) {
  if ((dialog_code(control) & DLGC_HASSETSEL) != 0) SendMessageW(control, EM_SETSEL, 0, -1);
  SetFocus(control);
  update_default_button(dialog, control);
}

}  // namespace transom::user

using namespace transom;
using namespace transom::user;

// The next control with WS_TABSTOP that can have the focus, from `control` (null: from the
// beginning) on. Null where there is none.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-getnextdlgtabitem
HWND WINAPI GetNextDlgTabItem(HWND dialog, HWND control, WINBOOL previous) {
  if (find_window_thread(dialog) == nullptr ||
      (control != nullptr && control != dialog && !IsChild(dialog, control))) {
    return base::fail<HWND>(ERROR_INVALID_WINDOW_HANDLE);
  }
  return next_tab_item(dialog, control == dialog ? nullptr : control, previous != 0);
}

// The next control of the group that `control` is in, going round.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-getnextdlggroupitem
HWND WINAPI GetNextDlgGroupItem(HWND dialog, HWND control, WINBOOL previous) {
  if (find_window_thread(dialog) == nullptr ||
      (control != nullptr && control != dialog && !IsChild(dialog, control))) {
    return base::fail<HWND>(ERROR_INVALID_WINDOW_HANDLE);
  }
  return next_group_item(dialog, control == dialog ? nullptr : control, previous != 0);
}

// Does with a message what a dialog's loop does with it: true where it was for the dialog, and has
// been handled or dispatched.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-isdialogmessagew
WINBOOL WINAPI IsDialogMessageW(HWND dialog, LPMSG message) {
  if (message == nullptr || find_own_window(dialog) == nullptr) return FALSE;
  return is_dialog_message(dialog, *message);
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-isdialogmessagea
WINBOOL WINAPI IsDialogMessageA(HWND dialog, LPMSG message) {
  if (message == nullptr || find_own_window(dialog) == nullptr) return FALSE;
  MSG wide = *message;
  if (carries_character(wide.message)) wide.wParam = character_to_unicode(wide.wParam);
  return is_dialog_message(dialog, wide);
}
