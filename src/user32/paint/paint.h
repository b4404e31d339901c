// Update regions and painting, as the rest of user32 asks for it.
//
// Regions are in client coordinates unless said otherwise. The windows belong to the calling thread,
// except for invalidation, which any thread may ask for.
// https://learn.microsoft.com/windows/win32/gdi/painting-and-drawing
#pragma once

#include "base/win32.h"
#include "gdi32/region.h"
#include "user32/message/thread_state.h"
#include "user32/window/window.h"

namespace transom::user {

// RedrawWindow. `region` null: the whole client area. `flags` are RDW_.
bool redraw_window(Window& window, const gdi::Region* region, UINT flags);

// WM_PAINT for GetMessage: finds the topmost window of the thread that needs painting (within
// `filter`) and fills the message. False: none.
bool make_paint_message(ThreadState& thread, HWND filter, MSG& message);

// What of the window can be seen, in screen coordinates: the client area (or, with the frame, the
// whole window) less what covers it and, under WS_CLIPCHILDREN, its children. The USER lock is held.
gdi::Region visible_region(Window& window, bool with_frame, bool clip_children, bool clip_siblings);

// Position and visibility changes tell painting, so that it copies bits, and invalidates what became
// visible. `old_visible` is visible_region() with the frame before the change.
void window_moved(Window& window, const RECT& old_rect, const RECT& old_client,
                  const gdi::Region& old_visible, UINT swp_flags, const RECT* valid_rects);
// Sends WM_NCPAINT and WM_ERASEBKGND that are due, as SetWindowPos and ShowWindow do.
void send_pending_frame_and_erase(Window& window);
// The frame needs drawing again (caption text, activation, style).
void invalidate_frame(Window& window);
// The window is being destroyed.
void release_window_paint(Window& window);

}  // namespace transom::user
