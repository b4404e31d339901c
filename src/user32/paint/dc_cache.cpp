#include "user32/paint/dc_cache.h"

#include <vector>

#include "base/last_error.h"
#include "gdi32/device_context.h"
#include "user32/lock.h"
#include "user32/nonclient/frame.h"
#include "user32/paint/lock_update.h"
#include "user32/paint/paint.h"
#include "user32/paint/present.h"
#include "user32/paint/window_paint.h"
#include "user32/window/class.h"
#include "user32/window/desktop.h"
#include "user32/window/tree.h"

namespace transom::user {
namespace {

enum class Ownership { kCache, kWindow, kClass };

// Never freed, so that a context's pointer to its entry stays good; used again. Under the USER
// lock.
struct DcEntry {
  HDC dc = nullptr;
  HWND window = nullptr;
  WindowClass* window_class = nullptr;  // Ownership::kClass
  Ownership ownership = Ownership::kCache;
  bool in_use = false;
  DWORD flags = 0;
  std::optional<gdi::Region> clip;  // window coordinates
  bool aimed = false;               // since the above was said
  std::uint32_t tree_epoch = 0;
};

std::vector<DcEntry*>& entries() {
  static auto* all = new std::vector<DcEntry*>;
  return *all;
}

DcEntry* entry_of(HDC dc) {
  return static_cast<DcEntry*>(gdi::owner_of(dc));
}

// What of the window a context may draw in, screen coordinates.
gdi::Region drawable_region(Window& window, const DcEntry& entry) {
  const DWORD flags = entry.flags;
  if (is_update_locked(window) && !(flags & DCX_LOCKWINDOWUPDATE)) {
    note_locked_drawing(window);
    return {};
  }
  gdi::Region region;
  if ((flags & DCX_PARENTCLIP) != 0 && window.parent != nullptr && !is_desktop(*window.parent)) {
    if (is_visible(window)) {
      region = visible_region(*window.parent, false, false, (flags & DCX_CLIPSIBLINGS) != 0);
    }
  } else {
    region = visible_region(window, (flags & DCX_WINDOW) != 0, (flags & DCX_CLIPCHILDREN) != 0,
                            (flags & DCX_CLIPSIBLINGS) != 0);
  }
  if (entry.clip) {
    const RECT frame = screen_rect(window);
    gdi::Region clip = *entry.clip;
    clip.offset(frame.left, frame.top);
    if (flags & DCX_EXCLUDERGN) {
      region -= clip;
    } else {
      region &= clip;
    }
  }
  return region;
}

std::shared_ptr<gdi::Surface> screen_picture() {
  host::DisplayHost& host = host::display();
  return host.picture(host::desktop_bounds(host));
}

// Writes go to the copy that the context reads from: programs draw on the screen only to undo it.
gdi::DisplayTarget screen_target() {
  const RECT bounds = desktop_window().rect;
  gdi::DisplayTarget target;
  target.make_surface = screen_picture;
  target.origin = {-bounds.left, -bounds.top};
  target.size = {bounds.right - bounds.left, bounds.bottom - bounds.top};
  target.visible = gdi::Region(RECT{0, 0, target.size.cx, target.size.cy});
  return target;
}

// For gdi32's own contexts of the screen. It may be the program's first look at the display.
gdi::DisplayTarget known_screen_target() {
  static_cast<void>(monitors());
  UserLock lock;
  return screen_target();
}

[[gnu::constructor]] void fill_seam() {
  gdi::screen_target = known_screen_target;
}

gdi::DisplayTarget window_target(Window& window, const DcEntry& entry) {
  if (is_desktop(window)) return screen_target();
  const Window& root = top_level_of(window);
  const RECT area = (entry.flags & DCX_WINDOW) ? screen_rect(window) : screen_client_rect(window);
  gdi::DisplayTarget target;
  if (root.paint) target.surface = root.paint->surface;
  target.screen_origin = {area.left, area.top};
  target.origin = {area.left - root.rect.left, area.top - root.rect.top};
  target.size = {area.right - area.left, area.bottom - area.top};
  if (target.surface) {
    target.visible = drawable_region(window, entry).offset(-root.rect.left, -root.rect.top);
  }
  return target;
}

// Everything that the target depends on is the same as when it was made.
bool is_up_to_date(const Window& window, const DcEntry& entry, const gdi::DeviceContext& dc) {
  if (!entry.aimed) return false;
  if (is_desktop(window)) return true;
  const Window& root = top_level_of(const_cast<Window&>(window));
  const RECT area = (entry.flags & DCX_WINDOW) ? screen_rect(window) : screen_client_rect(window);
  return root.paint && root.paint->tree_epoch == entry.tree_epoch &&
         dc.target().surface == root.paint->surface && dc.target().screen_origin.x == area.left &&
         dc.target().screen_origin.y == area.top;
}

// Where the context draws is worked out when it is next used, by the thread that uses it: another
// may be drawing in a window's or a class's own one now.
void aim(DcEntry& entry) {
  entry.aimed = false;
  gdi::assign_display_dc(entry.dc, &entry);
}

// gdi::display_refresher. The context is locked.
void refresh(gdi::DeviceContext& dc) {
  UserLock lock;
  auto* entry = static_cast<DcEntry*>(dc.owner.get());
  // Destroyed by the window's thread since it was looked up; the entry may be another's by now.
  if (entry == nullptr || entry->dc != dc.handle()) return;
  if (entry->window == nullptr) dc.set_target({});
  Window* window = find_window_locked(entry->window);
  if (window == nullptr || is_up_to_date(*window, *entry, dc)) return;
  const Window& root = top_level_of(*window);
  gdi::DisplayTarget target = window_target(*window, *entry);
  entry->tree_epoch = root.paint ? root.paint->tree_epoch : 0;
  entry->aimed = true;
  dc.set_target(std::move(target));
}

DcEntry* unused_entry() {
  for (DcEntry* entry : entries()) {
    if (!entry->in_use && entry->ownership == Ownership::kCache) return entry;
  }
  gdi::display_refresher = refresh;
  entries().push_back(new DcEntry);
  return entries().back();
}

// The entry of the window's or the class's own context, made on first need.
DcEntry* own_entry(Window& window, Ownership ownership) {
  for (DcEntry* entry : entries()) {
    if (entry->ownership != ownership || entry->dc == nullptr) continue;
    if (ownership == Ownership::kWindow ? entry->window == window.handle
                                        : entry->window_class == window.window_class) {
      return entry;
    }
  }
  DcEntry* entry = unused_entry();
  if (entry->dc != nullptr) gdi::destroy_display_dc(entry->dc);
  *entry = {};
  entry->ownership = ownership;
  entry->window_class = ownership == Ownership::kClass ? window.window_class : nullptr;
  return entry;
}

Ownership ownership_for(const Window& window, DWORD flags) {
  if ((flags & (DCX_CACHE | DCX_WINDOW)) != 0) return Ownership::kCache;
  const UINT style = window.window_class != nullptr ? window.window_class->style.get() : 0;
  if (style & CS_OWNDC) return Ownership::kWindow;
  return style & CS_CLASSDC ? Ownership::kClass : Ownership::kCache;
}

// What the window's styles and its class's mean for the context.
DWORD flags_by_style(const Window& window, DWORD flags) {
  const UINT class_style = window.window_class != nullptr ? window.window_class->style.get() : 0;
  const DWORD style = window.style;
  flags &= ~static_cast<DWORD>(DCX_CLIPCHILDREN | DCX_CLIPSIBLINGS | DCX_PARENTCLIP);
  if (!(flags & DCX_WINDOW)) {
    if (class_style & CS_PARENTDC) flags |= DCX_PARENTCLIP;
    if ((style & WS_CLIPCHILDREN) && !(style & WS_MINIMIZE)) flags |= DCX_CLIPCHILDREN;
  }
  if (style & WS_CLIPSIBLINGS) flags |= DCX_CLIPSIBLINGS;
  return flags;
}

DWORD effective_flags(const Window& window, DWORD flags) {
  if (flags & kUseStyle) flags = flags_by_style(window, flags);
  if (flags & DCX_WINDOW) flags &= ~static_cast<DWORD>(DCX_PARENTCLIP);
  if (flags & DCX_PARENTCLIP) {
    // The parent's region is no use to a window that must not draw over its children or siblings.
    const bool child = window.is_child() && window.parent != nullptr;
    if (!child || (window.style & (WS_CLIPCHILDREN | WS_CLIPSIBLINGS)) ||
        (window.parent->style & WS_CLIPCHILDREN)) {
      flags &= ~static_cast<DWORD>(DCX_PARENTCLIP);
    }
  }
  return flags;
}

void destroy_entry(DcEntry& entry) {
  gdi::destroy_display_dc(entry.dc);
  entry = {};
}

}  // namespace

HDC get_window_dc(Window& window, const gdi::Region* clip, DWORD flags) {
  UserLock lock;
  if (window.destroyed) return nullptr;
  flags = effective_flags(window, flags);
  const Ownership ownership = ownership_for(window, flags);
  DcEntry* entry = ownership == Ownership::kCache ? unused_entry() : own_entry(window, ownership);
  if (entry->dc == nullptr) {
    entry->dc = gdi::create_display_dc({}, entry);
    if (entry->dc == nullptr) return base::fail<HDC>(ERROR_NOT_ENOUGH_MEMORY);
  }
  entry->window = window.handle;
  entry->in_use = true;
  entry->flags = flags;
  entry->clip.reset();
  if (clip != nullptr && (flags & (DCX_INTERSECTRGN | DCX_EXCLUDERGN))) {
    const RECT frame = screen_rect(window);
    entry->clip = *clip;
    entry->clip->offset(-frame.left, -frame.top);
  }
  aim(*entry);
  return entry->dc;
}

bool release_window_dc(HDC dc) {
  HWND window = nullptr;
  {
    // Whoever still draws in it is waited for.
    const gdi::DcRef context = gdi::find_dc_as_it_is(dc);
    UserLock lock;
    DcEntry* entry = entry_of(dc);
    if (entry == nullptr || entry->dc != dc || !entry->in_use) return false;
    window = entry->window;
    if (entry->ownership == Ownership::kCache) {
      entry->in_use = false;
      entry->window = nullptr;
      entry->clip.reset();
      gdi::reset_display_dc(*context);
    } else if (entry->clip) {
      entry->clip.reset();
      aim(*entry);
    }
  }
  present_if_foreign(window);
  return true;
}

void destroy_window_dcs(Window& window) {
  UserLock lock;
  for (DcEntry* entry : entries()) {
    if (entry->window != window.handle || entry->dc == nullptr) continue;
    if (entry->ownership == Ownership::kClass) {
      // The class's next window takes it over. Another thread may be drawing in it: refresh().
      entry->window = nullptr;
    } else {
      destroy_entry(*entry);
    }
  }
}

HWND window_of_dc(HDC dc) {
  UserLock lock;
  const DcEntry* entry = entry_of(dc);
  return entry != nullptr && entry->in_use ? entry->window : nullptr;
}

}  // namespace transom::user

using namespace transom;
using namespace transom::user;

// A context for a window, clipped as `flags` say. The region becomes the system's.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-getdcex
HDC WINAPI GetDCEx(HWND handle, HRGN region, DWORD flags) {
  const WindowRef window = handle != nullptr ? find_window(handle) : WindowRef(&desktop_window());
  if (!window) return base::fail<HDC>(ERROR_INVALID_WINDOW_HANDLE);
  // Whoever draws in the frame expects the caption's text to be there already.
  if (flags & DCX_WINDOW) draw_deferred_captions();
  if (handle == nullptr) flags = (flags & ~static_cast<DWORD>(kUseStyle)) | DCX_CACHE;
  const auto object = gdi::find<gdi::RegionObject>(region);
  const HDC dc = get_window_dc(*window, object ? &object->region : nullptr, flags);
  if (object && (flags & (DCX_INTERSECTRGN | DCX_EXCLUDERGN))) gdi::delete_object(region);
  return dc;
}

// A context for a window's client area, or for the screen.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-getdc
HDC WINAPI GetDC(HWND window) {
  return GetDCEx(window, nullptr, kUseStyle);
}

// A context for a whole window with its frame, or for the screen.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-getwindowdc
HDC WINAPI GetWindowDC(HWND window) {
  return GetDCEx(window, nullptr, kUseStyle | DCX_WINDOW);
}

// 1 when the context was released (an own context: kept), 0 when it was none in use.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-releasedc
int WINAPI ReleaseDC(HWND, HDC dc) {
  return release_window_dc(dc) ? 1 : 0;
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-windowfromdc
HWND WINAPI WindowFromDC(HDC dc) {
  return window_of_dc(dc);
}
