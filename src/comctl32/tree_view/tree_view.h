// The tree view: items with labels and images, indented below their parents.
//
// Contract
//  - A text, image or number of children may be the program's to know (LPSTR_TEXTCALLBACK,
//    I_IMAGECALLBACK, I_CHILDRENCALLBACK); TVN_GETDISPINFO asks for it whenever it is needed.
//  - Every notification may destroy the control or delete items. What goes on after one holds
//    handles, finds them again, and asks alive().
//  - Nothing is measured when an item comes in: settle() does it before the next look at the
//    control. So a hundred thousand items cost as much each as the first.
// https://learn.microsoft.com/windows/win32/controls/tree-view-controls
#pragma once

#include <optional>
#include <vector>

#include "comctl32/common_control.h"
#include "comctl32/tool_tip/tip_client.h"
#include "comctl32/tree_view/tree_items.h"

namespace transom::comctl {

// What a spot of the control is.
struct TreeHit {
  TreeItem* item = nullptr;
  UINT flags = TVHT_NOWHERE;

  bool on_item() const { return item != nullptr && (flags & TVHT_ONITEM) != 0; }
};

class TreeView : public CommonControl {
 public:
  explicit TreeView(user::Window& window);
  ~TreeView() override;

  // --- notifications.cpp
  TreeItem* find(HTREEITEM handle) const { return items.find(handle); }
  // Null and TVI_ROOT are the root.
  TreeItem* find_parent(HTREEITEM handle);
  UINT code(UINT ansi, UINT wide) const { return unicode ? wide : ansi; }
  // NMTREEVIEW, with what is known about one or both items.
  LRESULT tell_tree(UINT code, UINT action, const TreeItem* before, const TreeItem* now,
                    POINT point = {});
  // Ask the program where the control does not know. The item may be gone afterwards.
  std::u16string text_of_item(HTREEITEM item);
  int image_of(HTREEITEM item, bool selected);
  bool has_children(HTREEITEM item);
  // TVN_ITEMCHANGING, the change, TVN_ITEMCHANGED. False: refused or gone.
  bool set_state(HTREEITEM item, UINT state, UINT mask);

  // --- expand.cpp
  enum class Told { kAlways, kFirstTime };
  bool expand(HTREEITEM item, UINT action, Told told);
  bool reveal(HTREEITEM item);  // expands what hides it; whether there was something
  // TVC_; selects none where it is null.
  bool select(HTREEITEM item, UINT cause, bool single_expand = true);
  void mark_drop(HTREEITEM item);
  bool delete_item(HTREEITEM item);
  void delete_children(HTREEITEM item);  // of the root where it is null

  // --- layout.cpp
  void forget_measures();  // fonts, images, indents are others
  void settle();           // before the control is looked at: measures, sets the scroll bars
  void item_came(const TreeItem& item);    // into a row, perhaps
  void branch_came(const TreeItem& item);  // what an expanded item shows
  void refresh();                          // the rows have changed
  int rows_per_page() const;
  bool buttons_at_root() const;
  int indent_of(const TreeItem& item) const;  // where its images begin
  int state_width() const;
  int image_width() const;
  int label_left(const TreeItem& item) const;
  RECT row_rect(const TreeItem& item) const;
  RECT label_rect(TreeItem& item);
  RECT button_rect(const TreeItem& item) const;
  TreeHit hit(POINT point);
  void scroll_to(int left, int row);
  bool ensure_visible(HTREEITEM item);  // whether it had to scroll
  void redraw(HTREEITEM item);

  // --- view_messages.cpp, mouse.cpp
  bool checks() const;
  void turn_over_check(HTREEITEM item);  // through its states

  // --- info_tip.cpp
  void offer_tip(HTREEITEM item);
  void relay(const ControlCall& call);  // a mouse message, to the tip

  // --- paint.cpp
  void draw(HDC dc);

  // --- label.cpp
  bool begin_edit(HTREEITEM item);
  bool end_edit(bool keep);
  void edit_soon(HTREEITEM item);  // unless a double click comes
  void cancel_edit_timer();

  HFONT bold_font();

  TreeItems items;
  std::vector<HTREEITEM> unmeasured;
  bool unsettled = false;
  HTREEITEM caret = nullptr;
  HTREEITEM drop_target = nullptr;
  HTREEITEM hot = nullptr;
  HTREEITEM insert_mark = nullptr;
  bool insert_after = false;
  HIMAGELIST images = nullptr;
  HIMAGELIST state_images = nullptr;
  HIMAGELIST own_checks = nullptr;
  DWORD extended_style = 0;
  COLORREF background = CLR_NONE;  // CLR_NONE: the system's, as everywhere below
  COLORREF text_color = CLR_NONE;
  COLORREF line_color = CLR_DEFAULT;
  COLORREF insert_color = CLR_DEFAULT;
  int indent = 19;
  int item_height = 16;
  bool own_height = false;  // set by the program
  SIZE border{};
  UINT scroll_time = 300;
  TipClient tips;
  std::u16string tip_text;  // what the tip was told last
  std::string tip_text_ansi;
  POINT origin{};  // x in pixels, y in rows
  HFONT bold = nullptr;
  HFONT bold_of = nullptr;  // the font that it was made from
  // A button's press, until it is released or becomes a drag.
  struct Press {
    UINT button = 0;  // WM_LBUTTONDOWN, WM_RBUTTONDOWN; 0: none
    HTREEITEM item = nullptr;
    UINT flags = 0;
    POINT point{};
  } press;
  std::u16string typed;  // an incremental search
  DWORD typed_at = 0;
  bool key_taken = false;  // TVN_KEYDOWN's answer: the character is no part of a search
  HWND edit = nullptr;     // of a label
  HTREEITEM edited = nullptr;
  HTREEITEM to_edit = nullptr;  // when the timer says that it was no double click
};

std::span<const ControlEntry<TreeView>> tree_item_entries();
std::span<const ControlEntry<TreeView>> tree_relation_entries();
std::span<const ControlEntry<TreeView>> tree_view_entries();
std::span<const ControlEntry<TreeView>> tree_mouse_entries();
std::span<const ControlEntry<TreeView>> tree_key_entries();
std::span<const ControlEntry<TreeView>> tree_label_entries();
std::span<const ControlEntry<TreeView>> tree_tip_entries();

}  // namespace transom::comctl
