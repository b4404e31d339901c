#include "host/headless/headless_host.h"

#include <gtest/gtest.h>

#include "host/headless/compose.h"

namespace transom::host {
namespace {

HWND handle(std::uintptr_t value) {
  return reinterpret_cast<HWND>(value);
}

void fill(HostWindow& window, std::uint32_t color) {
  const auto surface = window.surface();
  for (int y = 0; y < surface->height(); ++y) std::fill_n(surface->row(y), surface->width(), color);
}

class Headless : public ::testing::Test {
 protected:
  std::unique_ptr<HostWindow> shown(std::uintptr_t name, const RECT& rect, std::uint32_t color) {
    auto window = host.create_window(handle(name), rect, 0, 0, nullptr);
    fill(*window, color);
    window->set_visible(true, false);
    return window;
  }
  std::uint32_t pixel(int x, int y) { return host.picture({0, 0, 40, 30})->pixel(x, y); }
  HeadlessHost host{parse_monitors("40x30")};
};

TEST(Monitors, StandSideBySideUnlessTheySayWhere) {
  const auto monitors = parse_monitors("800x600,640x480,100x100+0-100");
  ASSERT_EQ(3u, monitors.size());
  EXPECT_TRUE(monitors[0].primary);
  EXPECT_EQ(800, monitors[1].bounds.left);
  EXPECT_EQ(-100, monitors[2].bounds.top);
  EXPECT_EQ(u"\\\\.\\DISPLAY2", monitors[1].name);
}

TEST(Monitors, NonsenseIsNone) {
  for (const char* text : {"", "x", "0x5", "10", "10x", "99999x10", "10x10,", "10x10+3", "-4x4"}) {
    EXPECT_TRUE(parse_monitors(text).empty()) << text;
  }
}

TEST_F(Headless, EmptyDesktopShowsItsColor) {
  EXPECT_EQ(kDesktopColor, pixel(0, 0));
}

TEST_F(Headless, UpperWindowsCoverLowerOnes) {
  auto lower = shown(1, {0, 0, 20, 20}, 0xFF0000);
  auto upper = shown(2, {10, 10, 30, 40}, 0x00FF00);
  EXPECT_EQ(0xFF0000u, pixel(9, 9));
  EXPECT_EQ(0x00FF00u, pixel(10, 10));
  upper->raise_above(nullptr);
  EXPECT_EQ(0xFF0000u, pixel(10, 10));
  EXPECT_EQ(0x00FF00u, pixel(20, 20));
  lower->set_visible(false, false);
  EXPECT_EQ(0x00FF00u, pixel(10, 10));
  EXPECT_EQ(kDesktopColor, pixel(9, 9));
}

TEST_F(Headless, RaiseAboveInsertsRightAboveTheOther) {
  auto a = shown(1, {0, 0, 10, 10}, 1);
  auto b = shown(2, {0, 0, 10, 10}, 2);
  auto c = shown(3, {0, 0, 10, 10}, 3);
  a->raise_above(handle(2));
  EXPECT_EQ((std::vector<HWND>{handle(3), handle(1), handle(2)}), host.visible_windows());
}

TEST_F(Headless, ShapeAndOpacityApplyAtComposition) {
  auto window = shown(1, {0, 0, 10, 10}, 0xFFFFFF);
  const gdi::Region shape(RECT{0, 0, 5, 5});
  window->set_shape(&shape);
  EXPECT_EQ(kDesktopColor, pixel(5, 5));
  window->set_opacity(0);
  EXPECT_EQ(kDesktopColor, pixel(1, 1));
  window->set_opacity(128);
  EXPECT_EQ(0x9DB7D2u, pixel(1, 1));
}

TEST_F(Headless, ResizingMakesANewSurface) {
  auto window = shown(1, {0, 0, 10, 10}, 5);
  const auto old = window->surface();
  window->set_rect({5, 5, 15, 15});
  EXPECT_EQ(old, window->surface());
  window->set_rect({5, 5, 25, 15});
  EXPECT_NE(old, window->surface());
  EXPECT_EQ(20, window->surface()->width());
}

}  // namespace
}  // namespace transom::host
