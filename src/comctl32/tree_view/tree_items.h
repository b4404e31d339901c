// The items of a tree view: who is whose child, in which order, and in which row each is shown.
//
// Contract
//  - A handle carries slot and generation: that of an item that is gone never finds another.
//  - Items do not move in memory. Who calls back into the program meanwhile finds an item again by
//    its handle.
//  - The children of an item are a list and, over it, a balanced tree (a treap) that sums up rows
//  and
//    widths: to insert, to remove, and to go from an item to its row and back takes logarithmic
//    time for each level, however many there are.
//  - After a change of `state`'s TVIS_EXPANDED, of `integral` or of `right_edge`: call changed().
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "base/common_controls.h"

namespace transom::comctl {

struct TreeItem {
  std::u16string text;
  bool text_callback = false;
  int image = 0;
  int selected_image = 0;
  int expanded_image = I_IMAGENONE;
  int children = 0;  // as declared: 0, 1, I_CHILDRENCALLBACK
  int integral = 1;  // its height, in rows
  LPARAM data = 0;
  UINT state = 0;           // TVIS_
  UINT extended_state = 0;  // TVIS_EX_
  int right_edge = -1;      // of its label, in pixels from the tree's left; -1: not measured yet
  bool leaving = false;     // its TVN_DELETEITEM is under way, or that of an ancestor

  HTREEITEM handle = nullptr;
  TreeItem* parent = nullptr;  // null for the invisible root alone
  TreeItem* previous = nullptr;
  TreeItem* next = nullptr;
  TreeItem* first_child = nullptr;
  TreeItem* last_child = nullptr;
  int level = -1;  // 0: at the root

  bool expanded() const { return (state & TVIS_EXPANDED) != 0; }
  bool has_ancestor(const TreeItem& other) const;

 private:
  friend class TreeItems;
  // Among its siblings.
  TreeItem* up = nullptr;
  TreeItem* left = nullptr;
  TreeItem* right = nullptr;
  TreeItem* top_child = nullptr;
  std::uint32_t priority = 0;
  int rows = 0;      // its own and those of its shown descendants
  int reach = -1;    // the furthest right edge of the same
  int sum_rows = 0;  // of the siblings below this one in the treap too
  int most_reach = 0;
};

class TreeItems {
 public:
  TreeItems();
  TreeItems(const TreeItems&) = delete;
  TreeItems& operator=(const TreeItems&) = delete;

  TreeItem& root() { return root_; }
  const TreeItem& root() const { return root_; }
  // Null where there is none; TVI_ROOT is none.
  TreeItem* find(HTREEITEM handle) const;
  // By the lower half of a handle.
  TreeItem* in_slot(std::uint32_t number) const {
    return number - 1 < slots_.size() ? slots_[number - 1].item.get() : nullptr;
  }
  std::size_t count() const { return count_; }
  // Goes up with each insertion, removal and new order.
  std::uint64_t version() const { return version_; }

  // Behind a child of `parent`, or as its first. Null where there are too many.
  TreeItem* insert(TreeItem& parent, TreeItem* after);
  // The item has no children.
  void remove(TreeItem& item);
  // `order`: all children of `parent`.
  void reorder(TreeItem& parent, const std::vector<TreeItem*>& order);
  void changed(TreeItem& item);
  // The last child that is not `behind` a new one; null: all are. Children are taken to be sorted.
  TreeItem* last_not_behind(TreeItem& parent,
                            const std::function<bool(const TreeItem& child)>& behind) const;

  // Whether all its ancestors are expanded.
  bool shown(const TreeItem& item) const;
  int rows() const { return root_.rows; }
  int reach() const { return root_.reach; }
  int row_of(const TreeItem& item) const;
  // Null below the last.
  TreeItem* at_row(int row) const;
  // In the order of rows; null at the ends.
  static TreeItem* next_shown(const TreeItem& item);
  TreeItem* previous_shown(const TreeItem& item) const;
  TreeItem* last_shown() const;

  // Every item, parents first; none may come or go meanwhile.
  template <class Visit>
  void for_each(Visit&& visit) {
    for (const Slot& slot : slots_) {
      if (slot.item) visit(*slot.item);
    }
  }

 private:
  struct Slot {
    std::unique_ptr<TreeItem> item;
    std::uint32_t generation = 1;
  };

  void link(TreeItem& item, TreeItem& parent, TreeItem* after);
  void hang_in(TreeItem& item);
  void lift(TreeItem& item);
  static void sum_up(TreeItem& item);
  static TreeItem*& place_of(TreeItem& item);

  TreeItem root_;
  std::vector<Slot> slots_;
  std::vector<std::uint32_t> free_;
  std::size_t count_ = 0;
  std::uint64_t version_ = 0;
  std::uint32_t random_ = 2463534242;
};

}  // namespace transom::comctl
