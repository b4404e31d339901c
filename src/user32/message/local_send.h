// A send within the owning thread: hooks, spy, text conversion, and the call.
#pragma once

#include "base/held_locks.h"
#include "base/win32.h"
#include "spy/trace.h"
#include "user32/hook/hook.h"
#include "user32/message/text_conversion.h"
#include "user32/message/thread_state.h"
#include "user32/window/window.h"

namespace transom::user {

struct SentMessage;

enum class Sender { kProgram, kSystem };

struct LocalMessage {
  UINT number;
  WPARAM wparam;
  LPARAM lparam;
  Encoding encoding;
};

// The way with everything on it: WH_CALLWNDPROC, the spy, conversion, WH_CALLWNDPROCRET.
LRESULT local_send_watched(ThreadState& thread, Window& window, const LocalMessage& message,
                           Sender sender);
// The same for a message that another thread has sent to this one's window.
LRESULT receive_sent_message(ThreadState& thread, Window& window, const SentMessage& sent);

inline bool send_is_watched(const ThreadState& thread) {
  constexpr std::uint32_t kSendHooks = hook_bit(WH_CALLWNDPROC) | hook_bit(WH_CALLWNDPROCRET);
  return ((thread.hook_bits | global_hook_bits) & kSendHooks) != 0 || spy::on();
}

inline LRESULT local_send(ThreadState& thread, Window& window, UINT message, WPARAM wparam,
                          LPARAM lparam, Encoding encoding, Sender sender) {
  if (!send_is_watched(thread) && (window.encoding == encoding || !carries_text(message)))
      [[likely]] {
    base::assert_no_locks_held();
    return window.procedure.get()(window.handle, message, wparam, lparam);
  }
  return local_send_watched(thread, window, {message, wparam, lparam, encoding}, sender);
}

}  // namespace transom::user
