// Images in the look of a state. What is drawn where is as under Wine 8.0; results and the meaning
// of the flags are the documentation's.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-drawstatew
#include "user32/draw/pixel_test.h"

namespace transom::user::test {
namespace {

struct Call {
  LPARAM data;
  WPARAM extra;
  int width, height;
};
Call last_call;

// A black rectangle, one pixel away from the edges.
BOOL CALLBACK draw_rectangle(HDC dc, LPARAM data, WPARAM extra, int width, int height) {
  last_call = {data, extra, width, height};
  const RECT rect{1, 1, width - 1, height - 1};
  FillRect(dc, &rect, static_cast<HBRUSH>(GetStockObject(BLACK_BRUSH)));
  return data != 0;
}

Rows drawn(UINT state, LPARAM data = 7) {
  LetteredPixels pixels(10, 7);
  const HBRUSH brush = GetSysColorBrush(COLOR_WINDOW);
  EXPECT_EQ(
      DrawStateW(pixels.dc(), brush, draw_rectangle, data, 5, 1, 1, 6, 4, DST_COMPLEX | state),
      data != 0);
  return pixels.rows();
}

TEST(DrawState, TellsTheProcedureWhatAndHowLarge) {
  drawn(DSS_NORMAL);
  EXPECT_EQ(last_call.data, 7);
  EXPECT_EQ(last_call.extra, 5u);
  EXPECT_EQ(last_call.width, 6);
  EXPECT_EQ(last_call.height, 4);
}

TEST(DrawState, NormalImagesAreDrawnAsTheyAre) {
  EXPECT_EQ(drawn(DSS_NORMAL), (Rows{"..........", "..........", "..0000....", "..0000....",
                                     "..........", "..........", ".........."}));
}

TEST(DrawState, MonochromeImagesTakeTheBrush) {
  EXPECT_EQ(drawn(DSS_MONO)[2], "..wwww....");
}

TEST(DrawState, DisabledImagesAreCarvedIn) {
  EXPECT_EQ(drawn(DSS_DISABLED), (Rows{"..........", "..........", "..ssss....", "..ssssh...",
                                       "...hhhh...", "..........", ".........."}));
}

TEST(DrawState, UnionTakesEveryOtherPixel) {
  EXPECT_EQ(drawn(DSS_UNION)[2], "..w.w.....");
  EXPECT_EQ(drawn(DSS_UNION)[3], "...w.w....");
}

TEST(DrawState, NothingIsDrawnWhereTheProcedureFails) {
  EXPECT_EQ(drawn(DSS_DISABLED, 0)[2], "..........");
}

TEST(DrawState, ComplexImagesNeedAProcedureAndASize) {
  LetteredPixels pixels(10, 7);
  EXPECT_FALSE(DrawStateW(pixels.dc(), nullptr, nullptr, 1, 0, 0, 0, 5, 5, DST_COMPLEX));
  EXPECT_FALSE(DrawStateW(pixels.dc(), nullptr, draw_rectangle, 1, 0, 0, 0, 0, 0, DST_COMPLEX));
  EXPECT_FALSE(DrawStateW(nullptr, nullptr, draw_rectangle, 1, 0, 0, 0, 5, 5, DST_COMPLEX));
  EXPECT_FALSE(DrawStateW(pixels.dc(), nullptr, nullptr, 0, 0, 0, 0, 5, 5, DST_TEXT));
}

TEST(DrawState, BitmapsHaveTheirOwnSize) {
  LetteredPixels pixels(6, 5);
  const WORD bits[] = {0x0000, 0x0060, 0x0000};  // three rows; white in columns 1 and 2
  const HBITMAP bitmap = CreateBitmap(4, 3, 1, 1, bits);
  EXPECT_TRUE(DrawStateW(pixels.dc(), nullptr, nullptr, reinterpret_cast<LPARAM>(bitmap), 0, 1, 1,
                         0, 0, DST_BITMAP));
  EXPECT_EQ(pixels.rows(), (Rows{"......", ".0000.", ".0110.", ".0000.", "......"}));
  DeleteObject(bitmap);
}

// The count that the procedure got.
int last_count;

BOOL CALLBACK draw_bar(HDC dc, LPARAM data, int count) {
  last_count = count;
  const RECT rect{0, 0, 6, 1};
  FillRect(dc, &rect, static_cast<HBRUSH>(GetStockObject(WHITE_BRUSH)));
  return data != 0;
}

TEST(GrayString, ThinsOutWhatTheProcedureDraws) {
  LetteredPixels pixels(8, 2);
  const HBRUSH brush = GetSysColorBrush(COLOR_WINDOW);
  EXPECT_TRUE(GrayStringW(pixels.dc(), brush, draw_bar, 9, 3, 1, 0, 6, 2));
  EXPECT_EQ(pixels.rows()[0], ".w.w.w..");
  EXPECT_EQ(last_count, 3);
}

TEST(GrayString, ShowsTheImageUngrayedWhereTheProcedureSaysSo) {
  LetteredPixels pixels(8, 2);
  const HBRUSH brush = GetSysColorBrush(COLOR_WINDOW);
  EXPECT_FALSE(GrayStringW(pixels.dc(), brush, draw_bar, 0, -1, 1, 0, 6, 2));
  EXPECT_EQ(pixels.rows()[0], ".wwwwww.");
}

TEST(GrayString, DrawsTextInTheColourOfWindowText) {
  LetteredPixels pixels(60, 20);
  EXPECT_TRUE(
      GrayStringA(pixels.dc(), nullptr, nullptr, reinterpret_cast<LPARAM>("Grey"), 0, 0, 0, 0, 0));
  bool any = false;
  for (const std::string& row : pixels.rows()) {
    EXPECT_EQ(row.find_first_not_of(".T"), std::string::npos);
    any = any || row.find('T') != std::string::npos;
  }
  EXPECT_TRUE(any);
  EXPECT_FALSE(GrayStringA(pixels.dc(), nullptr, nullptr, 0, 0, 0, 0, 0, 0));
}

TEST(DrawFocusRect, DotsTheBorderByExclusiveOr) {
  LetteredPixels pixels(8, 5);
  RECT rect{1, 1, 7, 4};
  EXPECT_TRUE(DrawFocusRect(pixels.dc(), &rect));
  EXPECT_EQ(pixels.rows(), (Rows{"........", ".?.?.?..", "......?.", ".?.?.?..", "........"}));
  DrawFocusRect(pixels.dc(), &rect);
  EXPECT_EQ(pixels.rows()[1], "........");
}

}  // namespace
}  // namespace transom::user::test
