// What only the owner of a window may do, done for any thread: at once for an own window, else on
// the owner's thread, where the caller waits.
#pragma once

#include <type_traits>

#include "base/last_error.h"
#include "user32/message/send.h"
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

}  // namespace transom::user
