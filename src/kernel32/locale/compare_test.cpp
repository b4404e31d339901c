// https://learn.microsoft.com/windows/win32/intl/handling-sorting-in-your-applications
#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

#include "base/text.h"
#include "base/win32.h"

namespace transom::kernel {
namespace {

constexpr LCID kEnglish = 0x0409;

int order(const char16_t* a, const char16_t* b, DWORD flags = 0, LCID id = kEnglish) {
  return CompareStringW(id, flags, base::as_wchar(a), -1, base::as_wchar(b), -1) - CSTR_EQUAL;
}

TEST(Collation, WordsBeforeCase) {
  EXPECT_EQ(order(u"a", u"B"), -1);
  EXPECT_EQ(order(u"a", u"A"), -1);
  EXPECT_EQ(order(u"Ab", u"aC"), -1);
  EXPECT_EQ(order(u"a", u"A", NORM_IGNORECASE), 0);
  EXPECT_EQ(order(u"a", u"\u00E4"), -1);
  EXPECT_EQ(order(u"\u00E4", u"b"), -1);
  EXPECT_EQ(order(u"a", u"\u00C4", NORM_IGNORECASE | NORM_IGNORENONSPACE), 0);
  EXPECT_EQ(order(u"9", u"10"), 1);
  EXPECT_EQ(order(u"9", u"10", SORT_DIGITSASNUMBERS), -1);
  EXPECT_EQ(order(u"a.b", u"ab", NORM_IGNORESYMBOLS), 0);
}

TEST(Collation, HyphensComeLast) {
  EXPECT_EQ(order(u"co-op", u"coop"), 1);
  EXPECT_EQ(order(u"co-op", u"cooq"), -1);
  EXPECT_EQ(order(u"co-op", u"coop", SORT_STRINGSORT), -1);
  EXPECT_EQ(order(u"c\u00F6-op", u"c\u00F6op"), 1);
  EXPECT_EQ(order(u"c\u00F6-op", u"c\u00F6oq"), -1);
}

// Swedish has its letters with marks behind z.
TEST(Collation, LanguagesDiffer) {
  EXPECT_EQ(order(u"\u00E4", u"z"), -1);
  EXPECT_EQ(order(u"\u00E4", u"z", 0, 0x041D), 1);
}

// What is ASCII is compared by a table, and what is not by ICU: the two must agree.
TEST(Collation, TheTableAndIcuAgree) {
  std::vector<std::u16string> words;
  for (char16_t c = 1; c < 0x7F; ++c) words.push_back(std::u16string(1, c));
  for (const auto& a : words) {
    for (const auto& b : words) {
      const std::u16string x = u'\u00E9' + a, y = u'\u00E9' + b;
      EXPECT_EQ(order(a.c_str(), b.c_str()), order(x.c_str(), y.c_str()))
          << int(a[0]) << " and " << int(b[0]);
    }
  }
}

TEST(Collation, KeysSortAsTexts) {
  const std::vector<const char16_t*> words = {u"",   u"-",    u"a-b",   u"ab",     u"A-b", u"a b",
                                              u"b",  u"coop", u"co-op", u"\u00E9", u"e",   u"E",
                                              u"1+", u"$1",   u"~",     u"Z"};
  const auto key = [](const char16_t* text) {
    const WCHAR* wide = base::as_wchar(text);
    const int size = LCMapStringW(kEnglish, LCMAP_SORTKEY, wide, -1, nullptr, 0);
    std::string bytes(static_cast<std::size_t>(size), '\0');
    LCMapStringW(kEnglish, LCMAP_SORTKEY, wide, -1, reinterpret_cast<WCHAR*>(bytes.data()), size);
    return bytes;
  };
  for (const auto* a : words) {
    for (const auto* b : words) {
      const int by_key = key(a).compare(key(b));
      EXPECT_EQ((by_key > 0) - (by_key < 0), order(a, b))
          << base::utf16_to_utf8(a) << " and " << base::utf16_to_utf8(b);
    }
  }
}

TEST(Collation, FailuresHaveTheirLastErrors) {
  EXPECT_EQ(CompareStringW(kEnglish, 0x80, L"a", -1, L"b", -1), 0);
  EXPECT_EQ(GetLastError(), static_cast<DWORD>(ERROR_INVALID_FLAGS));
  EXPECT_EQ(CompareStringW(kEnglish, 0, nullptr, -1, L"b", -1), 0);
  EXPECT_EQ(GetLastError(), static_cast<DWORD>(ERROR_INVALID_PARAMETER));
  EXPECT_EQ(CompareStringA(kEnglish, 0, "ab", 1, "ac", 1), CSTR_EQUAL);
  EXPECT_EQ(CompareStringOrdinal(L"a", -1, L"B", -1, FALSE), CSTR_GREATER_THAN);
  EXPECT_EQ(CompareStringOrdinal(L"a", -1, L"A", -1, TRUE), CSTR_EQUAL);
  EXPECT_EQ(CompareStringOrdinal(L"a", -2, L"A", -1, TRUE), 0);
}

TEST(FindString, ByCodeAndByLanguage) {
  EXPECT_EQ(FindStringOrdinal(FIND_FROMSTART, L"abcABC", -1, L"B", -1, TRUE), 1);
  EXPECT_EQ(FindStringOrdinal(FIND_FROMEND, L"abcABC", -1, L"b", -1, TRUE), 4);
  EXPECT_EQ(FindStringOrdinal(FIND_STARTSWITH, L"abc", -1, L"b", -1, FALSE), -1);
  EXPECT_EQ(FindStringOrdinal(FIND_ENDSWITH, L"abc", -1, L"bc", -1, FALSE), 1);
  int length = 0;
  EXPECT_EQ(FindNLSString(kEnglish, FIND_FROMSTART | NORM_IGNORECASE | NORM_IGNORENONSPACE,
                          base::as_wchar(u"xxE\u0301yy"), -1, L"e", -1, &length),
            2);
  EXPECT_EQ(length, 2);
}

std::string mapped(DWORD flags, const char16_t* text, LCID id = kEnglish) {
  WCHAR buffer[64] = {};
  const int count = LCMapStringW(id, flags, base::as_wchar(text), -1, buffer, 64);
  if (count == 0) return "error " + std::to_string(GetLastError());
  return base::utf16_to_utf8(base::as_char16(buffer));
}

TEST(MapString, CaseWidthAndKana) {
  EXPECT_EQ(mapped(LCMAP_UPPERCASE, u"stra\u00DFe \u00E4"), "STRAßE Ä");
  EXPECT_EQ(mapped(LCMAP_LOWERCASE, u"ABC"), "abc");
  EXPECT_EQ(mapped(LCMAP_TITLECASE, u"heLLO world"), "Hello World");
  EXPECT_EQ(mapped(LCMAP_UPPERCASE, u"i", 0x041F), "I");
  EXPECT_EQ(mapped(LCMAP_UPPERCASE | LCMAP_LINGUISTIC_CASING, u"i", 0x041F), "İ");
  EXPECT_EQ(mapped(LCMAP_KATAKANA, u"\u3042"), "ア");
  EXPECT_EQ(mapped(LCMAP_FULLWIDTH, u"A1"), "Ａ１");
  EXPECT_EQ(mapped(LCMAP_HALFWIDTH, u"\u30A2\uFF21"), "ｱA");
  EXPECT_EQ(mapped(LCMAP_TRADITIONAL_CHINESE, u"\u6C49"), "漢");
  EXPECT_EQ(mapped(NORM_IGNORENONSPACE, u"\u00E9"), "e");
}

TEST(MapString, FailuresHaveTheirLastErrors) {
  const std::string flags = "error " + std::to_string(ERROR_INVALID_FLAGS);
  EXPECT_EQ(mapped(0, u"a"), flags);
  EXPECT_EQ(mapped(LCMAP_HIRAGANA | LCMAP_KATAKANA, u"a"), flags);
  EXPECT_EQ(mapped(LCMAP_SORTKEY | LCMAP_UPPERCASE, u"a"), flags);
  WCHAR text[] = L"ab";
  EXPECT_EQ(LCMapStringW(kEnglish, LCMAP_UPPERCASE, text, -1, text, 3), 3);
  EXPECT_EQ(text[0], 'A');
  EXPECT_EQ(LCMapStringW(kEnglish, LCMAP_FULLWIDTH, text, -1, text, 3), 0);
  EXPECT_EQ(LCMapStringW(kEnglish, LCMAP_UPPERCASE, text, 0, nullptr, 0), 0);
  EXPECT_EQ(GetLastError(), static_cast<DWORD>(ERROR_INVALID_PARAMETER));
}

TEST(Folding, DigitsLigaturesAndForms) {
  WCHAR buffer[16] = {};
  EXPECT_EQ(FoldStringW(MAP_FOLDDIGITS, base::as_wchar(u"\u0663"), -1, buffer, 16), 2);
  EXPECT_EQ(buffer[0], '3');
  EXPECT_EQ(FoldStringW(MAP_EXPAND_LIGATURES, base::as_wchar(u"\u00DF"), -1, buffer, 16), 3);
  EXPECT_EQ(FoldStringW(MAP_COMPOSITE, base::as_wchar(u"\u00E9"), 1, buffer, 16), 2);
  EXPECT_EQ(FoldStringW(MAP_COMPOSITE | MAP_PRECOMPOSED, L"a", -1, buffer, 16), 0);
  EXPECT_EQ(GetLastError(), static_cast<DWORD>(ERROR_INVALID_FLAGS));
}

TEST(StringType, ClassesOfCharacters) {
  WORD types[6] = {};
  ASSERT_TRUE(GetStringTypeW(CT_CTYPE1, base::as_wchar(u"aZ5 ."), 5, types));
  EXPECT_EQ(types[0], C1_DEFINED | C1_LOWER | C1_ALPHA | C1_XDIGIT);
  EXPECT_EQ(types[1], C1_DEFINED | C1_UPPER | C1_ALPHA);
  EXPECT_EQ(types[2], C1_DEFINED | C1_DIGIT | C1_XDIGIT);
  EXPECT_EQ(types[3], C1_DEFINED | C1_SPACE | C1_BLANK);
  EXPECT_EQ(types[4], C1_DEFINED | C1_PUNCT);
  ASSERT_TRUE(GetStringTypeExW(kEnglish, CT_CTYPE2, base::as_wchar(u"a\u05D0"), 2, types));
  EXPECT_EQ(types[0], C2_LEFTTORIGHT);
  EXPECT_EQ(types[1], C2_RIGHTTOLEFT);
  EXPECT_FALSE(GetStringTypeW(3, L"a", 1, types));
}

}  // namespace
}  // namespace transom::kernel
