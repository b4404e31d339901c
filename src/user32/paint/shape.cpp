#include "user32/paint/shape.h"

#include "base/last_error.h"
#include "user32/lock.h"
#include "user32/message/send.h"
#include "user32/paint/paint.h"
#include "user32/paint/window_paint.h"
#include "user32/window/host_window.h"
#include "user32/window/tree.h"

namespace transom::user {
namespace {

gdi::Region shape_at_parent(const Window& window) {
  gdi::Region shape = *window.paint->shape;
  return shape.offset(window.rect.left, window.rect.top);
}

bool has_shape(const Window& window) {
  return window.paint != nullptr && window.paint->shape.has_value();
}

struct ShapeChange {
  HWND window;
  std::optional<gdi::Region> shape;
  bool redraw;
};

// On the owning thread: the change looks to painting like a move to the same place.
bool change_shape(Window& window, std::optional<gdi::Region> shape, bool redraw) {
  gdi::Region old_visible;
  {
    UserLock lock;
    old_visible = visible_region(window, true, false, true);
    paint_of(window).shape = std::move(shape);
    visibility_changed(window);
  }
  update_host_shape(window);
  const UINT flags = SWP_NOCOPYBITS | SWP_FRAMECHANGED | (redraw ? 0u : UINT{SWP_NOREDRAW});
  WindowRef alive(&window);
  window_moved(window, window.rect, window.client_rect, old_visible, flags, nullptr);
  if (redraw) send_pending_frame_and_erase(window);
  return true;
}

LRESULT change_shape_here(void* context) {
  auto& change = *static_cast<ShapeChange*>(context);
  Window* window = find_own_window(change.window);
  return window != nullptr && change_shape(*window, std::move(change.shape), change.redraw);
}

}  // namespace

void intersect_shape(gdi::Region& region, const Window& window) {
  if (has_shape(window)) region &= shape_at_parent(window);
}

void subtract_window(gdi::Region& region, const Window& window) {
  if (has_shape(window)) {
    gdi::Region covered = shape_at_parent(window);
    region -= covered &= window.rect;
  } else if (region.intersects(window.rect)) {
    region -= window.rect;
  }
}

}  // namespace transom::user

using namespace transom;
using namespace transom::user;

// Gives a window a shape; the region, in window coordinates, is the system's from then on. Null
// takes the shape away. Zero on failure.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-setwindowrgn
int WINAPI SetWindowRgn(HWND handle, HRGN region, BOOL redraw) {
  ThreadState* thread = find_window_thread(handle);
  if (thread == nullptr) return base::fail<int>(ERROR_INVALID_WINDOW_HANDLE);
  ShapeChange change{handle, std::nullopt, redraw != FALSE};
  if (region != nullptr) {
    const auto object = gdi::find<gdi::RegionObject>(region);
    if (!object) return base::fail<int>(ERROR_INVALID_HANDLE);
    change.shape = object->region;
    gdi::delete_object(region);
  }
  return static_cast<int>(run_on_thread(*thread, change_shape_here, &change));
}

// Copies a window's shape to a region that exists. ERROR: the window has none.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-getwindowrgn
int WINAPI GetWindowRgn(HWND handle, HRGN region) {
  const auto object = gdi::find<gdi::RegionObject>(region);
  const WindowRef window = find_window(handle);
  if (!window) return base::fail<int>(ERROR_INVALID_WINDOW_HANDLE, ERROR);
  UserLock lock;
  if (!object || !has_shape(*window)) return ERROR;
  object->region = *window->paint->shape;
  return object->region.complexity();
}

// The smallest rectangle around a window's shape.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-getwindowrgnbox
int WINAPI GetWindowRgnBox(HWND handle, LPRECT box) {
  const WindowRef window = find_window(handle);
  if (!window) return base::fail<int>(ERROR_INVALID_WINDOW_HANDLE, ERROR);
  UserLock lock;
  if (box == nullptr || !has_shape(*window)) return ERROR;
  *box = window->paint->shape->bounds();
  return window->paint->shape->complexity();
}
