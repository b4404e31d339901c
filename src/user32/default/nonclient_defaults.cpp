// What DefWindowProc does about the frame.
#include "gdi32/object.h"
#include "user32/default/default_procedure.h"
#include "user32/lock.h"
#include "user32/nonclient/frame.h"
#include "user32/paint/dc_cache.h"
#include "user32/paint/paint.h"
#include "user32/paint/window_paint.h"
#include "user32/window/class.h"
#include "user32/window/tree.h"

namespace transom::user {
namespace {

// Sent by SetWindowPos and creation; shrinks the first rectangle from the window's to the client
// area's, and says what of the old picture is not worth keeping.
// https://learn.microsoft.com/windows/win32/winmsg/wm-nccalcsize
LRESULT on_nc_calc_size(Window& window, const DefaultCall& call) {
  auto* rect = reinterpret_cast<RECT*>(call.lparam);
  if (rect == nullptr) return 0;
  const RECT outer = *rect;
  const FrameLayout layout =
      frame_layout(window, {outer.right - outer.left, outer.bottom - outer.top});
  const RECT& client = layout.client;
  *rect = {outer.left + client.left, outer.top + client.top, outer.left + client.right,
           outer.top + client.bottom};
  if (call.wparam == 0 || window.window_class == nullptr) return 0;
  const UINT style = window.window_class->style;
  return (style & CS_VREDRAW ? WVR_VREDRAW : 0) | (style & CS_HREDRAW ? WVR_HREDRAW : 0);
}

// Sent when the frame has to be drawn; wParam is the region on the screen, 1 for all of it.
// https://learn.microsoft.com/windows/win32/gdi/wm-ncpaint
LRESULT on_nc_paint(Window& window, const DefaultCall& call) {
  {
    UserLock lock;
    if (!is_visible(window)) return 0;
  }
  const auto region = gdi::find<gdi::RegionObject>(reinterpret_cast<HRGN>(call.wparam));
  const DWORD clip = region ? DCX_INTERSECTRGN : 0;
  WindowDc dc(window, region ? &region->region : nullptr,
              kUseStyle | DCX_WINDOW | DCX_CACHE | clip);
  draw_frame(window, dc);
  return 0;
}

// Sent by activation; wParam is whether the window becomes active, lParam -1 forbids drawing.
// https://learn.microsoft.com/windows/win32/winmsg/wm-ncactivate
LRESULT on_nc_activate(Window& window, const DefaultCall& call) {
  bool visible = false;
  {
    UserLock lock;
    paint_of(window).frame_active = call.wparam != 0;
    visible = is_visible(window);
  }
  if (visible && call.lparam != -1) {
    WindowDc dc(window, nullptr, kUseStyle | DCX_WINDOW | DCX_CACHE);
    draw_frame(window, dc);
  }
  return TRUE;
}

// Sent for each mouse message that is about to be made. Without the lock: a menu bar's items may
// have to be measured, by their owner (WM_MEASUREITEM) and in a device context.
// https://learn.microsoft.com/windows/win32/inputdev/wm-nchittest
LRESULT on_nc_hit_test(Window& window, const DefaultCall& call) {
  return hit_test_frame(
      window, {static_cast<short>(LOWORD(call.lparam)), static_cast<short>(HIWORD(call.lparam))});
}

constexpr DefaultEntry kEntries[] = {
    {WM_NCCALCSIZE, on_nc_calc_size},
    {WM_NCPAINT, on_nc_paint},
    {WM_NCACTIVATE, on_nc_activate},
    {WM_NCHITTEST, on_nc_hit_test},
};

}  // namespace

std::span<const DefaultEntry> nonclient_defaults() {
  return kEntries;
}

}  // namespace transom::user
