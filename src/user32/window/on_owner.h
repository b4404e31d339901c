// What only the owner of a window may do, done for any thread: at once for an own window, else on
// the owner's thread, where the caller waits.
#pragma once

#include <memory>
#include <type_traits>

#include "base/last_error.h"
#include "user32/message/send.h"
#include "user32/message/sent_message.h"
#include "user32/message/thread_state.h"
#include "user32/window/window.h"

namespace transom::user {

// Calls `work(Window&)`, which answers a LRESULT or what converts to it. A dead handle:
// ERROR_INVALID_WINDOW_HANDLE and `otherwise`. The desktop belongs to nobody: ERROR_ACCESS_DENIED.
template <class Work>
LRESULT on_owner(HWND handle, Work&& work, LRESULT otherwise = 0) {
  if (Window* window = find_own_window(handle)) return static_cast<LRESULT>(work(*window));
  ThreadState* thread = find_window_thread(handle);
  if (thread == nullptr) {
    return base::fail(is_window(handle) ? ERROR_ACCESS_DENIED : ERROR_INVALID_WINDOW_HANDLE,
                      otherwise);
  }
  struct Context {
    HWND handle;
    std::remove_reference_t<Work>* work;
    LRESULT otherwise;
  } context{handle, &work, otherwise};
  return run_on_thread(
      *thread,
      [](void* pointer) -> LRESULT {
        auto& call = *static_cast<Context*>(pointer);
        Window* window = find_own_window(call.handle);
        return window != nullptr ? static_cast<LRESULT>((*call.work)(*window)) : call.otherwise;
      },
      &context);
}

// The same without waiting: another thread does it when it next looks for messages. Whether it was
// asked to; a dead handle: ERROR_INVALID_WINDOW_HANDLE.
template <class Work>
bool on_owner_later(HWND handle, Work work) {
  if (Window* window = find_own_window(handle)) {
    work(*window);
    return true;
  }
  ThreadState* thread = find_window_thread(handle);
  if (thread == nullptr) {
    return base::fail<bool>(is_window(handle) ? ERROR_ACCESS_DENIED : ERROR_INVALID_WINDOW_HANDLE);
  }
  struct Context {
    HWND handle;
    Work work;
  };
  auto* sent = new SentMessage;  // nobody waits: no sender
  sent->work = [](void* pointer) -> LRESULT {
    const std::unique_ptr<Context> call(static_cast<Context*>(pointer));
    if (Window* window = find_own_window(call->handle)) call->work(*window);
    return 0;
  };
  sent->work_context = new Context{handle, std::move(work)};
  enqueue_sent_message(*thread, *sent);
  sent->release();
  return true;
}

}  // namespace transom::user
