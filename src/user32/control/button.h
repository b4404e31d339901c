// Buttons: push buttons, check boxes, radio buttons, group boxes, owner-drawn ones.
//
// A change of state that can be seen is drawn at once, as on Windows, not when the thread is idle:
// the parent gets WM_CTLCOLOR… or WM_DRAWITEM within the message that made the change.
// https://learn.microsoft.com/windows/win32/controls/buttons
#pragma once

#include <span>

#include "user32/control/control.h"
#include "user32/window/class.h"

namespace transom::user {

struct Button : Control {
  using Control::Control;

  UINT check = BST_UNCHECKED;
  bool pushed = false;      // looks pressed
  bool has_focus = false;   // looks focused
  bool held = false;        // the mouse or the space bar is down: it has the capture
  bool in_click = false;    // a press, not the keyboard, brings the focus
  bool dont_click = false;  // BM_SETDONTCLICK
  HANDLE image = nullptr;   // BM_SETIMAGE; the program's
  UINT image_type = IMAGE_BITMAP;

  DWORD type() const { return style() & BS_TYPEMASK; }
  bool is(DWORD type_bits) const { return type() == type_bits; }
  bool is_push() const;       // drawn as a push button of its own kind
  bool is_check_box() const;  // of two or three states
  bool is_radio() const;
  bool is_checkable() const { return is_check_box() || is_radio(); }
  bool has_three_states() const { return is(BS_3STATE) || is(BS_AUTO3STATE); }
};

// Draws in whatever `dc` draws in. The window may be gone afterwards.
void draw_button(Button& button, HDC dc);
// Owner-drawn buttons: WM_DRAWITEM for one of the ODA_ actions.
void ask_to_draw(Button& button, HDC dc, UINT action);
// Draws what has changed, now; `action` is ODA_ and matters to owner-drawn buttons.
void redraw_button(Button& button, UINT action);

// The handlers of each concern.
std::span<const ControlEntry<Button>> button_state_entries();
std::span<const ControlEntry<Button>> button_input_entries();
std::span<const ControlEntry<Button>> button_paint_entries();

extern const SystemClass kButtonClass;

}  // namespace transom::user
