// Laying windows over the desktop.
#pragma once

#include <cstdint>

#include "gdi32/region.h"
#include "gdi32/surface.h"

namespace transom::host {

// The colour of an empty desktop.
inline constexpr std::uint32_t kDesktopColor = 0x3A6EA5;

void fill_desktop(gdi::Surface& picture);
// Lays `region` of `window` over the picture, the window's corner at `position`.
void blend(gdi::Surface& picture, POINT position, const gdi::Surface& window,
           const gdi::Region& region, std::uint8_t opacity);

}  // namespace transom::host
