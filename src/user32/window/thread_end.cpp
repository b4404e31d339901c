// What a thread leaves behind when it ends.
#include "user32/control/control.h"
#include "user32/dialog/dialog_state.h"
#include "user32/lock.h"
#include "user32/message/thread_state.h"
#include "user32/window/destroy.h"
#include "user32/window/position.h"
#include "user32/window/tree.h"

namespace transom::user {
namespace {

// Stands in for the procedures of a thread that no longer runs any.
LRESULT CALLBACK ended_procedure(HWND handle, UINT message, WPARAM, LPARAM) {
  Window* window = message == WM_NCDESTROY ? find_own_window(handle) : nullptr;
  if (window != nullptr) {
    delete std::exchange(window->control, nullptr);
    release_dialog_state(*window);
  }
  return 0;
}

void silence(Window& window, const ThreadState& thread) {
  if (window.thread == &thread) {
    window.procedure = ended_procedure;
    window.encoding = Encoding::kUnicode;
  }
  for (Window* child = window.first_child; child != nullptr; child = child->next) {
    silence(*child, thread);
  }
}

}  // namespace

void destroy_windows_of(ThreadState& thread) {
  {
    UserLock lock;
    silence(desktop_window(), thread);
    silence(message_only_root(), thread);
  }
  std::vector<HWND> handles = child_handles(desktop_window());
  const std::vector<HWND> hidden = child_handles(message_only_root());
  handles.insert(handles.end(), hidden.begin(), hidden.end());
  for (const HWND handle : handles) {
    Window* window = find_own_window(handle);
    if (window != nullptr && window->thread == &thread) destroy_window(*window);
  }
}

}  // namespace transom::user
