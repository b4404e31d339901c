// Activation, focus, capture and enabling, as programs call them.
#include "base/last_error.h"
#include "user32/input/input_state.h"
#include "user32/lock.h"
#include "user32/message/send.h"
#include "user32/message/thread_state.h"
#include "user32/window/activation.h"
#include "user32/window/on_owner.h"
#include "user32/window/tree.h"

namespace transom::user {
namespace {

// A window of this thread, or of one whose input it shares.
bool shares_input(HWND handle) {
  const ThreadState* thread = find_window_thread(handle);
  UserLock lock;
  return thread != nullptr && thread->input == current_thread().input;
}

// EnableWindow for the owner's thread. Returns whether the window was disabled.
bool enable(Window& window, bool enabled) {
  const WindowRef keep(&window);
  const bool was_disabled = (window.style & WS_DISABLED) != 0;
  // "If the window is being disabled": also where it already is.
  if (!enabled) {
    send_message(window, WM_CANCELMODE, 0, 0);
    if (window.destroyed) return was_disabled;
  }
  if (was_disabled != enabled) return was_disabled;
  {
    UserLock lock;
    if (enabled) {
      window.style &= ~static_cast<DWORD>(WS_DISABLED);
    } else {
      window.style |= WS_DISABLED;
    }
  }
  if (!enabled) {
    // A disabled window cannot have the focus, nor the capture.
    bool has_focus;
    {
      UserLock lock;
      has_focus = window.thread->input->focus == window.handle;
    }
    if (has_focus) set_focus(nullptr);
  }
  if (!window.destroyed) send_message(window, WM_ENABLE, enabled, 0);
  return was_disabled;
}

DWORD& foreground_lock() {
  static DWORD locked = LSFW_UNLOCK;  // guarded by the USER lock
  return locked;
}

}  // namespace
}  // namespace transom::user

using namespace transom;
using namespace transom::user;

// Makes a top-level window of this thread active; null deactivates. Returns the window that was.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-setactivewindow
HWND WINAPI SetActiveWindow(HWND handle) {
  const HWND old = current_thread().input->active;
  if (handle == nullptr) {
    activate_window(nullptr, Activation::kProgram);
    return old;
  }
  if (!is_window(handle)) return base::fail<HWND>(ERROR_INVALID_WINDOW_HANDLE);
  Window* window = find_own_window(handle);
  if (window == nullptr) return base::fail<HWND>(ERROR_ACCESS_DENIED);
  if (window->is_child() || handle == old) return old;
  if ((window->style & WS_DISABLED) != 0) return nullptr;
  return activate_window(window, Activation::kProgram) ? old : nullptr;
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-getactivewindow
HWND WINAPI GetActiveWindow() {
  return current_thread().input->active;
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-setforegroundwindow
WINBOOL WINAPI SetForegroundWindow(HWND handle) {
  return on_owner(handle, [](Window& window) {
           Window* top;
           {
             UserLock lock;
             top = &top_level_of(window);
           }
           if (top->thread != window.thread) return false;
           return set_foreground_window(*top);
         }) != 0;
}

// The active window of whoever gets the user's input; null while activation is changing.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-getforegroundwindow
HWND WINAPI GetForegroundWindow() {
  UserLock lock;
  const InputState* state = foreground_input();
  return state != nullptr ? state->active : nullptr;
}

// As if the user had chosen the window by Alt+Tab.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-switchtothiswindow
void WINAPI SwitchToThisWindow(HWND window, WINBOOL) {
  if (IsIconic(window)) ShowWindow(window, SW_RESTORE);
  SetForegroundWindow(window);
}

// Nothing here takes the foreground from anybody else's program: always allowed.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-allowsetforegroundwindow
WINBOOL WINAPI AllowSetForegroundWindow(DWORD) {
  return TRUE;
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-locksetforegroundwindow
WINBOOL WINAPI LockSetForegroundWindow(UINT code) {
  if (code != LSFW_LOCK && code != LSFW_UNLOCK) return base::fail(ERROR_INVALID_PARAMETER);
  UserLock lock;
  foreground_lock() = code;
  return TRUE;
}

// Gives the keyboard to a window of this thread, null to nobody. Returns who had it; null also when
// it fails: ERROR_INVALID_WINDOW_HANDLE, ERROR_ACCESS_DENIED (another thread's),
// ERROR_INVALID_PARAMETER (disabled).
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-setfocus
HWND WINAPI SetFocus(HWND handle) {
  if (handle == nullptr) return set_focus(nullptr);
  if (!is_window(handle)) return base::fail<HWND>(ERROR_INVALID_WINDOW_HANDLE);
  if (Window* window = find_own_window(handle)) return set_focus(window);
  if (!shares_input(handle)) return base::fail<HWND>(ERROR_ACCESS_DENIED);
  return reinterpret_cast<HWND>(on_owner(
      handle, [](Window& window) { return reinterpret_cast<LRESULT>(set_focus(&window)); }));
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-getfocus
HWND WINAPI GetFocus() {
  return current_thread().input->focus;
}

// Mouse messages go to this window of the thread's until it is released. Returns who had them.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-setcapture
HWND WINAPI SetCapture(HWND handle) {
  if (handle == nullptr) return set_capture(nullptr);
  Window* window = find_own_window(handle);
  if (window == nullptr) {
    return base::fail<HWND>(is_window(handle) ? ERROR_ACCESS_DENIED : ERROR_INVALID_WINDOW_HANDLE);
  }
  return set_capture(window);
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-releasecapture
WINBOOL WINAPI ReleaseCapture() {
  set_capture(nullptr);
  return TRUE;
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-getcapture
HWND WINAPI GetCapture() {
  return current_thread().input->capture;
}

// Returns whether the window was disabled before.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-enablewindow
WINBOOL WINAPI EnableWindow(HWND handle, WINBOOL enabled) {
  return on_owner(handle, [&](Window& window) { return enable(window, enabled != FALSE); }) != 0;
}
