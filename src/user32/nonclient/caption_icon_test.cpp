// The icon in a caption.
// https://learn.microsoft.com/windows/win32/winmsg/wm-geticon
#include "tests/support/coverage.h"
#include "user32/input/input_recorder.h"
#include "user32/nonclient/icon_test_support.h"

namespace transom::user {
namespace {

class CaptionIcons : public InputTest {
 protected:
  void TearDown() override {
    answer = nullptr;
    InputTest::TearDown();
    for (const HICON icon : {red, green}) DestroyIcon(icon);
  }

  void draw_frame() {
    log.clear();
    RedrawWindow(window, nullptr, nullptr, RDW_FRAME | RDW_INVALIDATE | RDW_UPDATENOW);
  }
  // Where the icon is.
  COLORREF shown() const {
    const HDC dc = GetWindowDC(window);
    const COLORREF color = GetPixel(dc, GetSystemMetrics(SM_CXFRAME) + 8,
                                    GetSystemMetrics(SM_CYFRAME) + GetSystemMetrics(SM_CYSIZE) / 2);
    ReleaseDC(window, dc);
    return color;
  }
  std::vector<WPARAM> asked() const {
    std::vector<WPARAM> kinds;
    for (const Received& received : log) {
      if (received.message == WM_GETICON) kinds.push_back(received.wparam);
    }
    return kinds;
  }

  const HICON red = icon_of(0xFF0000);
  const HICON green = icon_of(0x00FF00);
};

TEST_F(CaptionIcons, AreWhatTheWindowAnswers) {
  TRANSOM_CHECKS(WM_GETICON);
  always_answer(WM_GETICON, reinterpret_cast<LRESULT>(red));
  draw_frame();
  EXPECT_EQ(asked(), std::vector<WPARAM>{ICON_SMALL2});
  EXPECT_EQ(first(WM_GETICON)->window, window);
  EXPECT_EQ(first(WM_GETICON)->lparam, USER_DEFAULT_SCREEN_DPI);
  EXPECT_EQ(shown(), RGB(255, 0, 0));
}

TEST_F(CaptionIcons, AreThoseOfSetIcon) {
  SendMessageW(window, WM_SETICON, ICON_BIG, reinterpret_cast<LPARAM>(green));
  draw_frame();
  EXPECT_EQ(shown(), RGB(0, 255, 0)) << "made of the large one";
  SendMessageW(window, WM_SETICON, ICON_SMALL, reinterpret_cast<LPARAM>(red));
  draw_frame();
  EXPECT_EQ(shown(), RGB(255, 0, 0));
  EXPECT_EQ(SendMessageW(window, WM_GETICON, ICON_SMALL2, 0), reinterpret_cast<LRESULT>(red));
  EXPECT_EQ(SendMessageW(window, WM_GETICON, ICON_BIG, 0), reinterpret_cast<LRESULT>(green));
}

TEST_F(CaptionIcons, AreTheClassesForWindowsThatAnswerNone) {
  always_answer(WM_GETICON, 0);
  SetClassLongPtrW(window, GCLP_HICON, reinterpret_cast<LONG_PTR>(green));
  draw_frame();
  EXPECT_EQ(asked(), (std::vector<WPARAM>{ICON_SMALL2, ICON_BIG}));
  EXPECT_EQ(shown(), RGB(0, 255, 0));
  SetClassLongPtrW(window, GCLP_HICON, 0);
}

TEST_F(CaptionIcons, AWindowMayGoWhenItIsAsked) {
  on_message = [this](const Received& received) {
    if (received.message == WM_GETICON && IsWindow(window)) DestroyWindow(window);
  };
  draw_frame();
  EXPECT_FALSE(IsWindow(window));
}

}  // namespace
}  // namespace transom::user
