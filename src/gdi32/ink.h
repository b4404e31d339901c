// Pens and brushes as a target draws them.
#pragma once

#include <memory>
#include <vector>

#include "gdi32/device_context.h"
#include "gdi32/raster/raster.h"

namespace transom::gdi {

// An ink with the pattern it needs.
struct RealizedInk {
  Ink ink;
  std::unique_ptr<Tile> tile;
  operator const Ink&() const { return ink; }
};

RealizedInk realize_brush(const DeviceContext& dc, const Brush& brush, int rop2);
// The selected brush with the context's own raster operation.
RealizedInk realize_brush(const DeviceContext& dc);
RealizedInk realize_pen(const DeviceContext& dc, const Pen& pen);
// What the gaps of a styled pen are drawn with.
RealizedInk realize_background(const DeviceContext& dc);

// The pen's width in pixels; 0 for a line one pixel thin.
double device_width(const DeviceContext& dc, const Pen& pen);
// Dash, gap, dash … of a styled thin pen in pixels; empty for solid ones.
std::vector<int> thin_dashes(const Pen& pen);
// The same for a wide one.
std::vector<double> wide_dashes(const DeviceContext& dc, const Pen& pen, double width);

// What of a context has a say where pixels are converted: for a monochrome device-dependent bitmap
// the text and background colours (0x00RRGGBB); for an 8-bit display the logical palette (null: the
// static colours).
struct ConversionColors {
  std::uint32_t text, background;
  const Palette* palette = nullptr;
};
ConversionColors conversion_colors(const DeviceContext& dc);

// A row of pixels from one format to another.
void convert_row(const PixelFormat& from, const PixelFormat& to, const ConversionColors& colors,
                 int count, std::uint32_t* pixels);

}  // namespace transom::gdi
