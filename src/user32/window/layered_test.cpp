// Layered windows, as the display shows them.
// https://learn.microsoft.com/windows/win32/winmsg/window-features#layered-windows
#include "gdi32/memory_dc.h"
#include "gdi32/surface.h"
#include "host/display.h"
#include "user32/input/input_recorder.h"

namespace transom::user {
namespace {

class LayeredWindows : public InputTest {
 protected:
  LayeredWindows() {
    const std::uint32_t row[] = {0xFFFF0000, 0xFF00FF00, 0x00000000, 0x80800000};
    std::ranges::copy(row, picture_.pixels().begin());
    std::ranges::copy(row, picture_.pixels().begin() + 4);
  }

  HWND make() {
    layered_ = CreateWindowExW(WS_EX_LAYERED | WS_EX_TOPMOST, L"InputTest", L"",
                               WS_POPUP | WS_VISIBLE, 500, 500, 30, 30, nullptr, nullptr,
                               reinterpret_cast<HINSTANCE>(0x10000), nullptr);
    pump();
    return layered_;
  }
  void TearDown() override {
    if (IsWindow(layered_)) DestroyWindow(layered_);
    InputTest::TearDown();
  }

  bool update(DWORD flags, BYTE format = AC_SRC_ALPHA, COLORREF key = 0) {
    POINT position{600, 400}, origin{0, 0};
    SIZE size{4, 2};
    BLENDFUNCTION blend{AC_SRC_OVER, 0, 255, format};
    const bool done = UpdateLayeredWindow(layered_, nullptr, &position, &size, picture_.get(),
                                          &origin, key, &blend, flags) != FALSE;
    pump();
    return done;
  }
  static std::uint32_t shown(LONG x, LONG y) {
    return host::display().picture({x, y, x + 1, y + 1})->pixel(0, 0) & 0xFFFFFF;
  }

  HWND layered_ = nullptr;
  gdi::PixelDc picture_{4, 2};
};

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-updatelayeredwindow
TEST_F(LayeredWindows, UpdateGivesPlaceSizeAndContent) {
  make();
  const std::uint32_t behind = shown(602, 400);
  ASSERT_TRUE(update(ULW_ALPHA));
  RECT rect;
  GetWindowRect(layered_, &rect);
  EXPECT_EQ(rect.left, 600);
  EXPECT_EQ(rect.right, 604);
  EXPECT_EQ(rect.bottom, 402);
  EXPECT_EQ(shown(600, 400), 0xFF0000u);
  EXPECT_EQ(shown(601, 401), 0x00FF00u);
  EXPECT_EQ(shown(602, 400), behind) << "transparent";
  EXPECT_EQ(shown(603, 400), 0xFF0000u) << "not multiplied by its alpha any more";
}

TEST_F(LayeredWindows, TheMouseGoesThroughWhatIsTransparent) {
  make();
  update(ULW_ALPHA);
  EXPECT_EQ(WindowFromPoint({600, 400}), layered_);
  EXPECT_NE(WindowFromPoint({602, 400}), layered_);
}

TEST_F(LayeredWindows, AColourKeyIsTransparentToo) {
  make();
  const std::uint32_t behind = shown(601, 400);
  ASSERT_TRUE(update(ULW_COLORKEY, 0, RGB(0, 255, 0)));
  EXPECT_EQ(shown(601, 400), behind);
  EXPECT_EQ(shown(602, 400), 0u);
}

TEST_F(LayeredWindows, NothingIsPaintedInThem) {
  make();
  update(ULW_OPAQUE);
  log.clear();
  InvalidateRect(layered_, nullptr, TRUE);
  pump();
  EXPECT_EQ(first(WM_PAINT), nullptr);
  const HDC dc = GetDC(layered_);
  SetPixel(dc, 0, 0, RGB(1, 2, 3));
  ReleaseDC(layered_, dc);
  pump();
  EXPECT_EQ(shown(600, 400), 0xFF0000u);
}

TEST_F(LayeredWindows, AreLayeredInOneWayOrTheOther) {
  make();
  EXPECT_TRUE(SetLayeredWindowAttributes(layered_, 0, 128, LWA_ALPHA));
  EXPECT_FALSE(update(ULW_ALPHA));
  EXPECT_EQ(GetLastError(), static_cast<DWORD>(ERROR_INVALID_PARAMETER));
  // Documented: until the style is taken away and given again.
  const LONG_PTR style = GetWindowLongPtrW(layered_, GWL_EXSTYLE);
  SetWindowLongPtrW(layered_, GWL_EXSTYLE, style & ~WS_EX_LAYERED);
  EXPECT_FALSE(update(ULW_ALPHA));
  SetWindowLongPtrW(layered_, GWL_EXSTYLE, style);
  EXPECT_TRUE(update(ULW_ALPHA));
  SetWindowLongPtrW(layered_, GWL_EXSTYLE, style & ~WS_EX_LAYERED);
  log.clear();
  pump();
  EXPECT_NE(first(WM_PAINT), nullptr) << "it is drawn in again";
}

TEST_F(LayeredWindows, RefuseWhatMakesNoSense) {
  make();
  SIZE size{4000, 2};
  POINT origin{};
  BLENDFUNCTION blend{AC_SRC_OVER, 0, 255, 0};
  EXPECT_FALSE(UpdateLayeredWindow(layered_, nullptr, nullptr, &size, picture_.get(), &origin, 0,
                                   &blend, ULW_ALPHA));
  EXPECT_FALSE(UpdateLayeredWindow(layered_, nullptr, nullptr, nullptr, picture_.get(), &origin, 0,
                                   nullptr, ULW_ALPHA));
  EXPECT_FALSE(
      UpdateLayeredWindow(layered_, nullptr, nullptr, &size, nullptr, nullptr, 0, nullptr, 0));
  EXPECT_FALSE(UpdateLayeredWindow(reinterpret_cast<HWND>(0x77), nullptr, nullptr, nullptr, nullptr,
                                   nullptr, 0, nullptr, 0));
  EXPECT_EQ(GetLastError(), static_cast<DWORD>(ERROR_INVALID_WINDOW_HANDLE));
}

}  // namespace
}  // namespace transom::user
