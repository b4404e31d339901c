// The messages that ask who stands where in a tree view, select, expand, and show.
#include <algorithm>

#include "comctl32/tree_view/tree_view.h"

namespace transom::comctl {
namespace {

HTREEITEM handle_of(const TreeItem* item) {
  return item != nullptr ? item->handle : nullptr;
}

HTREEITEM item_in(LPARAM value) {
  return reinterpret_cast<HTREEITEM>(value);
}

// ---- TVM_GETNEXTITEM: a relation a function

using Relation = HTREEITEM (*)(TreeView& tree, HTREEITEM from);

template <TreeItem* TreeItem::*kLink>
HTREEITEM linked(TreeView& tree, HTREEITEM from) {
  const TreeItem* item = tree.find(from);
  return item != nullptr ? handle_of(item->*kLink) : nullptr;
}

HTREEITEM first_root(TreeView& tree, HTREEITEM) {
  return handle_of(tree.items.root().first_child);
}
HTREEITEM child(TreeView& tree, HTREEITEM from) {
  const TreeItem* item = tree.find_parent(from);
  return item != nullptr ? handle_of(item->first_child) : nullptr;
}
HTREEITEM first_visible(TreeView& tree, HTREEITEM) {
  tree.settle();
  return handle_of(tree.items.at_row(tree.origin.y));
}
HTREEITEM next_visible(TreeView& tree, HTREEITEM from) {
  const TreeItem* item = tree.find(from);
  return item != nullptr ? handle_of(TreeItems::next_shown(*item)) : nullptr;
}
HTREEITEM previous_visible(TreeView& tree, HTREEITEM from) {
  const TreeItem* item = tree.find(from);
  return item != nullptr ? handle_of(tree.items.previous_shown(*item)) : nullptr;
}
HTREEITEM last_visible(TreeView& tree, HTREEITEM) {
  return handle_of(tree.items.last_shown());
}
HTREEITEM caret(TreeView& tree, HTREEITEM) {
  return tree.caret;
}
HTREEITEM drop_target(TreeView& tree, HTREEITEM) {
  return tree.drop_target;
}
// One item at most is selected.
HTREEITEM next_selected(TreeView& tree, HTREEITEM from) {
  return from == nullptr || from == TVI_ROOT ? tree.caret : nullptr;
}

constexpr Relation kRelations[] = {
    first_root,                   // TVGN_ROOT
    linked<&TreeItem::next>,      // TVGN_NEXT
    linked<&TreeItem::previous>,  // TVGN_PREVIOUS
    linked<&TreeItem::parent>,    // TVGN_PARENT
    child,                        // TVGN_CHILD
    first_visible,                // TVGN_FIRSTVISIBLE
    next_visible,                 // TVGN_NEXTVISIBLE
    previous_visible,             // TVGN_PREVIOUSVISIBLE
    drop_target,                  // TVGN_DROPHILITE
    caret,                        // TVGN_CARET
    last_visible,                 // TVGN_LASTVISIBLE
    next_selected,                // TVGN_NEXTSELECTED
};

// https://learn.microsoft.com/windows/win32/controls/tvm-getnextitem
LRESULT on_next(TreeView& tree, const ControlCall& call) {
  if (call.wparam >= std::size(kRelations)) return 0;
  return reinterpret_cast<LRESULT>(kRelations[call.wparam](tree, item_in(call.lparam)));
}

// https://learn.microsoft.com/windows/win32/controls/tvm-selectitem
LRESULT on_select(TreeView& tree, const ControlCall& call) {
  const HTREEITEM item = item_in(call.lparam);
  const bool single = (call.wparam & TVSI_NOSINGLEEXPAND) == 0;
  if (item != nullptr && tree.find(item) == nullptr) return FALSE;
  switch (call.wparam & ~WPARAM{TVSI_NOSINGLEEXPAND}) {
    case TVGN_CARET:
      return tree.select(item, TVC_UNKNOWN, single);
    case TVGN_DROPHILITE:
      tree.mark_drop(item);
      return TRUE;
    case TVGN_FIRSTVISIBLE: {
      if (item == nullptr) return FALSE;
      tree.reveal(item);
      tree.ensure_visible(item);
      const TreeItem* found = tree.alive() ? tree.find(item) : nullptr;
      if (found != nullptr) tree.scroll_to(tree.origin.x, tree.items.row_of(*found));
      return found != nullptr;
    }
    default:
      return FALSE;
  }
}

LRESULT on_expand(TreeView& tree, const ControlCall& call) {
  return tree.expand(item_in(call.lparam), static_cast<UINT>(call.wparam),
                     TreeView::Told::kFirstTime);
}

// "Nonzero if the system scrolled the items and no items were expanded."
// https://learn.microsoft.com/windows/win32/controls/tvm-ensurevisible
LRESULT on_ensure_visible(TreeView& tree, const ControlCall& call) {
  const HTREEITEM item = item_in(call.lparam);
  if (tree.find(item) == nullptr) return FALSE;
  const bool expanded = tree.reveal(item);
  return tree.alive() && tree.ensure_visible(item) && !expanded;
}

// The item comes in the rectangle's first bytes.
// https://learn.microsoft.com/windows/win32/controls/tvm-getitemrect
LRESULT on_item_rect(TreeView& tree, const ControlCall& call) {
  auto* out = reinterpret_cast<RECT*>(call.lparam);
  if (out == nullptr) return FALSE;
  HTREEITEM handle = nullptr;
  std::copy_n(reinterpret_cast<const char*>(out), sizeof handle, reinterpret_cast<char*>(&handle));
  tree.settle();
  TreeItem* item = tree.alive() ? tree.find(handle) : nullptr;
  if (item == nullptr || !tree.items.shown(*item)) return FALSE;
  const RECT place = call.wparam != 0 ? tree.label_rect(*item) : tree.row_rect(*item);
  if (!tree.alive() || tree.find(handle) == nullptr) return FALSE;
  *out = place;
  return TRUE;
}

// https://learn.microsoft.com/windows/win32/controls/tvm-getitempartrect
LRESULT on_part_rect(TreeView& tree, const ControlCall& call) {
  const auto* about = reinterpret_cast<const TVGETITEMPARTRECTINFO*>(call.lparam);
  if (about == nullptr || about->prc == nullptr || about->partID != TVGIPR_BUTTON) return FALSE;
  tree.settle();
  const TreeItem* item = tree.alive() ? tree.find(about->hti) : nullptr;
  if (item == nullptr || !tree.items.shown(*item)) return FALSE;
  const RECT place = tree.button_rect(*item);
  if (IsRectEmpty(&place)) return FALSE;
  *about->prc = place;
  return TRUE;
}

LRESULT on_hit_test(TreeView& tree, const ControlCall& call) {
  auto* about = reinterpret_cast<TVHITTESTINFO*>(call.lparam);
  if (about == nullptr) return 0;
  const TreeHit hit = tree.hit(about->pt);
  about->flags = hit.flags;
  about->hItem = handle_of(hit.item);
  return reinterpret_cast<LRESULT>(about->hItem);
}

LRESULT on_visible_count(TreeView& tree, const ControlCall&) {
  return tree.rows_per_page();
}

LRESULT on_selected_count(TreeView& tree, const ControlCall&) {
  return tree.caret != nullptr;
}

// Accessibility knows items by 32 bits: the handle's own lower half, which is its slot.
// https://learn.microsoft.com/windows/win32/controls/tvm-maphtreeitemtoaccid
LRESULT on_accessible_id(TreeView& tree, const ControlCall& call) {
  const TreeItem* item = tree.find(reinterpret_cast<HTREEITEM>(call.wparam));
  return item != nullptr ? static_cast<LRESULT>(reinterpret_cast<UINT_PTR>(item->handle) & ~UINT{0})
                         : 0;
}
LRESULT on_accessible_item(TreeView& tree, const ControlCall& call) {
  const TreeItem* item = tree.items.in_slot(static_cast<UINT>(call.wparam));
  return reinterpret_cast<LRESULT>(handle_of(item));
}

constexpr ControlEntry<TreeView> kEntries[] = {
    {TVM_GETNEXTITEM, on_next},
    {TVM_SELECTITEM, on_select},
    {TVM_EXPAND, on_expand},
    {TVM_ENSUREVISIBLE, on_ensure_visible},
    {TVM_GETITEMRECT, on_item_rect},
    {TVM_GETITEMPARTRECT, on_part_rect},
    {TVM_HITTEST, on_hit_test},
    {TVM_GETVISIBLECOUNT, on_visible_count},
    {TVM_GETSELECTEDCOUNT, on_selected_count},
    {TVM_MAPHTREEITEMTOACCID, on_accessible_id},
    {TVM_MAPACCIDTOHTREEITEM, on_accessible_item},
};

}  // namespace

std::span<const ControlEntry<TreeView>> tree_relation_entries() {
  return kEntries;
}

}  // namespace transom::comctl
