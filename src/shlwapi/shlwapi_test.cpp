// Paths and text of the shell's light-weight helpers.
#include <gtest/gtest.h>
#include <stdlib.h>

#include <string>

#include "base/text.h"
#include "base/win32.h"

#include <shlwapi.h>

namespace transom::shlwapi::test {
namespace {

// A path in a buffer of its own, after a change.
template <class Change>
std::string after(const char* path, Change change) {
  char buffer[MAX_PATH] = {};
  lstrcpynA(buffer, path, MAX_PATH);
  change(buffer);
  return buffer;
}

std::string combined(const char* folder, const char* file) {
  char buffer[MAX_PATH];
  return PathCombineA(buffer, folder, file) != nullptr ? buffer : "(null)";
}

// "A valid file name extension cannot contain a space."
TEST(Paths, FindTheirParts) {
  EXPECT_STREQ(PathFindFileNameA("C:\\folder\\file.txt"), "file.txt");
  EXPECT_STREQ(PathFindFileNameA("C:\\folder\\"), "folder\\");
  EXPECT_STREQ(PathFindFileNameA("file"), "file");
  EXPECT_STREQ(PathFindExtensionA("C:\\a.b\\file.tar.gz"), ".gz");
  EXPECT_STREQ(PathFindExtensionA("C:\\a.b\\file"), "");
  EXPECT_STREQ(PathFindExtensionA("file.no extension"), "");
  EXPECT_STREQ(PathSkipRootA("C:\\folder"), "folder");
  EXPECT_STREQ(PathSkipRootA("\\\\server\\share\\folder"), "folder");
  EXPECT_EQ(PathSkipRootA("folder"), nullptr);
  EXPECT_STREQ(PathFindNextComponentA("one\\two"), "two");
  EXPECT_EQ(PathFindNextComponentA(""), nullptr);
  EXPECT_STREQ(PathGetArgsA("\"a b.exe\" /x y"), "/x y");
  EXPECT_EQ(PathGetDriveNumberA("c:\\"), 2);
  EXPECT_EQ(PathGetDriveNumberA("folder"), -1);
  EXPECT_EQ(PathFindFileNameA(nullptr), nullptr);
}

TEST(Paths, SayWhatTheyAre) {
  for (const char* root : {"\\", "C:\\", "\\\\server", "\\\\server\\share"}) {
    EXPECT_TRUE(PathIsRootA(root)) << root;
  }
  for (const char* other : {"C:", "C:\\folder", "\\\\server\\share\\folder", "folder", ""}) {
    EXPECT_FALSE(PathIsRootA(other)) << other;
  }
  EXPECT_TRUE(PathIsRelativeA("folder\\file"));
  EXPECT_FALSE(PathIsRelativeA("\\folder"));
  EXPECT_TRUE(PathIsUNCServerShareA("\\\\server\\share"));
  EXPECT_FALSE(PathIsUNCServerA("\\\\server\\share"));
  EXPECT_TRUE(PathIsURLA("https://example.org"));
  EXPECT_FALSE(PathIsURLA("C:\\folder"));
  EXPECT_TRUE(PathIsPrefixA("C:\\one", "c:\\One\\two"));
  EXPECT_FALSE(PathIsPrefixA("C:\\one", "C:\\onetwo"));
  EXPECT_TRUE(PathIsFileSpecA("file.txt"));
  EXPECT_FALSE(PathIsFileSpecA("folder\\file.txt"));
}

// "The directory path should be in the form of A:,B:, ..., Z:"; "." and ".." are resolved.
TEST(Paths, AreCombinedAndCanonicalized) {
  EXPECT_EQ(combined("C:\\one", "two"), "C:\\one\\two");
  EXPECT_EQ(combined("C:\\one\\", "..\\two"), "C:\\two");
  EXPECT_EQ(combined("C:\\one", "\\two"), "C:\\two");
  EXPECT_EQ(combined("C:\\one", "D:\\two"), "D:\\two");
  EXPECT_EQ(combined("C:", "one"), "C:\\one");
  EXPECT_EQ(combined(nullptr, nullptr), "(null)");
  const std::string much(200, 'x');
  EXPECT_EQ(combined(("C:\\" + much).c_str(), much.c_str()), "(null)");
  EXPECT_EQ(after("C:\\a\\.\\b\\..\\c", [](char* p) { PathCanonicalizeA(p, p); }), "C:\\a\\c");
  EXPECT_EQ(after("C:\\a\\..\\..\\..", [](char* p) { PathCanonicalizeA(p, p); }), "C:\\");
}

TEST(Paths, ChangeInTheirBuffers) {
  EXPECT_EQ(after("C:\\one\\two", PathRemoveFileSpecA), "C:\\one");
  EXPECT_EQ(after("C:\\one", PathRemoveFileSpecA), "C:\\");
  EXPECT_EQ(after("C:\\", PathRemoveFileSpecA), "C:\\");
  EXPECT_EQ(after("one", PathRemoveFileSpecA), "");
  EXPECT_EQ(after("C:\\one\\two.txt", PathStripPathA), "two.txt");
  EXPECT_EQ(after("C:\\one\\two", PathStripToRootA), "C:\\");
  EXPECT_EQ(after("file.txt", PathRemoveExtensionA), "file");
  EXPECT_EQ(after("file.txt", [](char* p) { PathRenameExtensionA(p, ".c"); }), "file.c");
  EXPECT_EQ(after("file", [](char* p) { PathAddExtensionA(p, nullptr); }), "file.exe");
  EXPECT_EQ(after("C:\\one", PathAddBackslashA), "C:\\one\\");
  EXPECT_EQ(after("C:\\one\\", PathRemoveBackslashA), "C:\\one");
  EXPECT_EQ(after("C:\\", PathRemoveBackslashA), "C:\\");
  EXPECT_EQ(after("a b", PathQuoteSpacesA), "\"a b\"");
  EXPECT_EQ(after("\"a b\"", PathUnquoteSpacesA), "a b");
  EXPECT_EQ(after("  a b ", PathRemoveBlanksA), "a b");
  EXPECT_EQ(after("\"a b.exe\" /x", PathRemoveArgsA), "\"a b.exe\"");
}

TEST(Paths, ThatWouldBeTooLongStay) {
  const std::string longest(MAX_PATH - 1, 'x');
  EXPECT_EQ(after(longest.c_str(), PathAddBackslashA), longest);
  EXPECT_EQ(after(longest.c_str(), [](char* p) { PathRenameExtensionA(p, ".txt"); }), longest);
}

TEST(Paths, HaveACommonBeginning) {
  char prefix[MAX_PATH];
  EXPECT_EQ(PathCommonPrefixA("C:\\win\\desktop", "c:\\WIN\\tray", prefix), 6);
  EXPECT_STREQ(prefix, "C:\\win");
  EXPECT_EQ(PathCommonPrefixA("C:\\one", "C:\\two", nullptr), 3);
  EXPECT_EQ(PathCommonPrefixA("C:\\one", "D:\\one", nullptr), 0);
}

TEST(Paths, MatchPatterns) {
  EXPECT_TRUE(PathMatchSpecA("File.TXT", "*.c; *.txt"));
  EXPECT_TRUE(PathMatchSpecA("file", "*.*"));
  EXPECT_TRUE(PathMatchSpecA("ab.c", "a?.*"));
  EXPECT_FALSE(PathMatchSpecA("file.txt", "*.c"));
  EXPECT_TRUE(PathMatchSpecW(L"axbxc", L"a*b*c"));
}

// "The file name is shortened with an ellipsis": for 20 characters with the end.
TEST(Paths, AreCompacted) {
  char to[40];
  ASSERT_TRUE(PathCompactPathExA(to, "C:\\one\\two\\three\\four.txt", 20, 0));
  EXPECT_STREQ(to, "C:\\one\\...\\four.txt");
  ASSERT_TRUE(PathCompactPathExA(to, "short", 20, 0));
  EXPECT_STREQ(to, "short");
  EXPECT_FALSE(PathCompactPathExA(to, "short", 0, 0));
}

TEST(Paths, KnowWhatIsThere) {
  char name[] = "/tmp/transom-paths-XXXXXX";
  ASSERT_NE(mkdtemp(name), nullptr);
  EXPECT_TRUE(PathFileExistsA(name));
  EXPECT_EQ(PathIsDirectoryA(name), FILE_ATTRIBUTE_DIRECTORY);
  EXPECT_TRUE(PathIsDirectoryEmptyA(name));
  RemoveDirectoryA(name);
  EXPECT_FALSE(PathFileExistsA(name));
  EXPECT_FALSE(PathFileExistsA(nullptr));
}

TEST(Strings, AreSearched) {
  EXPECT_STREQ(StrStrA("one two", "two"), "two");
  EXPECT_EQ(StrStrA("one two", "Two"), nullptr);
  EXPECT_STREQ(StrStrIA("one two", "TW"), "two");
  EXPECT_EQ(StrStrA("one", ""), nullptr);
  EXPECT_EQ(StrStrNW(L"one two", L"two", 6), nullptr);
  EXPECT_STREQ(StrRStrIA("abab", nullptr, "AB"), "ab");
  EXPECT_STREQ(StrChrA("a.b.c", '.'), ".b.c");
  EXPECT_STREQ(StrRChrA("a.b.c", nullptr, '.'), ".c");
  EXPECT_EQ(StrSpnA("aabc", "ab"), 3);
  EXPECT_EQ(StrCSpnA("abc,d", ","), 3);
  EXPECT_STREQ(StrPBrkA("abc", "cb"), "bc");
  EXPECT_EQ(StrChrA(nullptr, 'a'), nullptr);
}

// "Digits in the strings are considered as numerical content rather than text."
TEST(Strings, AreCompared) {
  EXPECT_LT(StrCmpLogicalW(L"file9", L"file10"), 0);
  EXPECT_EQ(StrCmpLogicalW(L"File010", L"file10"), 0);
  EXPECT_EQ(StrCmpIW(L"ABC", L"abc"), 0);
  EXPECT_EQ(StrCmpNIA("abcdef", "ABCxyz", 3), 0);
  EXPECT_GT(StrCmpCA("b", "a"), 0);
  EXPECT_LT(StrCmpCA("a", "ab"), 0);
  EXPECT_NE(StrCmpW(nullptr, L"a"), 0);
  EXPECT_FALSE(ChrCmpIW('a', 'A'));
}

TEST(Strings, BecomeNumbersAndSizes) {
  int number = 0;
  EXPECT_EQ(StrToIntA("-12x"), -12);
  EXPECT_FALSE(StrToIntExA("x", STIF_DEFAULT, &number));
  EXPECT_TRUE(StrToIntExA(" 0x1F", STIF_SUPPORT_HEX, &number));
  EXPECT_EQ(number, 31);
  char text[40];
  EXPECT_STREQ(StrFormatByteSizeA(532, text, 40), "532 bytes");
  EXPECT_STREQ(StrFormatByteSizeA(1340, text, 40), "1.30 KB");
  EXPECT_STREQ(StrFormatByteSizeA(23'506, text, 40), "22.9 KB");
  EXPECT_STREQ(StrFormatByteSize64A(2'400'016'000, text, 40), "2.23 GB");
  EXPECT_STREQ(StrFormatKBSizeA(1'500'000, text, 40), "1,465 KB");
  StrFromTimeIntervalA(text, 40, 74'000, 3);
  EXPECT_STREQ(text, " 1 min 14 sec");
  StrFromTimeIntervalA(text, 40, 74'000, 2);
  EXPECT_STREQ(text, " 1 min 10 sec");
}

// "The buffer's size": never more, always ended.
TEST(Strings, AreCutToTheirBuffers) {
  char text[6] = "ab";
  EXPECT_STREQ(StrCatBuffA(text, "cdefgh", 6), "abcde");
  EXPECT_EQ(wnsprintfA(text, 6, "%d items", 12), -1);
  EXPECT_STREQ(text, "12 it");
  EXPECT_EQ(wnsprintfA(text, 6, "%d", 12), 2);
  char trimmed[] = "--a-b-";
  EXPECT_TRUE(StrTrimA(trimmed, "-"));
  EXPECT_STREQ(trimmed, "a-b");
  char* copy = StrDupA("copy");
  EXPECT_STREQ(copy, "copy");
  LocalFree(copy);
}

}  // namespace
}  // namespace transom::shlwapi::test
