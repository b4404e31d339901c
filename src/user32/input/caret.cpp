#include "user32/input/caret.h"

#include <utility>

#include "base/last_error.h"
#include "base/saturated.h"
#include "user32/hook/hook.h"
#include "user32/input/input_state.h"
#include "user32/input/mouse_settings.h"
#include "user32/lock.h"
#include "user32/message/thread_state.h"
#include "user32/message/timers.h"

namespace transom::user {
namespace {

constexpr UINT_PTR kCaretTimer = 0xFFFF;

// Inverts the caret's pixels: the same call draws and erases.
void invert(HWND window, const RECT& rect) {
  UserLock::assert_not_held();
  const HDC dc = GetDC(window);
  if (dc == nullptr) return;
  InvertRect(dc, &rect);
  ReleaseDC(window, dc);
}

// Draws or erases, if that is not how it is.
void set_phase(Window& window, bool on) {
  RECT rect{};
  {
    UserLock lock;
    InputState& state = *window.thread->input;
    if (state.caret != window.handle || state.caret_on == on) return;
    state.caret_on = on;
    rect = state.caret_rect;
  }
  invert(window.handle, rect);
}

bool is_shown(const Window& window) {
  UserLock lock;
  const InputState& state = *window.thread->input;
  return state.caret == window.handle && state.caret_hidden == 0;
}

void CALLBACK blink(HWND handle, UINT, UINT_PTR, DWORD) {
  Window* window = find_own_window(handle);
  if (window == nullptr || !is_shown(*window)) return;
  bool on = false;
  {
    UserLock lock;
    on = window->thread->input->caret_on;
  }
  set_phase(*window, !on);
}

void start_blinking(Window& window) {
  const UINT period = mouse_settings.caret_blink_time;
  if (period != INFINITE) set_system_timer(window, kCaretTimer, period, blink);
}

// The calling thread's window that has the caret.
Window* caret_window() {
  ThreadState* thread = current_thread_if_any();
  if (thread == nullptr) return nullptr;
  HWND handle = nullptr;
  {
    UserLock lock;
    handle = thread->input->caret;
  }
  return handle != nullptr ? find_own_window(handle) : nullptr;
}

// `window` null: whichever has it.
Window* named_caret_window(HWND window) {
  Window* owner = caret_window();
  return owner != nullptr && (window == nullptr || window == owner->handle) ? owner : nullptr;
}

bool destroy_caret(Window& window) {
  set_phase(window, false);
  kill_system_timer(window, kCaretTimer);
  {
    UserLock lock;
    InputState& state = *window.thread->input;
    if (state.caret != window.handle) return false;
    state.caret = nullptr;
    state.caret_rect = {};
    state.caret_hidden = 0;
  }
  notify_win_event(EVENT_OBJECT_DESTROY, window.handle, OBJID_CARET, 0);
  return true;
}

SIZE caret_size(HBITMAP bitmap, int width, int height) {
  // 1 as a bitmap is the documented way to ask for a grey caret.
  if (bitmap != nullptr && bitmap != reinterpret_cast<HBITMAP>(1)) {
    BITMAP info{};
    if (GetObjectW(bitmap, sizeof info, &info) != 0) return {info.bmWidth, info.bmHeight};
  }
  return {width != 0 ? width : 1, height != 0 ? height : 1};
}

}  // namespace

void hide_caret_for_painting(Window& window) {
  set_phase(window, false);
}

void show_caret_after_painting(Window& window) {
  if (is_shown(window)) set_phase(window, true);
}

void forget_caret(Window& window) {
  UserLock lock;
  InputState& state = *window.thread->input;
  if (state.caret != window.handle) return;
  state.caret = nullptr;
  state.caret_on = false;
  state.caret_hidden = 0;
}

}  // namespace transom::user

using namespace transom;
using namespace transom::user;

// A new caret for a window of the calling thread, hidden; the thread's old one goes. Sizes in
// pixels, 0: the system's border width. Last errors: ERROR_INVALID_WINDOW_HANDLE,
// ERROR_ACCESS_DENIED. https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-createcaret
WINBOOL WINAPI CreateCaret(HWND handle, HBITMAP bitmap, int width, int height) {
  Window* window = find_own_window(handle);
  if (window == nullptr) {
    return base::fail(find_window_thread(handle) != nullptr ? ERROR_ACCESS_DENIED
                                                            : ERROR_INVALID_WINDOW_HANDLE);
  }
  if (Window* old = caret_window()) destroy_caret(*old);
  const SIZE size = caret_size(bitmap, width, height);
  {
    UserLock lock;
    InputState& state = *window->thread->input;
    state.caret = handle;
    state.caret_rect = {0, 0, size.cx, size.cy};
    state.caret_hidden = 1;
    state.caret_on = false;
  }
  notify_win_event(EVENT_OBJECT_CREATE, handle, OBJID_CARET, 0);
  return TRUE;
}

// Last errors: ERROR_ACCESS_DENIED (the thread has no caret).
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-destroycaret
WINBOOL WINAPI DestroyCaret() {
  Window* window = caret_window();
  if (window == nullptr || !destroy_caret(*window)) return base::fail(ERROR_ACCESS_DENIED);
  return TRUE;
}

// Client coordinates, in pixels. The caret moves whether it is shown or not.
// Last errors: ERROR_ACCESS_DENIED.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-setcaretpos
WINBOOL WINAPI SetCaretPos(int x, int y) {
  Window* window = caret_window();
  if (window == nullptr) return base::fail(ERROR_ACCESS_DENIED);
  RECT& rect = window->thread->input->caret_rect;
  if (rect.left == x && rect.top == y) return TRUE;
  set_phase(*window, false);
  {
    UserLock lock;
    rect = {x, y, base::saturated_sum(x, rect.right - rect.left),
            base::saturated_sum(y, rect.bottom - rect.top)};
  }
  if (is_shown(*window)) {
    set_phase(*window, true);
    start_blinking(*window);
  }
  notify_win_event(EVENT_OBJECT_LOCATIONCHANGE, window->handle, OBJID_CARET, 0);
  return TRUE;
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-getcaretpos
WINBOOL WINAPI GetCaretPos(LPPOINT point) {
  if (point == nullptr) return base::fail(ERROR_INVALID_PARAMETER);
  UserLock lock;
  const RECT& rect = current_thread().input->caret_rect;
  *point = {rect.left, rect.top};
  return TRUE;
}

// Takes back one HideCaret; the caret appears when all are. A null window: whichever has the caret.
// Last errors: ERROR_ACCESS_DENIED.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-showcaret
WINBOOL WINAPI ShowCaret(HWND handle) {
  Window* window = named_caret_window(handle);
  if (window == nullptr) return base::fail(ERROR_ACCESS_DENIED);
  {
    UserLock lock;
    int& hidden = window->thread->input->caret_hidden;
    if (hidden == 0 || --hidden > 0) return TRUE;
  }
  set_phase(*window, true);
  start_blinking(*window);
  notify_win_event(EVENT_OBJECT_SHOW, window->handle, OBJID_CARET, 0);
  return TRUE;
}

// Hides; cumulative. Last errors: ERROR_ACCESS_DENIED.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-hidecaret
WINBOOL WINAPI HideCaret(HWND handle) {
  Window* window = named_caret_window(handle);
  if (window == nullptr) return base::fail(ERROR_ACCESS_DENIED);
  set_phase(*window, false);
  {
    UserLock lock;
    if (window->thread->input->caret_hidden++ > 0) return TRUE;
  }
  kill_system_timer(*window, kCaretTimer);
  notify_win_event(EVENT_OBJECT_HIDE, window->handle, OBJID_CARET, 0);
  return TRUE;
}

// Milliseconds between the inversions; INFINITE: the caret does not blink.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-getcaretblinktime
UINT WINAPI GetCaretBlinkTime() {
  return mouse_settings.caret_blink_time;
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-setcaretblinktime
WINBOOL WINAPI SetCaretBlinkTime(UINT milliseconds) {
  mouse_settings.caret_blink_time = milliseconds;
  if (Window* window = caret_window(); window != nullptr && is_shown(*window)) {
    kill_system_timer(*window, kCaretTimer);
    start_blinking(*window);
  }
  return TRUE;
}
