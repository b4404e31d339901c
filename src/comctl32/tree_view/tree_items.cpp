#include "comctl32/tree_view/tree_items.h"

#include <algorithm>

namespace transom::comctl {
namespace {

constexpr std::size_t kMostItems = 50'000'000;

HTREEITEM make_handle(std::uint32_t slot, std::uint32_t generation) {
  return reinterpret_cast<HTREEITEM>(std::uintptr_t{generation} << 32 | (slot + 1));
}

std::uint32_t next_random(std::uint32_t value) {
  value ^= value << 13;
  value ^= value >> 17;
  return value ^ value << 5;
}

}  // namespace

bool TreeItem::has_ancestor(const TreeItem& other) const {
  for (const TreeItem* each = parent; each != nullptr; each = each->parent) {
    if (each == &other) return true;
  }
  return false;
}

TreeItems::TreeItems() {
  root_.integral = 0;
  root_.state = TVIS_EXPANDED;
}

TreeItem* TreeItems::find(HTREEITEM handle) const {
  const auto value = reinterpret_cast<std::uintptr_t>(handle);
  const std::size_t slot = (value & 0xFFFF'FFFF) - 1;
  if ((value & 0xFFFF'FFFF) == 0 || slot >= slots_.size()) return nullptr;
  return slots_[slot].generation == value >> 32 ? slots_[slot].item.get() : nullptr;
}

TreeItem* TreeItems::insert(TreeItem& parent, TreeItem* after) {
  if (count_ >= kMostItems) return nullptr;
  if (free_.empty()) {
    free_.push_back(static_cast<std::uint32_t>(slots_.size()));
    slots_.emplace_back();
  }
  const std::uint32_t index = free_.back();
  free_.pop_back();
  Slot& slot = slots_[index];
  slot.item = std::make_unique<TreeItem>();
  TreeItem& item = *slot.item;
  item.handle = make_handle(index, slot.generation);
  item.level = parent.level + 1;
  link(item, parent, after);
  ++count_;
  ++version_;
  return &item;
}

void TreeItems::link(TreeItem& item, TreeItem& parent, TreeItem* after) {
  item.parent = &parent;
  item.previous = after;
  item.next = after != nullptr ? after->next : parent.first_child;
  (item.previous != nullptr ? item.previous->next : parent.first_child) = &item;
  (item.next != nullptr ? item.next->previous : parent.last_child) = &item;
  hang_in(item);
}

// ---- The treap

// Who points to the item from above.
TreeItem*& TreeItems::place_of(TreeItem& item) {
  if (item.up == nullptr) return item.parent->top_child;
  return item.up->left == &item ? item.up->left : item.up->right;
}

void TreeItems::sum_up(TreeItem& item) {
  const TreeItem* below = item.expanded() ? item.top_child : nullptr;
  item.rows = item.integral + (below != nullptr ? below->sum_rows : 0);
  item.reach = std::max(item.right_edge, below != nullptr ? below->most_reach : -1);
  item.sum_rows = item.rows;
  item.most_reach = item.reach;
  for (const TreeItem* side : {item.left, item.right}) {
    if (side == nullptr) continue;
    item.sum_rows += side->sum_rows;
    item.most_reach = std::max(item.most_reach, side->most_reach);
  }
}

// The item takes the place of the one above it, which goes to its side.
void TreeItems::lift(TreeItem& item) {
  TreeItem& upper = *item.up;
  place_of(upper) = &item;
  item.up = upper.up;
  TreeItem*& from = upper.left == &item ? upper.left : upper.right;
  TreeItem*& to = upper.left == &item ? item.right : item.left;
  from = to;
  if (from != nullptr) from->up = &upper;
  to = &upper;
  upper.up = &item;
  sum_up(upper);
  sum_up(item);
}

// Right behind item.previous.
void TreeItems::hang_in(TreeItem& item) {
  random_ = next_random(random_);
  item.priority = random_;
  TreeItem* upper = item.previous != nullptr ? item.previous : item.next;
  TreeItem** place = &item.parent->top_child;
  if (item.previous != nullptr && item.previous->right == nullptr) {
    place = &item.previous->right;
  } else if (item.next != nullptr) {
    // Whoever comes next has nobody before it, or the previous one would have no right side.
    upper = item.next;
    place = &item.next->left;
  }
  item.up = upper;
  *place = &item;
  changed(item);
  while (item.up != nullptr && item.up->priority < item.priority) lift(item);
}

void TreeItems::changed(TreeItem& item) {
  TreeItem* each = &item;
  while (each != nullptr) {
    sum_up(*each);
    if (each->up != nullptr) {
      each = each->up;
    } else {
      each = each->parent;
      if (each != nullptr && !each->expanded()) return;
    }
  }
}

void TreeItems::remove(TreeItem& item) {
  TreeItem& parent = *item.parent;
  while (item.left != nullptr || item.right != nullptr) {
    const bool left = item.right == nullptr ||
                      (item.left != nullptr && item.left->priority > item.right->priority);
    lift(left ? *item.left : *item.right);
  }
  place_of(item) = nullptr;
  changed(item.up != nullptr ? *item.up : parent);
  (item.previous != nullptr ? item.previous->next : parent.first_child) = item.next;
  (item.next != nullptr ? item.next->previous : parent.last_child) = item.previous;
  const auto index = static_cast<std::uint32_t>(reinterpret_cast<std::uintptr_t>(item.handle)) - 1;
  slots_[index].generation = (slots_[index].generation + 1) & 0x3FFF'FFFF;
  slots_[index].item.reset();
  free_.push_back(index);
  --count_;
  ++version_;
}

void TreeItems::reorder(TreeItem& parent, const std::vector<TreeItem*>& order) {
  parent.first_child = parent.last_child = parent.top_child = nullptr;
  for (TreeItem* item : order) item->up = item->left = item->right = nullptr;
  for (TreeItem* item : order) link(*item, parent, parent.last_child);
  ++version_;
}

TreeItem* TreeItems::last_not_behind(
    TreeItem& parent, const std::function<bool(const TreeItem& child)>& behind) const {
  // Who inserts in order looks at the last one only.
  if (parent.last_child != nullptr && !behind(*parent.last_child)) return parent.last_child;
  TreeItem* found = nullptr;
  const std::uint64_t version = version_;
  for (TreeItem* each = parent.top_child; each != nullptr;) {
    const bool before = behind(*each);
    if (version != version_) return nullptr;
    if (!before) found = each;
    each = before ? each->left : each->right;
  }
  return found;
}

// ---- Rows

bool TreeItems::shown(const TreeItem& item) const {
  for (const TreeItem* each = item.parent; each != nullptr; each = each->parent) {
    if (!each->expanded()) return false;
  }
  return true;
}

int TreeItems::row_of(const TreeItem& item) const {
  int row = 0;
  for (const TreeItem* each = &item; each->parent != nullptr; each = each->parent) {
    if (each->left != nullptr) row += each->left->sum_rows;
    for (; each->up != nullptr; each = each->up) {
      if (each->up->right == each) row += each->up->sum_rows - each->sum_rows;
    }
    row += each->parent->integral;
  }
  return row;
}

TreeItem* TreeItems::at_row(int row) const {
  if (row < 0) return nullptr;
  TreeItem* each = root_.top_child;
  while (each != nullptr) {
    const int before = each->left != nullptr ? each->left->sum_rows : 0;
    if (row < before) {
      each = each->left;
      continue;
    }
    row -= before;
    if (row < each->integral) return each;
    if (row < each->rows) {
      row -= each->integral;
      each = each->top_child;
    } else {
      row -= each->rows;
      each = each->right;
    }
  }
  return nullptr;
}

TreeItem* TreeItems::next_shown(const TreeItem& item) {
  if (item.expanded() && item.first_child != nullptr) return item.first_child;
  for (const TreeItem* each = &item; each != nullptr; each = each->parent) {
    if (each->next != nullptr) return each->next;
  }
  return nullptr;
}

TreeItem* TreeItems::previous_shown(const TreeItem& item) const {
  if (item.previous == nullptr) return item.parent != &root_ ? item.parent : nullptr;
  TreeItem* each = item.previous;
  while (each->expanded() && each->last_child != nullptr) each = each->last_child;
  return each;
}

TreeItem* TreeItems::last_shown() const {
  TreeItem* each = root_.last_child;
  while (each != nullptr && each->expanded() && each->last_child != nullptr) {
    each = each->last_child;
  }
  return each;
}

}  // namespace transom::comctl
