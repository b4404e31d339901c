// Which window lies under a point.
//
// `window_at` looks at the tree only, for choosing the thread. `hit_test` is what happens at
// retrieval: it asks the windows with WM_NCHITTEST, so it runs window procedures.
// https://learn.microsoft.com/windows/win32/inputdev/wm-nchittest
#pragma once

#include "base/win32.h"
#include "user32/input/input_queue.h"
#include "user32/message/thread_state.h"
#include "user32/window/window.h"

namespace transom::user {

// The deepest visible window at the point; disabled children count as holes in their parents. Null
// where there is none. Takes the USER lock.
HWND window_at(POINT screen);

struct HitTest {
  HWND window = nullptr;
  int code = HTNOWHERE;
  bool foreign = false;  // another thread's window: nobody was asked
};

// Asks the windows of `thread` under the point, from the deepest up and then those beneath, until
// one does not answer HTTRANSPARENT. A disabled top-level window is not asked: HTERROR.
HitTest hit_test(const ThreadState& thread, POINT screen);

// WM_LBUTTONDOWN and its relatives.
constexpr UINT button_message(std::uint8_t button, bool down) {
  constexpr UINT kPress[] = {WM_LBUTTONDOWN, WM_RBUTTONDOWN, WM_MBUTTONDOWN, WM_XBUTTONDOWN,
                             WM_XBUTTONDOWN};
  return kPress[button] + (down ? 0 : 1);
}
constexpr bool is_button_press(UINT message) {
  return message == WM_LBUTTONDOWN || message == WM_RBUTTONDOWN || message == WM_MBUTTONDOWN ||
         message == WM_XBUTTONDOWN;
}
// What goes into the high word of mouseData or wParam: the wheel's distance or the X button.
constexpr DWORD mouse_data(const HardwareEvent& event) {
  if (event.kind == EventKind::kWheel) return static_cast<WORD>(event.delta);
  if (event.kind == EventKind::kButton && event.button >= 3) {
    return event.button == 3 ? XBUTTON1 : XBUTTON2;
  }
  return 0;
}

}  // namespace transom::user
