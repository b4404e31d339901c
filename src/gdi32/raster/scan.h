// Filling figures: from outlines to spans of pixels.
//
// A pixel belongs to a figure when its centre (at whole coordinates) is inside, or on a left or top
// edge. Open figures are closed by a straight line.
#pragma once

#include <functional>
#include <optional>
#include <span>

#include "gdi32/path.h"
#include "gdi32/raster/raster.h"
#include "gdi32/region.h"

namespace transom::gdi {

enum class FillRule { kAlternate, kWinding };
FillRule fill_rule_of(int poly_fill_mode);

// Calls visit(y, x0, x1) for each span within `bounds`, top to bottom; x1 is excluded.
void scan(std::span<const Figure> figures, FillRule rule, const RECT& bounds,
          const std::function<void(int, int, int)>& visit);

void fill_figures(Raster& raster, std::span<const Figure> figures, FillRule rule, const Ink& ink);
// Nothing where it takes more memory than a region may: slanted edges make a rectangle of each row,
// and figures may be hundreds of millions of rows high.
std::optional<Region> region_of(std::span<const Figure> figures, FillRule rule);
// The object of such a region; null and ERROR_NOT_ENOUGH_MEMORY where there is none.
HRGN create_region(std::optional<Region> region);

}  // namespace transom::gdi
