// Window regions: SetWindowRgn gives a window a shape other than its rectangle.
// https://learn.microsoft.com/windows/win32/winmsg/window-features#window-regions
#pragma once

#include "gdi32/region.h"
#include "user32/window/window.h"

namespace transom::user {

// Both take a region in coordinates of the parent's client area, as `window.rect` is.
void intersect_shape(gdi::Region& region, const Window& window);
void subtract_window(gdi::Region& region, const Window& window);

}  // namespace transom::user
