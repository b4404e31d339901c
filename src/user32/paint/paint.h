// Update regions and painting, as the rest of user32 asks for it.
//
// Regions are in client coordinates unless said otherwise. The windows belong to the calling
// thread, except for invalidation, which any thread may ask for. Everything that sends messages
// (marked so) may come back with the window destroyed; none of it wants the USER lock held.
//
// What is visible: a top-level window has a surface of its own, which other top-level windows do
// not cover; what is drawn in it stays when they pass over it. Within a top-level window, children
// share that surface and cut each other as their styles say.
// https://learn.microsoft.com/windows/win32/gdi/painting-and-drawing
#pragma once

#include "base/win32.h"
#include "gdi32/region.h"
#include "user32/message/thread_state.h"
#include "user32/window/window.h"

namespace transom::user {

// RedrawWindow. `region` null: the whole client area (with RDW_FRAME, the whole window). `flags`
// are RDW_. Sends messages where RDW_UPDATENOW or RDW_ERASENOW ask for it.
bool redraw_window(Window& window, const gdi::Region* region, UINT flags);

// WM_PAINT for GetMessage: finds the topmost window of the thread that needs painting (`filter` or
// a child of it, where there is one) and fills the message. False: none. `remove` as PM_REMOVE: a
// paint that was asked for with RDW_INTERNALPAINT alone is given only once.
bool make_paint_message(ThreadState& thread, HWND filter, MSG& message, bool remove = true);

// What of the window can be seen, in screen coordinates: the client area (or, with the frame, the
// whole window) less what covers it and, under WS_CLIPCHILDREN, its children. The USER lock is
// held.
gdi::Region visible_region(Window& window, bool with_frame, bool clip_children, bool clip_siblings);

// What can be seen in the window's tree may have changed other than through window_moved(): a style
// bit, a window leaving the tree. The USER lock is held.
void visibility_changed(Window& window);

// Position, size, z-order or visibility changed: copies bits, invalidates what became visible, here
// and in what was uncovered, and brings the display host up to date. Call it once, after the
// change; `old_visible` is visible_region(window, true, false, true) from before it (empty when
// hidden); `old_rect` and `old_client` are the rectangles from before, `swp_flags` those that
// SetWindowPos acted on. SWP_NOREDRAW: nothing is copied or invalidated. SWP_NOCOPYBITS: nothing is
// copied. `valid_rects`: where WM_NCCALCSIZE answered WVR_VALIDRECTS, the destination and the
// source, in the coordinates of `rect`; null: what both client areas have in common stays at its
// place.
void window_moved(Window& window, const RECT& old_rect, const RECT& old_client,
                  const gdi::Region& old_visible, UINT swp_flags, const RECT* valid_rects);
// Sends the WM_NCPAINT and WM_ERASEBKGND that are due in the window's tree and in what it
// uncovered, as SetWindowPos and ShowWindow do. Sends messages.
void send_pending_frame_and_erase(Window& window);
// The frame needs drawing again (caption text, activation, style).
void invalidate_frame(Window& window);
// Draws the frame at once where the window is visible (WM_NCPAINT). Sends messages.
void redraw_frame_now(Window& window);
// The window is being destroyed: its device contexts, surface and update region go.
void release_window_paint(Window& window);

}  // namespace transom::user
