// Several threads that draw with one device context, or with several into one surface: what comes
// out is each drawing whole, in either order. For ThreadSanitizer, too (make test-tsan).
#include <gtest/gtest.h>

#include <atomic>

#include "gdi32/memory_dc.h"
#include "user32/window_thread.h"

namespace transom::gdi {
namespace {

using user::test::on_threads;
using user::test::WindowThread;

constexpr int kRounds = 60;
constexpr int kSide = 48;

// Everything that goes into pixels, from a thread's own objects.
void draw_of_all_kinds(HDC dc, int i) {
  const RECT rect{i % 7, i % 5, kSide - i % 3, kSide};
  FillRect(dc, &rect, static_cast<HBRUSH>(GetStockObject(i % 2 == 0 ? GRAY_BRUSH : WHITE_BRUSH)));
  Ellipse(dc, 1, 1, 30, 20 + i % 9);
  MoveToEx(dc, 0, 0, nullptr);
  LineTo(dc, kSide, i % kSide);
  TextOutW(dc, 2, 2, L"text", 4);
  BitBlt(dc, 8, 8, 20, 20, dc, 0, 0, SRCCOPY);
  StretchBlt(dc, 0, 0, 30, 30, dc, 10, 10, 8, 8, SRCCOPY);
  SetPixel(dc, i % kSide, 3, RGB(i, 0, 0));
  GetPixel(dc, 4, 4);
  ExtFloodFill(dc, 1, 1, RGB(255, 255, 255), FLOODFILLBORDER);
  ScrollDC(dc, 1, 1, nullptr, nullptr, nullptr, nullptr);
  DrawIcon(dc, 4, 4, LoadIconW(nullptr, reinterpret_cast<LPCWSTR>(IDI_APPLICATION)));
  DrawEdge(dc, const_cast<RECT*>(&rect), EDGE_RAISED, BF_RECT);
}

// State that each call changes as a whole.
void change_state(HDC dc, int i) {
  const int saved = SaveDC(dc);
  SetTextColor(dc, RGB(i, i, 0));
  SetViewportOrgEx(dc, i % 3, 0, nullptr);
  IntersectClipRect(dc, 0, 0, kSide - i % 4, kSide);
  SelectClipRgn(dc, nullptr);
  SIZE size;
  GetTextExtentPoint32W(dc, L"width", 5, &size);
  SelectObject(dc, GetStockObject(i % 2 == 0 ? SYSTEM_FONT : DEFAULT_GUI_FONT));
  SelectObject(dc, GetStockObject(i % 2 == 0 ? BLACK_PEN : WHITE_PEN));
  RestoreDC(dc, saved);
}

// Rows of a bitmap that are not of one colour all along.
int torn_rows(std::span<const std::uint32_t> pixels) {
  int torn = 0;
  for (std::size_t row = 0; row < pixels.size(); row += kSide) {
    const auto line = pixels.subspan(row, kSide);
    torn += std::any_of(line.begin(), line.end(),
                        [&](std::uint32_t pixel) { return pixel != line[0]; });
  }
  return torn;
}

TEST(DrawingThreads, ShareAMemoryContextAndItsBitmap) {
  const HDC dc = CreateCompatibleDC(nullptr);
  BITMAPINFO info = describe_pixels(kSide, kSide);
  const HBITMAP bitmap = CreateDIBSection(dc, &info, DIB_RGB_COLORS, nullptr, nullptr, 0);
  const HGDIOBJ before = SelectObject(dc, bitmap);
  on_threads(2, [&](int index) {
    for (int i = 0; i < kRounds; ++i) {
      if (index == 1) change_state(dc, i);
      draw_of_all_kinds(dc, i + index);
    }
  });
  EXPECT_EQ(SelectObject(dc, before), bitmap);
  DeleteDC(dc);
  EXPECT_TRUE(DeleteObject(bitmap));
}

// A block transfer reads its source while nobody draws there, whichever way the threads go.
TEST(DrawingThreads, CopyBetweenTwoBitmapsBothWays) {
  PixelDc left(kSide, kSide), right(kSide, kSide);
  const HDC dcs[] = {left.get(), right.get()};
  on_threads(2, [&](int index) {
    const HDC to = dcs[index], from = dcs[1 - index];
    for (int i = 0; i < kRounds * 4; ++i) {
      BitBlt(to, 0, 0, kSide, kSide, from, 0, 0, SRCCOPY);
      PatBlt(to, 0, 0, kSide, kSide, i % 2 == index ? WHITENESS : BLACKNESS);
      const BLENDFUNCTION all{AC_SRC_OVER, 0, 255, 0};
      GdiAlphaBlend(to, 0, 0, kSide, kSide, from, 0, 0, kSide, kSide, all);
    }
  });
  EXPECT_EQ(torn_rows(left.pixels()), 0);
  EXPECT_EQ(torn_rows(right.pixels()), 0);
}

TEST(DrawingThreads, ReadABitmapWhileAnotherDrawsInIt) {
  PixelDc drawn(kSide, kSide);
  std::atomic<bool> going{true};
  std::thread painter([&] {
    for (int i = 0; going; ++i) {
      PatBlt(drawn.get(), 0, 0, kSide, kSide, i % 2 == 0 ? WHITENESS : BLACKNESS);
    }
  });
  for (int i = 0; i < kRounds; ++i) {
    std::uint32_t pixels[kSide * kSide];
    BITMAPINFO info = describe_pixels(kSide, kSide);
    EXPECT_EQ(GetDIBits(nullptr, drawn.bitmap(), 0, kSide, pixels, &info, DIB_RGB_COLORS), kSide);
    for (std::uint32_t& pixel : pixels) pixel &= 0xFFFFFF;
    EXPECT_EQ(torn_rows(pixels), 0);
    const HBRUSH brush = CreatePatternBrush(drawn.bitmap());
    DeleteObject(brush);
  }
  going = false;
  painter.join();
}

// The window's thread paints, two others draw into the same surface with contexts of their own.
TEST(DrawingThreads, DrawInOneWindow) {
  WindowThread owner({}, WS_POPUP | WS_VISIBLE);
  const HWND window = owner.window();
  std::atomic<bool> going{true};
  std::thread painter([&] {
    for (int i = 0; going; ++i) {
      owner.run([&] {
        InvalidateRect(window, nullptr, TRUE);
        UpdateWindow(window);
      });
    }
  });
  on_threads(2, [&](int index) {
    for (int i = 0; i < kRounds; ++i) {
      const HDC dc = GetDC(window);
      draw_of_all_kinds(dc, i + index);
      EXPECT_EQ(ReleaseDC(window, dc), 1);
    }
  });
  going = false;
  painter.join();
}

// One context for two threads, and for a window that moves and goes meanwhile.
TEST(DrawingThreads, ShareAWindowsContextUntilTheWindowGoes) {
  for (int round = 0; round < 5; ++round) {
    WindowThread owner({}, WS_POPUP | WS_VISIBLE);
    const HWND window = owner.window();
    const HDC dc = GetDC(window);
    std::atomic<bool> going{true};
    std::thread mover([&] {
      for (int i = 0; i < 20; ++i) {
        owner.run([&] { MoveWindow(window, i, i, 60 + i, 60, TRUE); });
      }
      owner.stop();
      going = false;
    });
    on_threads(2, [&](int index) {
      for (int i = 0; going; ++i) {
        if (index == 1) change_state(dc, i);
        draw_of_all_kinds(dc, i + index);
      }
    });
    mover.join();
    EXPECT_EQ(GetObjectType(dc), 0u);
  }
}

// CS_CLASSDC: "all windows in the class share one device context".
// https://learn.microsoft.com/windows/win32/winmsg/about-window-classes#class-styles
TEST(DrawingThreads, ShareTheirClasssContext) {
  WNDCLASSW described{};
  described.style = CS_CLASSDC;
  described.lpfnWndProc = DefWindowProcW;
  described.lpszClassName = L"ClassContext";
  ASSERT_NE(RegisterClassW(&described), 0);
  on_threads(2, [](int index) {
    const HWND window = CreateWindowExW(0, L"ClassContext", L"", WS_POPUP | WS_VISIBLE, index * 60,
                                        0, 50, 50, nullptr, nullptr, nullptr, nullptr);
    for (int i = 0; i < kRounds; ++i) {
      const HDC dc = GetDC(window);
      EXPECT_NE(dc, nullptr);
      draw_of_all_kinds(dc, i);
      ReleaseDC(window, dc);
    }
    DestroyWindow(window);
  });
  EXPECT_TRUE(UnregisterClassW(L"ClassContext", nullptr));
}

}  // namespace
}  // namespace transom::gdi
