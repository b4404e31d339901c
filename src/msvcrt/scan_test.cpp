// scanf by the rules of
// https://learn.microsoft.com/cpp/c-runtime-library/format-specification-fields-scanf-and-wscanf-functions
#include <gtest/gtest.h>

#include "msvcrt/crt.h"

namespace {

TEST(Scanf, LongStores32Bits) {
  int values[2] = {0, 99};
  EXPECT_EQ(transom_sscanf("-7", "%ld", &values[0]), 1);
  EXPECT_EQ(values[0], -7);
  EXPECT_EQ(values[1], 99);
  long long large = 0;
  EXPECT_EQ(transom_sscanf("1099511627776", "%I64d", &large), 1);
  EXPECT_EQ(large, 1LL << 40);
}

TEST(Scanf, NumbersAndLiterals) {
  int a = 0, b = 0, c = 0, consumed = 0;
  EXPECT_EQ(transom_sscanf("10, 0x1f;017!", "%d,%i;%i!%n", &a, &b, &c, &consumed), 3);
  EXPECT_EQ(a, 10);
  EXPECT_EQ(b, 31);
  EXPECT_EQ(c, 15);
  EXPECT_EQ(consumed, 13);
  float f = 0;
  double d = 0;
  EXPECT_EQ(transom_sscanf("1.5 -2e3", "%f %lf", &f, &d), 2);
  EXPECT_EQ(f, 1.5f);
  EXPECT_EQ(d, -2000.0);
}

TEST(Scanf, WordsSetsAndWidths) {
  char word[8], set[8];
  EXPECT_EQ(transom_sscanf("hello abc-1", "%3s%*s %[a-c]", word, set), 2);
  EXPECT_STREQ(word, "hel");
  EXPECT_STREQ(set, "abc");
  wchar_t text[8];
  EXPECT_EQ(transom_swscanf(L"one two", L"%s %hs", text, word), 2);
  EXPECT_EQ(transom_wcscmp(text, L"one"), 0);
  EXPECT_STREQ(word, "two");
}

TEST(Scanf, EndsAndFailures) {
  int value = 5;
  EXPECT_EQ(transom_sscanf("", "%d", &value), EOF);
  EXPECT_EQ(transom_sscanf("x", "%d", &value), 0);
  EXPECT_EQ(value, 5);
}

TEST(Scanf, SecureTextTakesItsSize) {
  char small[3] = "zz";
  EXPECT_EQ(sscanf_s("abcdef", "%s", small, 3u), 0);
  EXPECT_STREQ(small, "");
  EXPECT_EQ(sscanf_s("ab", "%s", small, 3u), 1);
  EXPECT_STREQ(small, "ab");
}

}  // namespace
