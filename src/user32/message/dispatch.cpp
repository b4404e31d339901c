// DispatchMessage, TranslateMessage, WaitMessage and CallWindowProc.
#include "base/last_error.h"
#include "spy/trace.h"
#include "user32/input/input.h"
#include "user32/lock.h"
#include "user32/message/retrieve.h"
#include "user32/message/send.h"
#include "user32/message/timers.h"
#include "user32/window/procedure_handle.h"

namespace transom::user {
namespace {

// A timer with a procedure: DispatchMessage calls that, and only where the thread has such a timer;
// a posted WM_TIMER cannot make it jump to an address of the poster's.
LRESULT dispatch_timer(ThreadState& thread, const MSG& message) {
  if (!thread.timers.knows_procedure(message.hwnd, message.wParam, message.lParam)) return 0;
  const auto procedure = reinterpret_cast<TIMERPROC>(message.lParam);
  UserLock::assert_not_held();
  procedure(message.hwnd, message.message, message.wParam,
            static_cast<DWORD>(base::clock::tick_count()));
  return 0;
}

LRESULT dispatch(const MSG* message, Encoding encoding) {
  if (message == nullptr) return base::fail<LRESULT>(ERROR_INVALID_PARAMETER);
  if ((message->message == WM_TIMER || message->message == WM_SYSTIMER) && message->lParam != 0) {
    return dispatch_timer(current_thread(), *message);
  }
  if (message->hwnd == nullptr) return 0;
  Window* window = find_own_window(message->hwnd);
  if (window == nullptr) {
    return base::fail<LRESULT>(find_window_thread(message->hwnd) != nullptr
                                   ? ERROR_MESSAGE_SYNC_ONLY
                                   : ERROR_INVALID_WINDOW_HANDLE);
  }
  UserLock::assert_not_held();
  spy::DispatchedScope scope(*message);
  return scope.returned(call_window_procedure(window->procedure, window->encoding, message->hwnd,
                                              message->message, message->wParam, message->lParam,
                                              encoding));
}

LRESULT call(WNDPROC procedure, HWND window, UINT message, WPARAM wparam, LPARAM lparam,
             Encoding caller) {
  if (procedure == nullptr) return 0;
  const ResolvedProcedure resolved = resolve_procedure(procedure, caller);
  return call_window_procedure(resolved.procedure, resolved.encoding, window, message, wparam,
                               lparam, caller);
}

}  // namespace
}  // namespace transom::user

using namespace transom;
using namespace transom::user;

// Calls the procedure of the message's window, or of its timer, and returns what it returns.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-dispatchmessagew
LRESULT WINAPI DispatchMessageW(const MSG* message) {
  return dispatch(message, Encoding::kUnicode);
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-dispatchmessagea
LRESULT WINAPI DispatchMessageA(const MSG* message) {
  return dispatch(message, Encoding::kAnsi);
}

// Posts WM_CHAR and its company for a key message. True for WM_KEYDOWN, WM_KEYUP, WM_SYSKEYDOWN and
// WM_SYSKEYUP, whatever came of it.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-translatemessage
WINBOOL WINAPI TranslateMessage(const MSG* message) {
  if (message == nullptr) return FALSE;
  if (message->message < WM_KEYDOWN || message->message > WM_SYSKEYUP) return FALSE;
  return translate_message(*message);
}

// Sleeps until a message arrives that this thread has not yet looked at.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-waitmessage
WINBOOL WINAPI WaitMessage() {
  return MsgWaitForMultipleObjectsEx(0, nullptr, INFINITE, QS_ALLINPUT, 0) != WAIT_FAILED;
}

// Calls a window procedure as GetWindowLongPtr answered it, with text converted where the procedure
// and the caller differ.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-callwindowprocw
LRESULT WINAPI CallWindowProcW(WNDPROC procedure, HWND window, UINT message, WPARAM wparam,
                               LPARAM lparam) {
  return call(procedure, window, message, wparam, lparam, Encoding::kUnicode);
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-callwindowproca
LRESULT WINAPI CallWindowProcA(WNDPROC procedure, HWND window, UINT message, WPARAM wparam,
                               LPARAM lparam) {
  return call(procedure, window, message, wparam, lparam, Encoding::kAnsi);
}
