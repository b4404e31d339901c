// Layered windows: opacity for the whole of a top-level window.
// https://learn.microsoft.com/windows/win32/winmsg/window-features#layered-windows
#include "user32/window/layered.h"

#include "base/last_error.h"
#include "user32/lock.h"
#include "user32/paint/paint.h"
#include "user32/paint/window_paint.h"
#include "user32/window/host_window.h"
#include "user32/window/on_owner.h"
#include "user32/window/window_extras.h"

namespace transom::user {
namespace {

// The window shows what is drawn in it, not a bitmap of UpdateLayeredWindow's.
void drop_content(Window& window) {
  if (!window.paint || !window.paint->layered_content) return;
  set_layered_content(window, nullptr, {});
  redraw_window(window, nullptr, RDW_INVALIDATE | RDW_ERASE | RDW_FRAME | RDW_ALLCHILDREN);
}

bool set_attributes(Window& window, const Layered& asked) {
  if ((window.ex_style & WS_EX_LAYERED) == 0) return base::fail<bool>(ERROR_INVALID_PARAMETER);
  {
    UserLock lock;
    extras_of(window).layered = asked;
  }
  drop_content(window);
  update_host_opacity(window, (asked.flags & LWA_ALPHA) != 0 ? asked.alpha : 255);
  return true;
}

}  // namespace

void end_layering(Window& window) {
  {
    UserLock lock;
    extras_of(window).layered.reset();
  }
  drop_content(window);
  update_host_opacity(window, 255);
}

}  // namespace transom::user

using namespace transom;
using namespace transom::user;

// Makes a WS_EX_LAYERED window transparent (LWA_ALPHA). LWA_COLORKEY is kept, but the displays
// cannot show it. Last errors: ERROR_INVALID_WINDOW_HANDLE; ERROR_INVALID_PARAMETER (not layered,
// unknown flags).
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-setlayeredwindowattributes
WINBOOL WINAPI SetLayeredWindowAttributes(HWND handle, COLORREF key, BYTE alpha, DWORD flags) {
  if ((flags & ~static_cast<DWORD>(LWA_ALPHA | LWA_COLORKEY)) != 0) {
    return base::fail(ERROR_INVALID_PARAMETER);
  }
  return on_owner(handle, [&](Window& window) {
           return set_attributes(window, {.color_key = key, .alpha = alpha, .flags = flags});
         }) != 0;
}

// What SetLayeredWindowAttributes set; fails before it was called. Pointers may be null.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-getlayeredwindowattributes
WINBOOL WINAPI GetLayeredWindowAttributes(HWND handle, COLORREF* key, BYTE* alpha, DWORD* flags) {
  UserLock lock;
  const Window* window = find_window_locked(handle);
  if (window == nullptr) return base::fail(ERROR_INVALID_WINDOW_HANDLE);
  if ((window->ex_style & WS_EX_LAYERED) == 0 || !window->extras || !window->extras->layered) {
    return base::fail(ERROR_INVALID_PARAMETER);
  }
  const Layered& layered = *window->extras->layered;
  if (key != nullptr) *key = layered.color_key;
  if (alpha != nullptr) *alpha = layered.alpha;
  if (flags != nullptr) *flags = layered.flags;
  return TRUE;
}
