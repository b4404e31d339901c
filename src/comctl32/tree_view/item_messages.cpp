// The messages about a tree view's items: insert, delete, get, set, sort.
#include <algorithm>

#include "comctl32/merge_sort.h"
#include "comctl32/tree_view/tree_view.h"

namespace transom::comctl {
namespace {

int declared_children(int children) {
  return children == I_CHILDRENAUTO ? 0 : children;
}

// ANSI and Unicode structures differ in what the text points to alone.
void take_text(TreeItem& item, const TVITEMEXW& given, bool ansi) {
  item.text_callback = given.pszText == LPSTR_TEXTCALLBACKW;
  item.text.clear();
  if (!item.text_callback) item.text = text_of(reinterpret_cast<LPARAM>(given.pszText), ansi);
  item.right_edge = -1;
}

// The members that are in TVITEM alone lie at the same places in both; the mask says whether there
// is more.
void take_members(TreeItem& item, const TVITEMEXW& given, bool ansi) {
  if ((given.mask & TVIF_TEXT) != 0) take_text(item, given, ansi);
  if ((given.mask & TVIF_IMAGE) != 0) item.image = given.iImage;
  if ((given.mask & TVIF_SELECTEDIMAGE) != 0) item.selected_image = given.iSelectedImage;
  if ((given.mask & TVIF_PARAM) != 0) item.data = given.lParam;
  if ((given.mask & TVIF_CHILDREN) != 0) item.children = declared_children(given.cChildren);
  if ((given.mask & TVIF_INTEGRAL) != 0) item.integral = std::clamp(given.iIntegral, 1, 0x100);
  if ((given.mask & TVIF_STATEEX) != 0) item.extended_state = given.uStateEx;
  if ((given.mask & TVIF_EXPANDEDIMAGE) != 0) item.expanded_image = given.iExpandedImage;
}

bool below_a_leaving(const TreeItem& parent) {
  for (const TreeItem* each = &parent; each != nullptr; each = each->parent) {
    if (each->leaving) return true;
  }
  return false;
}

// Behind which child. False: there is no such place.
bool find_place(TreeView& tree, TreeItem& parent, const TVINSERTSTRUCTW& given, bool ansi,
                TreeItem*& after) {
  after = parent.last_child;
  if (given.hInsertAfter == TVI_FIRST) {
    after = nullptr;
  } else if (given.hInsertAfter == TVI_SORT) {
    const std::u16string text = text_of(reinterpret_cast<LPARAM>(given.item.pszText), ansi);
    after = tree.items.last_not_behind(parent, [&](const TreeItem& child) {
      const std::u16string other = tree.text_of_item(child.handle);
      return lstrcmpiW(base::as_wchar(other), base::as_wchar(text)) > 0;
    });
  } else if (given.hInsertAfter != TVI_LAST && given.hInsertAfter != nullptr) {
    TreeItem* wanted = tree.find(given.hInsertAfter);
    if (wanted == nullptr || wanted->parent != &parent) return given.hInsertAfter == TVI_ROOT;
    after = wanted;
  }
  return true;
}

bool can_sort(const TVINSERTSTRUCTW& given) {
  return (given.item.mask & TVIF_TEXT) != 0 && given.item.pszText != LPSTR_TEXTCALLBACKW;
}

// https://learn.microsoft.com/windows/win32/controls/tvm-insertitem
template <bool kAnsi>
LRESULT on_insert(TreeView& tree, const ControlCall& call) {
  if (call.lparam == 0) return 0;
  TVINSERTSTRUCTW given = *reinterpret_cast<const TVINSERTSTRUCTW*>(call.lparam);
  if (given.hInsertAfter == TVI_SORT && !can_sort(given)) given.hInsertAfter = TVI_LAST;
  TreeItem* parent = tree.find_parent(given.hParent);
  TreeItem* after = nullptr;
  if (parent == nullptr || below_a_leaving(*parent)) return 0;
  const std::uint64_t version = tree.items.version();
  if (!find_place(tree, *parent, given, kAnsi, after) || !tree.alive()) return 0;
  if (version != tree.items.version()) {  // by a text callback
    parent = tree.find_parent(given.hParent);
    if (parent == nullptr || below_a_leaving(*parent)) return 0;
    after = parent->last_child;
  }
  TreeItem* made = tree.items.insert(*parent, after);
  if (made == nullptr) return 0;
  take_members(*made, given.itemex, kAnsi);
  if (tree.has_style(TVS_CHECKBOXES)) made->state = INDEXTOSTATEIMAGEMASK(1);
  if ((given.item.mask & TVIF_STATE) != 0) {
    const UINT mask = given.item.stateMask;
    made->state = (made->state & ~mask) | (given.item.state & mask);
  }
  if (parent->children == 0 && parent->parent != nullptr) parent->children = 1;
  tree.items.changed(*made);
  const HTREEITEM handle = made->handle;
  if (tree.items.shown(*made)) {
    tree.item_came(*made);
    tree.refresh();
  } else {
    tree.redraw(parent->handle);  // it may have got a button
  }
  return reinterpret_cast<LRESULT>(handle);
}

// https://learn.microsoft.com/windows/win32/controls/tvm-deleteitem
LRESULT on_delete(TreeView& tree, const ControlCall& call) {
  const auto item = reinterpret_cast<HTREEITEM>(call.lparam);
  if (item != nullptr && item != TVI_ROOT) return tree.delete_item(item);
  if (tree.items.root().leaving) return FALSE;
  if (tree.edited != nullptr) tree.end_edit(false);
  if (tree.alive()) tree.delete_children(TVI_ROOT);
  if (tree.alive()) tree.origin = {};
  return TRUE;
}

// https://learn.microsoft.com/windows/win32/controls/tvm-getitem
template <bool kAnsi>
LRESULT on_get(TreeView& tree, const ControlCall& call) {
  auto* out = reinterpret_cast<TVITEMEXW*>(call.lparam);
  const TreeItem* item = out != nullptr ? tree.find(out->hItem) : nullptr;
  if (item == nullptr) return FALSE;
  const HTREEITEM handle = item->handle;
  if ((out->mask & TVIF_TEXT) != 0) {
    copy_text(tree.text_of_item(handle), reinterpret_cast<LPARAM>(out->pszText),
              static_cast<std::size_t>(std::max(out->cchTextMax, 0)), kAnsi);
  }
  const auto there = [&] { return tree.alive() && tree.find(handle) != nullptr; };
  if ((out->mask & TVIF_CHILDREN) != 0 && there()) out->cChildren = tree.has_children(handle);
  if ((out->mask & TVIF_IMAGE) != 0 && there()) out->iImage = tree.image_of(handle, false);
  if ((out->mask & TVIF_SELECTEDIMAGE) != 0 && there()) {
    out->iSelectedImage = tree.image_of(handle, true);
  }
  item = tree.alive() ? tree.find(handle) : nullptr;
  if (item == nullptr) return FALSE;
  // "TVIF_STATE": all bits, whatever stateMask says, as Windows does it.
  if ((out->mask & TVIF_STATE) != 0) out->state = item->state;
  if ((out->mask & TVIF_PARAM) != 0) out->lParam = item->data;
  if ((out->mask & TVIF_INTEGRAL) != 0) out->iIntegral = item->integral;
  if ((out->mask & TVIF_STATEEX) != 0) out->uStateEx = item->extended_state;
  if ((out->mask & TVIF_EXPANDEDIMAGE) != 0) out->iExpandedImage = item->expanded_image;
  return TRUE;
}

// https://learn.microsoft.com/windows/win32/controls/tvm-setitem
template <bool kAnsi>
LRESULT on_set(TreeView& tree, const ControlCall& call) {
  if (call.lparam == 0) return FALSE;
  const auto& given = *reinterpret_cast<const TVITEMEXW*>(call.lparam);
  TreeItem* item = tree.find(given.hItem);
  if (item == nullptr) return FALSE;
  const HTREEITEM handle = item->handle;
  const UINT mask = given.mask;
  const UINT state = given.state;
  const UINT state_mask = given.stateMask;
  take_members(*item, given, kAnsi);
  if ((mask & (TVIF_TEXT | TVIF_INTEGRAL)) != 0) {
    tree.items.changed(*item);
    tree.item_came(*item);
    tree.refresh();
  }
  tree.redraw(handle);
  return (mask & TVIF_STATE) == 0 || tree.set_state(handle, state, state_mask);
}

// https://learn.microsoft.com/windows/win32/controls/tvm-getitemstate
LRESULT on_get_state(TreeView& tree, const ControlCall& call) {
  const TreeItem* item = tree.find(reinterpret_cast<HTREEITEM>(call.wparam));
  return item != nullptr ? static_cast<LRESULT>(item->state & static_cast<UINT>(call.lparam)) : 0;
}

LRESULT on_count(TreeView& tree, const ControlCall&) {
  return static_cast<LRESULT>(tree.items.count());
}

// ---- Sorting

struct Sorted {
  HTREEITEM handle;
  std::u16string text;
  LPARAM data;
};

// False where a callback has changed the tree.
template <class NotBehind>
bool sort_children(TreeView& tree, HTREEITEM parent_handle, bool with_texts, NotBehind not_behind) {
  const TreeItem* parent = tree.find_parent(parent_handle);
  if (parent == nullptr) return false;
  const std::uint64_t version = tree.items.version();
  std::vector<Sorted> children;
  for (const TreeItem* each = parent->first_child; each != nullptr; each = each->next) {
    children.push_back({each->handle, {}, each->data});
  }
  for (Sorted& each : children) {
    if (with_texts && tree.alive()) each.text = tree.text_of_item(each.handle);
  }
  std::vector<Sorted*> order;
  for (Sorted& each : children) order.push_back(&each);
  merge_sort(order, [&](const Sorted* a, const Sorted* b) { return not_behind(*a, *b); });
  if (!tree.alive() || version != tree.items.version()) return false;
  std::vector<TreeItem*> sorted;
  for (const Sorted* each : order) sorted.push_back(tree.find(each->handle));
  tree.items.reorder(*tree.find_parent(parent_handle), sorted);
  tree.refresh();
  return true;
}

// "fRecurse": also below.
bool sort_by_text(TreeView& tree, HTREEITEM parent, bool below) {
  std::vector<HTREEITEM> parents{parent};
  for (std::size_t index = 0; index < parents.size(); ++index) {
    const bool sorted =
        sort_children(tree, parents[index], true, [](const Sorted& a, const Sorted& b) {
          return lstrcmpiW(base::as_wchar(a.text), base::as_wchar(b.text)) <= 0;
        });
    if (!sorted) return false;
    const TreeItem* each = below ? tree.find_parent(parents[index])->first_child : nullptr;
    for (; each != nullptr; each = each->next) {
      if (each->first_child != nullptr) parents.push_back(each->handle);
    }
  }
  return true;
}

// https://learn.microsoft.com/windows/win32/controls/tvm-sortchildren
LRESULT on_sort(TreeView& tree, const ControlCall& call) {
  const auto parent = reinterpret_cast<HTREEITEM>(call.lparam);
  return sort_by_text(tree, parent, call.wparam != 0);
}

// https://learn.microsoft.com/windows/win32/controls/tvm-sortchildrencb
LRESULT on_sort_with(TreeView& tree, const ControlCall& call) {
  if (call.lparam == 0) return FALSE;
  const TVSORTCB how = *reinterpret_cast<const TVSORTCB*>(call.lparam);
  if (how.lpfnCompare == nullptr) return FALSE;
  return sort_children(tree, how.hParent, false, [&](const Sorted& a, const Sorted& b) {
    return how.lpfnCompare(a.data, b.data, how.lParam) <= 0;
  });
}

constexpr ControlEntry<TreeView> kEntries[] = {
    {TVM_INSERTITEMA, on_insert<true>}, {TVM_INSERTITEMW, on_insert<false>},
    {TVM_DELETEITEM, on_delete},        {TVM_GETITEMA, on_get<true>},
    {TVM_GETITEMW, on_get<false>},      {TVM_SETITEMA, on_set<true>},
    {TVM_SETITEMW, on_set<false>},      {TVM_GETITEMSTATE, on_get_state},
    {TVM_GETCOUNT, on_count},           {TVM_SORTCHILDREN, on_sort},
    {TVM_SORTCHILDRENCB, on_sort_with},
};

}  // namespace

std::span<const ControlEntry<TreeView>> tree_item_entries() {
  return kEntries;
}

}  // namespace transom::comctl
