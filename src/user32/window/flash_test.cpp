// Flashing, printing and animating windows.
#include <gmock/gmock.h>

#include "tests/support/coverage.h"
#include "user32/draw/pixel_test.h"
#include "user32/input/input_recorder.h"

namespace transom::user {
namespace {

using testing::ElementsAre;

class FlashedWindows : public InputTest {
 protected:
  std::vector<WPARAM> captions() const {
    std::vector<WPARAM> states;
    for (const Received& received : log) {
      if (received.message == WM_NCACTIVATE) states.push_back(received.wparam);
    }
    return states;
  }
  bool flash(DWORD flags, UINT count, DWORD period) {
    FLASHWINFO info{sizeof info, window, flags, count, period};
    return FlashWindowEx(&info) != FALSE;
  }
  // Serves messages until the caption changed that often.
  void wait_for_changes(std::size_t count) {
    MSG message;
    while (captions().size() < count && GetMessageW(&message, nullptr, 0, 0)) {
      DispatchMessageW(&message);
    }
  }
};

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-flashwindow
TEST_F(FlashedWindows, FlashOnceChangesTheCaptionAndTellsHowItWas) {
  EXPECT_TRUE(FlashWindow(window, TRUE));
  EXPECT_FALSE(FlashWindow(window, TRUE));
  EXPECT_TRUE(FlashWindow(window, TRUE));
  EXPECT_FALSE(FlashWindow(window, FALSE));
  EXPECT_THAT(captions(), ElementsAre(FALSE, TRUE, FALSE, TRUE));
  EXPECT_FALSE(FlashWindow(reinterpret_cast<HWND>(0x77), TRUE));
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-flashwindowex
TEST_F(FlashedWindows, FlashACertainNumberOfTimes) {
  EXPECT_TRUE(flash(FLASHW_CAPTION, 2, 10));
  wait_for_changes(5);
  EXPECT_THAT(captions(), ElementsAre(FALSE, TRUE, FALSE, TRUE, TRUE));
}

TEST_F(FlashedWindows, FlashUntilTheyAreToldToStop) {
  flash(FLASHW_CAPTION | FLASHW_TIMER, 0, 10);
  wait_for_changes(3);
  EXPECT_FALSE(flash(FLASHW_STOP, 0, 0));
  EXPECT_THAT(captions(), ElementsAre(FALSE, TRUE, FALSE, TRUE));
}

TEST_F(FlashedWindows, RefuseBadRequests) {
  FLASHWINFO info{3, window, FLASHW_CAPTION, 1, 10};
  EXPECT_FALSE(FlashWindowEx(&info));
  EXPECT_EQ(GetLastError(), static_cast<DWORD>(ERROR_INVALID_PARAMETER));
  EXPECT_FALSE(FlashWindowEx(nullptr));
}

using PrintedWindows = FlashedWindows;

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-printwindow
TEST_F(PrintedWindows, DrawThemselvesWithTheirChildren) {
  TRANSOM_CHECKS(WM_PRINT);
  CreateWindowExW(0, L"Button", L"", WS_CHILD | WS_VISIBLE | WS_BORDER, 3, 2, 8, 6, window, nullptr,
                  nullptr, nullptr);
  pump();
  log.clear();
  test::LetteredPixels pixels(20, 10);
  EXPECT_TRUE(PrintWindow(window, pixels.dc(), PW_CLIENTONLY));
  const Received* print = first(WM_PRINT);
  ASSERT_NE(print, nullptr);
  EXPECT_EQ(reinterpret_cast<HDC>(print->wparam), pixels.dc());
  EXPECT_EQ(print->lparam, PRF_CLIENT | PRF_ERASEBKGND | PRF_CHILDREN);
  // The button's border, then its edge.
  const test::Rows rows = pixels.rows();
  EXPECT_EQ(rows[2].substr(3, 8), "FFFFFFFF");
  EXPECT_EQ(rows[3].substr(3, 8), "FhhhhhdF");
  EXPECT_FALSE(PrintWindow(window, nullptr, 0));
  EXPECT_FALSE(PrintWindow(nullptr, pixels.dc(), 0));
}

TEST_F(PrintedWindows, HaveAFrameUnlessTheClientAreaIsAskedFor) {
  test::LetteredPixels pixels(60, 40);
  EXPECT_TRUE(PrintWindow(window, pixels.dc(), 0));
  const test::Rows rows = pixels.rows();
  EXPECT_EQ(rows[10].substr(0, 2), "lh");
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-drawanimatedrects
TEST(AnimatedRects, LeaveNothingBehind) {
  const HWND window = CreateWindowExW(0, L"Static", L"text", WS_POPUP | WS_VISIBLE, 0, 0, 200, 100,
                                      nullptr, nullptr, nullptr, nullptr);
  const HWND child = CreateWindowExW(0, L"Static", L"child", WS_CHILD | WS_VISIBLE, 0, 0, 50, 50,
                                     window, nullptr, nullptr, nullptr);
  UpdateWindow(window);
  ANIMATIONINFO animation{sizeof animation, TRUE};
  SystemParametersInfoW(SPI_SETANIMATION, sizeof animation, &animation, 0);
  const RECT from{0, 80, 50, 95}, to{10, 10, 150, 90};
  EXPECT_TRUE(DrawAnimatedRects(child, IDANI_CAPTION, &from, &to));
  const HDC dc = GetDC(window);
  EXPECT_EQ(GetPixel(dc, 100, 20), GetSysColor(COLOR_3DFACE));
  ReleaseDC(window, dc);
  animation.iMinAnimate = FALSE;
  SystemParametersInfoW(SPI_SETANIMATION, sizeof animation, &animation, 0);
  EXPECT_TRUE(DrawAnimatedRects(child, IDANI_CAPTION, &from, &to));
  EXPECT_FALSE(DrawAnimatedRects(child, 99, &from, &to));
  EXPECT_FALSE(DrawAnimatedRects(child, IDANI_CAPTION, nullptr, &to));
  EXPECT_FALSE(DrawAnimatedRects(nullptr, IDANI_CAPTION, &from, &to));
  DestroyWindow(window);
}

}  // namespace
}  // namespace transom::user
