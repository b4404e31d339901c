// DrawText's flags. Expected values are the documented rules; where the documentation is silent
// they are what Wine 8.0 answered for Liberation Mono at -16 (10 pixels a character, 18 a line).
#include <gtest/gtest.h>

#include "gdi32/text/test_dc.h"

namespace transom::gdi {
namespace {

struct Answer {
  int result;
  LONG width;
  LONG height;
  std::string text;
};

class DrawTextRules : public ::testing::Test {
 protected:
  DrawTextRules() { dc.select(-16, "Liberation Mono"); }

  Answer call(const char* text, UINT flags, int width = 500, int height = 100) {
    char buffer[300] = "";
    strcpy(buffer, text);
    RECT rect{10, 20, 10 + width, 20 + height};
    DRAWTEXTPARAMS params{sizeof params, 0, 0, 0, 0};
    const int result = DrawTextExA(dc.handle, buffer, -1, &rect, flags | DT_MODIFYSTRING, &params);
    consumed = params.uiLengthDrawn;
    return {result, rect.right - rect.left, rect.bottom - rect.top, buffer};
  }

  void expect(const Answer& answer, int result, int width, int height) {
    EXPECT_EQ(answer.result, result);
    EXPECT_EQ(answer.width, width);
    EXPECT_EQ(answer.height, height);
  }

  TestDc dc;
  UINT consumed = 0;
};

TEST_F(DrawTextRules, CalcRectFitsTheRectangle) {
  expect(call("Hello", DT_CALCRECT), 18, 50, 18);
  expect(call("Hello", DT_CALCRECT | DT_SINGLELINE), 18, 50, 18);
  expect(call("Hello", DT_CALCRECT | DT_SINGLELINE | DT_RIGHT), 18, 50, 18);
  expect(call("Hello\nWo", DT_CALCRECT), 36, 50, 36);
  expect(call("Hello\r\nWo", DT_CALCRECT), 36, 50, 36);
  expect(call("Hello\rWo", DT_CALCRECT), 36, 50, 36);
  expect(call("Hello\n", DT_CALCRECT), 18, 50, 18);
  expect(call("\n\n", DT_CALCRECT), 36, 0, 36);
  expect(call("", DT_CALCRECT | DT_SINGLELINE), 18, 0, 18);
  expect(call("", DT_CALCRECT), 18, 0, 0);
}

TEST_F(DrawTextRules, SingleLineIgnoresNewlines) {
  expect(call("He\r\nWo", DT_CALCRECT | DT_SINGLELINE), 18, 60, 18);
}

TEST_F(DrawTextRules, WordBreak) {
  expect(call("aaa bbb ccc", DT_CALCRECT | DT_WORDBREAK, 75), 36, 70, 36);
  expect(call("aaa   bbb", DT_CALCRECT | DT_WORDBREAK, 45), 36, 40, 36);
  expect(call("aaa   bbb ", DT_CALCRECT | DT_WORDBREAK, 65), 36, 60, 36);
  // "If the largest word is wider than the rectangle, the width is expanded."
  expect(call("aaaaaaaaaa bb", DT_CALCRECT | DT_WORDBREAK, 45), 36, 100, 36);
  expect(call("aaaaaaaaaa bb", DT_CALCRECT | DT_WORDBREAK | DT_EDITCONTROL, 45), 72, 40, 72);
}

TEST_F(DrawTextRules, VerticalPlacementCountsFromTheTop) {
  EXPECT_EQ(call("Hello", DT_SINGLELINE | DT_VCENTER).result, 59);
  EXPECT_EQ(call("Hello", DT_SINGLELINE | DT_BOTTOM).result, 100);
  EXPECT_EQ(call("Hello", DT_VCENTER).result, 18);
  expect(call("Hello", DT_SINGLELINE | DT_VCENTER | DT_CALCRECT), 59, 50, 59);
  expect(call("Hello", DT_SINGLELINE | DT_BOTTOM | DT_CALCRECT), 100, 50, 100);
}

TEST_F(DrawTextRules, PrefixesTakeNoRoom) {
  expect(call("&Hello", DT_SINGLELINE | DT_CALCRECT), 18, 50, 18);
  expect(call("&&Hello", DT_SINGLELINE | DT_CALCRECT), 18, 60, 18);
  expect(call("&&Hello&", DT_SINGLELINE | DT_CALCRECT), 18, 70, 18);
  expect(call("&Hello", DT_SINGLELINE | DT_CALCRECT | DT_NOPREFIX), 18, 60, 18);
  expect(call("&Hello", DT_SINGLELINE | DT_CALCRECT | DT_HIDEPREFIX), 18, 50, 18);
}

TEST_F(DrawTextRules, PrefixIsUnderlined) {
  dc.clear();
  call("&Hello", DT_SINGLELINE | DT_HIDEPREFIX);
  const RECT hidden = dc.ink();
  dc.clear();
  call("&Hello", DT_SINGLELINE);
  EXPECT_GT(dc.ink().bottom, hidden.bottom);
  dc.clear();
  call("H&ello", DT_SINGLELINE | DT_PREFIXONLY);
  EXPECT_EQ(dc.ink().left, 20);
  EXPECT_EQ(dc.ink().right, 30);
  EXPECT_EQ(dc.ink().bottom - dc.ink().top, 1);
}

TEST_F(DrawTextRules, TabsGoToEveryEighthCharacter) {
  expect(call("a\tb", DT_SINGLELINE | DT_CALCRECT | DT_EXPANDTABS), 18, 90, 18);
  expect(call("a\t\tb", DT_SINGLELINE | DT_CALCRECT | DT_EXPANDTABS), 18, 170, 18);
  expect(call("a\t", DT_SINGLELINE | DT_CALCRECT | DT_EXPANDTABS), 18, 80, 18);
  RECT rect{0, 0, 500, 100};
  DrawTextA(dc.handle, "a\tb", -1, &rect, DT_TABSTOP | DT_EXPANDTABS | 0x0C00);
  DRAWTEXTPARAMS params{sizeof params, 4, 0, 0, 0};
  char text[] = "Hello\tX";
  DrawTextExA(dc.handle, text, -1, &rect, DT_CALCRECT | DT_EXPANDTABS | DT_TABSTOP, &params);
  EXPECT_EQ(rect.right, 90);
  EXPECT_EQ(params.uiLengthDrawn, 7u);
}

TEST_F(DrawTextRules, EndEllipsis) {
  const UINT flags = DT_SINGLELINE | DT_END_ELLIPSIS;
  EXPECT_EQ(call("Hello World", flags, 75).text, "Hell...");
  EXPECT_EQ(call("Hello", flags, 75).text, "Hello");
  EXPECT_EQ(call("Hello World", flags, 35).text, "...");
  EXPECT_EQ(call("Hello World", flags, 0).text, "...");
  EXPECT_EQ(call("&Hello World", flags, 75).text, "Hell...");
  expect(call("Hello World", flags | DT_CALCRECT, 75), 18, 70, 18);
  // Only the last line's end is the string's end.
  EXPECT_EQ(call("Hello World\nAgain", DT_END_ELLIPSIS, 75).text, "Hello World\nAgain");
}

TEST_F(DrawTextRules, WordAndPathEllipsis) {
  EXPECT_EQ(call("Hello World", DT_SINGLELINE | DT_WORD_ELLIPSIS, 75).text, "Hell...");
  EXPECT_EQ(call("HelloWorld a b c", DT_WORDBREAK | DT_WORD_ELLIPSIS, 75).text, "Hell...");
  const UINT path = DT_SINGLELINE | DT_PATH_ELLIPSIS;
  EXPECT_EQ(call("C:\\windows\\system\\file.txt", path, 175).text, "C:\\wi...\\file.txt");
  // "Preserves as much as possible of the text after the last backslash."
  EXPECT_EQ(call("C:\\windows\\system\\file.txt", path, 75).text, "...\\file.txt");
  EXPECT_EQ(call("C:\\windows\\system\\file.txt", path | DT_END_ELLIPSIS, 75).text, "...\\...");
}

TEST_F(DrawTextRules, LinesBelowTheRectangleAreNotDrawn) {
  EXPECT_EQ(call("a\nb\nc\nd", 0, 75, 20).result, 36);
  EXPECT_EQ(call("a\nb\nc\nd", DT_NOCLIP, 75, 20).result, 72);
  // "the function does not display a partially visible last line"
  EXPECT_EQ(call("a\nb\nc\nd", DT_EDITCONTROL, 75, 30).result, 18);
}

TEST_F(DrawTextRules, ClipsUnlessToldNotTo) {
  dc.clear();
  call("HHHHHHHH", DT_SINGLELINE, 25, 10);
  EXPECT_LE(dc.ink().right, 35);
  EXPECT_LE(dc.ink().bottom, 30);
  dc.clear();
  call("HHHHHHHH", DT_SINGLELINE | DT_NOCLIP, 25, 10);
  EXPECT_GT(dc.ink().right, 80);
}

TEST_F(DrawTextRules, AlignsWithinTheRectangle) {
  dc.dc->state.background_color = RGB(255, 0, 0);
  dc.clear();
  call("Hello", DT_SINGLELINE | DT_RIGHT, 200);
  EXPECT_EQ(dc.ink().right, 210);
  dc.clear();
  call("Hello", DT_SINGLELINE | DT_CENTER, 200);
  EXPECT_EQ(dc.ink().left, 10 + 75);
}

TEST_F(DrawTextRules, BadArgumentsFail) {
  RECT rect{0, 0, 100, 100};
  DRAWTEXTPARAMS params{10, 0, 0, 0, 0};
  char text[] = "a";
  EXPECT_EQ(DrawTextExA(dc.handle, text, -1, &rect, 0, &params), 0);
  EXPECT_EQ(DrawTextA(dc.handle, nullptr, -1, &rect, 0), 0);
  EXPECT_EQ(DrawTextA(dc.handle, text, -1, nullptr, 0), 0);
  EXPECT_EQ(DrawTextA(dc.handle, text, -5, &rect, 0), 0);
  EXPECT_EQ(DrawTextW(nullptr, reinterpret_cast<LPCWSTR>(u"a"), -1, &rect, 0), 0);
}

TEST_F(DrawTextRules, ALongParagraphTakesLinearTime) {
  const std::string text(200000, 'x');
  RECT rect{0, 0, 100, 100};
  EXPECT_EQ(
      DrawTextA(dc.handle, text.c_str(), -1, &rect, DT_CALCRECT | DT_WORDBREAK | DT_EDITCONTROL),
      18 * 20000);
}

// Values as Wine 8.0 has them.
TEST_F(DrawTextRules, TabbedTextExtents) {
  const auto extent = [&](const char* text, int count, const INT* stops) {
    return LOWORD(
        GetTabbedTextExtentA(dc.handle, text, static_cast<int>(strlen(text)), count, stops));
  };
  const INT stops[] = {30, 70, -200};
  EXPECT_EQ(extent("a\tb\tc", 0, nullptr), 170);
  EXPECT_EQ(extent("a\tb\tc", 1, stops), 70);
  EXPECT_EQ(extent("a\tb\tc", 3, stops), 80);
  EXPECT_EQ(extent("a\tb\tc\td", 2, stops), 170);
  const INT right[] = {-60};
  EXPECT_EQ(extent("a\tb", 1, right), 60);
  EXPECT_EQ(LOWORD(TabbedTextOutA(dc.handle, 10, 0, "a\tb", 3, 0, nullptr, 0)), 80);
  EXPECT_EQ(LOWORD(TabbedTextOutA(dc.handle, 10, 0, "a\tb", 3, 0, nullptr, 5)), 85);
  EXPECT_EQ(extent("", 0, nullptr), 0);
}

}  // namespace
}  // namespace transom::gdi
