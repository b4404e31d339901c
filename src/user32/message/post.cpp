// Posting: PostMessage and its relatives.
#include "base/last_error.h"
#include "spy/trace.h"
#include "user32/input/input.h"
#include "user32/lock.h"
#include "user32/message/broadcast.h"
#include "user32/message/message_rules.h"
#include "user32/message/send.h"
#include "user32/message/text_conversion.h"
#include "user32/message/thread_state.h"

namespace transom::user {
namespace {

bool push(ThreadState& receiver, const MSG& message, spy::Origin origin) {
  spy::posted(message.hwnd, message.message, message.wParam, message.lParam, origin);
  ThreadState* self = current_thread_if_any();
  if (&receiver == self) [[likely]] {
    self->changed_by_owner |= QS_POSTMESSAGE | QS_ALLPOSTMESSAGE;
    if (receiver.queue.push_own(message)) return true;
    return base::fail<bool>(ERROR_NOT_ENOUGH_QUOTA);
  }
  if (self != nullptr) self->spoke_across = true;
  if (!receiver.queue.push_foreign(message)) return base::fail<bool>(ERROR_NOT_ENOUGH_QUOTA);
  receiver.wake();
  return true;
}

MSG stamp(HWND window, UINT message, WPARAM wparam, LPARAM lparam) {
  return {.hwnd = window,
          .message = message,
          .wParam = wparam,
          .lParam = lparam,
          .time = static_cast<DWORD>(base::clock::tick_count()),
          .pt = cursor_position()};
}

bool post(HWND window, UINT message, WPARAM wparam, LPARAM lparam, spy::Origin origin) {
  if (message < WM_USER && is_synchronous_only(message)) [[unlikely]] {
    return base::fail<bool>(ERROR_MESSAGE_SYNC_ONLY);
  }
  if (window == nullptr)
    return push(current_thread(), stamp(window, message, wparam, lparam), origin);
  ThreadState* receiver = find_window_thread(window);
  if (receiver == nullptr) {
    if (window != HWND_BROADCAST && window != reinterpret_cast<HWND>(0xFFFF)) {
      return base::fail<bool>(ERROR_INVALID_WINDOW_HANDLE);
    }
    for (const HWND target : broadcast_targets()) post(target, message, wparam, lparam, origin);
    return true;
  }
  return push(*receiver, stamp(window, message, wparam, lparam), origin);
}

}  // namespace

bool post_in_front(ThreadState& thread, HWND window, UINT message, WPARAM wparam, LPARAM lparam) {
  spy::posted(window, message, wparam, lparam, spy::Origin::kSystem);
  if (!thread.queue.push_urgent(stamp(window, message, wparam, lparam))) {
    return base::fail<bool>(ERROR_NOT_ENOUGH_QUOTA);
  }
  thread.wake();
  return true;
}

bool post_message(HWND window, UINT message, WPARAM wparam, LPARAM lparam) {
  return post(window, message, wparam, lparam, spy::Origin::kSystem);
}

bool post_thread_message(ThreadState& thread, UINT message, WPARAM wparam, LPARAM lparam) {
  return push(thread, stamp(nullptr, message, wparam, lparam), spy::Origin::kSystem);
}

}  // namespace transom::user

using namespace transom;
using namespace transom::user;

// Puts a message in the queue of the thread that owns the window (of this thread where `window` is
// null, of all top-level windows where it is HWND_BROADCAST) and returns at once.
// Last errors: ERROR_INVALID_WINDOW_HANDLE, ERROR_NOT_ENOUGH_QUOTA (10,000 messages wait),
// ERROR_MESSAGE_SYNC_ONLY (a message with pointers).
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-postmessagew
WINBOOL WINAPI PostMessageW(HWND window, UINT message, WPARAM wparam, LPARAM lparam) {
  return post(window, message, wparam, lparam, spy::Origin::kProgram);
}

// As PostMessageW; the character of a WM_CHAR is in the ANSI code page.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-postmessagea
WINBOOL WINAPI PostMessageA(HWND window, UINT message, WPARAM wparam, LPARAM lparam) {
  if (carries_character(message)) wparam = character_to_unicode(wparam);
  return post(window, message, wparam, lparam, spy::Origin::kProgram);
}

// Posts to a thread, which needs a message queue: one that has called a USER function.
// Last errors: ERROR_INVALID_THREAD_ID, ERROR_NOT_ENOUGH_QUOTA, ERROR_MESSAGE_SYNC_ONLY.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-postthreadmessagew
WINBOOL WINAPI PostThreadMessageW(DWORD id, UINT message, WPARAM wparam, LPARAM lparam) {
  if (message < WM_USER && is_synchronous_only(message)) {
    return base::fail(ERROR_MESSAGE_SYNC_ONLY);
  }
  const MSG stamped = stamp(nullptr, message, wparam, lparam);
  if (id == GetCurrentThreadId()) return push(current_thread(), stamped, spy::Origin::kProgram);
  // Under the lock the thread does not end: its state must not be another's when the message comes.
  UserLock lock;
  ThreadState* receiver = find_thread(id);
  if (receiver == nullptr) return base::fail(ERROR_INVALID_THREAD_ID);
  return push(*receiver, stamped, spy::Origin::kProgram);
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-postthreadmessagea
WINBOOL WINAPI PostThreadMessageA(DWORD id, UINT message, WPARAM wparam, LPARAM lparam) {
  if (carries_character(message)) wparam = character_to_unicode(wparam);
  return PostThreadMessageW(id, message, wparam, lparam);
}

// Asks this thread's loop to end. A flag, not a queue entry: WM_QUIT comes out of GetMessage when
// no posted message waits any more.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-postquitmessage
VOID WINAPI PostQuitMessage(int code) {
  ThreadState& thread = current_thread();
  thread.quit_posted = true;
  thread.quit_code = code;
  thread.changed_by_owner |= QS_POSTMESSAGE | QS_ALLPOSTMESSAGE;
}
