#include "user32/message/retrieve.h"

#include <algorithm>

#include "base/last_error.h"
#include "kernel32/process/creator.h"
#include "spy/trace.h"
#include "user32/hook/hook.h"
#include "user32/input/input.h"
#include "user32/message/send.h"
#include "user32/message/text_conversion.h"
#include "user32/message/timers.h"
#include "user32/paint/paint.h"
#include "user32/paint/present.h"

namespace transom::user {
namespace {

// Posted by another thread while the window was dying.
bool for_dead_window(const MSG& message) {
  return message.hwnd != nullptr && find_own_window(message.hwnd) == nullptr;
}

bool take_posted(ThreadState& thread, const Retrieval& what, MSG& message) {
  while (true) {
    const bool found = what.remove && what.filter.everything()
                           ? thread.queue.pop(message)
                           : thread.queue.find(what.filter, what.remove, message);
    if (!found) return false;
    if (!for_dead_window(message)) return true;
    if (!what.remove) thread.queue.find(what.filter, true, message);
  }
}

bool take_quit(ThreadState& thread, const Retrieval& what, MSG& message) {
  // A flag that no filter holds back.
  if (!thread.quit_posted) return false;
  message = {.hwnd = nullptr,
             .message = WM_QUIT,
             .wParam = static_cast<WPARAM>(thread.quit_code),
             .lParam = 0,
             .time = static_cast<DWORD>(base::clock::tick_count()),
             .pt = cursor_position()};
  if (what.remove) thread.quit_posted = false;
  return true;
}

bool take_input(ThreadState& thread, const Retrieval& what, MSG& message) {
  const bool journal_plays = (global_hook_bits & hook_bit(WH_JOURNALPLAYBACK)) != 0;
  if ((thread.pending.load(std::memory_order_acquire) & kPendingInput) == 0 && !journal_plays) {
    return false;
  }
  return retrieve_input(thread, what.filter, what.remove, message);
}

bool take_paint(ThreadState& thread, const Retrieval& what, MSG& message) {
  if (thread.paint_count == 0 || !what.filter.accepts_number(WM_PAINT)) return false;
  if (!make_paint_message(thread, what.filter.window, message, what.remove)) return false;
  message.time = static_cast<DWORD>(base::clock::tick_count());
  message.pt = cursor_position();
  return true;
}

bool timer_accepted(const MessageFilter& filter, const Timer& timer) {
  return filter.accepts_number(timer.system ? WM_SYSTIMER : WM_TIMER) &&
         filter.accepts_window(timer.window);
}

bool take_timer(ThreadState& thread, const Retrieval& what, MSG& message) {
  if (thread.timers.empty()) return false;
  Timer* timer = thread.timers.take_due(
      base::clock::now(), what.remove,
      [&](const Timer& candidate) { return timer_accepted(what.filter, candidate); });
  if (timer == nullptr) return false;
  message = {.hwnd = timer->window,
             .message = static_cast<UINT>(timer->system ? WM_SYSTIMER : WM_TIMER),
             .wParam = timer->id,
             .lParam = reinterpret_cast<LPARAM>(timer->procedure),
             .time = static_cast<DWORD>(base::clock::tick_count()),
             .pt = cursor_position()};
  return true;
}

bool take_any(ThreadState& thread, const Retrieval& what, MSG& message) {
  if ((thread.pending.load(std::memory_order_seq_cst) & kPendingSent) != 0) {
    serve_sent_messages(thread);
  }
  if ((what.sources & QS_POSTMESSAGE) != 0) {
    if (take_posted(thread, what, message) || take_quit(thread, what, message)) return true;
  }
  if ((what.sources & QS_INPUT) != 0 && take_input(thread, what, message)) return true;
  if ((thread.pending.load(std::memory_order_seq_cst) & kPendingSent) != 0) {
    serve_sent_messages(thread);
  }
  // The sends, or events that became no message themselves, may have posted something.
  if ((what.sources & QS_POSTMESSAGE) != 0 && !thread.queue.empty() &&
      take_posted(thread, what, message)) {
    return true;
  }
  if ((what.sources & QS_PAINT) != 0 && take_paint(thread, what, message)) return true;
  return (what.sources & QS_TIMER) != 0 && take_timer(thread, what, message);
}

void remember(ThreadState& thread, const MSG& message) {
  thread.message_time = message.time;
  thread.message_position = message.pt;
  thread.last_retrieval = message.time;
}

// GetQueueStatus tells what has come since a retrieval last looked.
void forget_changes(ThreadState& thread) {
  thread.changed_by_owner = 0;
  if (thread.changed.load(std::memory_order_relaxed) != 0) thread.changed.store(0);
}

}  // namespace

bool retrieve_message(ThreadState& thread, const Retrieval& what, MSG& message) {
  forget_changes(thread);
  if (!take_any(thread, what, message)) return false;
  remember(thread, message);
  if (hooked(thread, WH_GETMESSAGE)) [[unlikely]] {
    call_hooks(WH_GETMESSAGE, HC_ACTION, what.remove ? PM_REMOVE : PM_NOREMOVE,
               reinterpret_cast<LPARAM>(&message));
  }
  if (what.remove) spy::retrieved(message);
  return true;
}

void wait_for_messages(ThreadState& thread, const Retrieval& what, base::Nanoseconds deadline) {
  const std::uint32_t seen = thread.signals.load(std::memory_order_seq_cst);
  // Whatever came before `seen` was read may not have been looked at.
  if ((thread.pending.load(std::memory_order_seq_cst) & kPendingSent) != 0) return;
  present_damage(thread);
  kernel::tell_creator_of_idleness();
  if (what.filter.everything()) {
    deadline = std::min(deadline, thread.timers.next_due());
  } else if (what.filter.accepts_number(WM_TIMER) || what.filter.accepts_number(WM_SYSTIMER)) {
    deadline = std::min(deadline, thread.timers.next_due([&](const Timer& timer) {
      return timer_accepted(what.filter, timer);
    }));
  }
  thread.waiting = true;
  const bool expected = std::exchange(thread.spoke_across, false);
  thread.parker.load(std::memory_order_relaxed)
      ->park(
          deadline,
          [&] {
            return thread.queue.inbox_waiting() ||
                   thread.signals.load(std::memory_order_seq_cst) != seen;
          },
          expected ? base::Pace::kEager : base::Pace::kRelaxed);
  thread.last_retrieval = static_cast<DWORD>(base::clock::tick_count());
  thread.waiting = false;
}

bool get_modal_message(ThreadState& thread, MSG& message) {
  const Retrieval what;
  while (!retrieve_message(thread, what, message)) wait_for_messages(thread, what);
  if (message.message != WM_QUIT) return true;
  PostQuitMessage(static_cast<int>(message.wParam));
  return false;
}

std::uint32_t waiting_sources(ThreadState& thread) {
  std::uint32_t sources = 0;
  const std::uint32_t pending = thread.pending.load(std::memory_order_seq_cst);
  if ((pending & kPendingSent) != 0) sources |= QS_SENDMESSAGE;
  if (!thread.queue.empty() || thread.quit_posted) sources |= QS_POSTMESSAGE | QS_ALLPOSTMESSAGE;
  if ((pending & kPendingInput) != 0) sources |= waiting_input(thread);
  if (thread.paint_count > 0) sources |= QS_PAINT;
  if (!thread.timers.empty() && thread.timers.next_due() <= base::clock::now()) {
    sources |= QS_TIMER;
  }
  return sources;
}

namespace {

bool filter_window_dead(HWND window) {
  return window != nullptr && window != reinterpret_cast<HWND>(-1) &&
         find_window_thread(window) == nullptr;
}

void to_caller(MSG& message, Encoding encoding) {
  if (encoding == Encoding::kAnsi && carries_character(message.message)) {
    message.wParam = character_to_ansi(message.wParam);
  }
}

// The commonest case by itself: the thread's own message for one of its windows, asked for without
// a filter, while nothing of another thread's, no hook and no spy wants attention.
bool take_own_message(ThreadState& thread, MSG& message) {
  if (thread.pending.load(std::memory_order_seq_cst) != 0 ||
      (thread.hook_bits | global_hook_bits) != 0 || spy::on() || !thread.queue.pop_own(message)) {
    return false;
  }
  if (for_dead_window(message)) return false;
  forget_changes(thread);
  remember(thread, message);
  return true;
}

// HWND -1 is how a program asks for thread messages only; a 32-bit program's habit of writing
// 0xFFFF means the same.
int get_message(MSG* message, HWND window, UINT minimum, UINT maximum, Encoding encoding) {
  ThreadState& thread = current_thread();
  if (message == nullptr) return base::fail<int>(ERROR_INVALID_PARAMETER, -1);
  if (window == nullptr && (minimum | maximum) == 0 && take_own_message(thread, *message)) {
    to_caller(*message, encoding);
    return message->message != WM_QUIT;
  }
  if (filter_window_dead(window)) return base::fail<int>(ERROR_INVALID_WINDOW_HANDLE, -1);
  const Retrieval what{.filter = {window, minimum, maximum}};
  if (!retrieve_message(thread, what, *message)) {
    if (hooked(thread, WH_FOREGROUNDIDLE)) call_hooks(WH_FOREGROUNDIDLE, HC_ACTION, 0, 0);
    do {
      wait_for_messages(thread, what);
      if (filter_window_dead(window)) return base::fail<int>(ERROR_INVALID_WINDOW_HANDLE, -1);
    } while (!retrieve_message(thread, what, *message));
  }
  to_caller(*message, encoding);
  return message->message != WM_QUIT;
}

BOOL peek_message(MSG* message, HWND window, UINT minimum, UINT maximum, UINT flags,
                  Encoding encoding) {
  ThreadState& thread = current_thread();
  if (message == nullptr) return base::fail(ERROR_INVALID_PARAMETER);
  if (filter_window_dead(window)) return base::fail(ERROR_INVALID_WINDOW_HANDLE);
  Retrieval what{.filter = {window, minimum, maximum}, .remove = (flags & PM_REMOVE) != 0};
  if (const UINT sources = HIWORD(flags)) what.sources = sources;
  if (!retrieve_message(thread, what, *message)) {
    // A game's loop never waits; what it drew has to become visible all the same.
    present_damage(thread);
    thread.last_retrieval = static_cast<DWORD>(base::clock::tick_count());
    base::clock::polled();
    return FALSE;
  }
  base::clock::poll_ended();
  to_caller(*message, encoding);
  return TRUE;
}

}  // namespace
}  // namespace transom::user

using namespace transom;
using namespace transom::user;

// Waits for the next message. Positive, or 0 for WM_QUIT, or -1 for a failure
// (ERROR_INVALID_WINDOW_HANDLE, ERROR_INVALID_PARAMETER). With a window: its messages and its
// children's; -1 as window: thread messages only. `minimum` and `maximum` both 0: every message.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-getmessagew
WINBOOL WINAPI GetMessageW(LPMSG message, HWND window, UINT minimum, UINT maximum) {
  return get_message(message, window, minimum, maximum, Encoding::kUnicode);
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-getmessagea
WINBOOL WINAPI GetMessageA(LPMSG message, HWND window, UINT minimum, UINT maximum) {
  return get_message(message, window, minimum, maximum, Encoding::kAnsi);
}

// Looks for a message without waiting; with PM_REMOVE takes it out (WM_PAINT stays until its region
// is valid). The high word of `flags` limits the kinds: PM_QS_INPUT and its like.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-peekmessagew
WINBOOL WINAPI PeekMessageW(LPMSG message, HWND window, UINT minimum, UINT maximum, UINT flags) {
  return peek_message(message, window, minimum, maximum, flags, Encoding::kUnicode);
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-peekmessagea
WINBOOL WINAPI PeekMessageA(LPMSG message, HWND window, UINT minimum, UINT maximum, UINT flags) {
  return peek_message(message, window, minimum, maximum, flags, Encoding::kAnsi);
}
