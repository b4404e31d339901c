// The state of buttons, and the messages by which programs read and set it.
// https://learn.microsoft.com/windows/win32/controls/bumper-button-control-reference-messages
#include "user32/control/button.h"

#include <algorithm>

namespace transom::user {

bool Button::is_push() const {
  return is(BS_PUSHBUTTON) || is(BS_DEFPUSHBUTTON) || is(BS_USERBUTTON);
}

bool Button::is_check_box() const {
  return is(BS_CHECKBOX) || is(BS_AUTOCHECKBOX) || has_three_states();
}

bool Button::is_radio() const {
  return is(BS_RADIOBUTTON) || is(BS_AUTORADIOBUTTON);
}

namespace {

// https://learn.microsoft.com/windows/win32/controls/bm-getcheck
LRESULT on_get_check(Button& button, const ControlCall&) {
  return button.check;
}

// A checked radio button is where the tab key stops in its group.
void move_tab_stop(Button& button, bool here) {
  if (button.is_radio()) button.change_style(here ? 0 : WS_TABSTOP, here ? WS_TABSTOP : 0);
}

// https://learn.microsoft.com/windows/win32/controls/bm-setcheck
LRESULT on_set_check(Button& button, const ControlCall& call) {
  if (!button.is_checkable()) return 0;
  const UINT most = button.has_three_states() ? BST_INDETERMINATE : BST_CHECKED;
  const UINT check = static_cast<UINT>(std::min<WPARAM>(call.wparam, most));
  move_tab_stop(button, check != BST_UNCHECKED);
  if (std::exchange(button.check, check) != check) redraw_button(button, ODA_SELECT);
  return 0;
}

// https://learn.microsoft.com/windows/win32/controls/bm-getstate
LRESULT on_get_state(Button& button, const ControlCall&) {
  return static_cast<LRESULT>(button.check | (button.pushed ? BST_PUSHED : 0u) |
                              (button.has_focus ? BST_FOCUS : 0u));
}

// https://learn.microsoft.com/windows/win32/controls/bm-setstate
LRESULT on_set_state(Button& button, const ControlCall& call) {
  const bool pushed = call.wparam != 0;
  if (std::exchange(button.pushed, pushed) == pushed) return 0;
  redraw_button(button, ODA_SELECT);
  // What programs of old were told instead of WM_DRAWITEM.
  if (button.alive() && button.is(BS_USERBUTTON)) button.notify(pushed ? BN_HILITE : BN_UNHILITE);
  return 0;
}

// Sent by programs, and by dialogs to move the look of the default button. What is not of the type
// is only added to.
// https://learn.microsoft.com/windows/win32/controls/bm-setstyle
LRESULT on_set_style(Button& button, const ControlCall& call) {
  button.change_style(BS_TYPEMASK, LOWORD(call.wparam));
  if (LOWORD(call.lparam) != 0) InvalidateRect(button.handle, nullptr, TRUE);
  return 0;
}

// https://learn.microsoft.com/windows/win32/controls/bm-getimage
LRESULT on_get_image(Button& button, const ControlCall& call) {
  const bool same_type = button.image_type == call.wparam;
  return same_type ? reinterpret_cast<LRESULT>(button.image) : 0;
}

// The image stays the program's.
// https://learn.microsoft.com/windows/win32/controls/bm-setimage
LRESULT on_set_image(Button& button, const ControlCall& call) {
  if (call.wparam != IMAGE_BITMAP && call.wparam != IMAGE_ICON) return 0;
  const HANDLE old = std::exchange(button.image, reinterpret_cast<HANDLE>(call.lparam));
  button.image_type = static_cast<UINT>(call.wparam);
  InvalidateRect(button.handle, nullptr, TRUE);
  return reinterpret_cast<LRESULT>(old);
}

// https://learn.microsoft.com/windows/win32/controls/bm-setdontclick
LRESULT on_set_dont_click(Button& button, const ControlCall& call) {
  button.dont_click = call.wparam != 0;
  return 0;
}

// https://learn.microsoft.com/windows/win32/winmsg/wm-settext
LRESULT on_set_text(Button& button, const ControlCall& call) {
  const LRESULT result = button.default_action(call);
  // A group box's longer text of before reaches outside what it draws now: the parent erases it.
  if (button.is(BS_GROUPBOX) && button.parent() != nullptr) {
    RECT area = button.client();
    MapWindowPoints(button.handle, button.parent(), reinterpret_cast<POINT*>(&area), 2);
    InvalidateRect(button.parent(), &area, TRUE);
  }
  InvalidateRect(button.handle, nullptr, TRUE);
  return result;
}

// Sent by EnableWindow.
// https://learn.microsoft.com/windows/win32/winmsg/wm-enable
LRESULT on_enable(Button& button, const ControlCall& call) {
  InvalidateRect(button.handle, nullptr, TRUE);
  redraw_button(button, ODA_DRAWENTIRE);
  if (button.alive() && call.wparam == 0 && button.is(BS_USERBUTTON)) button.notify(BN_DISABLE);
  return 0;
}

// Asked about a message, a check box wants only the characters that it knows what to do with: all
// others may be mnemonics.
bool wants_character(LPARAM about) {
  const auto* message = reinterpret_cast<const MSG*>(about);
  if (message == nullptr || message->message != WM_CHAR) return true;
  return message->wParam == '+' || message->wParam == '=' || message->wParam == '-';
}

// What dialogs ask a control about the keys that it wants.
// https://learn.microsoft.com/windows/win32/controls/button-messages#button-default-message-processing
LRESULT on_get_dialog_code(Button& button, const ControlCall& call) {
  switch (button.type()) {
    case BS_PUSHBUTTON:
    case BS_USERBUTTON:
      return DLGC_BUTTON | DLGC_UNDEFPUSHBUTTON;
    case BS_DEFPUSHBUTTON:
      return DLGC_BUTTON | DLGC_DEFPUSHBUTTON;
    case BS_CHECKBOX:
    case BS_AUTOCHECKBOX:
      return DLGC_BUTTON | (wants_character(call.lparam) ? DLGC_WANTCHARS : 0);
    case BS_RADIOBUTTON:
    case BS_AUTORADIOBUTTON:
      return DLGC_BUTTON | DLGC_RADIOBUTTON;
    case BS_GROUPBOX:
      return DLGC_STATIC;
    default:
      return DLGC_BUTTON;
  }
}

// The mouse goes through a group box to what lies in it.
// https://learn.microsoft.com/windows/win32/inputdev/wm-nchittest
LRESULT on_hit_test(Button& button, const ControlCall& call) {
  return button.is(BS_GROUPBOX) ? HTTRANSPARENT : button.default_action(call);
}

constexpr ControlEntry<Button> kEntries[] = {
    {BM_GETCHECK, on_get_check},         {BM_SETCHECK, on_set_check},
    {BM_GETSTATE, on_get_state},         {BM_SETSTATE, on_set_state},
    {BM_SETSTYLE, on_set_style},         {BM_GETIMAGE, on_get_image},
    {BM_SETIMAGE, on_set_image},         {BM_SETDONTCLICK, on_set_dont_click},
    {WM_SETTEXT, on_set_text},           {WM_SETFONT, on_set_font<Button>},
    {WM_GETFONT, on_get_font<Button>},   {WM_ENABLE, on_enable},
    {WM_GETDLGCODE, on_get_dialog_code}, {WM_NCHITTEST, on_hit_test},
};

LRESULT CALLBACK button_procedure(HWND handle, UINT message, WPARAM wparam, LPARAM lparam) {
  static const ControlTable<Button> table{button_state_entries(), button_input_entries(),
                                          button_paint_entries()};
  return run_control(table, handle, message, wparam, lparam);
}

}  // namespace

std::span<const ControlEntry<Button>> button_state_entries() {
  return kEntries;
}

const SystemClass kButtonClass{
    .name = u"Button",
    .style = CS_VREDRAW | CS_HREDRAW | CS_DBLCLKS | CS_PARENTDC,
    .procedure = button_procedure,
    .window_extra = 0,
    .cursor = reinterpret_cast<LPCWSTR>(IDC_ARROW),
    .background = nullptr,
};

}  // namespace transom::user
