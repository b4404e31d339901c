#include "gdi32/region.h"

#include <gtest/gtest.h>

#include "gdi32/surface.h"

namespace transom::gdi {
namespace {

TEST(Region, InsideOutRectangleIsEmpty) {
  EXPECT_TRUE(Region(RECT{10, 0, 5, 5}).empty());
  EXPECT_EQ(NULLREGION, Region().complexity());
}

TEST(Region, IsHalfOpen) {
  const Region region(RECT{1, 2, 4, 5});
  EXPECT_TRUE(region.contains({1, 2}));
  EXPECT_FALSE(region.contains({4, 2}));
  EXPECT_FALSE(region.contains({1, 5}));
}

TEST(Region, SubtractLeavesBands) {
  Region region(RECT{0, 0, 10, 10});
  region -= RECT{2, 2, 4, 4};
  EXPECT_EQ(COMPLEXREGION, region.complexity());
  EXPECT_EQ(4u, region.rects().size());
  EXPECT_FALSE(region.covers({0, 0, 3, 3}));
  EXPECT_TRUE(region.intersects({0, 0, 3, 3}));
}

TEST(Region, XorIsUnionLessIntersection) {
  const Region a(RECT{0, 0, 4, 4}), b(RECT{2, 0, 6, 4});
  EXPECT_EQ((a ^ b), (a | b) - (a & b));
  EXPECT_TRUE((a ^ a).empty());
}

TEST(Region, SubtractingItself) {
  Region region(RECT{0, 0, 4, 4});
  const Region same = region;
  region -= same;
  EXPECT_TRUE(region.empty());
  EXPECT_EQ(0, region.bounds().right);
}

TEST(Surface, DamageIsCollectedOnceTracked) {
  auto surface = Surface::create(20, 20);
  surface->add_damage({0, 0, 5, 5});
  EXPECT_FALSE(surface->is_damaged());
  int told = 0;
  surface->track_damage([&] { ++told; });
  surface->add_damage({0, 0, 5, 5});
  surface->add_damage({10, 10, 25, 12});
  EXPECT_EQ(1, told);
  EXPECT_EQ(20, surface->take_damage().bounds().right);
  EXPECT_FALSE(surface->is_damaged());
}

TEST(Surface, ReadsWhatItWroteInEachFormat) {
  for (const int bits : {1, 4, 8, 16, 24, 32}) {
    PixelFormat format;
    format.bits = bits;
    auto surface = Surface::create(11, 3, format);
    const std::uint32_t mask = bits == 32 ? ~0u : (1u << bits) - 1;
    for (int x = 0; x < 11; ++x)
      surface->set_pixel(x, 1, static_cast<std::uint32_t>(x * 77) & mask);
    for (int x = 0; x < 11; ++x) {
      EXPECT_EQ(static_cast<std::uint32_t>(x * 77) & mask, surface->pixel(x, 1)) << bits;
    }
    EXPECT_EQ(0u, surface->pixel(10, 0));
    EXPECT_EQ(0u, surface->pixel(0, 2));
  }
}

// "The region coordinates are represented as 27-bit signed integers" (CreateRectRgn): figures may
// be that high, and regions have a rectangle for each row of a slanted edge.
TEST(Region, OfFiguresThatReachFar) {
  constexpr LONG kFar = 1 << 26;
  const POINT upright[] = {{-kFar, -kFar}, {kFar, -kFar}, {kFar, kFar}, {-kFar, kFar}};
  const HRGN region = CreatePolygonRgn(upright, 4, ALTERNATE);
  RECT box{};
  EXPECT_EQ(SIMPLEREGION, GetRgnBox(region, &box));
  EXPECT_EQ(-kFar, box.left);
  EXPECT_EQ(kFar, box.bottom);
  DeleteObject(region);

  const POINT slanted[] = {{0, -kFar}, {kFar, kFar}, {-kFar, kFar}};
  EXPECT_EQ(nullptr, CreatePolygonRgn(slanted, 3, WINDING));
  EXPECT_EQ(static_cast<DWORD>(ERROR_NOT_ENOUGH_MEMORY), GetLastError());
  EXPECT_EQ(nullptr, CreateEllipticRgn(0, 0, kFar, kFar));
  EXPECT_EQ(nullptr, CreateEllipticRgn(INT_MIN, INT_MIN, INT_MAX, INT_MAX));
}

// "lpx: a pointer to an XFORM structure that defines the transformation to be performed on the
// region" (ExtCreateRegion): turned rectangles that overlap are one area.
TEST(Region, TurnsRectangles) {
  struct {
    RGNDATAHEADER header{sizeof(RGNDATAHEADER), RDH_RECTANGLES, 2, 0, {0, 0, 40, 40}};
    RECT rects[2]{{0, 0, 40, 20}, {10, 0, 40, 40}};
  } data;
  const XFORM transform{1, 1, -1, 1, 0, 0};
  const HRGN region =
      ExtCreateRegion(&transform, sizeof data, reinterpret_cast<const RGNDATA*>(&data));
  EXPECT_TRUE(PtInRegion(region, 0, 20));
  EXPECT_TRUE(PtInRegion(region, 0, 60));
  EXPECT_FALSE(PtInRegion(region, -25, 30));
  EXPECT_FALSE(PtInRegion(region, 25, 10));
  DeleteObject(region);
}

}  // namespace
}  // namespace transom::gdi
