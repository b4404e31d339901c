// Input, as the message loop and the hosts see it.
#pragma once

#include <cstdint>

#include "base/win32.h"
#include "user32/message/message_queue.h"
#include "user32/message/thread_state.h"

namespace transom::user {

// The next keyboard or mouse message for the thread, made from the hardware events of its input
// state: hit testing, double clicks, WM_NCHITTEST, WM_SETCURSOR, WM_MOUSEACTIVATE, hooks and
// coalescing happen here, at retrieval. May call window procedures and hooks. `remove`: PM_REMOVE.
bool retrieve_input(ThreadState& thread, const MessageFilter& filter, bool remove, MSG& message);

// QS_KEY, QS_MOUSEMOVE, QS_MOUSEBUTTON and QS_HOTKEY of the hardware events that wait for the
// thread.
std::uint32_t waiting_input(ThreadState& thread);

// TranslateMessage: posts WM_CHAR and its company for a key message. Nonzero for key messages.
bool translate_message(const MSG& message);

// The window is being destroyed: drops capture, caret, tracking and hot keys of its.
void forget_window_input(Window& window);

// A thread has a child in another one's window: they share their input from now on, also when the
// child is gone. Under the USER lock.
void share_input(ThreadState& child, ThreadState& parent);

// The thread ends: nobody shares its input any more.
void forget_attachments(ThreadState& thread);

// Where the cursor is, in screen coordinates, as messages carry it. Any thread, lock-free.
POINT cursor_position();

}  // namespace transom::user
