// Expanding, collapsing, selecting and deleting: what goes with notifications to be refused.
#include <utility>

#include "comctl32/tree_view/tree_view.h"

namespace transom::comctl {
namespace {

bool drop_children(TreeView& tree, HTREEITEM item) {
  const TreeItem* found = tree.find(item);
  const int declared = found != nullptr ? found->children : 0;
  tree.delete_children(item);
  TreeItem* kept = tree.alive() ? tree.find(item) : nullptr;
  if (kept == nullptr) return false;
  kept->children = declared;  // they may come again
  kept->state &= ~UINT{TVIS_EXPANDEDONCE};
  return true;
}

// A selection must not hide: the item that is collapsed over it gets it.
void take_selection(TreeView& tree, HTREEITEM item) {
  const TreeItem* caret = tree.find(tree.caret);
  const TreeItem* over = tree.find(item);
  if (caret != nullptr && over != nullptr && caret->has_ancestor(*over)) {
    tree.select(item, TVC_UNKNOWN, false);
  }
}

bool collapse(TreeView& tree, HTREEITEM item, UINT action, bool told) {
  TreeItem* found = tree.find(item);
  const bool resets = (action & TVE_COLLAPSERESET) != 0;
  if (!found->expanded())
    return resets && found->first_child != nullptr && drop_children(tree, item);
  if (told && tree.tell_tree(tree.code(TVN_ITEMEXPANDINGA, TVN_ITEMEXPANDINGW), TVE_COLLAPSE,
                             nullptr, found) != 0) {
    return false;
  }
  if (!tree.alive() || !tree.set_state(item, 0, TVIS_EXPANDED | TVIS_EXPANDPARTIAL)) return false;
  tree.refresh();
  if (told) {
    tree.tell_tree(tree.code(TVN_ITEMEXPANDEDA, TVN_ITEMEXPANDEDW), TVE_COLLAPSE, nullptr,
                   tree.find(item));
  }
  if (tree.alive()) take_selection(tree, item);
  if (resets && tree.alive() && tree.find(item) != nullptr) drop_children(tree, item);
  return tree.alive();
}

// The children may come only now, with TVN_ITEMEXPANDING.
bool open(TreeView& tree, HTREEITEM item, UINT action, bool told) {
  const TreeItem* found = tree.find(item);
  const bool partial = (action & TVE_EXPANDPARTIAL) != 0;
  if (found->expanded() && ((found->state & TVIS_EXPANDPARTIAL) != 0) == partial) return true;
  if (told && tree.tell_tree(tree.code(TVN_ITEMEXPANDINGA, TVN_ITEMEXPANDINGW), TVE_EXPAND, nullptr,
                             found) != 0) {
    return false;
  }
  TreeItem* kept = tree.alive() ? tree.find(item) : nullptr;
  if (kept == nullptr || kept->first_child == nullptr) return false;
  const UINT partly = partial ? UINT{TVIS_EXPANDPARTIAL} : 0;
  if (!tree.set_state(item, TVIS_EXPANDED | partly, TVIS_EXPANDED | TVIS_EXPANDPARTIAL)) {
    return false;
  }
  tree.branch_came(*tree.find(item));
  tree.refresh();
  if (told) {
    tree.tell_tree(tree.code(TVN_ITEMEXPANDEDA, TVN_ITEMEXPANDEDW), TVE_EXPAND, nullptr,
                   tree.find(item));
  }
  kept = tree.alive() ? tree.find(item) : nullptr;
  if (kept != nullptr && !partial) kept->state |= TVIS_EXPANDEDONCE;
  return kept != nullptr;
}

// TVS_SINGLEEXPAND: what was selected closes up to where the new selection's branch begins.
void close_branch(TreeView& tree, HTREEITEM from, HTREEITEM selected) {
  for (HTREEITEM each = from; each != nullptr;) {
    const TreeItem* item = tree.find(each);
    const TreeItem* now = tree.find(selected);
    if (item == nullptr || now == nullptr || item == now || now->has_ancestor(*item)) return;
    const bool only_siblings = (tree.extended_style & TVS_EX_NOSINGLECOLLAPSE) != 0;
    if (only_siblings && item->parent != now->parent) return;
    const HTREEITEM parent = item->parent->handle;
    if (item->expanded()) tree.expand(each, TVE_COLLAPSE, TreeView::Told::kAlways);
    if (!tree.alive()) return;
    each = parent;
  }
}

// https://learn.microsoft.com/windows/win32/controls/tvn-singleexpand
void expand_single(TreeView& tree, HTREEITEM before, HTREEITEM now) {
  const LRESULT answer =
      tree.tell_tree(TVN_SINGLEEXPAND, TVC_UNKNOWN, tree.find(before), tree.find(now));
  if (!tree.alive()) return;
  if ((answer & TVNRET_SKIPOLD) == 0 && GetKeyState(VK_CONTROL) >= 0) {
    close_branch(tree, before, now);
  }
  if ((answer & TVNRET_SKIPNEW) != 0 || !tree.alive()) return;
  const TreeItem* item = tree.find(now);
  if (item != nullptr && !item->expanded()) {
    tree.expand(now, TVE_EXPAND, TreeView::Told::kAlways);
  }
}

// Who is selected when an item goes away with what is below it.
HTREEITEM heir_of(const TreeView& tree, const TreeItem& item) {
  if (item.next != nullptr) return item.next->handle;
  if (item.previous != nullptr) return item.previous->handle;
  return item.parent != &tree.items.root() ? item.parent->handle : nullptr;
}

void forget(TreeView& tree, HTREEITEM item) {
  for (HTREEITEM* each : {&tree.caret, &tree.drop_target, &tree.hot, &tree.insert_mark,
                          &tree.to_edit, &tree.press.item}) {
    if (*each == item) *each = nullptr;
  }
}

// Tells of one item without children and takes it out.
bool remove_leaf(TreeView& tree, HTREEITEM handle) {
  tree.tell_tree(tree.code(TVN_DELETEITEMA, TVN_DELETEITEMW), 0, tree.find(handle), nullptr);
  if (!tree.alive()) return false;
  TreeItem* item = tree.find(handle);
  if (item == nullptr) return true;
  TreeItem& parent = *item->parent;
  forget(tree, handle);
  tree.items.remove(*item);
  if (parent.first_child == nullptr && parent.children == 1 && !parent.leaving) {
    parent.children = 0;
    parent.state &= ~UINT{TVIS_EXPANDED | TVIS_EXPANDEDONCE};
  }
  return true;
}

}  // namespace

// https://learn.microsoft.com/windows/win32/controls/tvm-expand
bool TreeView::expand(HTREEITEM item, UINT action, Told told) {
  if (find(item) == nullptr || !has_children(item) || !alive()) return false;
  const TreeItem* found = find(item);
  if (found == nullptr) return false;
  const bool tells = told == Told::kAlways || (found->state & TVIS_EXPANDEDONCE) == 0;
  switch (action & TVE_TOGGLE) {
    case TVE_COLLAPSE:
      return collapse(*this, item, action, tells);
    case TVE_EXPAND:
      return open(*this, item, action, tells);
    case TVE_TOGGLE:
      return found->expanded() ? collapse(*this, item, action, tells)
                               : open(*this, item, action, tells);
    default:
      return false;
  }
}

// The nearest first, as Windows does it.
bool TreeView::reveal(HTREEITEM item) {
  bool expanded = false;
  for (HTREEITEM each = item; alive();) {
    const TreeItem* found = find(each);
    if (found == nullptr || found->parent == &items.root()) break;
    each = found->parent->handle;
    if (!found->parent->expanded()) {
      if (!expand(each, TVE_EXPAND, Told::kAlways)) break;
      expanded = true;
    }
  }
  return expanded;
}

// https://learn.microsoft.com/windows/win32/controls/tvn-selchanging
bool TreeView::select(HTREEITEM item, UINT cause, bool single_expand) {
  if (item != nullptr && find(item) == nullptr) return false;
  const HTREEITEM before = caret;
  if (before == item) return item == nullptr || ensure_visible(item) || alive();
  if (tell_tree(code(TVN_SELCHANGINGA, TVN_SELCHANGINGW), cause, find(before), find(item)) != 0) {
    return false;
  }
  if (!alive() || (item != nullptr && find(item) == nullptr)) return false;
  caret = item;
  if (find(before) != nullptr) set_state(before, 0, TVIS_SELECTED);
  if (item != nullptr && alive()) set_state(item, TVIS_SELECTED, TVIS_SELECTED);
  if (!alive() || caret != item) return false;
  if (item != nullptr) reveal(item);
  if (!alive()) return false;
  tell_tree(code(TVN_SELCHANGEDA, TVN_SELCHANGEDW), cause, find(before), find(item));
  if (!alive()) return false;
  if (item != nullptr && caret == item) ensure_visible(item);
  if (single_expand && alive() && caret == item && find(item) != nullptr &&
      has_style(TVS_SINGLEEXPAND)) {
    expand_single(*this, before, item);
  }
  return alive();
}

void TreeView::mark_drop(HTREEITEM item) {
  const HTREEITEM before = std::exchange(drop_target, item);
  if (before == item) return;
  if (TreeItem* old = find(before)) old->state &= ~UINT{TVIS_DROPHILITED};
  if (TreeItem* now = find(item)) now->state |= TVIS_DROPHILITED;
  redraw(before);
  redraw(item);
  redraw(caret);  // it does not look selected meanwhile
}

// Children before their parents. None can come meanwhile.
void TreeView::delete_children(HTREEITEM item) {
  TreeItem* top = find_parent(item);
  if (top == nullptr) return;
  const bool was_leaving = std::exchange(top->leaving, true);
  while (alive()) {
    top = find_parent(item);
    if (top == nullptr || top->first_child == nullptr) break;
    TreeItem* leaf = top->first_child;
    leaf->leaving = true;
    while (leaf->first_child != nullptr) {
      leaf = leaf->first_child;
      leaf->leaving = true;
    }
    if (!remove_leaf(*this, leaf->handle)) return;
  }
  if (!alive()) return;
  if (top != nullptr) top->leaving = was_leaving;
  refresh();
}

bool TreeView::delete_item(HTREEITEM item) {
  const TreeItem* found = find(item);
  if (found == nullptr || found->leaving) return false;
  const TreeItem* selected = find(caret);
  const bool takes_caret =
      selected != nullptr && (selected == found || selected->has_ancestor(*found));
  if (edited != nullptr) end_edit(false);
  TreeItem* kept = alive() ? find(item) : nullptr;
  if (kept == nullptr) return false;
  const HTREEITEM heir = takes_caret ? heir_of(*this, *kept) : nullptr;
  kept->leaving = true;
  delete_children(item);
  if (!alive() || find(item) == nullptr || !remove_leaf(*this, item)) return alive();
  refresh();
  if (heir != nullptr && find(heir) != nullptr && caret == nullptr) {
    select(heir, TVC_UNKNOWN, false);
  }
  return true;
}

}  // namespace transom::comctl
