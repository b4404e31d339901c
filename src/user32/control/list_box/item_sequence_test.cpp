#include "user32/control/list_box/item_sequence.h"

#include <gtest/gtest.h>

#include <random>

namespace transom::user {
namespace {

TEST(ItemSequence, IsASequenceWhateverIsInsertedAndErased) {
  ItemSequence<int> sequence;
  std::vector<int> expected;
  std::mt19937 random(7);
  for (int step = 0; step < 20000; ++step) {
    const bool insert = expected.empty() || random() % 3 != 0;
    const std::size_t at = random() % (expected.size() + (insert ? 1 : 0));
    if (insert) {
      sequence.insert(at, step);
      expected.insert(expected.begin() + static_cast<std::ptrdiff_t>(at), step);
    } else {
      sequence.erase(at);
      expected.erase(expected.begin() + static_cast<std::ptrdiff_t>(at));
    }
  }
  ASSERT_EQ(sequence.size(), expected.size());
  for (std::size_t i = 0; i < expected.size(); ++i) ASSERT_EQ(sequence[i], expected[i]);
}

}  // namespace
}  // namespace transom::user
