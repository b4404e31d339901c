// Ellipses in pixels, by A. Zingl's error-term method, and arcs of them.
#pragma once

#include <vector>

#include "gdi32/path.h"
#include "gdi32/raster/raster.h"

namespace transom::gdi {

// One quarter of the outline of an ellipse that fills `width` by `height` pixels, from the middle
// of the left edge up to the middle of the top, in pixels of its bounding rectangle.
std::vector<POINT> ellipse_quarter(int width, int height);

// A rectangle whose corners are quarters of an ellipse of `width` by `height`; an ellipse when
// these are the rectangle's own. `rect` is half open.
struct RoundedRect {
  RECT rect;
  int width, height;
};
// For each row of the rectangle: how many pixels its ends lie inside.
std::vector<int> insets_of(const RoundedRect& shape);
void fill_rounded(Raster& raster, const RoundedRect& shape, const Ink& ink);
void outline_rounded(Raster& raster, const RoundedRect& shape, const Ink& ink);
Region region_of(const RoundedRect& shape);

// Appends an arc of an ellipse as Bézier curves. Angles in radians, from the x axis, growing
// clockwise as y grows downwards; `sweep` may be negative. Coordinates in 1/16 pixel.
void append_arc(Path& path, double center_x, double center_y, double radius_x, double radius_y,
                double start, double sweep, bool connect);

}  // namespace transom::gdi
