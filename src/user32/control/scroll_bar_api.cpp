// The functions for scroll bars of both kinds. Their bar argument: SB_HORZ, SB_VERT, or SB_CTL for
// a control, which is asked by message where it is none of the system's class.
// https://learn.microsoft.com/windows/win32/controls/bumper-scroll-bars-reference-functions
#include "base/last_error.h"
#include "user32/control/scroll_bar_place.h"
#include "user32/control/scroll_values.h"
#include "user32/lock.h"
#include "user32/window/on_owner.h"

namespace transom::user {
namespace {

bool is_standard(int bar) {
  return bar == SB_HORZ || bar == SB_VERT;
}

bool is_bar(int bar) {
  return is_standard(bar) || bar == SB_CTL;
}

// Calls `work(const ScrollBarState&)` for a standard bar under the lock. Last errors:
// ERROR_INVALID_WINDOW_HANDLE, ERROR_INVALID_PARAMETER, ERROR_NO_SCROLLBARS.
template <class Work>
bool look(HWND handle, int bar, Work&& work) {
  if (!is_standard(bar)) return base::fail<bool>(ERROR_INVALID_PARAMETER);
  UserLock lock;
  const Window* window = find_window_locked(handle);
  if (window == nullptr) return base::fail<bool>(ERROR_INVALID_WINDOW_HANDLE);
  const ScrollBarState* state = look_at_standard_bar(*window, bar);
  if (state == nullptr) return base::fail<bool>(ERROR_NO_SCROLLBARS);
  work(*state);
  return true;
}

LRESULT ask(HWND handle, UINT message, WPARAM wparam = 0, LPARAM lparam = 0) {
  if (!is_window(handle)) return base::fail<LRESULT>(ERROR_INVALID_WINDOW_HANDLE);
  return send_message(handle, message, wparam, lparam);
}

LPARAM as_lparam(const void* pointer) {
  return reinterpret_cast<LPARAM>(pointer);
}

// SB_BOTH is either.
bool enable_arrows(Window& window, int bar, UINT arrows) {
  const WindowRef keep(&window);
  bool changed = false;
  for (const int each : {SB_HORZ, SB_VERT}) {
    if (bar != SB_BOTH && bar != each) continue;
    if (!set_disabled_arrows(window, each, arrows)) continue;
    changed = true;
    redraw_scroll_bar(window, each);
  }
  return changed;
}

}  // namespace
}  // namespace transom::user

using namespace transom;
using namespace transom::user;

// Sets what the structure's mask names and shows, hides or disables the bar as that demands.
// Returns the position, 0 on failure. Last errors: ERROR_INVALID_WINDOW_HANDLE,
// ERROR_INVALID_PARAMETER (bar, null, cbSize, fMask).
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-setscrollinfo
int WINAPI SetScrollInfo(HWND handle, int bar, LPCSCROLLINFO info, WINBOOL redraw) {
  if (!is_bar(bar) || !is_scroll_info(info)) return base::fail<int>(ERROR_INVALID_PARAMETER);
  if (bar == SB_CTL) {
    return static_cast<int>(
        ask(handle, SBM_SETSCROLLINFO, static_cast<WPARAM>(redraw), as_lparam(info)));
  }
  return static_cast<int>(on_owner(handle, [&](Window& window) {
    return change_scroll_bar(window, bar, *info, redraw != FALSE);
  }));
}

// Gets what the mask names. Last errors: as SetScrollInfo; ERROR_NO_SCROLLBARS.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-getscrollinfo
WINBOOL WINAPI GetScrollInfo(HWND handle, int bar, LPSCROLLINFO info) {
  if (!is_scroll_info(info)) return base::fail(ERROR_INVALID_PARAMETER);
  if (bar == SB_CTL) return ask(handle, SBM_GETSCROLLINFO, 0, as_lparam(info)) != 0;
  bool got = false;
  if (!look(handle, bar,
            [&](const ScrollBarState& state) { got = get_scroll_values(state, *info); })) {
    return FALSE;
  }
  return got ? TRUE : base::fail(ERROR_INVALID_PARAMETER);
}

// Returns the position from before, 0 on failure. Last errors: as SetScrollInfo.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-setscrollpos
int WINAPI SetScrollPos(HWND handle, int bar, int position, WINBOOL redraw) {
  if (bar == SB_CTL) {
    return static_cast<int>(
        ask(handle, SBM_SETPOS, static_cast<WPARAM>(position), static_cast<LPARAM>(redraw)));
  }
  if (!is_standard(bar)) return base::fail<int>(ERROR_INVALID_PARAMETER);
  return static_cast<int>(on_owner(handle, [&](Window& window) {
    const int before = make_scroll_bar(window, bar).state->position;
    change_scroll_bar(window, bar, scroll_position(position), redraw != FALSE);
    return before;
  }));
}

// Last errors: as GetScrollInfo.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-getscrollpos
int WINAPI GetScrollPos(HWND handle, int bar) {
  if (bar == SB_CTL) return static_cast<int>(ask(handle, SBM_GETPOS));
  int position = 0;
  (void)look(handle, bar, [&](const ScrollBarState& state) { position = state.position; });
  return position;
}

// Last errors: as SetScrollInfo; ERROR_INVALID_SCROLLBAR_RANGE (wider than MAXLONG).
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-setscrollrange
WINBOOL WINAPI SetScrollRange(HWND handle, int bar, int minimum, int maximum, WINBOOL redraw) {
  if (std::int64_t{maximum} - minimum > MAXLONG) return base::fail(ERROR_INVALID_SCROLLBAR_RANGE);
  if (bar == SB_CTL) {
    if (!is_window(handle)) return base::fail(ERROR_INVALID_WINDOW_HANDLE);
    ask(handle, redraw ? SBM_SETRANGEREDRAW : SBM_SETRANGE, static_cast<WPARAM>(minimum), maximum);
    return TRUE;
  }
  if (!is_standard(bar)) return base::fail(ERROR_INVALID_PARAMETER);
  return on_owner(handle, [&](Window& window) {
           change_scroll_bar(window, bar, scroll_range(minimum, maximum), redraw != FALSE);
           return true;
         }) != 0;
}

// Both become 0 where the window has no such bar. Last errors: as GetScrollInfo.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-getscrollrange
WINBOOL WINAPI GetScrollRange(HWND handle, int bar, LPINT minimum, LPINT maximum) {
  if (minimum == nullptr || maximum == nullptr) return base::fail(ERROR_INVALID_PARAMETER);
  *minimum = *maximum = 0;
  if (bar == SB_CTL) {
    if (!is_window(handle)) return base::fail(ERROR_INVALID_WINDOW_HANDLE);
    ask(handle, SBM_GETRANGE, reinterpret_cast<WPARAM>(minimum), as_lparam(maximum));
    return TRUE;
  }
  return look(handle, bar, [&](const ScrollBarState& state) {
    *minimum = state.minimum;
    *maximum = state.maximum;
  });
}

// SB_CTL shows and hides the window itself; SB_BOTH is the two standard bars. Last errors:
// ERROR_INVALID_WINDOW_HANDLE, ERROR_INVALID_PARAMETER.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-showscrollbar
WINBOOL WINAPI ShowScrollBar(HWND handle, int bar, WINBOOL show) {
  if (!is_bar(bar) && bar != SB_BOTH) return base::fail(ERROR_INVALID_PARAMETER);
  if (bar == SB_CTL) {
    if (!is_window(handle)) return base::fail(ERROR_INVALID_WINDOW_HANDLE);
    ShowWindow(handle, show ? SW_SHOW : SW_HIDE);
    return TRUE;
  }
  return on_owner(handle, [&](Window& window) {
           const WindowRef keep(&window);
           show_standard_scroll_bars(window, scroll_bar_style(bar), show != FALSE);
           return true;
         }) != 0;
}

// Disables (ESB_DISABLE_) and enables a bar's arrows. False also where they are so already. Last
// errors: ERROR_INVALID_WINDOW_HANDLE, ERROR_INVALID_PARAMETER.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-enablescrollbar
WINBOOL WINAPI EnableScrollBar(HWND handle, UINT bar, UINT arrows) {
  const int which = static_cast<int>(bar);
  if ((!is_bar(which) && which != SB_BOTH) || (arrows & ~UINT{ESB_DISABLE_BOTH}) != 0) {
    return base::fail(ERROR_INVALID_PARAMETER);
  }
  if (which == SB_CTL) return ask(handle, SBM_ENABLE_ARROWS, arrows) != 0;
  return on_owner(handle, [&](Window& window) { return enable_arrows(window, which, arrows); }) !=
         0;
}
