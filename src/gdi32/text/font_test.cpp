// Font matching and metrics.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

#include "gdi32/text/dc_text.h"
#include "gdi32/text/test_dc.h"

namespace transom::gdi {
namespace {

TEXTMETRICA metrics_of(TestDc& dc) {
  TEXTMETRICA metrics{};
  EXPECT_TRUE(GetTextMetricsA(dc.handle, &metrics));
  return metrics;
}

std::string face_of(TestDc& dc) {
  char face[LF_FACESIZE] = "";
  GetTextFaceA(dc.handle, LF_FACESIZE, face);
  return face;
}

int width_of(TestDc& dc, const char* text) {
  SIZE size{};
  EXPECT_TRUE(GetTextExtentPoint32A(dc.handle, text, static_cast<int>(strlen(text)), &size));
  return size.cx;
}

// The average that MapDialogRect's base unit is made of.
int dialog_base_width(TestDc& dc) {
  return (width_of(dc, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz") / 26 + 1) / 2;
}

// What is watched for new fonts is where the fonts are from, folders below others among them.
TEST(FontFolders, HaveTheFontsThatAreFound) {
  const std::vector<std::string> folders = font_folders();
  for (const char16_t* family : {u"Arial", u"Courier New", u"Symbol"}) {
    FontQuery query;
    query.family = family;
    std::lock_guard lock(font_mutex());
    const FoundFont found = find_font(query);
    if (found.file == nullptr) continue;
    const auto folder = std::filesystem::canonical(found.file->path).parent_path().string();
    EXPECT_NE(std::ranges::find(folders, folder), folders.end()) << folder;
  }
}

// LOGFONT: a positive height is of the cell, a negative one of the characters (cell less internal
// leading).
TEST(Font, PositiveHeightIsTheCell) {
  TestDc dc;
  for (const int height : {8, 13, 16, 24, 37, 100}) {
    dc.select(height, "Arial");
    EXPECT_EQ(metrics_of(dc).tmHeight, height);
  }
}

TEST(Font, NegativeHeightIsTheCharacters) {
  TestDc dc;
  for (const int height : {-8, -13, -16, -24, -100}) {
    dc.select(height, "Arial");
    const TEXTMETRICA m = metrics_of(dc);
    EXPECT_EQ(m.tmHeight - m.tmInternalLeading, -height);
    EXPECT_EQ(m.tmHeight, m.tmAscent + m.tmDescent);
  }
}

TEST(Font, WidthIsThatOfAnAverageCharacter) {
  TestDc dc;
  const HFONT narrow = CreateFontA(-20, 5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, "Arial");
  dc.select(narrow);
  EXPECT_EQ(metrics_of(dc).tmAveCharWidth, 5);
  const int narrow_width = width_of(dc, "Hello World");
  dc.select(-20, "Arial");
  EXPECT_LT(narrow_width, width_of(dc, "Hello World"));
  delete_object(narrow);
}

// What programs take for granted at 96 dots an inch.
TEST(Font, ClassicMetricsHold) {
  TestDc dc;
  dc.select(static_cast<HFONT>(stock_object(SYSTEM_FONT)));
  EXPECT_EQ(metrics_of(dc).tmHeight, 16);
  EXPECT_EQ(metrics_of(dc).tmAveCharWidth, 7);
  EXPECT_EQ(metrics_of(dc).tmWeight, FW_BOLD);
  EXPECT_EQ(dialog_base_width(dc), 8);
  EXPECT_EQ(face_of(dc), "System");
  dc.select(static_cast<HFONT>(stock_object(SYSTEM_FIXED_FONT)));
  EXPECT_EQ(metrics_of(dc).tmHeight, 15);
  EXPECT_EQ(metrics_of(dc).tmAveCharWidth, 8);
  EXPECT_EQ(metrics_of(dc).tmPitchAndFamily & TMPF_FIXED_PITCH, 0);
  dc.select(static_cast<HFONT>(stock_object(DEFAULT_GUI_FONT)));
  EXPECT_EQ(metrics_of(dc).tmHeight, 13);
  EXPECT_EQ(dialog_base_width(dc), 6);
  dc.select(static_cast<HFONT>(stock_object(OEM_FIXED_FONT)));
  EXPECT_EQ(metrics_of(dc).tmHeight, 12);
  EXPECT_EQ(metrics_of(dc).tmAveCharWidth, 8);
  dc.select(static_cast<HFONT>(stock_object(ANSI_VAR_FONT)));
  EXPECT_EQ(metrics_of(dc).tmHeight, 13);
  dc.select(static_cast<HFONT>(stock_object(ANSI_FIXED_FONT)));
  EXPECT_EQ(metrics_of(dc).tmHeight, 13);
}

TEST(Font, UnknownFacesFallBackByFamily) {
  TestDc dc;
  dc.select(16, "No Such Face");
  EXPECT_EQ(face_of(dc), "Arial");
  LOGFONTA roman{};
  roman.lfHeight = 16;
  roman.lfPitchAndFamily = FF_ROMAN;
  const HFONT font = CreateFontIndirectA(&roman);
  dc.select(font);
  EXPECT_EQ(face_of(dc), "Times New Roman");
  delete_object(font);
}

TEST(Font, StylesChangeTheMetrics) {
  TestDc dc;
  dc.select(-16, "Arial", FW_BOLD);
  EXPECT_EQ(metrics_of(dc).tmWeight, FW_BOLD);
  const int bold = width_of(dc, "Hello World");
  dc.select(-16, "Arial");
  EXPECT_EQ(metrics_of(dc).tmWeight, FW_NORMAL);
  EXPECT_GT(bold, width_of(dc, "Hello World"));
}

// GDI rounds each advance, so a text is as wide as its characters together.
TEST(Font, ExtentIsTheSumOfCharacterWidths) {
  TestDc dc;
  for (const char* face : {"Arial", "Times New Roman", "Courier New", "MS Shell Dlg"}) {
    for (const int height : {-7, -11, -13, -24}) {
      dc.select(height, face);
      int widths[96];
      ASSERT_TRUE(GetCharWidth32A(dc.handle, ' ', 127, widths));
      const std::string text = "The quick brown fox, AVATAR Wo 123";
      int sum = 0;
      for (const char c : text) sum += widths[c - ' '];
      EXPECT_EQ(width_of(dc, text.c_str()), sum);
    }
  }
}

TEST(Font, AbcWidthsAddUpToTheAdvance) {
  TestDc dc;
  dc.select(-24, "Arial");
  ABC abc[26];
  int widths[26];
  ASSERT_TRUE(GetCharABCWidthsW(dc.handle, 'a', 'z', abc));
  ASSERT_TRUE(GetCharWidth32W(dc.handle, 'a', 'z', widths));
  for (int i = 0; i < 26; ++i) {
    EXPECT_EQ(abc[i].abcA + static_cast<int>(abc[i].abcB) + abc[i].abcC, widths[i]);
    EXPECT_GT(abc[i].abcB, 0u);
  }
}

TEST(Font, CharacterExtraAndJustificationWiden) {
  TestDc dc;
  dc.select(-16, "Arial");
  const int plain = width_of(dc, "ab c d");
  SetTextCharacterExtra(dc.handle, 3);
  EXPECT_EQ(width_of(dc, "ab c d"), plain + 6 * 3);
  SetTextCharacterExtra(dc.handle, 0);
  SetTextJustification(dc.handle, 11, 2);
  EXPECT_EQ(width_of(dc, "ab c d"), plain + 11);
}

TEST(Font, PartialExtentsCountWhatFits) {
  TestDc dc;
  dc.select(-16, "Courier New");
  int fit = -1;
  int ends[5] = {};
  SIZE size{};
  ASSERT_TRUE(GetTextExtentExPointW(dc.handle, reinterpret_cast<LPCWSTR>(u"Hello"), 5, 29, &fit,
                                    ends, &size));
  EXPECT_EQ(fit, 2);
  EXPECT_EQ(ends[0], 10);
  EXPECT_EQ(ends[1], 20);
  EXPECT_EQ(ends[2], 0);
  EXPECT_EQ(size.cx, 50);
}

TEST(Font, AbsurdArgumentsFail) {
  TestDc dc;
  SIZE size{};
  EXPECT_FALSE(GetTextExtentPoint32A(dc.handle, "x", -1, &size));
  EXPECT_EQ(GetLastError(), DWORD{ERROR_INVALID_PARAMETER});
  EXPECT_FALSE(GetTextExtentPoint32A(dc.handle, nullptr, 1, &size));
  EXPECT_FALSE(GetTextExtentPoint32A(nullptr, "x", 1, &size));
  EXPECT_EQ(GetLastError(), DWORD{ERROR_INVALID_HANDLE});
  EXPECT_FALSE(GetTextExtentPoint32A(dc.handle, "x", 1, nullptr));
  EXPECT_FALSE(GetTextMetricsA(dc.handle, nullptr));
  EXPECT_EQ(CreateFontIndirectW(nullptr), nullptr);
  int widths[2];
  EXPECT_FALSE(GetCharWidth32W(dc.handle, 'b', 'a', widths));
  for (const int height : {INT_MAX, INT_MIN, INT_MIN + 1, 1, -1}) {
    dc.select(height, "Arial");
    EXPECT_GT(metrics_of(dc).tmHeight, 0);
    EXPECT_TRUE(TextOutA(dc.handle, INT_MAX, INT_MIN, "x", 1));
  }
}

// Any number of fonts and glyphs goes through the bounded caches.
TEST(Font, CachesAreBoundedAndCorrectWhenFull) {
  TestDc dc;
  dc.select(-16, "Arial");
  const int width = width_of(dc, "Hello");
  for (int height = 10; height < 110; ++height) {
    dc.select(-height, "Arial");
    EXPECT_GT(width_of(dc, "Hello"), 0);
  }
  dc.select(-16, "Arial");
  EXPECT_EQ(width_of(dc, "Hello"), width);
}

TEST(Font, ComplexScriptsAreShapedOnceAndKept) {
  TestDc dc;
  dc.select(-16, "Arial");
  SIZE first{};
  SIZE second{};
  const auto* hebrew = reinterpret_cast<LPCWSTR>(u"\u05E9\u05DC\u05D5\u05DD");
  ASSERT_TRUE(GetTextExtentPoint32W(dc.handle, hebrew, 4, &first));
  ASSERT_TRUE(GetTextExtentPoint32W(dc.handle, hebrew, 4, &second));
  EXPECT_GT(first.cx, 0);
  EXPECT_EQ(first.cx, second.cx);
  // A mark takes no room of its own.
  SIZE plain{};
  SIZE marked{};
  GetTextExtentPoint32W(dc.handle, reinterpret_cast<LPCWSTR>(u"e"), 1, &plain);
  GetTextExtentPoint32W(dc.handle, reinterpret_cast<LPCWSTR>(u"e\u0301"), 2, &marked);
  EXPECT_EQ(plain.cx, marked.cx);
}

}  // namespace
}  // namespace transom::gdi
