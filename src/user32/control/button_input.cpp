// Buttons and the mouse, the keyboard, the focus.
// https://learn.microsoft.com/windows/win32/controls/button-messages#button-default-message-processing
#include "user32/control/button.h"
#include "user32/message/send.h"

namespace transom::user {
namespace {

// The states of push, so that whoever subclasses the button sees them.
void push(Button& button, bool pushed) {
  send_message(button.window, BM_SETSTATE, pushed, 0);
}

bool is_inside(const Button& button, LPARAM place) {
  const RECT area = button.client();
  return PtInRect(&area, {static_cast<short>(LOWORD(place)), static_cast<short>(HIWORD(place))});
}

// The radio buttons of the group: this one on, the others off.
void choose_in_group(Button& button) {
  const HWND dialog = button.parent();
  const HWND self = button.handle;
  HWND each = self;
  // A window that comes twice, or hundreds of windows: the loop ends all the same.
  for (int i = 0; i < 1000 && each != nullptr; ++i) {
    if (send_message(each, WM_GETDLGCODE, 0, 0) & DLGC_RADIOBUTTON) {
      send_message(each, BM_SETCHECK, each == self ? BST_CHECKED : BST_UNCHECKED, 0);
    }
    if (!button.alive() || dialog == nullptr) return;
    each = GetNextDlgGroupItem(dialog, each, FALSE);
    if (each == self) return;
  }
}

// What an automatic button does itself when it is chosen.
void check_itself(Button& button) {
  switch (button.type()) {
    case BS_AUTOCHECKBOX:
      send_message(button.window, BM_SETCHECK, button.check == BST_UNCHECKED, 0);
      break;
    case BS_AUTO3STATE:
      send_message(button.window, BM_SETCHECK, (button.check + 1) % 3, 0);
      break;
    case BS_AUTORADIOBUTTON:
      choose_in_group(button);
      break;
    default:
      break;
  }
}

// The mouse or the space bar goes down: the button is held until they are let go or it loses the
// capture.
void press(Button& button, bool by_mouse) {
  button.held = true;
  button.in_click = by_mouse;
  SetCapture(button.handle);
  if (by_mouse && button.alive() && !button.focused()) SetFocus(button.handle);
  if (!button.alive()) return;
  button.in_click = false;
  if (button.held) push(button, true);
}

void let_go(Button& button, bool chosen) {
  if (!button.held) return;
  button.held = false;
  if (button.pushed) push(button, false);
  if (chosen && button.alive()) check_itself(button);
  if (!button.alive()) return;
  if (GetCapture() == button.handle) ReleaseCapture();
  if (chosen && button.alive()) button.notify(BN_CLICKED);
}

// https://learn.microsoft.com/windows/win32/inputdev/wm-lbuttondown
LRESULT on_left_down(Button& button, const ControlCall&) {
  press(button, true);
  return 0;
}

LRESULT on_left_up(Button& button, const ControlCall& call) {
  let_go(button, is_inside(button, call.lparam));
  return 0;
}

// While the button is held it looks pushed only where the mouse is on it.
LRESULT on_mouse_move(Button& button, const ControlCall& call) {
  if (button.held && (call.wparam & MK_LBUTTON) != 0 && GetCapture() == button.handle) {
    push(button, is_inside(button, call.lparam));
  }
  return 0;
}

// Documented: a notification of radio, user and owner-drawn buttons, and of others with BS_NOTIFY;
// else the second press is as the first.
// https://learn.microsoft.com/windows/win32/controls/bn-doubleclicked
LRESULT on_left_double_click(Button& button, const ControlCall&) {
  if (button.has_style(BS_NOTIFY) || button.is(BS_RADIOBUTTON) || button.is(BS_USERBUTTON) ||
      button.is(BS_OWNERDRAW)) {
    button.notify(BN_DOUBLECLICKED);
  } else {
    press(button, true);
  }
  return 0;
}

// Sent by ReleaseCapture, and where another window takes the capture: the button is not chosen.
// https://learn.microsoft.com/windows/win32/inputdev/wm-capturechanged
LRESULT on_capture_changed(Button& button, const ControlCall& call) {
  if (!button.held || reinterpret_cast<HWND>(call.lparam) == button.handle) return 0;
  button.held = false;
  if (button.pushed) push(button, false);
  return 0;
}

LRESULT on_key_down(Button& button, const ControlCall& call) {
  if (call.wparam != VK_SPACE) return button.default_action(call);
  if (!button.held) press(button, false);
  return 0;
}

// Any key but tab ends what the space bar has begun.
LRESULT on_key_up(Button& button, const ControlCall& call) {
  if (call.wparam == VK_SPACE) {
    let_go(button, true);
    return 0;
  }
  if (call.wparam != VK_TAB && button.held && GetCapture() == button.handle) ReleaseCapture();
  return button.default_action(call);
}

// Documented: plus and equals check a check box, minus clears it.
LRESULT on_character(Button& button, const ControlCall& call) {
  if (!button.is(BS_CHECKBOX) && !button.is(BS_AUTOCHECKBOX)) return button.default_action(call);
  switch (call.wparam) {
    case '+':
    case '=':
      send_message(button.window, BM_SETCHECK, BST_CHECKED, 0);
      return 0;
    case '-':
      send_message(button.window, BM_SETCHECK, BST_UNCHECKED, 0);
      return 0;
    default:
      return button.default_action(call);
  }
}

// As if the mouse had done it.
// https://learn.microsoft.com/windows/win32/controls/bm-click
LRESULT on_click(Button& button, const ControlCall&) {
  send_message(button.window, WM_LBUTTONDOWN, 0, 0);
  if (button.alive()) send_message(button.window, WM_LBUTTONUP, 0, 0);
  return 0;
}

// Documented: a radio button that gets the focus by itself counts as chosen.
void choose_by_focus(Button& button) {
  if (!button.is_radio() || button.dont_click || button.in_click) return;
  if (button.is(BS_AUTORADIOBUTTON) && button.check == BST_UNCHECKED) choose_in_group(button);
  if (button.alive()) button.notify(BN_CLICKED);
}

// https://learn.microsoft.com/windows/win32/inputdev/wm-setfocus
LRESULT on_set_focus(Button& button, const ControlCall&) {
  button.has_focus = true;
  redraw_button(button, ODA_FOCUS);
  if (button.alive() && button.has_style(BS_NOTIFY)) button.notify(BN_SETFOCUS);
  if (button.alive()) choose_by_focus(button);
  return 0;
}

LRESULT on_kill_focus(Button& button, const ControlCall&) {
  button.has_focus = false;
  redraw_button(button, ODA_FOCUS);
  if (!button.alive()) return 0;
  if (button.held && GetCapture() == button.handle) ReleaseCapture();
  if (button.alive() && button.has_style(BS_NOTIFY)) button.notify(BN_KILLFOCUS);
  return 0;
}

constexpr ControlEntry<Button> kEntries[] = {
    {WM_LBUTTONDOWN, on_left_down},
    {WM_LBUTTONUP, on_left_up},
    {WM_MOUSEMOVE, on_mouse_move},
    {WM_LBUTTONDBLCLK, on_left_double_click},
    {WM_CAPTURECHANGED, on_capture_changed},
    {WM_KEYDOWN, on_key_down},
    {WM_KEYUP, on_key_up},
    {WM_SYSKEYUP, on_key_up},
    {WM_CHAR, on_character},
    {BM_CLICK, on_click},
    {WM_SETFOCUS, on_set_focus},
    {WM_KILLFOCUS, on_kill_focus},
};

}  // namespace

std::span<const ControlEntry<Button>> button_input_entries() {
  return kEntries;
}

}  // namespace transom::user
