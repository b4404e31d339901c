// Flood filling: the connected area around a pixel.
#pragma once

#include "gdi32/region.h"
#include "gdi32/surface.h"

namespace transom::gdi {

enum class Flood { kUpToBorder, kOverSurface };

// The pixels that can be reached from `start` by steps up, down, left and right within `clip`:
// through all but `pixel` (up to a border), or through `pixel` only. Empty: none, not even the
// first.
Region flood_area(const Surface& surface, const Region& clip, POINT start, std::uint32_t pixel,
                  Flood flood);

}  // namespace transom::gdi
