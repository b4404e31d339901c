#include "user32/paint/paint.h"

#include "user32/default/default_procedure.h"
#include "user32/paint/present.h"
#include "user32/paint/window_paint.h"

namespace transom::user {

// The entry points, until painting has them all.
bool redraw_window(Window&, const gdi::Region*, UINT) { return true; }
bool make_paint_message(ThreadState&, HWND, MSG&) { return false; }
gdi::Region visible_region(Window&, bool, bool, bool) { return {}; }
void window_moved(Window&, const RECT&, const RECT&, const gdi::Region&, UINT, const RECT*) {}
void send_pending_frame_and_erase(Window&) {}
void invalidate_frame(Window&) {}
void release_window_paint(Window& window) { window.paint.reset(); }
void present_damage(ThreadState&) {}

std::span<const DefaultEntry> paint_defaults() { return {}; }
std::span<const DefaultEntry> nonclient_defaults() { return {}; }

}  // namespace transom::user
