// What of a window has to be painted, and the count of such windows that their thread keeps.
//
// The USER lock is held around everything here. Regions are in client coordinates; the frame lies
// outside the client area.
#pragma once

#include "gdi32/region.h"
#include "user32/window/window.h"

namespace transom::user {

// The window's rectangle in its own client coordinates, and the client area there.
RECT frame_in_client(const Window& window);
RECT client_area(const Window& window);

// Adds to the update region, cut to the window (with `frame`) or its client area. `flags`:
// RDW_ERASE, RDW_FRAME, RDW_INTERNALPAINT. Answers what was added. The window is visible.
gdi::Region add_update(Window& window, const gdi::Region& region, UINT flags);
// Takes away from it. `flags`: RDW_NOERASE, RDW_NOFRAME, RDW_NOINTERNALPAINT.
void remove_update(Window& window, const gdi::Region& region, UINT flags);
// All of it, as when the window is hidden or about to go.
void clear_update(Window& window);
// Call after changing the fields of WindowPaint by hand.
void recount_update(Window& window);
// WM_PAINT is due.
bool needs_paint(const Window& window);

}  // namespace transom::user
