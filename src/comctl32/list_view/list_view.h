// The list view: items as icons, small icons, a list, or a report with columns.
//
// Contract
//  - With LVS_OWNERDATA the control keeps no items, only how many there are and which of them are
//    selected; everything else is asked for (LVN_GETDISPINFO). The same goes for a text or image
//    that is LPSTR_TEXTCALLBACK or I_IMAGECALLBACK.
//  - A change of an item's state: LVN_ITEMCHANGING, which may refuse, the change, LVN_ITEMCHANGED.
//    Every notification may destroy the control or delete items: afterwards nothing is known but
//    what alive() and has() say.
//  - The header of a report is a child window; its widths are the columns'.
// https://learn.microsoft.com/windows/win32/controls/list-view-controls-overview
#pragma once

#include <optional>
#include <vector>

#include "comctl32/common_control.h"

namespace transom::comctl {

struct ListText {
  std::u16string text;
  bool callback = false;
  int width = -1;  // in pixels, of an item's first text; -1: not measured in this font yet
};

struct ListItem {
  std::vector<ListText> texts{1};  // by column
  int image = 0;
  int indent = 0;
  UINT state = 0;  // LVIS_
  LPARAM data = 0;
};

struct ListColumn {
  std::u16string text;
  int format = LVCFMT_LEFT;
  int image = 0;
};

// What a spot of the control is.
struct ListHit {
  int item = -1;
  int column = -1;
  UINT flags = LVHT_NOWHERE;
};

class ListView : public CommonControl {
 public:
  explicit ListView(user::Window& window) : CommonControl(window) {}

  // --- list_view.cpp
  DWORD view() const { return style() & LVS_TYPEMASK; }
  bool report() const { return view() == LVS_REPORT; }
  bool owner_data() const { return has_style(LVS_OWNERDATA); }
  bool full_row() const { return (extended_style & LVS_EX_FULLROWSELECT) != 0; }
  int count() const { return static_cast<int>(owner_data() ? states.size() : items.size()); }
  bool has(int item) const { return item >= 0 && item < count(); }
  ListItem& at(int item) { return items[static_cast<std::size_t>(item)]; }
  UINT& state_of(int item);
  // Asks the parent where the control does not know.
  std::u16string text_of_item(int item, int column);
  int image_of(int item);
  LRESULT tell_list(UINT code, int item, UINT new_state = 0, UINT old_state = 0, int column = 0,
                    POINT point = {});
  LRESULT tell_activate(UINT code, int item, int column, POINT point);

  // --- layout.cpp
  void lay_out();
  int column_width(int column) const;
  int total_width() const;
  int row_height() const { return line_height; }
  int per_page() const;    // whole rows of a report
  int per_column() const;  // rows of a list's column
  RECT item_rect(int item, int code);
  RECT column_rect(int item, int column) const;
  ListHit hit(POINT point);
  void update_scroll_bars();
  void scroll_by(int dx, int dy);  // pixels; of a report dy in whole rows
  void ensure_visible(int item);
  void redraw_item(int item);

  // --- selection.cpp
  bool set_state(int item, UINT state, UINT mask);
  void select_only(int item);
  void select_range(int from, int to);
  void focus_on(int item);
  int next_selected(int after) const;
  int selected_count() const;

  // --- paint.cpp
  void draw(HDC dc);

  std::vector<ListItem> items;
  std::vector<UINT> states;  // of LVS_OWNERDATA
  std::vector<ListColumn> columns;
  HWND header = nullptr;
  HIMAGELIST large_images = nullptr;
  HIMAGELIST small_images = nullptr;
  HIMAGELIST state_images = nullptr;
  DWORD extended_style = 0;
  COLORREF background = GetSysColor(COLOR_WINDOW);
  COLORREF text_color = CLR_DEFAULT;
  COLORREF text_background = CLR_DEFAULT;
  int focused_item = -1;
  int mark = -1;  // where a range of selections begins
  int line_height = 16;
  int list_width = 100;  // of a list's columns
  int header_height = 0;
  POINT origin{};  // how far it is scrolled, in pixels
  SIZE icon_spacing{75, 75};
  // The left button's press, until it is released or becomes a drag.
  struct Press {
    bool down = false;
    int item = -1;
    bool was_selected = false;
    bool edits = false;  // a click on the label of the focused item
    POINT point{};
  } press;
  std::u16string typed;  // an incremental search
  DWORD typed_at = 0;
  HWND edit = nullptr;  // of a label
  int edited = -1;
};

std::span<const ControlEntry<ListView>> list_item_entries();
std::span<const ControlEntry<ListView>> list_column_entries();
std::span<const ControlEntry<ListView>> list_view_entries();
std::span<const ControlEntry<ListView>> list_input_entries();
std::span<const ControlEntry<ListView>> list_label_entries();

}  // namespace transom::comctl
