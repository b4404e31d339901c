// SetTimer and KillTimer.
// https://learn.microsoft.com/windows/win32/winmsg/about-timers
#include "user32/message/timers.h"
#include "base/last_error.h"
#include "user32/message/thread_state.h"
#include "user32/window/window.h"

namespace transom::user {

void set_system_timer(Window& window, UINT_PTR id, UINT period, TIMERPROC procedure) {
  window.thread->timers.set(window.handle, id, period, procedure, true);
}

void kill_system_timer(Window& window, UINT_PTR id) {
  window.thread->timers.kill(window.handle, id, true);
}

}  // namespace transom::user

using namespace transom;
using namespace transom::user;

// Starts or restarts a timer; `period` in milliseconds, clamped to USER_TIMER_MINIMUM (10) and
// USER_TIMER_MAXIMUM. Returns the identifier (`id`, or a new one without a window), 0 on failure.
// Last errors: ERROR_INVALID_WINDOW_HANDLE, ERROR_ACCESS_DENIED (another thread's window).
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-settimer
UINT_PTR WINAPI SetTimer(HWND window, UINT_PTR id, UINT period, TIMERPROC procedure) {
  if (window != nullptr && find_own_window(window) == nullptr) {
    return base::fail<UINT_PTR>(
        find_window_thread(window) != nullptr ? ERROR_ACCESS_DENIED : ERROR_INVALID_WINDOW_HANDLE);
  }
  const UINT_PTR set = current_thread().timers.set(window, id, period, procedure, false);
  // A window's timer may have the identifier 0; success is still not 0.
  return set != 0 ? set : 1;
}

// As SetTimer. `tolerance` lets the system put timers together to save power; here they come when
// they are due. Last errors: also ERROR_INVALID_PARAMETER for a tolerance out of range.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-setcoalescabletimer
UINT_PTR WINAPI SetCoalescableTimer(HWND window, UINT_PTR id, UINT period, TIMERPROC procedure,
                                    ULONG tolerance) {
  constexpr ULONG kNoCoalescing = 0xFFFFFFFF;
  constexpr ULONG kMaximum = 0x7FFFFFF5;
  if (tolerance != kNoCoalescing && tolerance > kMaximum) {
    return base::fail<UINT_PTR>(ERROR_INVALID_PARAMETER);
  }
  return SetTimer(window, id, period, procedure);
}

// Stops a timer. WM_TIMER messages that were posted by hand stay in the queue.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-killtimer
WINBOOL WINAPI KillTimer(HWND window, UINT_PTR id) {
  ThreadState* thread = current_thread_if_any();
  if (window != nullptr && find_window_thread(window) == nullptr) {
    return base::fail(ERROR_INVALID_WINDOW_HANDLE);
  }
  if (thread == nullptr || !thread->timers.kill(window, id, false)) {
    return base::fail(ERROR_INVALID_PARAMETER);
  }
  return TRUE;
}
