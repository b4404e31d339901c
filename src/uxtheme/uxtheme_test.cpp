// Programs that know visual styles, on a system without: told so, and drawing all the same.
#include "user32/test_support.h"

#include <dwmapi.h>
#include <uxtheme.h>

namespace transom::uxtheme::test {
namespace {

using namespace user::test;

// A context of a bitmap of 40 by 30 pixels, blue all over.
class Target {
 public:
  Target() : dc_(CreateCompatibleDC(nullptr)), bitmap_(CreateBitmap(40, 30, 1, 32, nullptr)) {
    SelectObject(dc_, bitmap_);
    const RECT all{0, 0, 40, 30};
    const HBRUSH blue = CreateSolidBrush(kBlue);
    FillRect(dc_, &all, blue);
    DeleteObject(blue);
  }
  ~Target() {
    DeleteDC(dc_);
    DeleteObject(bitmap_);
  }
  Target(const Target&) = delete;
  Target& operator=(const Target&) = delete;

  HDC dc() const { return dc_; }
  COLORREF at(int x, int y) const { return GetPixel(dc_, x, y); }

  static constexpr COLORREF kBlue = RGB(0, 0, 255);

 private:
  HDC dc_;
  HBITMAP bitmap_;
};

constexpr RECT kPart{10, 10, 30, 20};
constexpr COLORREF kRed = RGB(255, 0, 0);

// "Themes are not active": nothing to open, nothing drawn.
TEST(Themes, AreOff) {
  Recorder recorder;
  const HWND window = recorder.create("window", WS_POPUP);
  EXPECT_FALSE(IsThemeActive());
  EXPECT_FALSE(IsAppThemed());
  EXPECT_EQ(OpenThemeData(window, L"BUTTON"), nullptr);
  EXPECT_EQ(DrawThemeBackground(nullptr, nullptr, 0, 0, nullptr, nullptr), E_HANDLE);
  EXPECT_EQ(SetWindowTheme(window, L"explorer", nullptr), S_OK);
  EXPECT_EQ(SetWindowTheme(nullptr, L"explorer", nullptr), E_HANDLE);
  EXPECT_EQ(GetThemeSysColor(nullptr, COLOR_WINDOW), GetSysColor(COLOR_WINDOW));
  WINBOOL composed = TRUE;
  EXPECT_EQ(DwmIsCompositionEnabled(&composed), S_OK);
  EXPECT_FALSE(composed);
}

// "Draw the part of their parent in front of which they appear": WM_ERASEBKGND and WM_PRINTCLIENT.
TEST(Themes, ParentsPaintBehindTheirChildren) {
  Recorder recorder;
  const HWND parent = recorder.create("parent", WS_POPUP);
  const HWND child = recorder.create("child", WS_CHILD, parent);
  const Target target;
  recorder.clear();
  recorder.only({WM_PRINTCLIENT});
  EXPECT_EQ(DrawThemeParentBackground(child, target.dc(), nullptr), S_OK);
  EXPECT_THAT(recorder.take(), ElementsAre("parent WM_PRINTCLIENT"));
  EXPECT_EQ(DrawThemeParentBackground(nullptr, target.dc(), nullptr), E_HANDLE);
}

// "The buffer is copied to the target DC when EndBufferedPaint is called with TRUE"; coordinates
// are the target's.
TEST(BufferedPainting, ShowsTheBufferAtTheEnd) {
  const Target target;
  HDC dc = nullptr;
  const HPAINTBUFFER buffer =
      BeginBufferedPaint(target.dc(), &kPart, BPBF_TOPDOWNDIB, nullptr, &dc);
  ASSERT_NE(buffer, nullptr);
  SetPixel(dc, 10, 10, kRed);
  EXPECT_EQ(target.at(10, 10), Target::kBlue);
  EXPECT_EQ(EndBufferedPaint(buffer, TRUE), S_OK);
  EXPECT_EQ(target.at(10, 10), kRed);
  EXPECT_EQ(target.at(9, 10), Target::kBlue);
  EXPECT_EQ(EndBufferedPaint(buffer, TRUE), E_HANDLE);
}

TEST(BufferedPainting, LeavesOutWhatIsExcluded) {
  const Target target;
  HDC dc = nullptr;
  const RECT excluded{10, 10, 12, 20};
  BP_PAINTPARAMS parameters{sizeof parameters, 0, &excluded, nullptr};
  const HPAINTBUFFER buffer =
      BeginBufferedPaint(target.dc(), &kPart, BPBF_COMPATIBLEBITMAP, &parameters, &dc);
  const HBRUSH red = CreateSolidBrush(kRed);
  FillRect(dc, &kPart, red);
  DeleteObject(red);
  EXPECT_EQ(EndBufferedPaint(buffer, TRUE), S_OK);
  EXPECT_EQ(target.at(11, 15), Target::kBlue);
  EXPECT_EQ(target.at(12, 15), kRed);
}

TEST(BufferedPainting, GivesItsPixels) {
  const Target target;
  HDC dc = nullptr;
  const HPAINTBUFFER buffer =
      BeginBufferedPaint(target.dc(), &kPart, BPBF_TOPDOWNDIB, nullptr, &dc);
  RGBQUAD* bits = nullptr;
  int row = 0;
  ASSERT_EQ(GetBufferedPaintBits(buffer, &bits, &row), S_OK);
  EXPECT_EQ(row, 20);
  const RECT corner{28, 18, 100, 100};
  EXPECT_EQ(BufferedPaintSetAlpha(buffer, &corner, 7), S_OK);
  EXPECT_EQ(bits[9 * 20 + 19].rgbReserved, 7);
  EXPECT_EQ(bits[0].rgbReserved, 0);
  EXPECT_EQ(EndBufferedPaint(buffer, FALSE), S_OK);
}

TEST(BufferedPainting, RefusesWhatIsNothing) {
  const Target target;
  HDC dc = target.dc();
  const RECT empty{5, 5, 5, 9};
  EXPECT_EQ(BeginBufferedPaint(target.dc(), &empty, BPBF_DIB, nullptr, &dc), nullptr);
  EXPECT_EQ(dc, nullptr);
  EXPECT_EQ(BeginBufferedPaint(nullptr, nullptr, BPBF_DIB, nullptr, &dc), nullptr);
  EXPECT_EQ(BufferedPaintClear(nullptr, nullptr), E_HANDLE);
  EXPECT_EQ(GetBufferedPaintDC(reinterpret_cast<HPAINTBUFFER>(std::uintptr_t{16})), nullptr);
}

}  // namespace
}  // namespace transom::uxtheme::test
