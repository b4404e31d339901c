// Scrolling what is on the screen.
// https://learn.microsoft.com/windows/win32/controls/scroll-bars#scroll-bars-and-windows
#include "base/last_error.h"
#include "gdi32/device_context.h"
#include "gdi32/object.h"
#include "user32/input/input_state.h"
#include "user32/lock.h"
#include "user32/message/send.h"
#include "user32/paint/copy_bits.h"
#include "user32/paint/paint.h"
#include "user32/paint/update_region.h"
#include "user32/paint/window_paint.h"
#include "user32/window/tree.h"

namespace transom::user {
namespace {

RECT intersection(const RECT& a, const RECT& b) {
  return {std::max(a.left, b.left), std::max(a.top, b.top), std::min(a.right, b.right),
          std::min(a.bottom, b.bottom)};
}

// What scrolling makes of a set of visible pixels.
struct Scrolled {
  gdi::Region copied;   // good again, at its new place
  gdi::Region invalid;  // has to be painted
};

// Bits from `area` go by (dx, dy); only what ends within `clip` changes. Bits whose source cannot
// be seen are not there to be copied.
Scrolled scroll_region(const gdi::Region& visible, const RECT& area, const RECT& clip, int dx,
                       int dy) {
  gdi::Region destination(area);
  destination.offset(dx, dy);
  destination &= clip;
  destination &= visible;
  gdi::Region copied = visible & gdi::Region(area);
  copied.offset(dx, dy);
  copied &= destination;
  gdi::Region touched(intersection(area, clip));
  touched &= visible;
  touched |= destination;
  return {copied, touched - copied};
}

struct ScrollRequest {
  Window& window;
  int dx, dy;
  RECT area, clip;
  UINT flags;
};

// Copies the bits and moves the update region along with them. Client coordinates.
Scrolled scroll_client(const ScrollRequest& request) {
  UserLock lock;
  Window& window = request.window;
  const bool with_children = (request.flags & SW_SCROLLCHILDREN) != 0;
  const DWORD style = window.style;
  gdi::Region visible = visible_region(window, false, !with_children && (style & WS_CLIPCHILDREN),
                                       (style & WS_CLIPSIBLINGS) != 0);
  const POINT origin = client_origin(window);
  visible.offset(-origin.x, -origin.y);
  Scrolled result = scroll_region(visible, request.area, request.clip, request.dx, request.dy);
  const Window& root = top_level_of(window);
  if (!root.paint || !root.paint->surface) return result;
  gdi::Region target = result.copied;
  target.offset(origin.x - root.rect.left, origin.y - root.rect.top);
  copy_bits(*root.paint->surface, *root.paint->surface, target, request.dx, request.dy);
  if (window.paint && !window.paint->update.empty()) {
    gdi::Region travelling = window.paint->update & gdi::Region(request.area);
    travelling.offset(request.dx, request.dy);
    travelling &= result.copied;
    window.paint->update -= result.copied;
    window.paint->update |= travelling;
    recount_update(window);
  }
  return result;
}

// Their bits have moved already.
void move_children(const ScrollRequest& request) {
  for (HWND handle : child_handles(request.window)) {
    const WindowRef child = find_window(handle);
    if (!child) continue;
    const RECT rect = [&] {
      UserLock lock;
      return child->rect;
    }();
    const RECT common = intersection(rect, request.area);
    if (common.left >= common.right || common.top >= common.bottom) continue;
    SetWindowPos(handle, nullptr, rect.left + request.dx, rect.top + request.dy, 0, 0,
                 SWP_NOSIZE | SWP_NOZORDER | SWP_NOACTIVATE | SWP_NOREDRAW);
  }
}

// The caret travels with the text it stands in.
class CaretAlong {
 public:
  CaretAlong(Window& window, const ScrollRequest& request) : window_(window.handle) {
    // The desktop has no thread; another thread's caret is not ours to move.
    if (window.thread == nullptr || window.thread != current_thread_if_any()) return;
    const InputState& input = *window.thread->input;
    if (input.caret != window.handle) return;
    hidden_ = HideCaret(window_);
    const POINT corner{input.caret_rect.left, input.caret_rect.top};
    if (corner.x < request.area.left || corner.x >= request.area.right ||
        corner.y < request.area.top || corner.y >= request.area.bottom) {
      return;
    }
    SetCaretPos(corner.x + request.dx, corner.y + request.dy);
  }
  CaretAlong(const CaretAlong&) = delete;
  CaretAlong& operator=(const CaretAlong&) = delete;
  ~CaretAlong() {
    if (hidden_) ShowCaret(window_);
  }

 private:
  HWND window_;
  bool hidden_ = false;
};

void put_region(HRGN handle, const gdi::Region& region) {
  if (const auto object = gdi::find<gdi::RegionObject>(handle)) object->region = region;
}

int scroll_window(Window& window, int dx, int dy, const RECT* area, const RECT* clip, HRGN update,
                  RECT* update_rect, UINT flags) {
  const RECT client = [&] {
    UserLock lock;  // the window may be another thread's
    return client_area(window);
  }();
  const ScrollRequest request{window,
                              dx,
                              dy,
                              area != nullptr ? intersection(*area, client) : client,
                              clip != nullptr ? intersection(*clip, client) : client,
                              flags};
  WindowRef ref(&window);
  Scrolled result;
  {
    const CaretAlong caret(window, request);
    result = scroll_client(request);
    if (flags & SW_SCROLLCHILDREN) move_children(request);
  }
  if (update != nullptr) put_region(update, result.invalid);
  if (update_rect != nullptr) *update_rect = result.invalid.bounds();
  if ((flags & SW_INVALIDATE) && ref.alive()) {
    const UINT erase = flags & SW_ERASE ? UINT{RDW_ERASE} | RDW_ERASENOW : 0u;
    const UINT children = flags & SW_SCROLLCHILDREN ? UINT{RDW_ALLCHILDREN} : 0u;
    if (!result.invalid.empty()) {
      redraw_window(window, &result.invalid, RDW_INVALIDATE | erase | children);
    }
  }
  return result.invalid.complexity();
}

bool scroll_dc(gdi::DeviceContext& dc, int dx, int dy, const RECT* area, const RECT* clip,
               gdi::Region& invalid) {
  gdi::Surface* surface = dc.surface();
  if (surface == nullptr || surface->format().bits < 8) return surface == nullptr;
  // Distances are logical as rectangles are.
  const POINT zero = dc.to_surface(POINT{0, 0}), by = dc.to_surface(POINT{dx, dy});
  const RECT whole = dc.clip_region().bounds();
  const RECT from = area != nullptr ? dc.to_surface(*area) : whole;
  const RECT within = clip != nullptr ? dc.to_surface(*clip) : whole;
  const int x = by.x - zero.x, y = by.y - zero.y;
  Scrolled result = scroll_region(dc.clip_region(), from, within, x, y);
  copy_bits(*surface, *surface, result.copied, x, y);
  invalid = std::move(result.invalid);
  return true;
}

}  // namespace
}  // namespace transom::user

using namespace transom;
using namespace transom::user;

// Scrolls a window's client area; answers the complexity of what it uncovered, or ERROR.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-scrollwindowex
int WINAPI ScrollWindowEx(HWND handle, int dx, int dy, const RECT* area, const RECT* clip,
                          HRGN update, LPRECT update_rect, UINT flags) {
  const WindowRef window = find_window(handle);
  if (!window) return base::fail<int>(ERROR_INVALID_WINDOW_HANDLE, ERROR);
  if (update_rect != nullptr) *update_rect = {};
  if (!is_visible(*window)) {
    if (update != nullptr) put_region(update, {});
    return NULLREGION;
  }
  return scroll_window(*window, dx, dy, area, clip, update, update_rect, flags);
}

// ScrollWindowEx that erases and invalidates, and moves the children where there is no rectangle.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-scrollwindow
BOOL WINAPI ScrollWindow(HWND window, int dx, int dy, const RECT* area, const RECT* clip) {
  const UINT flags = SW_INVALIDATE | SW_ERASE | (area == nullptr ? UINT{SW_SCROLLCHILDREN} : 0u);
  return ScrollWindowEx(window, dx, dy, area, clip, nullptr, nullptr, flags) != ERROR;
}

// Scrolls bits of a device context; the uncovered part comes back in the client's coordinates (the
// rectangle: in logical ones).
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-scrolldc
BOOL WINAPI ScrollDC(HDC handle, int dx, int dy, const RECT* area, const RECT* clip, HRGN update,
                     LPRECT update_rect) {
  const auto dc = gdi::find_dc(handle);
  if (!dc) return base::fail(ERROR_INVALID_HANDLE);
  gdi::Region invalid;
  if (!scroll_dc(*dc, dx, dy, area, clip, invalid)) return FALSE;
  invalid.offset(-dc->origin().x, -dc->origin().y);
  if (update != nullptr) put_region(update, invalid);
  if (update_rect != nullptr) {
    const RECT bounds = invalid.bounds();
    const POINT a = dc->state.mapping.to_logical({bounds.left, bounds.top});
    const POINT b = dc->state.mapping.to_logical({bounds.right, bounds.bottom});
    *update_rect = {a.x, a.y, b.x, b.y};
  }
  return TRUE;
}
