// Drawing straight on pixels, clipped: the bottom of all shapes.
//
// Coordinates are the surface's. A Raster is made for one operation and has the surface locked as
// long; when it goes, it reports what it touched as the surface's damage.
#pragma once

#include <span>
#include <vector>

#include "gdi32/raster/rop.h"
#include "gdi32/region.h"
#include "gdi32/surface_lock.h"

namespace transom::gdi {

// A pattern in the target's raw pixels, repeated in both directions from `origin`.
struct Tile {
  int width = 0;
  int height = 0;
  std::vector<std::uint32_t> pixels;
  std::vector<std::uint8_t> opaque{};  // empty: all are; else 0 leaves the destination alone
  POINT origin{0, 0};

  std::size_t row_at(int y) const {
    const int row = (y - origin.y) % height;
    return static_cast<std::size_t>(row < 0 ? row + height : row) * static_cast<std::size_t>(width);
  }
  int column_at(int x) const {
    const int column = (x - origin.x) % width;
    return column < 0 ? column + width : column;
  }
};

// What is drawn with: a raw pixel or a pattern, and the binary raster operation.
struct Ink {
  int rop2 = R2_COPYPEN;
  std::uint32_t pixel = 0;
  const Tile* tile = nullptr;
  bool invisible = false;  // null pens and brushes
};

class Raster {
 public:
  // All must outlive the raster; `clip` lies within the surface. What else the operation reads,
  // `source` and `mask`, is locked with it.
  Raster(Surface& surface, const Region& clip, const Surface* source = nullptr,
         const Surface* mask = nullptr);
  Raster(const Raster&) = delete;
  Raster& operator=(const Raster&) = delete;
  ~Raster();

  Surface& surface() const { return surface_; }
  std::span<const RECT> clip() const { return clip_; }
  const RECT& bounds() const { return bounds_; }  // of the clip

  void fill(const RECT& rect, const Ink& ink);
  void fill(const Region& region, const Ink& ink);
  // Pixels from x0 up to but not x1.
  void span(int y, int x0, int x1, const Ink& ink) { fill({x0, y, x1, y + 1}, ink); }
  void pixel(int x, int y, const Ink& ink);
  bool visible(int x, int y) const;

  // Visits each visible part of a rectangle: visit(const RECT&).
  template <class Visit>
  void for_each_visible(const RECT& rect, Visit&& visit) {
    for (std::size_t i = first_box_below(rect.top); i < clip_.size(); ++i) {
      const RECT& box = clip_[i];
      if (box.top >= rect.bottom) break;
      const RECT part{std::max(rect.left, box.left), std::max(rect.top, box.top),
                      std::min(rect.right, box.right), std::min(rect.bottom, box.bottom)};
      if (part.left >= part.right || part.top >= part.bottom) continue;
      touch(part);
      visit(part);
    }
  }
  void touch(const RECT& part);

  // Draws text: mixes a colour (0x00RRGGBB) in by 8-bit coverage, or by one bit a pixel (most
  // significant first) where it is set. `stride` in bytes.
  void blend_coverage(int x, int y, int width, int height, const std::uint8_t* coverage,
                      std::ptrdiff_t stride, std::uint32_t rgb);
  void blend_bits(int x, int y, int width, int height, const std::uint8_t* bits,
                  std::ptrdiff_t stride, std::uint32_t rgb);

 private:
  // The first box of the clip whose bottom is below y.
  std::size_t first_box_below(int y) const;
  void fill_part(const RECT& part, const Ink& ink);
  void fill_solid32(const RECT& part, const Ink& ink);
  void fill_with(const RECT& part, std::uint32_t value);
  void fill_generic(const RECT& part, const Ink& ink);

  Surface& surface_;
  SurfaceLock lock_;
  std::span<const RECT> clip_;
  RECT bounds_;
  RECT touched_{INT32_MAX, INT32_MAX, INT32_MIN, INT32_MIN};
};

// Applies an ink to a row of raw pixels that starts at (x, y).
void apply_ink(const Ink& ink, int x, int y, int count, std::uint32_t* pixels);

}  // namespace transom::gdi
