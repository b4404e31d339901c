// The text store and the lines of edit controls, against what is plainly right.
#include "user32/control/edit/lines.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <random>

namespace transom::user {
namespace {

TEST(EditTexts, BlocksHoldWhatAStringHolds) {
  std::mt19937 random(7);
  TextStore store;
  std::u16string plain;
  for (int step = 0; step < 2000; ++step) {
    // Mostly within a block, sometimes over several.
    const std::size_t most = step % 40 == 0 ? 3 * TextStore::kLargestBlock : 60;
    const std::size_t begin = random() % (plain.size() + 1);
    const std::size_t end = begin + random() % std::min(plain.size() - begin + 1, most);
    const std::u16string with(random() % most, static_cast<char16_t>(u'a' + random() % 26));
    store.replace(begin, end, with);
    plain.replace(begin, end - begin, with);
    ASSERT_EQ(store.size(), plain.size());
    const std::size_t from = random() % (plain.size() + 1);
    ASSERT_EQ(store.copy(from, plain.size()), plain.substr(from));
    ASSERT_EQ(store.view(from / 2, from),
              std::u16string_view(plain).substr(from / 2, from - from / 2));
    if (plain.empty()) continue;
    ASSERT_EQ(store[from % plain.size()], plain[from % plain.size()]);
  }
}

TEST(EditTexts, HalvesOfACharacterAreKnown) {
  TextStore store;
  store.assign(u"a\xD83D\xDE00z");
  EXPECT_TRUE(is_inside_pair(store, 2));
  EXPECT_FALSE(is_inside_pair(store, 1));
  EXPECT_EQ(whole_character(store, 2), 1u);
  EXPECT_EQ(whole_character(store, 3), 3u);
}

void expect_same(const EditLines& kept, const EditLines& fresh, int step) {
  ASSERT_EQ(kept.count(), fresh.count()) << step;
  for (std::size_t line = 0; line < kept.count(); ++line) {
    ASSERT_EQ(kept[line].begin, fresh[line].begin) << step << " line " << line;
    ASSERT_EQ(kept[line].end, fresh[line].end) << step << " line " << line;
    ASSERT_EQ(kept[line].width, fresh[line].width) << step << " line " << line;
  }
}

// Lines that follow changes are those that a new layout makes.
TEST(EditTexts, LinesFollowChanges) {
  setenv("TRANSOM_HOST", "headless", 0);
  const TabStops tabs{{}, 40};
  MeasuredLine measured;
  TextRuler ruler(nullptr, {nullptr, tabs, 0, measured});
  const std::u16string pieces[] = {u"a", u"word ", u"\r\n",       u"\r",     u"\n",
                                   u" ", u"\t",    u"longerword", u"\r\r\n", u"\x4E00\x4E01"};
  for (const int width : {0, 60, 200}) {
    for (const bool other_ends : {false, true}) {
      const BreakRules rules{true, width, other_ends, other_ends, nullptr};
      std::mt19937 random(static_cast<unsigned>(width) + 11);
      TextStore text;
      EditLines kept;
      for (int step = 0; step < 1500; ++step) {
        const std::size_t begin = random() % (text.size() + 1);
        const std::size_t most = step % 10 == 0 ? 60 : 3;
        const std::size_t end = std::min<std::size_t>(text.size(), begin + random() % (most + 1));
        std::u16string with;
        for (unsigned i = random() % 4; i > 0; --i) with += pieces[random() % std::size(pieces)];
        text.replace(begin, end, with);
        LineBreaker breaker(text, ruler, rules);
        kept.update(text, breaker, {begin, end - begin, with.size()});
        EditLines fresh;
        LineBreaker another(text, ruler, rules);
        fresh.rebuild(text, another);
        expect_same(kept, fresh, step);
        if (testing::Test::HasFatalFailure()) return;
      }
    }
  }
}

}  // namespace
}  // namespace transom::user
