// PlgBlt's transfer onto a parallelogram.
#pragma once

#include "gdi32/blit.h"

namespace transom::gdi {

// `corners`: upper left, upper right, lower left, on the target's surface. A pixel is drawn when
// the source pixel that it comes from is set in the mask (null: always), `mask_origin` being where
// the source rectangle's corner lies in it.
void blit_parallelogram(DeviceContext& target, const POINT (&corners)[3], const BlitSource& source,
                        const RECT& from, const Surface* mask, POINT mask_origin);

}  // namespace transom::gdi
