// DrawFrameControl, pixel by pixel. The pictures are what Wine 8.0 draws at their usual sizes.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-drawframecontrol
#include "user32/draw/pixel_test.h"

namespace transom::user::test {
namespace {

Rows control(int width, int height, UINT type, UINT state) {
  LetteredPixels pixels(width, height);
  RECT rect{0, 0, width, height};
  EXPECT_TRUE(DrawFrameControl(pixels.dc(), &rect, type, state));
  return pixels.rows();
}

TEST(DrawFrameControl, DrawsACheckedBox) {
  EXPECT_EQ(
      control(13, 13, DFC_BUTTON, DFCS_BUTTONCHECK | DFCS_CHECKED),
      (Rows{"ssssssssssssh", "sddddddddddlh", "sdwwwwwwwwwlh", "sdwwwwwwwTwlh", "sdwwwwwwTTwlh",
            "sdwwwwwTTTwlh", "sdwTwwTTTwwlh", "sdwTTTTTwwwlh", "sdwTTTTwwwwlh", "sdwwTTwwwwwlh",
            "sdwwwwwwwwwlh", "slllllllllllh", "hhhhhhhhhhhhh"}));
}

TEST(DrawFrameControl, DrawsARadioButton) {
  EXPECT_EQ(
      control(13, 13, DFC_BUTTON, DFCS_BUTTONRADIO | DFCS_CHECKED),
      (Rows{".............", ".....ssss....", "...ssddddss..", "..ssdwwwwd.h.", "..sdwwwwwwlh.",
            ".sdwwwTTwwwlh", ".sdwwTTTTwwlh", ".sdwwTTTTwwlh", ".sdwwwTTwwwlh", "..sdwwwwwwlh.",
            "..hhlwwwwlhh.", "...hhllllhh..", ".....hhhh...."}));
}

TEST(DrawFrameControl, GreysWhatIsInactive) {
  EXPECT_EQ(control(13, 13, DFC_BUTTON, DFCS_BUTTONCHECK | DFCS_CHECKED | DFCS_INACTIVE)[6],
            "sdfsffsssfflh");
  EXPECT_EQ(control(13, 13, DFC_BUTTON, DFCS_BUTTON3STATE | DFCS_CHECKED)[6], "sdhshhssshhlh");
}

TEST(DrawFrameControl, RaisesAndSinksPushButtons) {
  EXPECT_EQ(control(6, 5, DFC_BUTTON, DFCS_BUTTONPUSH),
            (Rows{"hhhhhd", "hlllsd", "hlffsd", "hssssd", "dddddd"}));
  EXPECT_EQ(control(6, 5, DFC_BUTTON, DFCS_BUTTONPUSH | DFCS_PUSHED),
            (Rows{"dddddh", "dssslh", "dsfflh", "dllllh", "hhhhhh"}));
  EXPECT_EQ(control(6, 5, DFC_BUTTON, DFCS_BUTTONPUSH | DFCS_FLAT),
            (Rows{"ssssss", "sffffs", "sffffs", "sffffs", "ssssss"}));
}

TEST(DrawFrameControl, AdjustsTheRectangleOfAPushButton) {
  LetteredPixels pixels(20, 20);
  RECT rect{0, 0, 20, 10};
  DrawFrameControl(pixels.dc(), &rect, DFC_BUTTON, DFCS_BUTTONPUSH | DFCS_ADJUSTRECT);
  EXPECT_EQ(rect.left, 2);
  EXPECT_EQ(rect.bottom, 8);
}

TEST(DrawFrameControl, DrawsAScrollArrow) {
  const Rows rows = control(16, 16, DFC_SCROLL, DFCS_SCROLLUP);
  EXPECT_EQ(rows[0], "llllllllllllllld");
  EXPECT_EQ(rows[5], "lhffffftffffffsd");
  EXPECT_EQ(rows[8], "lhfftttttttfffsd");
  const Rows greyed = control(16, 16, DFC_SCROLL, DFCS_SCROLLUP | DFCS_INACTIVE);
  EXPECT_EQ(greyed[9], "hlfffhhhhhhhffsd");
}

TEST(DrawFrameControl, DrawsMenuMarksInBlackOnWhite) {
  EXPECT_EQ(control(16, 16, DFC_MENU, DFCS_MENUARROW)[8], "1111110000111111");
  EXPECT_EQ(control(16, 16, DFC_MENU, DFCS_MENUBULLET)[7], "1111110000111111");
}

TEST(DrawFrameControl, DrawsASizeGrip) {
  const Rows rows = control(16, 16, DFC_SCROLL, DFCS_SCROLLSIZEGRIP);
  EXPECT_EQ(rows[15], "fffffhsshssfhssf");
  EXPECT_EQ(rows[5], "fffffffffffffffh");
}

TEST(DrawFrameControl, RefusesWhatItDoesNotKnow) {
  LetteredPixels pixels(8, 8);
  RECT rect{0, 0, 8, 8};
  EXPECT_FALSE(DrawFrameControl(pixels.dc(), &rect, 77, 0));
  EXPECT_FALSE(DrawFrameControl(nullptr, &rect, DFC_BUTTON, DFCS_BUTTONPUSH));
}

}  // namespace
}  // namespace transom::user::test
