#include "user32/default/default_procedure.h"

#include <gtest/gtest.h>

#include <set>

#include "catalog/catalog.h"

namespace transom::user {
namespace {

// An area that lists a message of another area's would silently replace its handler.
TEST(DefaultProcedure, HasOneHandlerForAMessage) {
  std::set<UINT> seen;
  for (const DefaultArea area : default_areas()) {
    for (const DefaultEntry& entry : area()) {
      EXPECT_TRUE(seen.insert(entry.message).second)
          << "two default handlers for " << catalog::name_of(entry.message);
      EXPECT_LT(entry.message, UINT{WM_USER}) << "the table ends there";
      EXPECT_NE(entry.handler, nullptr);
    }
  }
  EXPECT_GT(seen.size(), 50u);
}

}  // namespace
}  // namespace transom::user
