// Sending messages.
//
// Same thread: a call of the window procedure and nothing else. Other thread: a record on the
// receiver's list; the sender waits and meanwhile serves sends to itself, so that two threads that
// send to each other never wait for ever.
//
// `send_message` is how the system itself sends. The `Window&` forms are for the owning thread.
// After any of these the window may be destroyed: hold a WindowRef and ask alive().
// https://learn.microsoft.com/windows/win32/winmsg/about-messages-and-message-queues
#pragma once

#include <memory>
#include <optional>

#include "base/win32.h"
#include "user32/window/window.h"

namespace transom::user {

struct ThreadState;

// As SendMessageW, made by the system. Any thread; 0 when the window is dead.
LRESULT send_message(HWND window, UINT message, WPARAM wparam, LPARAM lparam);
// The same for a window of the calling thread, with no look-up.
LRESULT send_message(Window& window, UINT message, WPARAM wparam, LPARAM lparam);
// Sends without waiting to windows of other threads (SendNotifyMessage), by the system.
void send_notify_message(HWND window, UINT message, WPARAM wparam, LPARAM lparam);
// Sends by the system and waits for so many milliseconds at most; who hangs is not waited for.
// Nothing where the window is dead or did not answer. What the parameters point to is kept alive by
// `pointed` for as long as the receiver may look at it.
std::optional<LRESULT> send_message_within(DWORD timeout, HWND window, UINT message, WPARAM wparam,
                                           LPARAM lparam, std::shared_ptr<void> pointed = {});
// Posts to the owning thread's queue, by the system. False: dead window or full queue (last error
// set).
bool post_message(HWND window, UINT message, WPARAM wparam, LPARAM lparam);
bool post_thread_message(ThreadState& thread, UINT message, WPARAM wparam, LPARAM lparam);
// Before all that waits, which only a hot key does. The window is one of the thread's, or null.
bool post_in_front(ThreadState& thread, HWND window, UINT message, WPARAM wparam, LPARAM lparam);

// Calls a window procedure with text converted between what the caller speaks and what the
// procedure expects. No hooks: CallWindowProc, dispatching.
LRESULT call_window_procedure(WNDPROC procedure, Encoding procedure_encoding, HWND window,
                              UINT message, WPARAM wparam, LPARAM lparam, Encoding caller_encoding);

// Handles sends of other threads that wait for this one. Returns whether there were any.
bool serve_sent_messages(ThreadState& thread);

// Runs `work` on another thread, at the point where it next serves sends, and waits for it.
// For what only the owner of a window may do on behalf of another thread (SetWindowPos, ShowWindow
// …).
LRESULT run_on_thread(ThreadState& thread, LRESULT (*work)(void* context), void* context);

}  // namespace transom::user
