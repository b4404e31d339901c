#include "base/text.h"

#include <gtest/gtest.h>

namespace transom::base {
namespace {

TEST(Text, Utf8AndUtf16GoBothWays) {
  const std::string text = "a\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80";
  EXPECT_EQ(utf8_to_utf16(text), u"a\u00E9\u20AC\U0001F600");
  EXPECT_EQ(utf16_to_utf8(utf8_to_utf16(text)), text);
}

// The Unicode Standard, table 3-8: one U+FFFD for each longest beginning of a valid sequence.
TEST(Text, IllFormedUtf8BecomesReplacementCharacters) {
  EXPECT_EQ(utf8_to_utf16("\x80"), u"\uFFFD");
  EXPECT_EQ(utf8_to_utf16("\xC0\xAF"), u"\uFFFD\uFFFD");
  EXPECT_EQ(utf8_to_utf16("\xE2\x82"), u"\uFFFD");
  EXPECT_EQ(utf8_to_utf16("\xED\xA0\x80"), u"\uFFFD\uFFFD\uFFFD");
  EXPECT_EQ(utf8_to_utf16("\xF0\x9F\x98x"), u"\uFFFDx");
}

TEST(Text, LoneSurrogatesBecomeReplacementCharacters) {
  const char16_t lone[] = {u'a', 0xD800, u'b', 0xDC00, 0};
  EXPECT_EQ(utf16_to_utf8(lone),
            "a\xEF\xBF\xBD"
            "b\xEF\xBF\xBD");
}

TEST(Text, Windows1252IsTheDefaultAnsiCodePage) {
  EXPECT_EQ(to_utf16("\x80\xE9", 1252), u"\u20AC\u00E9");
  EXPECT_EQ(to_ansi(u"\u20AC\u00E9\u0416", 1252), "\x80\xE9?");
}

TEST(Text, OtherCodePagesComeFromIcu) {
  EXPECT_EQ(to_utf16("\xCF\xF0", 1251), u"\u041F\u0440");
  EXPECT_EQ(to_ansi(u"\u041F\u0440", 1251), "\xCF\xF0");
  EXPECT_EQ(to_utf16("\x82\xA0", 932), u"\u3042");
}

TEST(Text, NamesAreComparedWithoutRegardToCase) {
  EXPECT_TRUE(equals_ignoring_case(u"Button\u00C9\u0416", u"bUTTON\u00E9\u0436"));
  EXPECT_FALSE(equals_ignoring_case(u"Button", u"Button1"));
}

}  // namespace
}  // namespace transom::base
