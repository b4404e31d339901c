#include "user32/input/block_input.h"

#include <atomic>

#include "base/last_error.h"
#include "user32/message/thread_state.h"

namespace transom::user {
namespace {

std::atomic<const ThreadState*> blocking_thread{nullptr};

}  // namespace

bool input_is_blocked(const HardwareEvent& event) {
  const ThreadState* blocking = blocking_thread.load(std::memory_order_relaxed);
  if (blocking == nullptr || !blocking->in_use) return false;
  return !event.injected || current_thread_if_any() != blocking;
}

}  // namespace transom::user

using namespace transom;
using namespace transom::user;

// Stops keyboard and mouse events, except those that the calling thread injects, until it unblocks
// or ends. Last errors: ERROR_ACCESS_DENIED (blocked already, or by another thread).
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-blockinput
WINBOOL WINAPI BlockInput(WINBOOL block) {
  const ThreadState* self = &current_thread();
  const ThreadState* holder = block ? nullptr : self;
  if (const ThreadState* other = blocking_thread.load(); other != nullptr && !other->in_use) {
    blocking_thread.store(nullptr);
  }
  if (!blocking_thread.compare_exchange_strong(holder, block ? self : nullptr)) {
    return base::fail(ERROR_ACCESS_DENIED);
  }
  return TRUE;
}
