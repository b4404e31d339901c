// The string functions, where Microsoft's rules are their own.
#include <gtest/gtest.h>

#include <cerrno>

#include "msvcrt/crt.h"

namespace {

std::u16string view(const wchar_t* text) {
  return reinterpret_cast<const char16_t*>(text);
}

TEST(WideStrings, SearchesAndTokens) {
  wchar_t text[] = L"a,bc,,d";
  wchar_t* state = nullptr;
  EXPECT_EQ(view(transom_wcstok(text, L",", &state)), u"a");
  EXPECT_EQ(view(transom_wcstok(nullptr, L",", &state)), u"bc");
  EXPECT_EQ(view(transom_wcstok(nullptr, L",", &state)), u"d");
  EXPECT_EQ(transom_wcstok(nullptr, L",", &state), nullptr);
  EXPECT_EQ(view(transom_wcsrchr(L"a.b.c", L'.')), u".c");
  EXPECT_EQ(transom_wcsspn(L"aab", L"a"), 2u);
}

TEST(WideStrings, CaseIsUnicodes) {
  EXPECT_EQ(_wcsicmp(L"\x00c4pfel", L"\x00e4PFEL"), 0);
  EXPECT_EQ(transom_towupper(0x3b1), 0x391u);
  EXPECT_TRUE(transom_iswalpha(0xe9));
  EXPECT_FALSE(transom_iswalpha(WEOF));
}

// https://learn.microsoft.com/cpp/c-runtime-library/reference/strcpy-s-wcscpy-s-mbscpy-s
TEST(SecureStrings, ATooSmallTargetIsEmptied) {
  char target[4] = "old";
  EXPECT_EQ(strcpy_s(target, sizeof target, "long"), ERANGE);
  EXPECT_STREQ(target, "");
  EXPECT_EQ(strcpy_s(target, sizeof target, "abc"), 0);
  EXPECT_EQ(strncpy_s(target, sizeof target, "wxyz", _TRUNCATE), 80);
  EXPECT_STREQ(target, "wxy");
  EXPECT_EQ(strcpy_s(nullptr, 4, "a"), EINVAL);
}

// https://learn.microsoft.com/cpp/c-runtime-library/reference/itoa-itow
TEST(Numbers, ToText) {
  char text[80];
  EXPECT_STREQ(_itoa(-12, text, 10), "-12");
  EXPECT_STREQ(_itoa(-1, text, 16), "ffffffff");
  EXPECT_STREQ(_ltoa(-1, text, 16), "ffffffff");
  EXPECT_STREQ(_i64toa(-1, text, 2), std::string(64, '1').c_str());
  EXPECT_EQ(_itoa_s(12345, text, 5, 10), ERANGE);
  wchar_t wide[80];
  EXPECT_EQ(view(_itow(255, wide, 16)), u"ff");
}

TEST(Numbers, FromWideText) {
  wchar_t* end = nullptr;
  EXPECT_EQ(transom_wcstol(L" -42x", &end, 10), -42);
  EXPECT_EQ(view(end), u"x");
  EXPECT_EQ(transom_wcstoul(L"0xff", nullptr, 0), 255u);
  EXPECT_EQ(transom_wcstod(L"1.5e2", nullptr), 150.0);
  EXPECT_EQ(_wtoi(L"17 and more"), 17);
}

// https://learn.microsoft.com/cpp/c-runtime-library/reference/splitpath-wsplitpath
TEST(PathParts, SplitAndMake) {
  char drive[_MAX_DRIVE], directory[_MAX_DIR], name[_MAX_FNAME], extension[_MAX_EXT];
  _splitpath("C:\\one\\two.x\\file.tar.gz", drive, directory, name, extension);
  EXPECT_STREQ(drive, "C:");
  EXPECT_STREQ(directory, "\\one\\two.x\\");
  EXPECT_STREQ(name, "file.tar");
  EXPECT_STREQ(extension, ".gz");
  char path[_MAX_PATH];
  _makepath(path, "c", "one", "file", "txt");
  EXPECT_STREQ(path, "c:one\\file.txt");
}

// The generator that every program with Microsoft's run-time has: 41 first, from seed 1.
TEST(Random, TheKnownSequence) {
  transom_srand(1);
  EXPECT_EQ(transom_rand(), 41);
  EXPECT_EQ(transom_rand(), 18467);
  EXPECT_EQ(transom_rand(), 6334);
}

TEST(Multibyte, CopiesAndLengths) {
  wchar_t wide[8];
  EXPECT_EQ(transom_mbstowcs(wide, "abc", 8), 3u);
  EXPECT_EQ(view(wide), u"abc");
  EXPECT_EQ(transom_mbstowcs(nullptr, "abc", 0), 3u);
  char narrow[8];
  size_t converted = 0;
  EXPECT_EQ(wcstombs_s(&converted, narrow, sizeof narrow, L"xyz", _TRUNCATE), 0);
  EXPECT_EQ(converted, 4u);
  EXPECT_STREQ(narrow, "xyz");
}

}  // namespace
