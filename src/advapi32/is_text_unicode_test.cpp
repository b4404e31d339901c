// https://learn.microsoft.com/windows/win32/api/winbase/nf-winbase-istextunicode
#include <gtest/gtest.h>

#include <string>

#include "base/win32.h"

namespace {

struct Answer {
  bool unicode;
  int tests;
};

Answer ask(std::string_view bytes, int tests) {
  const WINBOOL unicode = IsTextUnicode(bytes.data(), static_cast<int>(bytes.size()), &tests);
  return {unicode != FALSE, tests};
}

std::string_view bytes_of(const std::u16string& text) {
  return {reinterpret_cast<const char*>(text.data()), text.size() * 2};
}

TEST(IsTextUnicode, FindsSignatures) {
  constexpr int kBoth = IS_TEXT_UNICODE_SIGNATURE | IS_TEXT_UNICODE_REVERSE_SIGNATURE;
  EXPECT_TRUE(ask(bytes_of(u"\uFEFFhi"), kBoth).unicode);
  EXPECT_EQ(ask(bytes_of(u"\uFEFFhi"), kBoth).tests, IS_TEXT_UNICODE_SIGNATURE);
  EXPECT_EQ(ask(bytes_of(u"\uFFFEhi"), kBoth).tests, IS_TEXT_UNICODE_REVERSE_SIGNATURE);
  EXPECT_FALSE(ask("plain text", kBoth).unicode);
  EXPECT_EQ(ask("plain text", kBoth).tests, 0);
}

TEST(IsTextUnicode, TellsTextOfOneByteFromTextOfTwo) {
  EXPECT_TRUE(IsTextUnicode(u"some words", 20, nullptr));
  EXPECT_FALSE(IsTextUnicode("These are some words of plain text, line by line.\r\n", 50, nullptr));
  EXPECT_FALSE(IsTextUnicode(u"odd", 5, nullptr));
  EXPECT_FALSE(IsTextUnicode(u"nul\0x", 10, nullptr));
}

// The example of the page passes the statistics.
TEST(IsTextUnicode, IsNotFoolproof) {
  EXPECT_TRUE(ask("A\n\r\x1D", IS_TEXT_UNICODE_STATISTICS).unicode);
}

TEST(IsTextUnicode, WantsTwoBytes) {
  EXPECT_FALSE(ask("A", ~0).unicode);
  EXPECT_FALSE(IsTextUnicode(nullptr, 10, nullptr));
  EXPECT_FALSE(IsTextUnicode("AB", -3, nullptr));
}

}  // namespace
