// Wide lines: from a figure to the outline of its stroke.
//
// The outline is a set of convex pieces (segments, joins, caps), all of the same direction, to be
// filled by the winding rule; each pixel is then drawn once.
#pragma once

#include <span>
#include <vector>

#include "gdi32/path.h"

namespace transom::gdi {

struct StrokeStyle {
  double width = 1;             // pixels
  DWORD cap = PS_ENDCAP_ROUND;  // PS_ENDCAP_
  DWORD join = PS_JOIN_ROUND;   // PS_JOIN_
  double miter_limit = 10;
  std::span<const double> dashes{};  // pixels: dash, gap, …; empty: solid
};

std::vector<Figure> widen(std::span<const Figure> figures, const StrokeStyle& style);

}  // namespace transom::gdi
