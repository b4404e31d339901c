// The window classes ListBox and ComboLBox: a list of items, some selected, one with the caret.
//
// The parts, each in a file of its name: layout (where items are, scrolling), draw, selection,
// mouse, keyboard, owner (what the owner is asked), item_messages, selection_messages,
// layout_messages, directory. Indexes count from 0; kNone is none. Functions that draw, notify or
// ask the owner run callbacks: the window may be gone afterwards (alive()), the items may be
// others. https://learn.microsoft.com/windows/win32/controls/list-boxes
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "user32/control/control.h"
#include "user32/control/list_box/list_items.h"
#include "user32/window/class.h"

namespace transom::user {

class ListBox : public Control {
 public:
  static constexpr int kNone = -1;
  static constexpr LCID kEnglish = 0x0409;  // the one whose order there is

  explicit ListBox(Window& window);

  // The styles, in words.
  bool multiple_toggled() const { return has_style(LBS_MULTIPLESEL) && !extended(); }
  bool extended() const { return has_style(LBS_EXTENDEDSEL); }
  bool multiple() const { return has_style(LBS_MULTIPLESEL | LBS_EXTENDEDSEL); }
  bool owner_drawn() const { return has_style(LBS_OWNERDRAWFIXED | LBS_OWNERDRAWVARIABLE); }
  bool variable() const { return has_style(LBS_OWNERDRAWVARIABLE) && !multi_column(); }
  bool keeps_strings() const { return !owner_drawn() || has_style(LBS_HASSTRINGS); }
  bool multi_column() const { return has_style(LBS_MULTICOLUMN); }
  bool no_data() const { return has_style(LBS_NODATA) && !keeps_strings(); }
  bool integral_height() const { return !has_style(LBS_NOINTEGRALHEIGHT) && !variable(); }
  bool selectable() const { return !has_style(LBS_NOSEL); }

  // The combo box that this list belongs to gets what else goes to the parent.
  HWND combo = nullptr;
  bool is_drop_down() const { return combo != nullptr && !window.is_child(); }
  HWND parent() const override { return combo != nullptr ? combo : Control::parent(); }
  void notify_if_wanted(WORD code);

  // owner
  void measure_all_items();
  void measure_item(int index);
  bool tells_deletions() const { return owner_drawn() && !no_data(); }
  void tell_deleted(int index);
  // Below, at or above 0; `index` kNone: a value that is not in the list.
  int compare_with_item(int index, const std::u16string& text, ULONG_PTR data);
  void draw_by_owner(HDC dc, int index, const RECT& area, UINT action);

  // layout
  int height_of(int index) const;
  int rows() const;          // whole items in a column, at least one
  int columns() const;       // whole columns, at least one
  int last_top() const;      // the highest index that `top` may be
  int last_visible() const;  // the last item that is wholly visible
  RECT item_rect(int index) const;
  // From `top` on: whether the item, or one that might follow, begins below or right of the area.
  bool begins_beyond(int index) const;
  bool is_visible(int index) const;
  // The nearest item; kNone where the list is empty.
  int nearest_item(POINT point) const;
  std::optional<int> item_at(POINT point) const;
  void set_top(int index);
  void scroll_into_view(int index);
  void set_scroll_x(int pixels);
  void update_scroll_bars();
  void fit_integral_height();
  // The font, the style or the size changed.
  void lay_out();
  SIZE font_size() const;  // average width, height

  // draw
  void invalidate();
  void invalidate_from(int index);
  void draw_item(HDC dc, int index, UINT action);
  void draw_item_now(int index, UINT action);
  void paint(HDC dc, const RECT& area);
  HBRUSH background(HDC dc);

  // selection
  bool is_selected(int index) const;
  void select_single(int index);  // kNone: nothing
  void select_only(int index);    // of multiple selection, too
  void select_range(int from, int to, bool selected);
  void select_exactly(int from, int to);  // and nothing else
  void mark(int index, bool selected);
  void move_caret(int index);
  void hide_focus();  // until show_focus, the caret's item is drawn without
  void show_focus();

  // item_messages
  int add(const std::u16string& text, ULONG_PTR data);
  int insert(int index, const std::u16string& text, ULONG_PTR data);
  void remove(int index);
  void release_items();  // all, and nothing is drawn
  void reset();
  enum class Match { kPrefix, kWhole };
  int find(int after, LPARAM what, Match match);
  int find_text(int after, std::u16string_view text, Match match) const;

  // keyboard
  void choose_by_key(int index, bool shift);
  // mouse: while the button is down
  void drag(POINT point);
  void end_press();

  ListItems items;
  int item_height = 0;  // of all, where they are not of variable height
  int column_width = 0;
  int top = 0;
  int scroll_x = 0;
  int horizontal_extent = 0;
  int selected = kNone;  // single selection
  int caret = 0;
  int anchor = kNone;
  bool focus_shown = false;  // the caret's item has the focus rectangle
  int focus_hidden = 0;      // hide_focus calls
  bool redraw = true;        // WM_SETREDRAW
  LCID locale = kEnglish;
  std::vector<int> tab_stops;                           // pixels
  const bool wants_vertical_bar, wants_horizontal_bar;  // as created: hiding takes the style
  bool laying_out = false;

  // While the mouse button is down.
  struct Press {
    bool on = false;
    bool adds = true;  // Ctrl: what the drag does to the items it reaches
    bool control = false;
    int selected_before = kNone;
    POINT pointer{};
  } press;
  int wheel_rest = 0;

  // Typing: what was typed lately.
  std::u16string typed;
  DWORD typed_at = 0;
};

using ListBoxEntry = ControlEntry<ListBox>;
std::span<const ListBoxEntry> list_item_messages();
std::span<const ListBoxEntry> list_selection_messages();
std::span<const ListBoxEntry> list_layout_messages();
std::span<const ListBoxEntry> list_directory_messages();
std::span<const ListBoxEntry> list_mouse_messages();
std::span<const ListBoxEntry> list_keyboard_messages();
std::span<const ListBoxEntry> list_paint_messages();

// A list box's handlers with others in the place of some, or beside them.
ControlTable<ListBox> list_box_table(std::span<const ListBoxEntry> more,
                                     std::span<const ListBoxEntry> even_more);

extern const SystemClass kListBoxClass;
extern const SystemClass kComboListClass;

}  // namespace transom::user
