#include "user32/input/language_hot_key.h"

#include <utility>

#include "user32/input/active_layout.h"
#include "user32/input/hardware.h"
#include "user32/input/host_keyboard.h"
#include "user32/input/input_state.h"
#include "user32/input/key_names.h"
#include "user32/input/keyboard_layout.h"
#include "user32/lock.h"
#include "user32/message/send.h"

namespace transom::user {
namespace {

bool is_part(const HardwareEvent& event) {
  return event.virtual_key == VK_LMENU || generic_key(event.virtual_key) == VK_SHIFT;
}

// Whether the combination was made and is now being let go. Any other key spoils it: Alt+Shift+Tab
// is something else.
bool completes(const HardwareEvent& event) {
  static bool ready = false;  // under the USER lock
  UserLock lock;
  if (!event.is_key()) return false;
  if (!is_part(event)) {
    ready = false;
    return false;
  }
  const KeyTable keys = async_keys();
  if (event.down) {
    ready = is_down(keys, VK_LMENU) && is_down(keys, VK_SHIFT) && !is_down(keys, VK_CONTROL);
    return false;
  }
  return std::exchange(ready, false);
}

void request_next_layout() {
  HWND window = nullptr;
  HKL now = nullptr;
  {
    UserLock lock;
    const InputState* state = foreground_input();
    if (state == nullptr) return;
    window = state->focus != nullptr ? state->focus : state->active;
    now = state->layout;
  }
  const HKL next = neighbour_keyboard_layout(now != nullptr ? now : default_keyboard_layout(), 1);
  if (window == nullptr || next == now) return;
  post_message(window, WM_INPUTLANGCHANGEREQUEST, INPUTLANGCHANGE_FORWARD,
               reinterpret_cast<LPARAM>(next));
}

}  // namespace

void watch_language_hot_key(const HardwareEvent& event) {
  // The display's own combination changes its layouts, and keyboard_changed() tells of it.
  if (completes(event) && host_keyboard().layouts.size() < 2) request_next_layout();
}

}  // namespace transom::user
