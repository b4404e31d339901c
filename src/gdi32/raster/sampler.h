// Reading a source for a block transfer: a rectangle of one surface as if it had the size of
// another.
#pragma once

#include "gdi32/surface.h"

namespace transom::gdi {

// Where a transfer goes from and to. Extents may be negative: the image is mirrored. Surface
// coordinates of their surfaces.
struct BlitGeometry {
  int to_x, to_y, to_width, to_height;
  int from_x, from_y, from_width, from_height;

  bool is_same_size() const { return to_width == from_width && to_height == from_height; }
  // The rectangles that they cover.
  RECT to_rect() const;
  RECT from_rect() const;
};

class Sampler {
 public:
  // `mode` is the stretching mode of SetStretchBltMode.
  Sampler(const Surface& source, const BlitGeometry& geometry, int mode)
      : source_(source), geometry_(geometry), mode_(mode) {}

  // The part of `wanted` (target coordinates) for which there are source pixels.
  RECT covered(const RECT& wanted) const;
  // Raw source pixels for the target's row `y` from x0 up to x1, all within covered().
  void row(int y, int x0, int x1, std::uint32_t* pixels);

 private:
  struct Range {
    int first, last;  // last excluded
  };
  // The source pixels that one target pixel stands for.
  Range columns_of(int x) const;
  Range rows_of(int y) const;
  std::uint32_t merge(std::span<const std::uint32_t> pixels) const;
  void stretched_row(int y, int x0, int x1, std::uint32_t* pixels);

  const Surface& source_;
  BlitGeometry geometry_;
  int mode_;
  std::vector<std::uint32_t> line_{};
  std::vector<std::uint32_t> block_{};
};

}  // namespace transom::gdi
