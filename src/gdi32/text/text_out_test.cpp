// ExtTextOut: alignment, background, clipping, spacing.
#include <gtest/gtest.h>

#include "gdi32/text/test_dc.h"

namespace transom::gdi {
namespace {

bool operator==(const RECT& a, const RECT& b) {
  return a.left == b.left && a.top == b.top && a.right == b.right && a.bottom == b.bottom;
}

SIZE extent(TestDc& dc, const char* text) {
  SIZE size{};
  GetTextExtentPoint32A(dc.handle, text, static_cast<int>(strlen(text)), &size);
  return size;
}

RECT drawn(TestDc& dc, UINT align, int x, int y, const char* text) {
  dc.clear();
  SetTextAlign(dc.handle, align);
  EXPECT_TRUE(TextOutA(dc.handle, x, y, text, static_cast<int>(strlen(text))));
  return dc.ink();
}

// With a background of its own colour the drawn cell is exactly the extent.
TEST(TextOutput, OpaqueBackgroundIsTheExtent) {
  TestDc dc;
  dc.select(-16, "Arial");
  dc.dc->state.background_color = RGB(255, 0, 0);
  const SIZE size = extent(dc, "Hello");
  const RECT expected{10, 20, 10 + size.cx, 20 + size.cy};
  EXPECT_TRUE(drawn(dc, TA_LEFT | TA_TOP, 10, 20, "Hello") == expected);
}

TEST(TextOutput, AlignmentMovesTheCell) {
  TestDc dc;
  dc.select(-16, "Arial");
  dc.dc->state.background_color = RGB(255, 0, 0);
  TEXTMETRICA m;
  GetTextMetricsA(dc.handle, &m);
  const SIZE size = extent(dc, "Hello");
  EXPECT_EQ(drawn(dc, TA_RIGHT, 150, 20, "Hello").right, 150);
  EXPECT_EQ(drawn(dc, TA_CENTER, 150, 20, "Hello").left, 150 - size.cx / 2);
  EXPECT_EQ(drawn(dc, TA_BOTTOM, 150, 50, "Hello").bottom, 50);
  EXPECT_EQ(drawn(dc, TA_BASELINE, 150, 50, "Hello").top, 50 - m.tmAscent);
}

TEST(TextOutput, UpdateCpMovesTheCurrentPosition) {
  TestDc dc;
  dc.select(-16, "Arial");
  const SIZE size = extent(dc, "Hello");
  dc.dc->state.position = {30, 40};
  drawn(dc, TA_UPDATECP, 5, 5, "Hello");
  EXPECT_EQ(dc.dc->state.position.x, 30 + size.cx);
  EXPECT_EQ(dc.dc->state.position.y, 40);
  drawn(dc, TA_UPDATECP | TA_RIGHT, 5, 5, "Hello");
  EXPECT_EQ(dc.dc->state.position.x, 30);
  drawn(dc, TA_UPDATECP | TA_CENTER, 5, 5, "Hello");
  EXPECT_EQ(dc.dc->state.position.x, 30);
}

TEST(TextOutput, TransparentTextLeavesTheBackground) {
  TestDc dc;
  dc.select(-16, "Arial");
  dc.dc->state.background_mode = TRANSPARENT;
  dc.dc->state.background_color = RGB(255, 0, 0);
  dc.dc->state.text_color = RGB(0, 0, 255);
  const RECT ink = drawn(dc, 0, 10, 20, "HH");
  EXPECT_GT(ink.right, ink.left);
  bool blue = false;
  for (int y = 0; y < 100; ++y) {
    for (int x = 0; x < 300; ++x) {
      const std::uint32_t pixel = dc.surface->row(y)[x] & 0xFFFFFF;
      EXPECT_EQ(pixel & 0xFF, 0xFFu) << "only shades from white to blue";
      blue = blue || pixel == 0x0000FF;
    }
  }
  EXPECT_TRUE(blue);
}

TEST(TextOutput, NonAntialiasedTextHasTwoColours) {
  TestDc dc;
  dc.select(-16, "Arial", FW_NORMAL, 0, NONANTIALIASED_QUALITY);
  drawn(dc, 0, 10, 20, "Sog&");
  int black = 0;
  for (int y = 0; y < 100; ++y) {
    for (int x = 0; x < 300; ++x) {
      const std::uint32_t pixel = dc.surface->row(y)[x] & 0xFFFFFF;
      EXPECT_TRUE(pixel == 0 || pixel == 0xFFFFFF);
      black += pixel == 0;
    }
  }
  EXPECT_GT(black, 20);
}

TEST(TextOutput, OpaqueFillsAndClippedCuts) {
  TestDc dc;
  dc.select(-16, "Arial");
  dc.dc->state.background_color = RGB(0, 255, 0);
  const RECT rect{50, 10, 60, 80};
  ASSERT_TRUE(
      ExtTextOutA(dc.handle, 20, 20, ETO_OPAQUE | ETO_CLIPPED, &rect, "Hello World", 11, nullptr));
  EXPECT_TRUE(dc.ink() == rect);
  dc.clear();
  // The classic way to fill a rectangle.
  ASSERT_TRUE(ExtTextOutW(dc.handle, 0, 0, ETO_OPAQUE, &rect, nullptr, 0, nullptr));
  EXPECT_TRUE(dc.ink() == rect);
  EXPECT_EQ(dc.surface->row(15)[55] & 0xFFFFFF, 0x00FF00u);
}

TEST(TextOutput, ClipRegionCuts) {
  TestDc dc;
  dc.select(-16, "Arial");
  dc.dc->state.clip = Region(RECT{0, 0, 30, 100});
  dc.dc->clip_changed();
  const RECT ink = drawn(dc, 0, 20, 20, "HHHHHHHH");
  EXPECT_LE(ink.right, 30);
  EXPECT_GT(ink.right, 20);
}

TEST(TextOutput, DistancesOfTheProgramDecide) {
  TestDc dc;
  dc.select(-16, "Arial");
  dc.dc->state.background_color = RGB(255, 0, 0);
  const INT distances[] = {30, 5, 40};
  dc.clear();
  ASSERT_TRUE(ExtTextOutA(dc.handle, 10, 20, 0, nullptr, "iii", 3, distances));
  EXPECT_EQ(dc.ink().left, 10);
  EXPECT_EQ(dc.ink().right, 10 + 75);
}

TEST(TextOutput, EscapementTurnsCounterclockwise) {
  TestDc dc;
  dc.select(-16, "Arial", FW_NORMAL, 900);
  dc.dc->state.background_mode = TRANSPARENT;
  const RECT ink = drawn(dc, TA_LEFT | TA_BASELINE, 100, 90, "Hello");
  EXPECT_LE(ink.bottom, 91);
  EXPECT_LE(ink.right, 101);
  EXPECT_GT(ink.bottom - ink.top, ink.right - ink.left);
}

TEST(TextOutput, UnderlineSpansTheText) {
  TestDc dc;
  const HFONT font = CreateFontA(-16, 0, 0, 0, 0, FALSE, TRUE, FALSE, 0, 0, 0, 0, 0, "Arial");
  dc.select(font);
  const RECT ink = drawn(dc, 0, 10, 20, "   ");
  EXPECT_EQ(ink.left, 10);
  EXPECT_EQ(ink.right - ink.left, extent(dc, "   ").cx);
  delete_object(font);
}

TEST(TextOutput, TextBetweenBeginAndEndPathBecomesThePath) {
  TestDc dc;
  dc.select(-16, "Arial");
  dc.dc->path_stage = DeviceContext::PathStage::kOpen;
  ASSERT_TRUE(TextOutA(dc.handle, 10, 10, "O", 1));
  EXPECT_FALSE(dc.dc->path.empty());
  EXPECT_TRUE(dc.ink() == RECT{});
}

TEST(TextOutput, BadArgumentsFail) {
  TestDc dc;
  EXPECT_FALSE(TextOutA(dc.handle, 0, 0, nullptr, 3));
  EXPECT_FALSE(TextOutW(dc.handle, 0, 0, nullptr, -3));
  EXPECT_FALSE(TextOutA(nullptr, 0, 0, "a", 1));
  EXPECT_EQ(GetLastError(), DWORD{ERROR_INVALID_HANDLE});
  EXPECT_TRUE(TextOutA(dc.handle, 0, 0, "", 0));
  EXPECT_FALSE(PolyTextOutW(dc.handle, nullptr, 1));
}

}  // namespace
}  // namespace transom::gdi
