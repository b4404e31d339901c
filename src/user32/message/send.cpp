#include "user32/message/send.h"

#include "base/last_error.h"
#include "user32/lock.h"
#include "user32/message/broadcast.h"
#include "user32/message/local_send.h"
#include "user32/message/message_rules.h"
#include "user32/message/sent_message.h"
#include "user32/message/text_conversion.h"

namespace transom::user {
namespace {

struct Message {
  HWND window;
  UINT number;
  WPARAM wparam;
  LPARAM lparam;
  Encoding encoding;
};

SentMessage* make_sent_message(const Message& message) {
  auto* sent = new SentMessage;
  sent->window = message.window;
  sent->message = message.number;
  sent->wparam = message.wparam;
  sent->lparam = message.lparam;
  sent->encoding = message.encoding;
  sent->captured = CapturedParameters::of(message.window, message.number, message.wparam,
                                          message.lparam, message.encoding);
  if (sent->captured) {
    sent->wparam = sent->captured->wparam();
    sent->lparam = sent->captured->lparam();
  }
  return sent;
}

spy::Characters characters_of(Encoding encoding) {
  return encoding == Encoding::kAnsi ? spy::Characters::kAnsi : spy::Characters::kUnicode;
}

enum class SameThread : bool { kNo, kYes };

// The call itself between WH_CALLWNDPROC and WH_CALLWNDPROCRET.
LRESULT send_with_hooks(ThreadState& thread, Window& window, const LocalMessage& message,
                        SameThread same_thread) {
  UserLock::assert_not_held();
  const WindowRef keep(&window);
  const HWND handle = window.handle;
  const WPARAM by_this_thread = same_thread == SameThread::kYes;
  if (hooked(thread, WH_CALLWNDPROC)) {
    CWPSTRUCT seen{.lParam = message.lparam,
                   .wParam = message.wparam,
                   .message = message.number,
                   .hwnd = handle};
    call_hooks(WH_CALLWNDPROC, HC_ACTION, by_this_thread, reinterpret_cast<LPARAM>(&seen));
    // The hook may have destroyed the window; Windows then calls nobody.
    if (window.destroyed) return 0;
  }
  const LRESULT result =
      call_window_procedure(window.procedure, window.encoding, handle, message.number,
                            message.wparam, message.lparam, message.encoding);
  if (hooked(thread, WH_CALLWNDPROCRET)) {
    CWPRETSTRUCT seen{.lResult = result,
                      .lParam = message.lparam,
                      .wParam = message.wparam,
                      .message = message.number,
                      .hwnd = handle};
    call_hooks(WH_CALLWNDPROCRET, HC_ACTION, by_this_thread, reinterpret_cast<LPARAM>(&seen));
  }
  return result;
}

spy::Origin origin_of(Sender sender) {
  return sender == Sender::kSystem ? spy::Origin::kSystem : spy::Origin::kProgram;
}

// Sends to another thread and waits. `result` is set where the outcome is kReplied.
SendOutcome send_across(ThreadState& receiver, const Message& message, const WaitOptions& options,
                        Sender sender, LRESULT& result, std::shared_ptr<void> pointed = {}) {
  ThreadState& self = current_thread();
  SentMessage* sent = make_sent_message(message);
  sent->kept_context = std::move(pointed);
  sent->sender = &self;
  sent->origin = origin_of(sender);
  spy::SentScope scope(message.window, message.number, message.wparam, message.lparam,
                       origin_of(sender), characters_of(message.encoding));
  sent->spy_call = scope.id();
  enqueue_sent_message(receiver, *sent);
  const SendOutcome outcome = wait_for_reply(self, receiver, *sent, options);
  if (outcome == SendOutcome::kTimedOut) sent->withdraw();
  result = outcome == SendOutcome::kReplied ? sent->result : 0;
  if (outcome == SendOutcome::kReplied && sent->captured) sent->captured->copy_back(result);
  scope.returned(result);
  sent->release();
  return outcome;
}

LRESULT send_elsewhere(const Message& message, Sender sender) {
  ThreadState* receiver = find_window_thread(message.window);
  if (receiver == nullptr) {
    if (message.window == HWND_BROADCAST) {
      for (const HWND window : broadcast_targets()) {
        const Message one{window, message.number, message.wparam, message.lparam, message.encoding};
        if (Window* own = find_own_window(window)) {
          local_send(current_thread(), *own, one.number, one.wparam, one.lparam, one.encoding,
                     sender);
        } else if (find_window_thread(window) != nullptr) {
          send_elsewhere(one, sender);
        }
      }
      return TRUE;
    }
    return base::fail<LRESULT>(ERROR_INVALID_WINDOW_HANDLE);
  }
  LRESULT result = 0;
  if (send_across(*receiver, message, WaitOptions{}, sender, result) != SendOutcome::kReplied) {
    base::set_last_error(ERROR_INVALID_WINDOW_HANDLE);
  }
  return result;
}

inline LRESULT send(HWND handle, UINT message, WPARAM wparam, LPARAM lparam, Encoding encoding,
                    Sender sender) {
  if (Window* window = find_own_window(handle)) [[likely]] {
    return local_send(*window->thread, *window, message, wparam, lparam, encoding, sender);
  }
  return send_elsewhere({handle, message, wparam, lparam, encoding}, sender);
}

LRESULT send_timeout(const Message& message, UINT flags, UINT timeout, DWORD_PTR* result) {
  if (result != nullptr) *result = 0;
  if (message.window == HWND_BROADCAST) {
    // "The function does not return until all top-level windows have had their time."
    for (const HWND window : broadcast_targets()) {
      send_timeout({window, message.number, message.wparam, message.lparam, message.encoding},
                   flags, timeout, nullptr);
    }
    return TRUE;
  }
  if (Window* window = find_own_window(message.window)) {
    const LRESULT answer = local_send(*window->thread, *window, message.number, message.wparam,
                                      message.lparam, message.encoding, Sender::kProgram);
    if (result != nullptr) *result = static_cast<DWORD_PTR>(answer);
    return TRUE;
  }
  ThreadState* receiver = find_window_thread(message.window);
  if (receiver == nullptr) return base::fail<LRESULT>(ERROR_INVALID_WINDOW_HANDLE);
  if ((flags & SMTO_ABORTIFHUNG) != 0 && is_hung(*receiver)) {
    return base::fail<LRESULT>(ERROR_TIMEOUT);
  }
  const WaitOptions options{.deadline = base::clock::deadline_after(timeout),
                            .serve_sends = (flags & SMTO_BLOCK) == 0,
                            .give_up_if_hung = (flags & SMTO_ABORTIFHUNG) != 0,
                            .wait_unless_hung = (flags & SMTO_NOTIMEOUTIFNOTHUNG) != 0};
  LRESULT answer = 0;
  switch (send_across(*receiver, message, options, Sender::kProgram, answer)) {
    case SendOutcome::kReplied:
      if (result != nullptr) *result = static_cast<DWORD_PTR>(answer);
      return TRUE;
    case SendOutcome::kTimedOut:
      return base::fail<LRESULT>(ERROR_TIMEOUT);
    case SendOutcome::kReceiverEnded:
      return base::fail<LRESULT>(ERROR_INVALID_WINDOW_HANDLE);
  }
  return 0;
}

BOOL send_without_waiting(const Message& message, SENDASYNCPROC callback, ULONG_PTR data,
                          Sender sender) {
  if (message.window == HWND_BROADCAST) {
    for (const HWND window : broadcast_targets()) {
      send_without_waiting(
          {window, message.number, message.wparam, message.lparam, message.encoding}, callback,
          data, sender);
    }
    return TRUE;
  }
  // "Its message parameters cannot include pointers": they would be dead by the time that another
  // thread looks at them. A program is refused for its own windows, too.
  const bool refused = sender == Sender::kProgram && is_synchronous_only(message.number);
  if (refused && is_window(message.window)) return base::fail(ERROR_MESSAGE_SYNC_ONLY);
  if (Window* window = find_own_window(message.window)) {
    const LRESULT result = local_send(*window->thread, *window, message.number, message.wparam,
                                      message.lparam, message.encoding, sender);
    UserLock::assert_not_held();
    if (callback != nullptr) callback(message.window, message.number, data, result);
    return TRUE;
  }
  ThreadState* receiver = find_window_thread(message.window);
  if (receiver == nullptr) return base::fail(ERROR_INVALID_WINDOW_HANDLE);
  if (is_synchronous_only(message.number)) return base::fail(ERROR_MESSAGE_SYNC_ONLY);
  SentMessage* sent = make_sent_message(message);
  sent->callback = callback;
  sent->callback_data = data;
  sent->callback_thread = callback != nullptr ? &current_thread() : nullptr;
  sent->sender_id = GetCurrentThreadId();
  sent->origin = origin_of(sender);
  spy::SentScope scope(message.window, message.number, message.wparam, message.lparam,
                       origin_of(sender), characters_of(message.encoding));
  sent->spy_call = scope.id();
  enqueue_sent_message(*receiver, *sent);
  scope.returned(0);
  sent->release();
  return TRUE;
}

}  // namespace

LRESULT send_message(HWND window, UINT message, WPARAM wparam, LPARAM lparam) {
  return send(window, message, wparam, lparam, Encoding::kUnicode, Sender::kSystem);
}

LRESULT send_message(Window& window, UINT message, WPARAM wparam, LPARAM lparam) {
  return local_send(*window.thread, window, message, wparam, lparam, Encoding::kUnicode,
                    Sender::kSystem);
}

std::optional<LRESULT> send_message_within(DWORD timeout, HWND window, UINT message, WPARAM wparam,
                                           LPARAM lparam, std::shared_ptr<void> pointed) {
  base::PreserveLastError preserve;
  if (Window* own = find_own_window(window)) return send_message(*own, message, wparam, lparam);
  ThreadState* receiver = find_window_thread(window);
  if (receiver == nullptr || is_hung(*receiver)) return std::nullopt;
  const WaitOptions options{.deadline = base::clock::deadline_after(timeout),
                            .give_up_if_hung = true};
  LRESULT result = 0;
  const SendOutcome outcome =
      send_across(*receiver, {window, message, wparam, lparam, Encoding::kUnicode}, options,
                  Sender::kSystem, result, std::move(pointed));
  return outcome == SendOutcome::kReplied ? std::optional(result) : std::nullopt;
}

void send_notify_message(HWND window, UINT message, WPARAM wparam, LPARAM lparam) {
  base::PreserveLastError preserve;
  send_without_waiting({window, message, wparam, lparam, Encoding::kUnicode}, nullptr, 0,
                       Sender::kSystem);
}

LRESULT run_on_thread(ThreadState& thread, LRESULT (*work)(void* context), void* context) {
  return run_on_thread_until(base::kForever, thread, work, context);
}

LRESULT run_on_thread_until(base::Nanoseconds deadline, ThreadState& thread,
                            LRESULT (*work)(void* context), void* context) {
  ThreadState& self = current_thread();
  if (&self == &thread) return work(context);
  auto* sent = new SentMessage;
  sent->sender = &self;
  sent->work = work;
  sent->work_context = context;
  enqueue_sent_message(thread, *sent);
  WaitOptions options;
  options.deadline = deadline;
  SendOutcome outcome = wait_for_reply(self, thread, *sent, options);
  // Begun: the context is in use.
  if (outcome == SendOutcome::kTimedOut && !sent->withdraw()) {
    outcome = wait_for_reply(self, thread, *sent, WaitOptions{});
  }
  const LRESULT result = outcome == SendOutcome::kReplied ? sent->result : 0;
  sent->release();
  return result;
}

LRESULT local_send_watched(ThreadState& thread, Window& window, const LocalMessage& message,
                           Sender sender) {
  spy::SentScope scope(window.handle, message.number, message.wparam, message.lparam,
                       origin_of(sender), characters_of(message.encoding));
  return scope.returned(send_with_hooks(thread, window, message, SameThread::kYes));
}

LRESULT receive_sent_message(ThreadState& thread, Window& window, const SentMessage& sent) {
  spy::ReceivedScope scope(sent.spy_call, sent.window, sent.message, sent.wparam, sent.lparam,
                           sent.origin, characters_of(sent.encoding));
  const LocalMessage message{sent.message, sent.wparam, sent.lparam, sent.encoding};
  return scope.returned(send_with_hooks(thread, window, message, SameThread::kNo));
}

}  // namespace transom::user

using namespace transom;
using namespace transom::user;

// Calls the window's procedure and waits until it has handled the message, on whatever thread.
// Broadcasts go to all top-level windows that are not children.
// Last errors: ERROR_INVALID_WINDOW_HANDLE.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-sendmessagew
LRESULT WINAPI SendMessageW(HWND window, UINT message, WPARAM wparam, LPARAM lparam) {
  return send(window, message, wparam, lparam, Encoding::kUnicode, Sender::kProgram);
}

// As SendMessageW with text in the ANSI code page.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-sendmessagea
LRESULT WINAPI SendMessageA(HWND window, UINT message, WPARAM wparam, LPARAM lparam) {
  return send(window, message, wparam, lparam, Encoding::kAnsi, Sender::kProgram);
}

// As SendMessage, but gives up after `timeout` milliseconds where the window is another thread's.
// `result` may be null. Returns 0 on failure: ERROR_TIMEOUT, ERROR_INVALID_WINDOW_HANDLE.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-sendmessagetimeoutw
LRESULT WINAPI SendMessageTimeoutW(HWND window, UINT message, WPARAM wparam, LPARAM lparam,
                                   UINT flags, UINT timeout, PDWORD_PTR result) {
  return send_timeout({window, message, wparam, lparam, Encoding::kUnicode}, flags, timeout,
                      result);
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-sendmessagetimeouta
LRESULT WINAPI SendMessageTimeoutA(HWND window, UINT message, WPARAM wparam, LPARAM lparam,
                                   UINT flags, UINT timeout, PDWORD_PTR result) {
  return send_timeout({window, message, wparam, lparam, Encoding::kAnsi}, flags, timeout, result);
}

// Sends, and where the window is another thread's returns at once. Messages with pointers are
// refused there (ERROR_MESSAGE_SYNC_ONLY).
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-sendnotifymessagew
WINBOOL WINAPI SendNotifyMessageW(HWND window, UINT message, WPARAM wparam, LPARAM lparam) {
  return send_without_waiting({window, message, wparam, lparam, Encoding::kUnicode}, nullptr, 0,
                              Sender::kProgram);
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-sendnotifymessagea
WINBOOL WINAPI SendNotifyMessageA(HWND window, UINT message, WPARAM wparam, LPARAM lparam) {
  return send_without_waiting({window, message, wparam, lparam, Encoding::kAnsi}, nullptr, 0,
                              Sender::kProgram);
}

// As SendNotifyMessage; `callback` is called with the result, on this thread: at once where the
// window is its own, else the next time that it serves sends (any retrieval of a message).
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-sendmessagecallbackw
WINBOOL WINAPI SendMessageCallbackW(HWND window, UINT message, WPARAM wparam, LPARAM lparam,
                                    SENDASYNCPROC callback, ULONG_PTR data) {
  return send_without_waiting({window, message, wparam, lparam, Encoding::kUnicode}, callback, data,
                              Sender::kProgram);
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-sendmessagecallbacka
WINBOOL WINAPI SendMessageCallbackA(HWND window, UINT message, WPARAM wparam, LPARAM lparam,
                                    SENDASYNCPROC callback, ULONG_PTR data) {
  return send_without_waiting({window, message, wparam, lparam, Encoding::kAnsi}, callback, data,
                              Sender::kProgram);
}

// Answers the send that this thread is handling before its procedure returns. False where it
// handles none of another thread's, or has answered.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-replymessage
WINBOOL WINAPI ReplyMessage(LRESULT result) {
  ThreadState* thread = current_thread_if_any();
  if (thread == nullptr || thread->receiving == nullptr) return FALSE;
  return reply_to(*thread->receiving, result);
}

// How the message being handled was sent: a combination of ISMEX_ values, ISMEX_NOSEND where it was
// not sent by another thread.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-insendmessageex
DWORD WINAPI InSendMessageEx(LPVOID) {
  const ThreadState* thread = current_thread_if_any();
  if (thread == nullptr || thread->receiving == nullptr || thread->receiving->work != nullptr) {
    return ISMEX_NOSEND;
  }
  const SentMessage& sent = *thread->receiving;
  DWORD result = sent.callback != nullptr ? ISMEX_CALLBACK
                 : sent.sender != nullptr ? ISMEX_SEND
                                          : ISMEX_NOTIFY;
  if (sent.replied()) result |= ISMEX_REPLIED;
  return result;
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-insendmessage
WINBOOL WINAPI InSendMessage() {
  return InSendMessageEx(nullptr) != ISMEX_NOSEND;
}
