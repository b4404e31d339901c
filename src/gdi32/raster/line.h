// Thin lines, one pixel wide.
//
// The pixel nearest to the ideal line in each step along the longer axis; a tie goes to the smaller
// coordinate. The end point is not drawn. Lines of any length cost only their visible part.
#pragma once

#include <span>

#include "gdi32/raster/raster.h"

namespace transom::gdi {

// Dashes along a figure: lengths of dash, gap, dash … in pixels along the longer axis.
struct DashState {
  std::span<const int> lengths;  // empty: solid
  int period = 0;
  std::int64_t position = 0;  // of the next line's first pixel
  const Ink* gap = nullptr;   // what gaps are drawn with; null: nothing

  bool in_dash(std::int64_t at) const;
};

void draw_line(Raster& raster, POINT from, POINT to, const Ink& ink, DashState* dashes = nullptr);

}  // namespace transom::gdi
