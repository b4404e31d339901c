// Flashing captions.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-flashwindowex
#include "base/last_error.h"
#include "user32/hook/shell_hook.h"
#include "user32/lock.h"
#include "user32/message/timers.h"
#include "user32/nonclient/frame.h"
#include "user32/window/host_window.h"
#include "user32/window/on_owner.h"
#include "user32/window/window_extras.h"

namespace transom::user {
namespace {

// Of the system's timers; out of the way of those with small numbers.
constexpr UINT_PTR kFlashTimer = 0x7F1A;

bool wants_caption(DWORD flags) {
  return (flags & FLASHW_CAPTION) != 0;
}

// Shows the caption as that of an active window, or not.
void show_caption(Window& window, bool active) {
  send_message(window, WM_NCACTIVATE, active, 0);
}

bool wants_task_list(DWORD flags) {
  return (flags & FLASHW_TRAY) != 0;
}

bool is_active(const Window& window) {
  return GetForegroundWindow() == window.handle;
}

void stop(Window& window) {
  const WindowRef keep(&window);
  Flash old;
  {
    UserLock lock;
    old = std::exchange(extras_of(window).flash, {});
  }
  kill_system_timer(window, kFlashTimer);
  if (wants_task_list(old.flags)) update_host_attention(window, false);
  if (wants_caption(old.flags) && keep.alive()) show_caption(window, is_active(window));
}

// Documented: FLASHW_TIMERNOFG ends when the window comes to the foreground.
bool is_over(const Window& window, const Flash& flash) {
  const bool until_foreground = (flash.flags & FLASHW_TIMERNOFG) == FLASHW_TIMERNOFG;
  if (until_foreground) return is_active(window);
  return (flash.flags & FLASHW_TIMER) == 0 && flash.changes_left == 0;
}

void CALLBACK on_timer(HWND handle, UINT, UINT_PTR, DWORD) {
  Window* window = find_own_window(handle);
  if (window == nullptr || !window->extras) return;
  Flash& flash = window->extras->flash;
  if (is_over(*window, flash)) {
    // The user has not looked yet: the task list goes on showing it.
    if (!is_active(*window)) flash.flags &= ~DWORD{FLASHW_TRAY};
    return stop(*window);
  }
  if (flash.changes_left > 0) --flash.changes_left;
  if (!wants_caption(flash.flags)) return;
  const WindowRef keep(window);
  show_caption(*window, !frame_is_active(*window));
  if (keep.alive()) tell_shell_of_caption(*window, true);
}

// The state of before: whether the caption was drawn as active.
bool start(Window& window, const FLASHWINFO& asked) {
  const bool was_active = frame_is_active(window);
  if (asked.dwFlags == FLASHW_STOP) {
    stop(window);
    return was_active;
  }
  if (wants_task_list(asked.dwFlags) && !is_active(window)) update_host_attention(window, true);
  {
    UserLock lock;
    // Each flash is two changes: there and back.
    extras_of(window).flash = {asked.dwFlags, asked.uCount * 2};
  }
  const UINT period = asked.dwTimeout != 0 ? asked.dwTimeout : GetCaretBlinkTime();
  set_system_timer(window, kFlashTimer, period, on_timer);
  on_timer(window.handle, WM_SYSTIMER, kFlashTimer, 0);
  return was_active;
}

}  // namespace
}  // namespace transom::user

using namespace transom;
using namespace transom::user;

// Flashes once: draws the caption in the other state (`invert`), or as it should be. Returns
// whether it was drawn as an active window's before. Last error: ERROR_INVALID_WINDOW_HANDLE.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-flashwindow
WINBOOL WINAPI FlashWindow(HWND handle, WINBOOL invert) {
  return on_owner(handle, [&](Window& window) {
           const bool was_active = frame_is_active(window);
           update_host_attention(window, invert != FALSE && !is_active(window));
           show_caption(window, invert != FALSE ? !was_active : is_active(window));
           return was_active;
         }) != 0;
}

// Flashes several times, or until it is told to stop. Returns whether the caption was drawn as an
// active window's before. FLASHW_TRAY is for displays with a list of windows (X11).
// Last errors: ERROR_INVALID_PARAMETER, ERROR_INVALID_WINDOW_HANDLE.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-flashwindowex
WINBOOL WINAPI FlashWindowEx(FLASHWINFO* info) {
  if (info == nullptr || info->cbSize != sizeof *info) return base::fail(ERROR_INVALID_PARAMETER);
  return on_owner(info->hwnd, [&](Window& window) { return start(window, *info); }) != 0;
}
