#include "user32/input/tracking.h"

#include <cstdlib>

#include "base/last_error.h"
#include "user32/input/hardware.h"
#include "user32/input/hit_test.h"
#include "user32/input/input.h"
#include "user32/input/input_state.h"
#include "user32/input/mouse_settings.h"
#include "user32/lock.h"
#include "user32/message/send.h"
#include "user32/message/timers.h"
#include "user32/window/tree.h"

namespace transom::user {
namespace {

constexpr UINT_PTR kHoverTimer = 0xFFFA;
constexpr DWORD kWhat = TME_HOVER | TME_LEAVE | TME_NONCLIENT;

bool rests(const POINT& origin, const POINT& now) {
  return std::abs(origin.x - now.x) <= mouse_settings.hover_width / 2 &&
         std::abs(origin.y - now.y) <= mouse_settings.hover_height / 2;
}

POINT to_client(Window& window, POINT screen) {
  UserLock lock;
  const POINT origin = client_origin(window);
  return {screen.x - origin.x, screen.y - origin.y};
}

KeyTable message_keys(const ThreadState& thread) {
  UserLock lock;
  return thread.input->key_state;
}

// The pointer has rested for the time asked for, or has moved since and rests anew.
void CALLBACK hover_time_over(HWND handle, UINT, UINT_PTR, DWORD) {
  Window* window = find_own_window(handle);
  if (window == nullptr) return;
  kill_system_timer(*window, kHoverTimer);
  auto& tracking = window->thread->input->tracking;
  bool nonclient = false;
  {
    UserLock lock;
    if (tracking.window != handle || (tracking.flags & TME_HOVER) == 0) return;
    nonclient = (tracking.flags & TME_NONCLIENT) != 0;
    tracking.flags &= ~TME_HOVER;
    if ((tracking.flags & TME_LEAVE) == 0) tracking.window = nullptr;
  }
  const POINT screen = cursor_position();
  if (nonclient) {
    const LRESULT hit = send_message(handle, WM_NCHITTEST, 0, MAKELPARAM(screen.x, screen.y));
    post_message(handle, WM_NCMOUSEHOVER, static_cast<WPARAM>(hit), MAKELPARAM(screen.x, screen.y));
  } else {
    const POINT client = to_client(*window, screen);
    post_message(handle, WM_MOUSEHOVER, mouse_key_flags(message_keys(*window->thread)),
                 MAKELPARAM(client.x, client.y));
  }
}

void restart_hover(Window& window, DWORD time) {
  set_system_timer(window, kHoverTimer, time, hover_time_over);
}

bool covers(DWORD flags, int hit) {
  return ((flags & TME_NONCLIENT) != 0) == (hit != HTCLIENT);
}

// Whether the pointer is where `flags` would track it.
bool pointer_is_over(Window& window, DWORD flags) {
  const POINT screen = cursor_position();
  if (window_at(screen) != window.handle) return false;
  UserLock lock;
  const RECT client = screen_client_rect(window);
  return covers(flags, PtInRect(&client, screen) ? HTCLIENT : HTBORDER);
}

void post_leave(HWND window, DWORD flags) {
  post_message(window, (flags & TME_NONCLIENT) != 0 ? WM_NCMOUSELEAVE : WM_MOUSELEAVE, 0, 0);
}

void cancel(Window& window, DWORD flags) {
  UserLock lock;
  auto& tracking = window.thread->input->tracking;
  if (tracking.window != window.handle) return;
  tracking.flags &= ~(flags & (TME_HOVER | TME_LEAVE));
  if ((tracking.flags & TME_HOVER) == 0) kill_system_timer(window, kHoverTimer);
  if ((tracking.flags & (TME_HOVER | TME_LEAVE)) == 0) tracking.window = nullptr;
}

DWORD hover_time(const TRACKMOUSEEVENT& request) {
  const bool usual = request.dwHoverTime == 0 || request.dwHoverTime == HOVER_DEFAULT;
  return usual ? mouse_settings.hover_time.get() : request.dwHoverTime;
}

void start(Window& window, const TRACKMOUSEEVENT& request) {
  auto& tracking = window.thread->input->tracking;
  {
    UserLock lock;
    const DWORD kept = tracking.window == window.handle &&
                               ((tracking.flags ^ request.dwFlags) & TME_NONCLIENT) == 0
                           ? tracking.flags
                           : 0;
    tracking.window = window.handle;
    tracking.flags = kept | (request.dwFlags & kWhat);
    tracking.hover_time = hover_time(request);
    tracking.hover_origin = cursor_position();
  }
  if ((request.dwFlags & TME_HOVER) != 0) restart_hover(window, tracking.hover_time);
}

void query(TRACKMOUSEEVENT& request) {
  UserLock lock;
  const auto& tracking = current_thread().input->tracking;
  const bool active = tracking.window != nullptr;
  request.dwFlags = active ? tracking.flags : 0;
  request.hwndTrack = tracking.window;
  request.dwHoverTime = active ? tracking.hover_time.get() : 0;
}

}  // namespace

void track_mouse(ThreadState& thread, HWND window, int hit, POINT screen) {
  auto& tracking = thread.input->tracking;
  HWND tracked = nullptr;
  DWORD flags = 0;
  bool moved = false;
  {
    UserLock lock;
    if (tracking.window == nullptr) return;
    tracked = tracking.window;
    flags = tracking.flags;
    if (tracked == window && covers(flags, hit)) {
      moved = (flags & TME_HOVER) != 0 && !rests(tracking.hover_origin, screen);
      if (!moved) return;
      tracking.hover_origin = screen;
    } else {
      tracking.window = nullptr;
    }
  }
  Window* own = find_own_window(tracked);
  if (moved) {
    if (own != nullptr) restart_hover(*own, tracking.hover_time);
    return;
  }
  if (own != nullptr) kill_system_timer(*own, kHoverTimer);
  if ((flags & TME_LEAVE) != 0) post_leave(tracked, flags);
}

void forget_tracking(Window& window) {
  UserLock lock;
  auto& tracking = window.thread->input->tracking;
  if (tracking.window == window.handle) tracking.window = nullptr;
}

}  // namespace transom::user

using namespace transom;
using namespace transom::user;

// Asks for WM_MOUSELEAVE and WM_MOUSEHOVER (with TME_NONCLIENT their WM_NC forms), once each. Where
// the pointer is not over the window a leave is posted at once. TME_QUERY fills the structure.
// Last errors: ERROR_INVALID_PARAMETER, ERROR_INVALID_FLAGS, ERROR_INVALID_WINDOW_HANDLE,
// ERROR_ACCESS_DENIED (another thread's window).
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-trackmouseevent
WINBOOL WINAPI TrackMouseEvent(LPTRACKMOUSEEVENT request) {
  if (request == nullptr || request->cbSize != sizeof(TRACKMOUSEEVENT)) {
    return base::fail(ERROR_INVALID_PARAMETER);
  }
  if ((request->dwFlags & ~(kWhat | TME_QUERY | TME_CANCEL)) != 0) {
    return base::fail(ERROR_INVALID_FLAGS);
  }
  if ((request->dwFlags & TME_QUERY) != 0) {
    query(*request);
    return TRUE;
  }
  Window* window = find_own_window(request->hwndTrack);
  if (window == nullptr) {
    return base::fail(find_window_thread(request->hwndTrack) != nullptr
                          ? ERROR_ACCESS_DENIED
                          : ERROR_INVALID_WINDOW_HANDLE);
  }
  if ((request->dwFlags & TME_CANCEL) != 0) {
    cancel(*window, request->dwFlags);
  } else if (pointer_is_over(*window, request->dwFlags)) {
    start(*window, *request);
  } else if ((request->dwFlags & TME_LEAVE) != 0) {
    post_leave(window->handle, request->dwFlags);
  }
  return TRUE;
}
