// What the keyboard does in a tree view.
// https://learn.microsoft.com/windows/win32/controls/tree-view-controls (keyboard)
#include <algorithm>

#include "comctl32/tree_view/tree_view.h"

namespace transom::comctl {
namespace {

// Letters typed quickly are one text.
bool search_is_over(const TreeView& tree) {
  return GetTickCount() - tree.typed_at > 2 * GetDoubleClickTime();
}

void go_to(TreeView& tree, const TreeItem* item) {
  if (item != nullptr) tree.select(item->handle, TVC_BYKEYBOARD);
}

const TreeItem* by_rows(const TreeView& tree, const TreeItem& from, int rows) {
  const int last = tree.items.rows() - 1;
  return tree.items.at_row(std::clamp(tree.items.row_of(from) + rows, 0, std::max(last, 0)));
}

// ---- One key, one function; what it does to the selected item.

using Key = void (*)(TreeView& tree, const TreeItem& item);

void up(TreeView& tree, const TreeItem& item) {
  go_to(tree, tree.items.previous_shown(item));
}
void down(TreeView& tree, const TreeItem& item) {
  go_to(tree, TreeItems::next_shown(item));
}
void home(TreeView& tree, const TreeItem&) {
  go_to(tree, tree.items.root().first_child);
}
void end(TreeView& tree, const TreeItem&) {
  go_to(tree, tree.items.last_shown());
}
void page_up(TreeView& tree, const TreeItem& item) {
  go_to(tree, by_rows(tree, item, -std::max(tree.rows_per_page() - 1, 1)));
}
void page_down(TreeView& tree, const TreeItem& item) {
  go_to(tree, by_rows(tree, item, std::max(tree.rows_per_page() - 1, 1)));
}

// Closes the item; where it is closed, goes to its parent.
void left(TreeView& tree, const TreeItem& item) {
  if (item.expanded() && item.first_child != nullptr) {
    tree.expand(item.handle, TVE_COLLAPSE, TreeView::Told::kAlways);
  } else if (item.level > 0) {
    go_to(tree, item.parent);
  }
}

// Opens the item; where it is open, goes to its first child.
void right(TreeView& tree, const TreeItem& item) {
  const HTREEITEM handle = item.handle;
  const bool parent = tree.has_children(handle);
  const TreeItem* kept = tree.alive() ? tree.find(handle) : nullptr;
  if (!parent || kept == nullptr) return;
  if (kept->expanded()) {
    go_to(tree, kept->first_child);
  } else {
    tree.expand(handle, TVE_EXPAND, TreeView::Told::kAlways);
  }
}

void to_parent(TreeView& tree, const TreeItem& item) {
  if (item.level > 0) go_to(tree, item.parent);
}
void open(TreeView& tree, const TreeItem& item) {
  tree.expand(item.handle, TVE_EXPAND, TreeView::Told::kAlways);
}
void close(TreeView& tree, const TreeItem& item) {
  tree.expand(item.handle, TVE_COLLAPSE, TreeView::Told::kAlways);
}

// The item and all that is below it.
void open_all(TreeView& tree, const TreeItem& item) {
  std::vector<HTREEITEM> ahead{item.handle};
  while (!ahead.empty() && tree.alive()) {
    const HTREEITEM each = ahead.back();
    ahead.pop_back();
    tree.expand(each, TVE_EXPAND, TreeView::Told::kAlways);
    const TreeItem* found = tree.alive() ? tree.find(each) : nullptr;
    if (found == nullptr) continue;
    for (const TreeItem* child = found->last_child; child != nullptr; child = child->previous) {
      if (child->children != 0) ahead.push_back(child->handle);
    }
  }
}

void space(TreeView& tree, const TreeItem& item) {
  if (tree.checks()) tree.turn_over_check(item.handle);
}

struct KeyEntry {
  WPARAM key;
  Key act;
  bool begins;  // where nothing is selected it selects the first
};

constexpr KeyEntry kKeys[] = {
    {VK_UP, up, true},        {VK_DOWN, down, true},       {VK_HOME, home, true},
    {VK_END, end, true},      {VK_PRIOR, page_up, true},   {VK_NEXT, page_down, true},
    {VK_LEFT, left, true},    {VK_RIGHT, right, true},     {VK_BACK, to_parent, true},
    {VK_ADD, open, false},    {VK_SUBTRACT, close, false}, {VK_MULTIPLY, open_all, false},
    {VK_SPACE, space, false},
};

// With Ctrl the keys scroll and leave the selection alone.
struct ScrollEntry {
  WPARAM key;
  UINT message;
  WORD what;
};
constexpr ScrollEntry kScrolls[] = {
    {VK_UP, WM_VSCROLL, SB_LINEUP},     {VK_DOWN, WM_VSCROLL, SB_LINEDOWN},
    {VK_PRIOR, WM_VSCROLL, SB_PAGEUP},  {VK_NEXT, WM_VSCROLL, SB_PAGEDOWN},
    {VK_HOME, WM_VSCROLL, SB_TOP},      {VK_END, WM_VSCROLL, SB_BOTTOM},
    {VK_LEFT, WM_HSCROLL, SB_LINELEFT}, {VK_RIGHT, WM_HSCROLL, SB_LINERIGHT},
};

bool scroll_by_key(TreeView& tree, WPARAM key) {
  const auto found = std::ranges::find(kScrolls, key, &ScrollEntry::key);
  if (GetKeyState(VK_CONTROL) >= 0 || found == std::end(kScrolls)) return false;
  user::send_message(tree.handle, found->message, found->what, 0);
  return true;
}

// https://learn.microsoft.com/windows/win32/controls/tvn-keydown
LRESULT on_key_down(TreeView& tree, const ControlCall& call) {
  NMTVKEYDOWN about{};
  about.wVKey = static_cast<WORD>(call.wparam);
  const bool taken = tree.tell(about.hdr, TVN_KEYDOWN) != 0;
  if (!tree.alive()) return 0;
  tree.key_taken = taken;
  tree.cancel_edit_timer();
  if (call.wparam == VK_RETURN) {
    tree.tell(NM_RETURN);
    return 0;
  }
  tree.settle();
  if (!tree.alive() || scroll_by_key(tree, call.wparam)) return 0;
  const auto found = std::ranges::find(kKeys, call.wparam, &KeyEntry::key);
  if (found == std::end(kKeys)) return tree.default_action(call);
  const TreeItem* item = tree.find(tree.caret);
  if (item != nullptr) {
    found->act(tree, *item);
  } else if (found->begins) {
    go_to(tree, tree.items.root().first_child);
  }
  return 0;
}

// ---- Incremental search

bool begins_with(const std::u16string& text, const std::u16string& begin) {
  return text.size() >= begin.size() &&
         base::equals_ignoring_case(std::u16string_view(text).substr(0, begin.size()), begin);
}

// Round the end of the shown items; null: none begins so.
HTREEITEM search(TreeView& tree, HTREEITEM from, const std::u16string& begin) {
  const std::uint64_t version = tree.items.version();
  const TreeItem* first = tree.find(from);
  if (first == nullptr) first = tree.items.root().first_child;
  const TreeItem* each = first;
  while (each != nullptr) {
    const HTREEITEM handle = each->handle;
    if (begins_with(tree.text_of_item(handle), begin)) return handle;
    if (!tree.alive() || version != tree.items.version()) return nullptr;
    each = TreeItems::next_shown(*each);
    if (each == nullptr) each = tree.items.root().first_child;
    if (each == first) return nullptr;
  }
  return nullptr;
}

// One letter typed again and again goes from item to item.
bool same_letters(const std::u16string& typed) {
  return std::ranges::all_of(typed, [&](char16_t each) { return each == typed[0]; });
}

void find_typed(TreeView& tree) {
  const TreeItem* caret = tree.find(tree.caret);
  const bool single = same_letters(tree.typed);
  HTREEITEM from = tree.caret;
  if (single && caret != nullptr) {
    const TreeItem* next = TreeItems::next_shown(*caret);
    from = next != nullptr ? next->handle : nullptr;
  }
  HTREEITEM found = search(tree, from, single ? tree.typed.substr(0, 1) : tree.typed);
  if (found == nullptr && tree.alive() && tree.typed.size() > 1) {
    found = search(tree, tree.caret, tree.typed);
  }
  if (!tree.alive()) return;
  if (found != nullptr) {
    tree.select(found, TVC_BYKEYBOARD);
  } else {
    MessageBeep(MB_OK);
  }
}

LRESULT on_character(TreeView& tree, const ControlCall& call) {
  const auto unit = static_cast<char16_t>(call.wparam);
  if (std::exchange(tree.key_taken, false) || unit < u' ') return 0;
  if (unit == u' ' && (tree.typed.empty() || tree.checks())) return 0;
  if (search_is_over(tree)) tree.typed.clear();
  tree.typed_at = GetTickCount();
  tree.typed += unit;
  find_typed(tree);
  return 0;
}

// https://learn.microsoft.com/windows/win32/controls/tvm-getisearchstring
template <bool kAnsi>
LRESULT on_search_string(TreeView& tree, const ControlCall& call) {
  if (search_is_over(tree)) tree.typed.clear();
  copy_text(tree.typed, call.lparam, kAnsi);
  return static_cast<LRESULT>(tree.typed.size());
}

LRESULT on_dialog_code(TreeView&, const ControlCall&) {
  return DLGC_WANTCHARS | DLGC_WANTARROWS;
}

constexpr ControlEntry<TreeView> kEntries[] = {
    {WM_KEYDOWN, on_key_down},
    {WM_CHAR, on_character},
    {WM_GETDLGCODE, on_dialog_code},
    {TVM_GETISEARCHSTRINGA, on_search_string<true>},
    {TVM_GETISEARCHSTRINGW, on_search_string<false>},
};

}  // namespace

std::span<const ControlEntry<TreeView>> tree_key_entries() {
  return kEntries;
}

}  // namespace transom::comctl
