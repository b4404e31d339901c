// Palettes and windows.
// https://learn.microsoft.com/windows/win32/gdi/palette-messages
#pragma once

#include "user32/window/window.h"

namespace transom::user {

// WM_QUERYNEWPALETTE to a top-level window that is being activated, where the display has a
// palette. The window may be gone afterwards.
// https://learn.microsoft.com/windows/win32/gdi/wm-querynewpalette
void query_new_palette(Window& window);

}  // namespace transom::user
