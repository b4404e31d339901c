#include "comctl32/tree_view/tree_items.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace transom::comctl {
namespace {

// What the treap must agree with: every row by walking.
std::vector<const TreeItem*> walk(const TreeItems& items) {
  std::vector<const TreeItem*> rows;
  for (const TreeItem* each = items.root().first_child; each != nullptr;
       each = TreeItems::next_shown(*each)) {
    for (int part = 0; part < each->integral; ++part) rows.push_back(each);
  }
  return rows;
}

void expect_consistent(const TreeItems& items) {
  const auto rows = walk(items);
  ASSERT_EQ(items.rows(), static_cast<int>(rows.size()));
  int reach = -1;
  for (std::size_t row = 0; row < rows.size(); ++row) {
    ASSERT_EQ(items.at_row(static_cast<int>(row)), rows[row]);
    if (row == 0 || rows[row] != rows[row - 1]) {
      ASSERT_EQ(items.row_of(*rows[row]), static_cast<int>(row));
    }
    reach = std::max(reach, rows[row]->right_edge);
  }
  ASSERT_EQ(items.at_row(items.rows()), nullptr);
  ASSERT_EQ(items.at_row(-1), nullptr);
  ASSERT_EQ(items.reach(), reach);
}

TreeItem* any(std::vector<TreeItem*>& all, std::mt19937& random) {
  return all.empty() ? nullptr : all[random() % all.size()];
}

TEST(TreeItems, RowsAgreeWithWalkingWhateverHappens) {
  std::mt19937 random(7);
  TreeItems items;
  std::vector<TreeItem*> all;
  for (int step = 0; step < 3000; ++step) {
    TreeItem* item = any(all, random);
    switch (random() % 6) {
      case 0:
        if (item != nullptr) item->state ^= TVIS_EXPANDED;
        break;
      case 1:
        if (item != nullptr) item->integral = 1 + static_cast<int>(random() % 3);
        break;
      case 2:
        if (item != nullptr && item->first_child == nullptr) {
          std::erase(all, item);
          items.remove(*item);
          item = nullptr;
        }
        break;
      default: {
        TreeItem& parent = item != nullptr && random() % 2 == 0 ? *item : items.root();
        TreeItem* after = random() % 2 == 0 ? parent.last_child : nullptr;
        if (item != nullptr && item->parent == &parent) after = item;
        item = items.insert(parent, after);
        item->right_edge = static_cast<int>(random() % 500);
        all.push_back(item);
      }
    }
    if (item != nullptr) items.changed(*item);
    if (step % 50 == 0) expect_consistent(items);
  }
  expect_consistent(items);
  EXPECT_EQ(items.count(), all.size());
}

TEST(TreeItems, ANewOrderIsTheOrder) {
  TreeItems items;
  std::vector<TreeItem*> order;
  for (int index = 0; index < 100; ++index) {
    order.push_back(items.insert(items.root(), items.root().last_child));
  }
  std::ranges::reverse(order);
  items.reorder(items.root(), order);
  for (int index = 0; index < 100; ++index) EXPECT_EQ(items.at_row(index), order[index]);
  expect_consistent(items);
}

TEST(TreeItems, AHandleOfAnItemThatIsGoneFindsNothing) {
  TreeItems items;
  TreeItem* item = items.insert(items.root(), nullptr);
  const HTREEITEM handle = item->handle;
  EXPECT_EQ(items.find(handle), item);
  items.remove(*item);
  EXPECT_EQ(items.find(handle), nullptr);
  const TreeItem* next = items.insert(items.root(), nullptr);
  EXPECT_NE(next->handle, handle);
  EXPECT_EQ(items.find(handle), nullptr);
  for (const auto& wrong : {TVI_ROOT, TVI_FIRST, TVI_LAST, TVI_SORT, HTREEITEM{nullptr}}) {
    EXPECT_EQ(items.find(wrong), nullptr);
  }
}

}  // namespace
}  // namespace transom::comctl
