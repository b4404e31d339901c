// What hosts ask of a window's own thread: done when it next retrieves input.
#include "user32/input/host_keyboard.h"
#include "user32/input/input.h"
#include "user32/input/input_state.h"
#include "user32/input/retrieval.h"
#include "user32/input/tracking.h"
#include "user32/lock.h"
#include "user32/window/activation.h"
#include "user32/window/host_window.h"
#include "user32/window/position.h"
#include "user32/window/tree.h"
#include "user32/window/window.h"
#include "user32/window/z_order.h"

namespace transom::user {
namespace {

bool is_active(const Window& window) {
  UserLock lock;
  const InputState& state = *window.thread->input;
  return foreground_input() == &state && state.active == window.handle;
}

// The display's window manager has taken the keyboard away from the whole program.
void deactivate(Window& window) {
  if (is_active(window)) activate_window(nullptr, Activation::kProgram);
}

// The display has given the keyboard to a window: that is activated, or what has disabled it.
void activate(Window& window) {
  if ((window.style & WS_DISABLED) != 0) {
    const HWND popup = GetLastActivePopup(window.handle);
    if (popup != window.handle) SetForegroundWindow(popup);
    if (Window* other = find_own_window(popup)) update_host_focus(*other);
    return;
  }
  if (!is_active(window)) set_foreground_window(window);
}

// The release of Alt does not go to the menu bar: Alt+Tab was the window manager's.
void forget_menu_key(Window& window) {
  UserLock lock;
  window.thread->input->menu_key = 0;
}

void configure(Window& window, const RECT& rect) {
  RECT now;
  {
    UserLock lock;
    now = screen_rect(window);
  }
  if (EqualRect(&now, &rect)) return;
  WINDOWPOS pos{};
  pos.hwnd = window.handle;
  pos.x = rect.left;
  pos.y = rect.top;
  pos.cx = rect.right - rect.left;
  pos.cy = rect.bottom - rect.top;
  pos.flags = SWP_NOZORDER | SWP_NOACTIVATE;
  set_window_pos(window, pos);
}

void restack(Window& window, HWND after) {
  {
    UserLock lock;
    if (!is_valid_insert_after(window, after) || is_in_place(window, after)) return;
  }
  set_window_pos(window,
                 {.hwndInsertAfter = after, .flags = SWP_NOSIZE | SWP_NOMOVE | SWP_NOACTIVATE});
}

}  // namespace

void perform_internal_event(const HardwareEvent& event) {
  Window* window = find_own_window(event.window);
  if (window == nullptr) return;
  switch (event.action) {
    case InternalAction::kActivate:
      activate(*window);
      follow_host_keyboard();
      break;
    case InternalAction::kDeactivate:
      deactivate(*window);
      break;
    case InternalAction::kConfigure:
      configure(*window, event.rect);
      break;
    case InternalAction::kRestack:
      restack(*window, event.after);
      break;
    case InternalAction::kMouseLeft:
      track_mouse(*window->thread, nullptr, HTNOWHERE, cursor_position());
      break;
    case InternalAction::kKeysTaken:
      forget_menu_key(*window);
      break;
    case InternalAction::kNone:
      break;
  }
}

}  // namespace transom::user
