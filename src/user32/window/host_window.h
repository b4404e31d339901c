// A top-level window at the display host: where user32 tells the host what changed.
//
// On the owning thread, without the USER lock. A window gets its host window when it is first
// shown; before that, all of this does nothing. Position, size, order and visibility come by way of
// window_moved() (paint/paint.h); the rest is called by whoever changes it.
#pragma once

#include "base/win32.h"
#include "gdi32/region.h"
#include "gdi32/surface.h"
#include "user32/window/window.h"

namespace transom::user {

// Brings rectangle, z-order (unless SWP_NOZORDER) and visibility up to date, and gets the surface,
// which is a new one where the size changed.
void update_host_window(Window& window, UINT swp_flags);
void update_host_title(Window& window);
void update_host_icon(Window& window);
void update_host_shape(Window& window);
// SetLayeredWindowAttributes with LWA_ALPHA; 255 is opaque.
void update_host_opacity(Window& window, BYTE alpha);
// UpdateLayeredWindow: shows the surface from now on, instead of what is drawn in the window. Null:
// as any other window again.
void set_layered_content(Window& window, std::shared_ptr<gdi::Surface> content, gdi::Region shape);
// The window became the active one.
void update_host_focus(Window& window);
// Flashing: the user is to look at it.
void update_host_attention(Window& window, bool wanted);
void destroy_host_window(Window& window);

}  // namespace transom::user
