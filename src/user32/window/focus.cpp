// The keyboard focus and the mouse capture.
#include "base/last_error.h"
#include "host/display.h"
#include "imm32/seam.h"
#include "user32/hook/hook.h"
#include "user32/input/input_state.h"
#include "user32/lock.h"
#include "user32/message/send.h"
#include "user32/message/thread_state.h"
#include "user32/window/activation.h"
#include "user32/window/on_owner.h"
#include "user32/window/tree.h"

namespace transom::user {
namespace {

InputState& input() {
  return *current_thread().input;
}

// Neither it nor an ancestor is disabled or minimized.
bool can_take_focus(const Window& window) {
  UserLock lock;
  for (const Window* each = &window; each != nullptr && each->thread != nullptr;
       each = each->is_child() ? each->parent : nullptr) {
    if ((each->style & (WS_DISABLED | WS_MINIMIZE)) != 0) return false;
  }
  return true;
}

Window* root_of(Window& window) {
  UserLock lock;
  Window* each = &window;
  while (each->is_child() && each->parent != nullptr && each->parent->parent != nullptr) {
    each = each->parent;
  }
  return each;
}

bool hook_refuses(HWND window, HWND old) {
  return hooked(current_thread(), WH_CBT) &&
         cbt_refuses(HCBT_SETFOCUS, reinterpret_cast<WPARAM>(window),
                     reinterpret_cast<LPARAM>(old));
}

HWND change_focus(HWND window) {
  InputState& state = input();
  HWND old;
  {
    UserLock lock;
    old = std::exchange(state.focus, window);
  }
  if (old == window) return old;
  if (old != nullptr) {
    send_message(old, WM_KILLFOCUS, reinterpret_cast<WPARAM>(window), 0);
    imm::focus_lost(old);
  }
  if (window == nullptr || state.focus != window) return old;
  imm::focus_gained(window);
  if (state.focus != window) return old;
  notify_win_event(EVENT_OBJECT_FOCUS, window, OBJID_CLIENT, CHILDID_SELF);
  if (state.focus == window) {
    send_message(window, WM_SETFOCUS, reinterpret_cast<WPARAM>(old), 0);
  }
  return old;
}

}  // namespace

HWND set_focus(Window* window) {
  UserLock::assert_not_held();
  InputState& state = input();
  const WindowRef keep(window);
  if (window == nullptr) {
    const HWND old = state.focus;
    if (old == nullptr || hook_refuses(nullptr, old)) return nullptr;
    return change_focus(nullptr);
  }
  const HWND handle = window->handle;
  if (state.focus == handle) return handle;
  if (!can_take_focus(*window)) return base::fail<HWND>(ERROR_INVALID_PARAMETER);
  if (hook_refuses(handle, state.focus) || window->destroyed) return nullptr;
  Window* root = root_of(*window);
  if (state.active != root->handle) {
    // The root may be another thread's that shares this one's input.
    if (!on_owner(root->handle,
                  [](Window& top) { return activate_window(&top, Activation::kProgram); })) {
      return nullptr;
    }
    if (window->destroyed) return nullptr;
  }
  return change_focus(handle);
}

HWND set_capture(Window* window) {
  InputState& state = input();
  const HWND handle = window != nullptr ? window->handle : nullptr;
  HWND old;
  {
    UserLock lock;
    old = std::exchange(state.capture, handle);
  }
  if ((old == nullptr) != (handle == nullptr)) host::display().capture_pointer(handle != nullptr);
  if (old != nullptr && old != handle) {
    send_message(old, WM_CAPTURECHANGED, 0, reinterpret_cast<LPARAM>(handle));
  }
  return old;
}

}  // namespace transom::user
