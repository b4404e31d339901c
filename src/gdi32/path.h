// Paths: figures of lines and Bézier curves, in device coordinates with 4 binary places.
// https://learn.microsoft.com/windows/win32/gdi/paths
#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

#include "base/win32.h"

namespace transom::gdi {

// A point in 1/16 of a pixel; pixel centres are at whole pixels.
struct FixedPoint {
  std::int32_t x;
  std::int32_t y;
  // What 28 bits do not hold is far outside of everything.
  static constexpr LONG kReach = 1 << 26;
  static LONG within_reach(LONG pixel) { return std::clamp(pixel, -kReach, kReach); }
  static RECT within_reach(const RECT& pixels) {
    return {within_reach(pixels.left), within_reach(pixels.top), within_reach(pixels.right),
            within_reach(pixels.bottom)};
  }
  static FixedPoint from_pixel(POINT point) {
    return {within_reach(point.x) * 16, within_reach(point.y) * 16};
  }
  POINT to_pixel() const { return {(x + 8) >> 4, (y + 8) >> 4}; }
  bool operator==(const FixedPoint&) const = default;
};

struct Path {
  // Parallel: a point and its PT_MOVETO, PT_LINETO or PT_BEZIERTO, with PT_CLOSEFIGURE on the last.
  std::vector<FixedPoint> points;
  std::vector<BYTE> types;

  bool empty() const { return points.empty(); }
  void clear() {
    points.clear();
    types.clear();
  }
  void move_to(FixedPoint point);
  void line_to(FixedPoint point);
  void curve_to(FixedPoint control1, FixedPoint control2, FixedPoint end);
  void close_figure();
};

// A flattened path: each figure's corners; `closed` figures join their ends.
struct Figure {
  std::vector<FixedPoint> points;
  bool closed = false;
};
std::vector<Figure> flatten(const Path& path);

}  // namespace transom::gdi
