// Update regions, erasing, frames and scrolling, with exact pixels, on the headless display.
#include <gtest/gtest.h>

#include <cstdlib>
#include <functional>
#include <thread>

#include "gdi32/surface.h"
#include "host/display.h"
#include "user32/paint/paint.h"
#include "user32/paint/present.h"
#include "user32/paint/window_paint.h"

namespace transom::user {
namespace {

struct Seen {
  UINT message;
  HWND window;
  bool operator==(const Seen&) const = default;
};

std::vector<Seen> seen;
std::function<void(HWND, UINT)> before;
bool erases = true;
RECT painted{};
BOOL erase_left_over = FALSE;

constexpr COLORREF kBackground = RGB(1, 2, 3);

LRESULT CALLBACK procedure(HWND window, UINT message, WPARAM wparam, LPARAM lparam) {
  if (before) before(window, message);
  switch (message) {
    case WM_PAINT: {
      seen.push_back({message, window});
      PAINTSTRUCT paint;
      if (BeginPaint(window, &paint) == nullptr) return 0;
      painted = paint.rcPaint;
      erase_left_over = paint.fErase;
      EndPaint(window, &paint);
      return 0;
    }
    case WM_ERASEBKGND:
      seen.push_back({message, window});
      if (!erases) return 0;
      break;
    case WM_NCPAINT:
      seen.push_back({message, window});
      break;
  }
  return DefWindowProcW(window, message, wparam, lparam);
}

const WCHAR* wide(const char16_t* text) {
  return reinterpret_cast<const WCHAR*>(text);
}

class Paint : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    setenv("TRANSOM_HOST", "headless", 1);
    WNDCLASSW description{};
    description.lpfnWndProc = procedure;
    description.lpszClassName = wide(u"PaintTest");
    description.hbrBackground = CreateSolidBrush(kBackground);
    RegisterClassW(&description);
  }

  void SetUp() override {
    before = nullptr;
    erases = true;
    // No frame: the client area is all of it.
    top = make(WS_POPUP | WS_VISIBLE, {100, 100, 300, 200}, nullptr);
    settle();
  }
  void TearDown() override {
    before = nullptr;
    if (IsWindow(top)) DestroyWindow(top);
  }

  static HWND make(DWORD style, RECT rect, HWND parent, DWORD ex_style = 0) {
    return CreateWindowExW(ex_style, wide(u"PaintTest"), wide(u""), style, rect.left, rect.top,
                           rect.right - rect.left, rect.bottom - rect.top, parent, nullptr, nullptr,
                           nullptr);
  }
  // Paints what is due, and forgets it.
  static void settle() {
    MSG message;
    while (PeekMessageW(&message, nullptr, 0, 0, PM_REMOVE)) DispatchMessageW(&message);
    seen.clear();
  }
  static RECT update_of(HWND window) {
    RECT rect;
    GetUpdateRect(window, &rect, FALSE);
    return rect;
  }
  std::uint32_t pixel(int x, int y) { return paint_of(*find_own_window(top)).surface->pixel(x, y); }
  void fill(HWND window, RECT rect, COLORREF color) {
    const HDC dc = GetDC(window);
    const HBRUSH brush = CreateSolidBrush(color);
    FillRect(dc, &rect, brush);
    DeleteObject(brush);
    ReleaseDC(window, dc);
  }

  HWND top = nullptr;
};

#define EXPECT_RECT(l, t, r, b, rect)                                                      \
  do {                                                                                     \
    const RECT actual = (rect);                                                            \
    EXPECT_EQ((std::array<int, 4>{l, t, r, b}),                                            \
              (std::array<int, 4>{actual.left, actual.top, actual.right, actual.bottom})); \
  } while (false)

TEST_F(Paint, ShownWindowIsErasedAndPainted) {
  EXPECT_EQ(0x010203u, pixel(50, 50));
}

TEST_F(Paint, InvalidPartsAddUp) {
  const RECT a{0, 0, 10, 10}, b{50, 20, 60, 30};
  InvalidateRect(top, &a, FALSE);
  InvalidateRect(top, &b, TRUE);
  EXPECT_RECT(0, 0, 60, 30, update_of(top));
  ValidateRect(top, &b);
  EXPECT_RECT(0, 0, 10, 10, update_of(top));
  ValidateRect(top, nullptr);
  EXPECT_RECT(0, 0, 0, 0, update_of(top));
}

TEST_F(Paint, UpdateWindowSendsPaintOnlyWhereSomethingIsInvalid) {
  UpdateWindow(top);
  EXPECT_TRUE(seen.empty());
  const RECT area{5, 6, 700, 800};
  InvalidateRect(top, &area, TRUE);
  UpdateWindow(top);
  EXPECT_EQ((std::vector<Seen>{{WM_PAINT, top}, {WM_ERASEBKGND, top}}), seen);
  EXPECT_RECT(5, 6, 200, 100, painted);
  EXPECT_FALSE(erase_left_over);
}

// "Sends a WM_PAINT message directly to the window procedure of the specified window": a parent
// that waits, too, is painted in its turn, which is what the oracle does (wine 8.0).
TEST_F(Paint, UpdateWindowDoesNotPaintAParentThatWaits) {
  const HWND child = make(WS_CHILD | WS_VISIBLE, {10, 10, 50, 50}, top);
  settle();
  InvalidateRect(top, nullptr, TRUE);
  UpdateWindow(child);
  EXPECT_EQ((std::vector<Seen>{{WM_PAINT, child}, {WM_NCPAINT, child}, {WM_ERASEBKGND, child}}),
            seen);
  settle();
  EXPECT_RECT(0, 0, 0, 0, update_of(top));
}

TEST_F(Paint, BackgroundThatWasNotErasedIsLeftToThePainter) {
  erases = false;
  InvalidateRect(top, nullptr, TRUE);
  UpdateWindow(top);
  EXPECT_TRUE(erase_left_over);
}

TEST_F(Paint, InternalPaintComesOnceWithoutARegion) {
  RedrawWindow(top, nullptr, nullptr, RDW_INTERNALPAINT);
  EXPECT_FALSE(GetUpdateRect(top, nullptr, FALSE));
  MSG message;
  EXPECT_TRUE(PeekMessageW(&message, nullptr, WM_PAINT, WM_PAINT, PM_REMOVE));
  EXPECT_FALSE(PeekMessageW(&message, nullptr, WM_PAINT, WM_PAINT, PM_REMOVE));
}

TEST_F(Paint, InvalidationReachesChildrenOnlyWithoutClipChildren) {
  const HWND child = make(WS_CHILD | WS_VISIBLE, {10, 10, 40, 40}, top);
  settle();
  InvalidateRect(top, nullptr, TRUE);
  EXPECT_RECT(0, 0, 30, 30, update_of(child));
  settle();
  SetWindowLongW(top, GWL_STYLE, static_cast<LONG>(WS_POPUP | WS_VISIBLE | WS_CLIPCHILDREN));
  InvalidateRect(top, nullptr, TRUE);
  EXPECT_RECT(0, 0, 0, 0, update_of(child));
}

TEST_F(Paint, ParentPaintsBeforeItsChildren) {
  const HWND child = make(WS_CHILD | WS_VISIBLE, {10, 10, 40, 40}, top);
  settle();
  InvalidateRect(top, nullptr, FALSE);
  MSG message;
  while (PeekMessageW(&message, nullptr, WM_PAINT, WM_PAINT, PM_REMOVE)) DispatchMessageW(&message);
  std::erase_if(seen, [](const Seen& one) { return one.message != WM_PAINT; });
  EXPECT_EQ((std::vector<Seen>{{WM_PAINT, top}, {WM_PAINT, child}}), seen);
}

TEST_F(Paint, MovedChildTakesItsBitsAlongAndUncoversItsParent) {
  const HWND child = make(WS_CHILD | WS_VISIBLE, {10, 10, 40, 40}, top);
  settle();
  fill(child, {0, 0, 30, 30}, RGB(255, 0, 0));
  MoveWindow(child, 60, 10, 30, 30, TRUE);
  EXPECT_EQ(0xFF0000u, pixel(60, 10));
  EXPECT_EQ(0xFF0000u, pixel(89, 39));
  EXPECT_RECT(0, 0, 0, 0, update_of(child));
  EXPECT_EQ(0x010203u, pixel(10, 10));
  EXPECT_RECT(10, 10, 40, 40, update_of(top));
}

TEST_F(Paint, HiddenWindowHasNoUpdateRegion) {
  InvalidateRect(top, nullptr, TRUE);
  ShowWindow(top, SW_HIDE);
  EXPECT_FALSE(GetUpdateRect(top, nullptr, FALSE));
  InvalidateRect(top, nullptr, TRUE);
  EXPECT_FALSE(GetUpdateRect(top, nullptr, FALSE));
}

TEST_F(Paint, ScrollingCopiesAndInvalidatesWhatItUncovers) {
  fill(top, {0, 0, 200, 10}, RGB(0, 255, 0));
  RECT update;
  EXPECT_EQ(SIMPLEREGION, ScrollWindowEx(top, 0, 20, nullptr, nullptr, nullptr, &update,
                                         SW_INVALIDATE | SW_ERASE));
  EXPECT_RECT(0, 0, 200, 20, update);
  EXPECT_EQ(0x010203u, pixel(5, 5));
  EXPECT_EQ(0x00FF00u, pixel(5, 20));
  EXPECT_EQ(0x00FF00u, pixel(5, 29));
  EXPECT_EQ(0x010203u, pixel(5, 30));
  EXPECT_RECT(0, 0, 200, 20, update_of(top));
}

TEST_F(Paint, ScrollingMovesTheUpdateRegionAndTheChildren) {
  const HWND child = make(WS_CHILD | WS_VISIBLE, {10, 10, 40, 40}, top);
  settle();
  const RECT area{100, 50, 110, 60};
  InvalidateRect(top, &area, FALSE);
  ScrollWindowEx(top, 5, 7, nullptr, nullptr, nullptr, nullptr, SW_SCROLLCHILDREN);
  EXPECT_RECT(105, 57, 115, 67, update_of(top));
  RECT rect;
  GetWindowRect(child, &rect);
  EXPECT_RECT(115, 117, 145, 147, rect);
}

TEST_F(Paint, DrawingIsClippedByChildrenAndSiblingsAsTheStylesSay) {
  make(WS_CHILD | WS_VISIBLE, {10, 10, 40, 40}, top);
  settle();
  fill(top, {0, 0, 200, 100}, RGB(9, 9, 9));
  EXPECT_EQ(0x090909u, pixel(20, 20));
  SetWindowLongW(top, GWL_STYLE, static_cast<LONG>(WS_POPUP | WS_VISIBLE | WS_CLIPCHILDREN));
  fill(top, {0, 0, 200, 100}, RGB(7, 7, 7));
  EXPECT_EQ(0x090909u, pixel(20, 20));
  EXPECT_EQ(0x070707u, pixel(9, 9));
}

TEST_F(Paint, ContextInUseFollowsItsWindow) {
  const HWND child = make(WS_CHILD | WS_VISIBLE, {10, 10, 40, 40}, top);
  settle();
  const HDC dc = GetDC(child);
  MoveWindow(child, 100, 50, 30, 30, TRUE);
  settle();
  SetPixel(dc, 0, 0, RGB(255, 255, 255));
  EXPECT_EQ(0xFFFFFFu, pixel(100, 50));
  EXPECT_EQ(child, WindowFromDC(dc));
  DestroyWindow(child);
  EXPECT_EQ(nullptr, WindowFromDC(dc));
  EXPECT_EQ(0, ReleaseDC(child, dc));
}

TEST_F(Paint, SizingFrameHasTheClassicColours) {
  const HWND framed = make(WS_OVERLAPPEDWINDOW | WS_VISIBLE, {0, 0, 200, 100}, nullptr);
  settle();
  const auto surface = paint_of(*find_own_window(framed)).surface;
  // Light, highlight, border, face from the outside in.
  EXPECT_EQ(0xD4D0C8u, surface->pixel(0, 0));
  EXPECT_EQ(0xFFFFFFu, surface->pixel(1, 1));
  EXPECT_EQ(0x404040u, surface->pixel(199, 99));
  EXPECT_EQ(0x808080u, surface->pixel(198, 98));
  RECT client;
  GetClientRect(framed, &client);
  EXPECT_RECT(0, 0, 192, 73, client);
  EXPECT_EQ(HTCAPTION, SendMessageW(framed, WM_NCHITTEST, 0, MAKELPARAM(60, 10)));
  EXPECT_EQ(HTBOTTOMRIGHT, SendMessageW(framed, WM_NCHITTEST, 0, MAKELPARAM(198, 98)));
  EXPECT_EQ(HTCLOSE, SendMessageW(framed, WM_NCHITTEST, 0, MAKELPARAM(186, 12)));
  DestroyWindow(framed);
}

TEST_F(Paint, WindowMayDieInEachOfItsPaintMessages) {
  for (const UINT fatal : {UINT{WM_PAINT}, UINT{WM_NCPAINT}, UINT{WM_ERASEBKGND}}) {
    const HWND window = make(WS_OVERLAPPEDWINDOW | WS_VISIBLE, {0, 0, 200, 100}, nullptr);
    settle();
    before = [=](HWND at, UINT message) {
      if (at == window && message == fatal) DestroyWindow(window);
    };
    RedrawWindow(window, nullptr, nullptr, RDW_INVALIDATE | RDW_ERASE | RDW_FRAME | RDW_UPDATENOW);
    before = nullptr;
    EXPECT_FALSE(IsWindow(window)) << fatal;
  }
}

TEST_F(Paint, AnyThreadMayInvalidate) {
  std::thread([this] {
    for (int i = 0; i < 100; ++i) {
      const RECT area{i, i, i + 1, i + 1};
      InvalidateRect(top, &area, FALSE);
    }
  }).join();
  EXPECT_RECT(0, 0, 100, 100, update_of(top));
  EXPECT_TRUE(HIWORD(GetQueueStatus(QS_PAINT)) & QS_PAINT);
}

TEST_F(Paint, DeadHandlesFailAsDocumented) {
  const auto dead = reinterpret_cast<HWND>(std::uintptr_t{0xDEAD});
  EXPECT_FALSE(InvalidateRect(dead, nullptr, TRUE));
  EXPECT_EQ(DWORD{ERROR_INVALID_WINDOW_HANDLE}, GetLastError());
  EXPECT_EQ(nullptr, GetDC(dead));
  EXPECT_FALSE(UpdateWindow(nullptr));
  EXPECT_EQ(ERROR, ScrollWindowEx(dead, 1, 1, nullptr, nullptr, nullptr, nullptr, 0));
  EXPECT_EQ(nullptr, BeginPaint(top, nullptr));
  EXPECT_FALSE(EndPaint(top, nullptr));
}

}  // namespace
}  // namespace transom::user
