// The window class ComboBox: a list, dropped down or always there, with a field that shows what is
// selected in it.
//
// The field is a child of class Edit (CBS_SIMPLE, CBS_DROPDOWN) or drawn by the combo box itself
// (CBS_DROPDOWNLIST). The list is a ComboLBox: a child of CBS_SIMPLE, else a popup that the combo
// box's top-level window owns; it holds all items, and asks the combo box's parent about owner
// drawing in the combo box's name. What the user does in the drop-down before it closes is kept
// apart from the selection that was told last (`told_selection`), which comes back on a cancel.
// Functions that notify may end with the window gone: ask alive().
// https://learn.microsoft.com/windows/win32/controls/combo-boxes
#pragma once

#include <string>

#include "user32/control/control.h"
#include "user32/control/list_box/list_box.h"
#include "user32/window/class.h"

namespace transom::user {

// The rows of a list that was created with no height to speak of.
inline constexpr int kDefaultMostRows = 30;

class ComboBox : public Control {
 public:
  explicit ComboBox(Window& window) : Control(window) {}

  bool simple() const { return kind() == CBS_SIMPLE; }
  bool drops_down() const { return !simple(); }
  bool editable() const { return kind() != CBS_DROPDOWNLIST; }
  bool owner_drawn() const { return has_style(CBS_OWNERDRAWFIXED | CBS_OWNERDRAWVARIABLE); }
  bool keeps_strings() const { return !owner_drawn() || has_style(CBS_HASSTRINGS); }

  // Null when the list has gone; for looking at, as callbacks may end it.
  const ListBox* look_at_list() const;
  // LB_ messages for the list.
  LRESULT ask_list(UINT message, WPARAM wparam = 0, LPARAM lparam = 0) const;
  int selection() const;  // ListBox::kNone: nothing
  std::u16string selected_text() const;

  // layout: client coordinates
  int height() const;       // without the list
  RECT field() const;       // between the edge and the button
  RECT field_item() const;  // where the edit control is, or the selected item is drawn
  RECT button() const;      // empty in a simple combo box
  void place_parts();
  RECT dropped_rect() const;  // on the screen, the list with the field
  void adopt_font();

  // draw
  void draw(HDC dc);
  void invalidate_field();

  // drop
  void drop_down();
  enum class Close { kCancel, kOk };
  void close_up(Close how);
  // The mouse has chosen what is selected in the list.
  void choose();
  void release_button();
  // Keys that mean something to the combo box, wherever the focus is. False: not this one.
  bool handle_key(WPARAM key, bool alt);
  bool is_closing_key(WPARAM key) const {
    return dropped && (key == VK_RETURN || key == VK_ESCAPE);
  }

  // edit
  bool create_edit(HINSTANCE instance);
  std::u16string edit_text() const;
  void set_edit_text(const std::u16string& text);
  // The field shows the selection.
  void show_selection();
  void on_edit_notification(WORD code);
  void gain_focus();
  void lose_focus();

  void on_list_notification(WORD code);

  HWND list = nullptr;
  HWND edit = nullptr;
  WNDPROC edit_procedure = nullptr;  // of the class Edit; the combo box looks at keys first
  int field_height = 0;              // CB_GETITEMHEIGHT with -1
  int list_height = 0;               // as asked for, with its border
  int least_list_width = 0;          // CB_SETDROPPEDWIDTH
  int most_rows = 0;                 // CB_SETMINVISIBLE; 0: as many as `list_height` holds
  int told_selection = ListBox::kNone;
  bool dropped = false;
  bool extended_ui = false;
  bool has_focus = false;       // the combo box or its edit control, as the parent knows it
  bool setting_text = false;    // what the edit control tells is not the user's doing
  bool button_pressed = false;  // drawn so
  bool scrolling = false;       // the list's scroll bar has the mouse
  int wheel_rest = 0;

 private:
  DWORD kind() const { return style() & 3; }
};

using ComboBoxEntry = ControlEntry<ComboBox>;
std::span<const ComboBoxEntry> combo_messages();
std::span<const ComboBoxEntry> combo_input_messages();

// A list as CBS_ styles ask for; `create` is the combo box's.
HWND create_combo_list(ComboBox& combo, DWORD scroll_styles, HINSTANCE instance);

extern const SystemClass kComboBoxClass;

}  // namespace transom::user
