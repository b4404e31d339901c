#include "base/handle_table.h"

#include <gtest/gtest.h>

namespace transom::base {
namespace {

TEST(HandleTable, FindsWhatWasInserted) {
  static HandleTable<int, HandleKind::kWindow> table;  // tables never free their slots
  int object = 1;
  const std::uint32_t handle = table.insert(&object);
  EXPECT_NE(handle, 0u);
  EXPECT_EQ(table.find(handle), &object);
}

TEST(HandleTable, StaleHandleNeverReachesANewObject) {
  static HandleTable<int, HandleKind::kWindow> table;  // tables never free their slots
  int object = 1;
  const std::uint32_t stale = table.insert(&object);
  EXPECT_EQ(table.remove(stale), &object);
  for (int i = 0; i < 1000; ++i) {
    const std::uint32_t handle = table.insert(&object);
    EXPECT_NE(handle, stale);
    EXPECT_EQ(table.find(stale), nullptr);
    table.remove(handle);
  }
}

TEST(HandleTable, PointersThatWereNeverHandlesFindNothing) {
  static HandleTable<int, HandleKind::kWindow> table;  // tables never free their slots
  EXPECT_EQ(table.find(reinterpret_cast<void*>(~std::uintptr_t{0})), nullptr);
  EXPECT_EQ(table.find(reinterpret_cast<void*>(0x123456789ABCULL)), nullptr);
  EXPECT_EQ(table.find(std::uint32_t{0}), nullptr);
}

// Programs mix handles up: a menu's must not find a window.
TEST(HandleTable, KindsHaveHandlesOfTheirOwn) {
  static HandleTable<int, HandleKind::kWindow> windows;
  static HandleTable<int, HandleKind::kMenu> menus;
  int object = 1;
  for (int i = 0; i < 1000; ++i) {
    const std::uint32_t menu = menus.insert(&object), window = windows.insert(&object);
    EXPECT_EQ(windows.find(menu), nullptr);
    EXPECT_EQ(menus.find(window), nullptr);
    menus.remove(menu);
    windows.remove(window);
  }
}

}  // namespace
}  // namespace transom::base
