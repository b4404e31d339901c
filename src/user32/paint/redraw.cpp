// RedrawWindow and everything that is a case of it.
#include "base/last_error.h"
#include "gdi32/device_context.h"
#include "gdi32/object.h"
#include "user32/lock.h"
#include "user32/paint/paint.h"
#include "user32/paint/send_paint.h"
#include "user32/paint/update_region.h"
#include "user32/paint/window_paint.h"
#include "user32/window/tree.h"

namespace transom::user {
namespace {

bool reaches(const Window& window, UINT flags) {
  const Children children = children_of_flags(flags);
  return children == Children::kAll ||
         (children == Children::kUnlessClipped && !(window.style & WS_CLIPCHILDREN));
}

// `region` in the parent's client coordinates becomes the child's, cut to the child; empty:
// untouched.
gdi::Region region_in_child(const gdi::Region& region, const Window& child) {
  if (!region.intersects(child.rect)) return {};
  gdi::Region part = region & gdi::Region(child.rect);
  return part.offset(-child.client_rect.left, -child.client_rect.top);
}

// A child that its parent draws over has to draw all of itself there: frame and background too.
void invalidate_tree(Window& window, const gdi::Region& region, UINT flags) {
  const gdi::Region added = add_update(window, region, flags);
  if (window.first_child == nullptr || !reaches(window, flags) || added.empty()) return;
  for (Window* child = window.first_child; child != nullptr; child = child->next) {
    if (!child->is_visible_itself()) continue;
    const gdi::Region part = region_in_child(added, *child);
    const UINT child_flags = (flags | RDW_FRAME | RDW_ERASE) & ~UINT{RDW_INTERNALPAINT};
    if (!part.empty()) invalidate_tree(*child, part, child_flags);
  }
}

void validate_tree(Window& window, const gdi::Region& region, UINT flags) {
  remove_update(window, region, flags);
  if (window.first_child == nullptr || !reaches(window, flags)) return;
  for (Window* child = window.first_child; child != nullptr; child = child->next) {
    const gdi::Region part = region_in_child(region, *child);
    if (!part.empty()) validate_tree(*child, part, flags | RDW_NOFRAME);
  }
}

RECT moved(const RECT& rect, int x, int y) {
  return {rect.left + x, rect.top + y, rect.right + x, rect.bottom + y};
}

// The window as far as its ancestors' client areas show it, in its client coordinates.
RECT shown_part(const Window& window) {
  RECT part = window.rect;
  const Window* at = &window;
  int x = window.client_rect.left, y = window.client_rect.top;
  for (; at->parent != nullptr && !is_desktop(*at->parent); at = at->parent) {
    const RECT area = client_area(*at->parent);
    part = {std::max(part.left, area.left), std::max(part.top, area.top),
            std::min(part.right, area.right), std::min(part.bottom, area.bottom)};
    part = moved(part, at->parent->client_rect.left, at->parent->client_rect.top);
    x += at->parent->client_rect.left;
    y += at->parent->client_rect.top;
  }
  // A bitmap of UpdateLayeredWindow's hides all that could be drawn.
  if (at->paint && at->paint->layered_content) return {};
  return moved(part, -x, -y);
}

// Everything that was asked of the flags without sending anything.
void change_update_region(Window& window, const gdi::Region* region, UINT flags) {
  UserLock lock;
  if (window.destroyed || !is_visible(window)) return;
  const RECT whole = frame_in_client(window);
  if (flags & RDW_INVALIDATE) {
    gdi::Region part(shown_part(window));
    if (region != nullptr) part &= *region;
    invalidate_tree(window, part, flags);
  } else if (flags & RDW_INTERNALPAINT) {
    add_update(window, {}, RDW_INTERNALPAINT);
  }
  if ((flags & RDW_VALIDATE) && !(flags & RDW_INVALIDATE)) {
    validate_tree(window, region != nullptr ? *region : gdi::Region(whole),
                  region != nullptr ? flags : flags | RDW_NOERASE);
  } else if ((flags & RDW_NOINTERNALPAINT) && window.paint) {
    window.paint->internal_paint = false;
    recount_update(window);
  }
}

// Null as the window of RedrawWindow is the desktop: all top-level windows.
bool redraw_desktop(const gdi::Region* region, UINT flags) {
  for (HWND handle : child_handles(desktop_window())) {
    const WindowRef window = find_window(handle);
    if (!window || !window->is_visible_itself()) continue;
    std::optional<gdi::Region> part;
    if (region != nullptr) {
      UserLock lock;
      part = region_in_child(*region, *window);
    }
    redraw_window(*window, part ? &*part : nullptr, flags);
  }
  return true;
}

bool redraw(HWND handle, const gdi::Region* region, UINT flags) {
  if (handle == nullptr) return redraw_desktop(region, flags);
  const WindowRef window = find_window(handle);
  if (!window) return base::fail(ERROR_INVALID_WINDOW_HANDLE);
  if (is_desktop(*window)) return redraw_desktop(region, flags);
  return redraw_window(*window, region, flags);
}

// What the programs gave, as a region: a region handle comes before a rectangle; neither:
// everything.
struct Area {
  Area(const RECT* rect, HRGN handle) {
    if (handle != nullptr) {
      const auto object = gdi::find<gdi::RegionObject>(handle);
      valid = static_cast<bool>(object);
      if (valid) region = object->region;
    } else if (rect != nullptr) {
      region = gdi::Region(*rect);
    }
  }
  const gdi::Region* get() const { return region ? &*region : nullptr; }

  std::optional<gdi::Region> region;
  bool valid = true;
};

}  // namespace

bool redraw_window(Window& window, const gdi::Region* region, UINT flags) {
  change_update_region(window, region, flags);
  const Children children = children_of_flags(flags);
  WindowRef ref(&window);
  if (flags & RDW_UPDATENOW) {
    paint_now(window, children);
  } else if (flags & RDW_ERASENOW) {
    erase_now(window, children);
  }
  return true;
}

void invalidate_frame(Window& window) {
  UserLock lock;
  if (!is_visible(window)) return;
  gdi::Region frame(frame_in_client(window));
  frame -= client_area(window);
  add_update(window, frame, RDW_FRAME);
}

void redraw_frame_now(Window& window) {
  invalidate_frame(window);
  send_nc_paint(window);
}

}  // namespace transom::user

using namespace transom;
using namespace transom::user;

// Invalidates or validates a part of a window and paints as the flags say. A null window is the
// desktop; the region comes before the rectangle; neither: the whole client area.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-redrawwindow
BOOL WINAPI RedrawWindow(HWND window, const RECT* rect, HRGN region, UINT flags) {
  const Area area(rect, region);
  if (!area.valid) return base::fail(ERROR_INVALID_HANDLE);
  return redraw(window, area.get(), flags);
}

// A null window invalidates all windows, and erases and draws their frames at once.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-invalidaterect
BOOL WINAPI InvalidateRect(HWND window, const RECT* rect, BOOL erase) {
  if (window == nullptr) {
    return RedrawWindow(nullptr, nullptr, nullptr,
                        RDW_INVALIDATE | RDW_ERASE | RDW_FRAME | RDW_ALLCHILDREN | RDW_ERASENOW);
  }
  return RedrawWindow(window, rect, nullptr, RDW_INVALIDATE | (erase ? UINT{RDW_ERASE} : 0u));
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-invalidatergn
BOOL WINAPI InvalidateRgn(HWND window, HRGN region, BOOL erase) {
  if (window == nullptr) return base::fail(ERROR_INVALID_WINDOW_HANDLE);
  return RedrawWindow(window, nullptr, region, RDW_INVALIDATE | (erase ? UINT{RDW_ERASE} : 0u));
}

// A null window invalidates all windows instead, as documented.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-validaterect
BOOL WINAPI ValidateRect(HWND window, const RECT* rect) {
  if (window == nullptr) return InvalidateRect(nullptr, nullptr, TRUE);
  return RedrawWindow(window, rect, nullptr, RDW_VALIDATE | RDW_NOCHILDREN);
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-validatergn
BOOL WINAPI ValidateRgn(HWND window, HRGN region) {
  if (window == nullptr) return base::fail(ERROR_INVALID_WINDOW_HANDLE);
  return RedrawWindow(window, nullptr, region, RDW_VALIDATE | RDW_NOCHILDREN);
}

// Sends WM_PAINT at once where the update region is not empty.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-updatewindow
BOOL WINAPI UpdateWindow(HWND window) {
  if (window == nullptr) return base::fail(ERROR_INVALID_WINDOW_HANDLE);
  return RedrawWindow(window, nullptr, nullptr, RDW_UPDATENOW);
}
