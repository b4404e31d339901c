#include <gtest/gtest.h>

#include <string>

#include "base/win32.h"

namespace {

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-chartooembuffa
TEST(OemText, AsManyBytesAsAreAskedForAreConvertedZeroesToo) {
  if (GetACP() == CP_UTF8) GTEST_SKIP() << "the OEM code page is UTF-8 as well";
  std::string text("a\0\xE9z", 4);  // e with an acute accent
  EXPECT_TRUE(CharToOemBuffA(text.data(), text.data(), 3));
  EXPECT_EQ(text, std::string("a\0\x82z", 4));
  EXPECT_TRUE(OemToCharBuffA(text.data(), text.data(), 3));
  EXPECT_EQ(text, std::string("a\0\xE9z", 4));
  EXPECT_FALSE(CharToOemBuffA(nullptr, text.data(), 3));
}

}  // namespace
