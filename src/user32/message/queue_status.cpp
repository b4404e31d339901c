// What a program can ask about its queue, and about the message it is handling.
#include "base/last_error.h"
#include "user32/message/retrieve.h"
#include "user32/message/sent_message.h"
#include "user32/message/thread_state.h"

using namespace transom;
using namespace transom::user;

// High word: kinds (QS_) that wait; low word: kinds that came since the last look (GetQueueStatus,
// GetMessage, PeekMessage). Only those asked for in `flags`.
// Last errors: ERROR_INVALID_FLAGS.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-getqueuestatus
DWORD WINAPI GetQueueStatus(UINT flags) {
  constexpr UINT kKnown = QS_ALLINPUT | QS_ALLPOSTMESSAGE | QS_RAWINPUT | 0x1800;
  if ((flags & ~kKnown) != 0) return base::fail<DWORD>(ERROR_INVALID_FLAGS);
  ThreadState& thread = current_thread();
  const std::uint32_t waiting = waiting_sources(thread);
  std::uint32_t changed = thread.changed_by_owner | thread.changed.load(std::memory_order_seq_cst);
  if (thread.queue.inbox_waiting()) changed |= QS_POSTMESSAGE | QS_ALLPOSTMESSAGE;
  changed &= waiting;
  thread.changed_by_owner &= ~flags;
  thread.changed.fetch_and(~flags, std::memory_order_seq_cst);
  return MAKELONG(changed & flags, waiting & flags);
}

// Whether a key or mouse button message waits.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-getinputstate
WINBOOL WINAPI GetInputState() {
  ThreadState* thread = current_thread_if_any();
  return thread != nullptr && (waiting_sources(*thread) & (QS_KEY | QS_MOUSEBUTTON)) != 0;
}

// When the last message that this thread retrieved was made: milliseconds, as GetTickCount counts.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-getmessagetime
LONG WINAPI GetMessageTime() {
  return static_cast<LONG>(current_thread().message_time);
}

// Where the cursor was then, in screen coordinates: x in the low word, y in the high one.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-getmessagepos
DWORD WINAPI GetMessagePos() {
  const POINT position = current_thread().message_position;
  return static_cast<DWORD>(MAKELONG(position.x, position.y));
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-getmessageextrainfo
LPARAM WINAPI GetMessageExtraInfo() {
  return current_thread().message_extra_info;
}

// Sets it and returns what it was.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-setmessageextrainfo
LPARAM WINAPI SetMessageExtraInfo(LPARAM info) {
  return std::exchange(current_thread().message_extra_info, info);
}

// Whether the window's thread has not looked at its queue for five seconds while it was not
// waiting. https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-ishungappwindow
WINBOOL WINAPI IsHungAppWindow(HWND window) {
  const ThreadState* thread = find_window_thread(window);
  return thread != nullptr && is_hung(*thread);
}

// Obsolete: the queue has always been large enough.
// https://learn.microsoft.com/windows/win32/winmsg/setmessagequeue
extern "C" [[gnu::visibility("default")]] WINBOOL WINAPI SetMessageQueue(int) {
  return TRUE;
}
