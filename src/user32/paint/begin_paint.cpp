// BeginPaint and EndPaint, and asking for the update region.
#include "base/last_error.h"
#include "gdi32/device_context.h"
#include "gdi32/object.h"
#include "user32/lock.h"
#include "user32/message/send.h"
#include "user32/message/thread_state.h"
#include "user32/nonclient/minimized_icon.h"
#include "user32/paint/dc_cache.h"
#include "user32/paint/send_paint.h"
#include "user32/paint/update_region.h"
#include "user32/paint/window_paint.h"
#include "user32/window/class.h"
#include "user32/window/tree.h"

namespace transom::user {
namespace {

struct TakenUpdate {
  gdi::Region region;  // client coordinates
  bool erase = false;
};

// Validates the client area; the caller paints what comes back.
TakenUpdate take_update(Window& window) {
  UserLock lock;
  if (!window.paint) return {};
  WindowPaint& paint = *window.paint;
  TakenUpdate taken{paint.update & gdi::Region(client_area(window)), paint.erase_pending};
  paint.update.clear();
  paint.internal_paint = false;
  paint.erase_pending = false;
  recount_update(window);
  return taken;
}

// What BeginPaint calls the rectangle to paint: as far as it can be seen, in logical coordinates.
RECT paint_rect(HDC handle, const gdi::Region& update) {
  const auto dc = gdi::find_dc(handle);
  if (!dc) return {};
  gdi::Region region = update;
  if (dc->surface() != nullptr) {
    region = dc->clip_region();
    region.offset(-dc->origin().x, -dc->origin().y);
  }
  const RECT bounds = region.bounds();
  const gdi::Mapping& mapping = dc->state.mapping;
  const POINT a = mapping.to_logical({bounds.left, bounds.top});
  const POINT b = mapping.to_logical({bounds.right, bounds.bottom});
  return {std::min(a.x, b.x), std::min(a.y, b.y), std::max(a.x, b.x), std::max(a.y, b.y)};
}

HDC dc_for_update(Window& window, const gdi::Region& update) {
  gdi::Region clip = update;
  {
    UserLock lock;
    const POINT origin = client_origin(window);
    clip.offset(origin.x, origin.y);
  }
  return get_window_dc(window, &clip, kUseStyle | DCX_INTERSECTRGN);
}

HDC begin_paint(Window& window, PAINTSTRUCT& paint) {
  paint = {};
  // The caret must not be caught in what is painted over it.
  paint.fRestore = HideCaret(window.handle);
  if (!send_nc_paint(window)) return nullptr;
  const TakenUpdate update = take_update(window);
  paint.hdc = dc_for_update(window, update.region);
  if (paint.hdc == nullptr) return nullptr;
  WindowRef ref(&window);
  if (update.erase && !update.region.empty()) {
    const auto dc = reinterpret_cast<WPARAM>(paint.hdc);
    paint.fErase = send_message(window, erase_message_of(window), dc, 0) == 0;
    if (!ref.alive()) return nullptr;
  }
  paint.rcPaint = paint_rect(paint.hdc, update.region);
  return paint.hdc;
}

// The update region's part in the client area.
gdi::Region client_update(Window& window) {
  UserLock lock;
  if (!window.paint) return {};
  return window.paint->update & gdi::Region(client_area(window));
}

// GetUpdateRect and GetUpdateRgn may erase first, as BeginPaint would.
gdi::Region ask_update(Window& window, bool erase) {
  if (erase && !client_update(window).empty() && window.thread == current_thread_if_any()) {
    if (!send_nc_paint(window) || !send_erase(window)) return {};
  }
  return client_update(window);
}

// Only for own contexts is the rectangle in logical coordinates.
RECT to_logical(Window& window, RECT rect) {
  const UINT style = window.window_class != nullptr ? window.window_class->style.get() : 0;
  if (!(style & CS_OWNDC)) return rect;
  WindowDc handle(window, nullptr, kUseStyle);
  const auto dc = gdi::find_dc(handle);
  if (!dc) return rect;
  const POINT a = dc->state.mapping.to_logical({rect.left, rect.top});
  const POINT b = dc->state.mapping.to_logical({rect.right, rect.bottom});
  return {a.x, a.y, b.x, b.y};
}

}  // namespace
}  // namespace transom::user

using namespace transom;
using namespace transom::user;

// Prepares a window for painting: frame and background are drawn where that is due, the update
// region is validated, and the context is clipped to it.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-beginpaint
HDC WINAPI BeginPaint(HWND handle, LPPAINTSTRUCT paint) {
  Window* window = find_own_window(handle);
  if (window == nullptr) return base::fail<HDC>(ERROR_INVALID_WINDOW_HANDLE);
  if (paint == nullptr) return base::fail<HDC>(ERROR_NOACCESS);
  return begin_paint(*window, *paint);
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-endpaint
BOOL WINAPI EndPaint(HWND window, const PAINTSTRUCT* paint) {
  if (paint == nullptr) return FALSE;
  release_window_dc(paint->hdc);
  if (paint->fRestore) ShowCaret(window);
  return TRUE;
}

// The smallest rectangle around the update region; FALSE when it is empty.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-getupdaterect
BOOL WINAPI GetUpdateRect(HWND handle, LPRECT rect, BOOL erase) {
  const WindowRef window = find_window(handle);
  if (!window) return base::fail(ERROR_INVALID_WINDOW_HANDLE);
  const gdi::Region update = ask_update(*window, erase != FALSE);
  if (rect != nullptr) *rect = to_logical(*window, update.bounds());
  return !update.empty();
}

// Copies the update region into a region that exists, and answers its complexity.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-getupdatergn
int WINAPI GetUpdateRgn(HWND handle, HRGN region, BOOL erase) {
  const WindowRef window = find_window(handle);
  if (!window) return base::fail<int>(ERROR_INVALID_WINDOW_HANDLE, ERROR);
  const auto object = gdi::find<gdi::RegionObject>(region);
  if (!object) return base::fail<int>(ERROR_INVALID_HANDLE, ERROR);
  object->region = ask_update(*window, erase != FALSE);
  return object->region.complexity();
}

// Takes the update region out of a context's clipping region.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-excludeupdatergn
int WINAPI ExcludeUpdateRgn(HDC handle, HWND window_handle) {
  const WindowRef window = find_window(window_handle);
  if (!window) return base::fail<int>(ERROR_INVALID_WINDOW_HANDLE, ERROR);
  const auto dc = gdi::find_dc(handle);
  if (!dc) return base::fail<int>(ERROR_INVALID_HANDLE, ERROR);
  gdi::Region rest = dc->state.clip ? *dc->state.clip : gdi::Region(dc->device_bounds());
  dc->state.clip = rest -= client_update(*window);
  dc->clip_changed();
  return dc->clip_region().complexity();
}
