#include "user32/paint/send_paint.h"

#include "gdi32/object.h"
#include "user32/lock.h"
#include "user32/message/send.h"
#include "user32/nonclient/minimized_icon.h"
#include "user32/paint/dc_cache.h"
#include "user32/paint/paint.h"
#include "user32/paint/update_region.h"
#include "user32/paint/window_paint.h"
#include "user32/window/tree.h"

namespace transom::user {
namespace {

// The handle 1 stands for the whole window, in WM_NCPAINT's wParam.
constexpr WPARAM kWholeWindow = 1;

bool descends(const Window& window, Children children) {
  if (children == Children::kNone || window.first_child == nullptr) return false;
  return children == Children::kAll || (window.style & WS_CLIPCHILDREN) == 0;
}

// Something is due in the window or below it.
bool anything_due(const Window& window) {
  if (window.paint && (window.paint->internal_paint || !window.paint->update.empty())) return true;
  for (const Window* child = window.first_child; child != nullptr; child = child->next) {
    if (child->is_visible_itself() && anything_due(*child)) return true;
  }
  return false;
}

template <class Visit>
void for_each_child(Window& window, Visit&& visit) {
  for (HWND handle : child_handles(window)) {
    WindowRef child = find_window(handle);
    if (child && child->is_visible_itself()) visit(*child);
  }
}

// Takes the frame out of the update region; what of it was invalid, in screen coordinates.
std::optional<gdi::Region> take_frame_region(Window& window, bool& whole) {
  UserLock lock;
  if (!window.paint || !window.paint->frame_pending) return std::nullopt;
  WindowPaint& paint = *window.paint;
  gdi::Region region = paint.update;
  whole = region.covers(frame_in_client(window));
  paint.frame_pending = false;
  paint.update &= client_area(window);
  recount_update(window);
  const POINT origin = client_origin(window);
  return region.offset(origin.x, origin.y);
}

// The client part of the update region in screen coordinates, when erasing is due.
std::optional<gdi::Region> take_erase_region(Window& window) {
  UserLock lock;
  if (!window.paint || !window.paint->erase_pending) return std::nullopt;
  gdi::Region region = window.paint->update & gdi::Region(client_area(window));
  window.paint->erase_pending = false;
  if (region.empty()) return std::nullopt;
  const POINT origin = client_origin(window);
  return region.offset(origin.x, origin.y);
}

bool is_mine(const Window& window) {
  return window.thread == current_thread_if_any();
}

}  // namespace

Children children_of_flags(UINT flags) {
  if (flags & RDW_NOCHILDREN) return Children::kNone;
  return flags & RDW_ALLCHILDREN ? Children::kAll : Children::kUnlessClipped;
}

bool send_nc_paint(Window& window) {
  WindowRef ref(&window);
  bool whole = false;
  const std::optional<gdi::Region> region = take_frame_region(window, whole);
  if (!region) return ref.alive();
  const HRGN handle = whole ? nullptr : gdi::create_region(*region);
  send_message(window, WM_NCPAINT, whole ? kWholeWindow : reinterpret_cast<WPARAM>(handle), 0);
  if (handle != nullptr) gdi::delete_object(handle);
  return ref.alive();
}

bool send_erase(Window& window) {
  WindowRef ref(&window);
  const std::optional<gdi::Region> region = take_erase_region(window);
  if (!region) return ref.alive();
  bool erased = false;
  {
    WindowDc dc(window, &*region, kUseStyle | DCX_INTERSECTRGN);
    erased =
        send_message(window, erase_message_of(window), reinterpret_cast<WPARAM>(HDC{dc}), 0) != 0;
  }
  if (!ref.alive()) return false;
  if (!erased) {
    UserLock lock;
    if (window.paint && !window.paint->update.empty()) window.paint->erase_pending = true;
  }
  return true;
}

void erase_now(Window& window, Children children) {
  {
    UserLock lock;
    if (!window.is_visible_itself() || !anything_due(window)) return;
  }
  if (!is_mine(window)) {
    if (window.thread != nullptr) send_notify_message(window.handle, WM_SYNCPAINT, 0, 0);
  } else if (!send_nc_paint(window) || !send_erase(window)) {
    return;
  }
  if (!descends(window, children)) return;
  for_each_child(window, [&](Window& child) { erase_now(child, children); });
}

void paint_now(Window& window, Children children) {
  bool due = false;
  {
    UserLock lock;
    if (!window.is_visible_itself() || !anything_due(window)) return;
    due = needs_paint(window);
    // An internal paint is not asked for twice.
    if (due) window.paint->internal_paint = false;
  }
  WindowRef ref(&window);
  if (due && window.thread != nullptr) {
    const UINT message = paint_message_of(window);
    send_message(window.handle, message, message == WM_PAINTICON ? TRUE : FALSE, 0);
    UserLock lock;
    if (!ref.alive()) return;
    if (window.paint) recount_update(window);
  }
  if (!descends(window, children)) return;
  for_each_child(window, [&](Window& child) { paint_now(child, children); });
}

}  // namespace transom::user
