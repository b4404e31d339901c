#include "base/handle_table.h"

#include <gtest/gtest.h>

namespace transom::base {
namespace {

TEST(HandleTable, FindsWhatWasInserted) {
  static HandleTable<int> table;  // tables never free their slots
  int object = 1;
  const std::uint32_t handle = table.insert(&object);
  EXPECT_NE(handle, 0u);
  EXPECT_EQ(table.find(handle), &object);
}

TEST(HandleTable, StaleHandleNeverReachesANewObject) {
  static HandleTable<int> table;  // tables never free their slots
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
  static HandleTable<int> table;  // tables never free their slots
  EXPECT_EQ(table.find(reinterpret_cast<void*>(~std::uintptr_t{0})), nullptr);
  EXPECT_EQ(table.find(reinterpret_cast<void*>(0x123456789ABCULL)), nullptr);
  EXPECT_EQ(table.find(std::uint32_t{0}), nullptr);
}

}  // namespace
}  // namespace transom::base
