#include "user32/paint/update_region.h"

#include "user32/message/thread_state.h"
#include "user32/paint/window_paint.h"

namespace transom::user {
namespace {

// A window that repaints small pieces for ever must not make a region of thousands of rectangles.
constexpr std::size_t kMaximumRects = 512;

void forget_what_is_empty(WindowPaint& paint) {
  if (!paint.update.empty()) return;
  paint.erase_pending = false;
  paint.frame_pending = false;
}

}  // namespace

RECT frame_in_client(const Window& window) {
  RECT frame = window.rect;
  const int x = window.client_rect.left, y = window.client_rect.top;
  return {frame.left - x, frame.top - y, frame.right - x, frame.bottom - y};
}

RECT client_area(const Window& window) {
  const RECT& client = window.client_rect;
  return {0, 0, client.right - client.left, client.bottom - client.top};
}

bool needs_paint(const Window& window) {
  return window.paint != nullptr && (window.paint->internal_paint || !window.paint->update.empty());
}

void recount_update(Window& window) {
  WindowPaint& paint = *window.paint;
  forget_what_is_empty(paint);
  const bool needed = needs_paint(window);
  if (window.thread == nullptr) return;
  ThreadState& thread = *window.thread;
  if (needed != paint.counted) {
    paint.counted = needed;
    thread.paint_count += needed ? 1 : -1;
  }
  // The bit may be gone although windows wait: ones that could not be seen when it was looked for.
  if (needed) {
    thread.set_pending(kPendingPaint, QS_PAINT);
  } else if (thread.paint_count == 0) {
    thread.clear_pending(kPendingPaint);
  }
}

gdi::Region add_update(Window& window, const gdi::Region& region, UINT flags) {
  WindowPaint& paint = paint_of(window);
  gdi::Region added = region;
  added &= (flags & RDW_FRAME) ? frame_in_client(window) : client_area(window);
  if (flags & RDW_INTERNALPAINT) paint.internal_paint = true;
  if (!added.empty()) {
    paint.update |= added;
    if (paint.update.rects().size() > kMaximumRects) {
      paint.update = gdi::Region(paint.update.bounds());
    }
    if (flags & RDW_ERASE) paint.erase_pending = true;
    // Windows that have no frame are asked to draw it, too.
    if (flags & RDW_FRAME) paint.frame_pending = true;
  }
  recount_update(window);
  return added;
}

void remove_update(Window& window, const gdi::Region& region, UINT flags) {
  if (!window.paint) return;
  WindowPaint& paint = *window.paint;
  gdi::Region removed = region;
  // The frame stays invalid unless it is named.
  if (!(flags & RDW_NOFRAME)) removed &= client_area(window);
  paint.update -= removed;
  if (flags & RDW_NOERASE) paint.erase_pending = false;
  if (flags & RDW_NOFRAME) {
    paint.update &= client_area(window);
    paint.frame_pending = false;
  }
  if (flags & RDW_NOINTERNALPAINT) paint.internal_paint = false;
  recount_update(window);
}

void clear_update(Window& window) {
  if (!window.paint) return;
  window.paint->update.clear();
  window.paint->internal_paint = false;
  recount_update(window);
}

}  // namespace transom::user
