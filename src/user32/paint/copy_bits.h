// Moving pixels within a surface or from one to another.
#pragma once

#include "gdi32/region.h"
#include "gdi32/surface.h"

namespace transom::user {

// Copies to `destination` (coordinates of `to`) what lies at (-dx, -dy) from there in `from`, in an
// order in which overlapping parts of one surface do not spoil each other. Both have 32 bits a
// pixel.
void copy_bits(gdi::Surface& to, const gdi::Surface& from, const gdi::Region& destination, int dx,
               int dy);

}  // namespace transom::user
