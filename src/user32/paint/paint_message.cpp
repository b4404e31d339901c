// WM_PAINT as GetMessage makes it: never queued, found in the state of the windows.
#include "gdi32/region.h"
#include "user32/lock.h"
#include "user32/nonclient/minimized_icon.h"
#include "user32/paint/paint.h"
#include "user32/paint/update_region.h"
#include "user32/paint/window_paint.h"
#include "user32/window/tree.h"

namespace transom::user {
namespace {

bool is_due(const Window& window, const ThreadState& thread) {
  return window.thread == &thread && needs_paint(window);
}

// Depth first, parents before their children, topmost siblings first; a transparent window comes
// after the siblings that shine through it.
Window* find_due(Window& window, const ThreadState& thread) {
  if (!window.is_visible_itself()) return nullptr;
  if (is_due(window, thread)) return &window;
  Window* transparent = nullptr;
  for (Window* child = window.first_child; child != nullptr; child = child->next) {
    Window* found = find_due(*child, thread);
    if (found == nullptr) continue;
    if (!(child->ex_style & WS_EX_TRANSPARENT)) return found;
    if (transparent == nullptr) transparent = found;
  }
  return transparent;
}

Window* find_due_window(HWND filter, const ThreadState& thread) {
  if (filter == nullptr) return find_due(desktop_window(), thread);
  Window* window = find_window_locked(filter);
  if (window == nullptr || !is_visible(*window)) return nullptr;
  return find_due(*window, thread);
}

}  // namespace

bool make_paint_message(ThreadState& thread, HWND filter, MSG& message, bool remove) {
  if (thread.paint_count == 0) return false;
  UserLock lock;
  Window* window = find_due_window(filter, thread);
  if (window == nullptr) {
    // Windows that cannot be seen may wait for ever; adding to an update region sets the bit again.
    if (filter == nullptr) thread.clear_pending(kPendingPaint);
    return false;
  }
  if (remove && window->paint->internal_paint) {
    window->paint->internal_paint = false;
    recount_update(*window);
  }
  message = {};
  message.hwnd = window->handle;
  message.message = paint_message_of(*window);
  if (message.message == WM_PAINTICON) message.wParam = TRUE;
  return true;
}

}  // namespace transom::user
