// printf by the rules of
// https://learn.microsoft.com/cpp/c-runtime-library/format-specification-syntax-printf-and-wprintf-functions
#include <gtest/gtest.h>

#include "msvcrt/crt.h"

namespace {

template <class... Arguments>
std::string narrow(const char* pattern, Arguments... arguments) {
  char buffer[256];
  transom_snprintf(buffer, sizeof buffer, pattern, arguments...);
  return buffer;
}

template <class... Arguments>
std::u16string wide(const wchar_t* pattern, Arguments... arguments) {
  wchar_t buffer[256];
  transom_swprintf(buffer, 256, pattern, arguments...);
  return reinterpret_cast<const char16_t*>(buffer);
}

TEST(Printf, LongTakes32Bits) {
  EXPECT_EQ(narrow("%ld %lu %lx", -1, 4294967295u, 0xabcdu), "-1 4294967295 abcd");
}

TEST(Printf, SixtyFourBits) {
  EXPECT_EQ(narrow("%I64d %lld %I64x", -5LL, 1LL << 40, 0xffffffffffULL),
            "-5 1099511627776 ffffffffff");
  EXPECT_EQ(narrow("%Iu %zu %I32d", size_t{7}, size_t{8}, -9), "7 8 -9");
}

TEST(Printf, CapitalSIsTheOtherKindOfCharacter) {
  EXPECT_EQ(narrow("%s %S %ls %hs %ws", "a", L"b", L"c", "d", L"e"), "a b c d e");
  EXPECT_EQ(wide(L"%s %S %ls %hs %ws", L"a", "b", L"c", "d", L"e"), u"a b c d e");
  EXPECT_EQ(wide(L"%c%C%hc%lc", L'a', 'b', 'c', L'd'), u"abcd");
}

TEST(Printf, WidthAndPrecision) {
  EXPECT_EQ(narrow("[%5d][%-5d][%05d][%+d][%.3d]", 42, 42, 42, 42, 7),
            "[   42][42   ][00042][+42][007]");
  EXPECT_EQ(narrow("[%*.*s][%-4s]", 5, 2, "abc", "x"), "[   ab][x   ]");
  EXPECT_EQ(narrow("%#x %#o %X", 255, 8, 171), "0xff 010 AB");
  EXPECT_EQ(narrow("%.2f %e %g", 3.14159, 1500.0, 0.5), "3.14 1.500000e+03 0.5");
}

TEST(Printf, NullTextAndPointers) {
  EXPECT_EQ(narrow("%s", static_cast<const char*>(nullptr)), "(null)");
  EXPECT_EQ(narrow("%p", reinterpret_cast<void*>(0xbeef)), "000000000000BEEF");
}

TEST(Printf, PercentAndUnknownConversions) {
  EXPECT_EQ(narrow("100%% %y"), "100% y");
  EXPECT_EQ(narrow("%"), "");
}

// _snprintf leaves a full buffer without an end, and says so with -1.
TEST(Printf, CountedBuffersNeedNotEnd) {
  char buffer[5] = "____";
  EXPECT_EQ(_snprintf(buffer, 3, "abcd"), -1);
  EXPECT_EQ(std::string(buffer, 4), "abc_");
  EXPECT_EQ(_snprintf(buffer, 4, "abcd"), 4);
  EXPECT_EQ(transom_snprintf(buffer, 3, "abcd"), 4);
  EXPECT_STREQ(buffer, "ab");
}

TEST(Printf, SecureBuffersAreEmptiedWhenTooSmall) {
  char buffer[4] = "xyz";
  EXPECT_EQ(sprintf_s(buffer, sizeof buffer, "abcd"), -1);
  EXPECT_STREQ(buffer, "");
  EXPECT_EQ(_snprintf_s(buffer, sizeof buffer, _TRUNCATE, "abcd"), -1);
  EXPECT_STREQ(buffer, "abc");
  EXPECT_EQ(_scprintf("%d", 12345), 5);
}

}  // namespace
