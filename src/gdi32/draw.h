// Drawing figures in a device context: with its brush, its pen, its raster operation.
//
// Paths here are in device coordinates. While a path bracket is open, figures go into the context's
// path and nothing is drawn.
#pragma once

#include <span>

#include "gdi32/device_context.h"
#include "gdi32/raster/ellipse.h"

namespace transom::gdi {

// A logical point in device coordinates with fractions, where the graphics mode has them.
FixedPoint to_fixed(const DeviceContext& dc, POINT logical);

enum class Paint { kStroke, kFill, kStrokeAndFill };

// Draws, or adds to the open path.
void draw_path(DeviceContext& dc, const Path& path, Paint paint);
// Draws whatever bracket is open.
void paint_path(DeviceContext& dc, const Path& path, Paint paint);

// The outline that the selected pen would draw, in device coordinates.
std::vector<Figure> widened(const DeviceContext& dc, std::span<const Figure> figures);

// A thin or wide line between logical points.
void draw_segment(DeviceContext& dc, POINT from, POINT to);

// Rectangle, RoundRect and Ellipse where the mapping keeps them upright. `width` and `height` are
// of the corners, device pixels.
void draw_rounded(DeviceContext& dc, const RECT& device, int width, int height);

}  // namespace transom::gdi
