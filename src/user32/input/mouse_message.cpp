// From a mouse event to WM_MOUSEMOVE and its relatives, with all that happens on the way.
//
// The order, for an event that is taken out: WM_NCHITTEST, double click, WH_MOUSE, and for a press
// WM_PARENTNOTIFY and WM_MOUSEACTIVATE; WM_SETCURSOR; then the message is handed out. With the
// mouse captured there is neither hit test nor activation nor cursor.
// https://learn.microsoft.com/windows/win32/inputdev/about-mouse-input#mouse-messages
#include <cstdlib>

#include "user32/hook/hook.h"
#include "user32/input/hardware.h"
#include "user32/input/hit_test.h"
#include "user32/input/input_state.h"
#include "user32/input/journal.h"
#include "user32/input/mouse_settings.h"
#include "user32/input/retrieval.h"
#include "user32/input/tracking.h"
#include "user32/lock.h"
#include "user32/message/send.h"
#include "user32/window/activation.h"
#include "user32/window/class.h"
#include "user32/window/tree.h"
#include "user32/window/window.h"

namespace transom::user {
namespace {

struct MouseTarget {
  HWND window = nullptr;    // under the pointer, or the capturing one
  HWND receiver = nullptr;  // of the message: the focus window for the wheel
  int hit = HTNOWHERE;
  bool captured = false;
  bool foreign = false;
};

HWND capture_of(const ThreadState& thread) {
  UserLock lock;
  const HWND capture = thread.input->capture;
  return find_window_thread(capture) != nullptr ? capture : nullptr;
}

HWND focus_of(const ThreadState& thread) {
  UserLock lock;
  return thread.input->focus;
}

MouseTarget find_target(const ThreadState& thread, const HardwareEvent& event) {
  MouseTarget target;
  if (const HWND capture = capture_of(thread)) {
    target = {capture, capture, HTCLIENT, true, find_window_thread(capture) != &thread};
  } else {
    const HitTest hit = hit_test(thread, event.position);
    target = {hit.window, hit.window, hit.code, false, hit.foreign};
  }
  if (event.kind == EventKind::kWheel) {
    const HWND focus = focus_of(thread);
    if (find_window_thread(focus) == &thread) target.receiver = focus;
  }
  return target;
}

UINT plain_number(const HardwareEvent& event) {
  if (event.kind == EventKind::kMove) return WM_MOUSEMOVE;
  if (event.kind == EventKind::kWheel) return event.horizontal ? WM_MOUSEHWHEEL : WM_MOUSEWHEEL;
  return button_message(event.button, event.down);
}

bool close_to(const POINT& a, const POINT& b) {
  return std::abs(a.x - b.x) <= mouse_settings.double_click_width / 2 &&
         std::abs(a.y - b.y) <= mouse_settings.double_click_height / 2;
}

bool wants_double_clicks(const MouseTarget& target) {
  if (target.hit != HTCLIENT) return true;
  const Window* window = find_own_window(target.window);
  return window != nullptr && window->window_class != nullptr &&
         (window->window_class->style & CS_DBLCLKS) != 0;
}

// Whether this press is the second of a double click. A third one begins anew.
bool is_double_click(const InputRetrieval& retrieval, const MouseTarget& target,
                     const HardwareEvent& event, UINT number) {
  const bool wanted = wants_double_clicks(target);
  UserLock lock;
  auto& last = retrieval.thread.input->last_press;
  const bool doubled = wanted && last.window == target.window && last.message == number &&
                       event.time - last.time <= mouse_settings.double_click_time &&
                       close_to(last.position, event.position);
  if (retrieval.remove) {
    last = {.window = doubled ? nullptr : target.window,
            .message = number,
            .time = event.time,
            .position = event.position,
            .hit_test = static_cast<WPARAM>(target.hit)};
  }
  return doubled;
}

// The key state with this event's button in it; kept where the event is taken out.
KeyTable apply_event(const InputRetrieval& retrieval, const HardwareEvent& event) {
  UserLock lock;
  InputState& state = *retrieval.thread.input;
  KeyTable keys = state.key_state;
  if (event.kind == EventKind::kButton) {
    set_key(keys, button_key(event.button), event.down);
    if (retrieval.remove) state.alt_alone = false;
  }
  if (retrieval.remove) state.key_state = keys;
  return keys;
}

LPARAM pack(POINT point) {
  return MAKELPARAM(point.x, point.y);
}

LPARAM client_position(HWND window, POINT screen) {
  const WindowRef ref = find_window(window);
  if (!ref) return pack(screen);
  UserLock lock;
  const POINT origin = client_origin(*ref);
  return pack({screen.x - origin.x, screen.y - origin.y});
}

void fill(InputRetrieval& retrieval, const MouseTarget& target, const HardwareEvent& event,
          UINT number, const KeyTable& keys) {
  MSG& message = retrieval.message;
  fill_message(message, target.receiver, number, event);
  const auto data = static_cast<WPARAM>(mouse_data(event)) << 16;
  if (event.kind == EventKind::kWheel) {
    message.wParam = mouse_key_flags(keys) | data;
    message.lParam = pack(event.position);
  } else if (target.hit == HTCLIENT) {
    message.wParam = mouse_key_flags(keys) | data;
    message.lParam = client_position(target.window, event.position);
  } else {
    message.message = number - WM_MOUSEFIRST + WM_NCMOUSEMOVE;
    message.wParam = static_cast<WORD>(target.hit) | data;
    message.lParam = pack(event.position);
  }
}

bool hook_swallows(const InputRetrieval& retrieval, const MouseTarget& target,
                   const HardwareEvent& event) {
  if (!hooked(retrieval.thread, WH_MOUSE)) return false;
  MOUSEHOOKSTRUCTEX info{};
  info.pt = event.position;
  info.hwnd = target.receiver;
  info.wHitTestCode = static_cast<UINT>(target.hit);
  info.dwExtraInfo = event.extra_info;
  info.mouseData = mouse_data(event) << 16;
  const auto lparam = reinterpret_cast<LPARAM>(&info);
  const WPARAM number = retrieval.message.message;
  const int code = retrieval.remove ? HC_ACTION : HC_NOREMOVE;
  if (call_hooks(WH_MOUSE, code, number, lparam) == 0) return false;
  if (retrieval.remove && hooked(retrieval.thread, WH_CBT)) {
    call_hooks(WH_CBT, HCBT_CLICKSKIPPED, number, lparam);
  }
  return true;
}

// A press in a child is told to its parents, each with the position in its own client area.
void notify_parents(HWND window, UINT press, const HardwareEvent& event) {
  const WPARAM wparam = press | static_cast<WPARAM>(mouse_data(event)) << 16;
  WindowRef child = find_window(window);
  while (child.alive() && child->is_child() && (child->ex_style & WS_EX_NOPARENTNOTIFY) == 0) {
    WindowRef parent;
    {
      UserLock lock;
      if (child->parent == nullptr || is_desktop(*child->parent)) return;
      parent = WindowRef(child->parent);
    }
    send_message(parent->handle, WM_PARENTNOTIFY, wparam,
                 client_position(parent->handle, event.position));
    child = parent;
  }
}

// The window that has the user's input; null while the program is in the background.
HWND active_of(const ThreadState& thread) {
  UserLock lock;
  const InputState* state = thread.input.get();
  return foreground_input() == state ? state->active : nullptr;
}

HWND top_level_handle(HWND window) {
  const WindowRef ref = find_window(window);
  if (!ref) return nullptr;
  UserLock lock;
  return top_level_of(*ref).handle;
}

// WM_MOUSEACTIVATE and what it answers. False: the press is eaten.
bool press_activates(const ThreadState& thread, const MouseTarget& target, UINT number) {
  if (target.window == active_of(thread)) return true;
  const HWND top = top_level_handle(target.window);
  const LRESULT answer =
      send_message(target.window, WM_MOUSEACTIVATE, reinterpret_cast<WPARAM>(top),
                   MAKELPARAM(target.hit, number));
  const bool activates = answer != MA_NOACTIVATE && answer != MA_NOACTIVATEANDEAT;
  if (activates && top != active_of(thread)) {
    if (Window* window = find_own_window(top)) set_foreground_window(*window, Activation::kMouse);
  }
  return answer != MA_ACTIVATEANDEAT && answer != MA_NOACTIVATEANDEAT;
}

void send_set_cursor(const MouseTarget& target, UINT number) {
  send_message(target.window, WM_SETCURSOR, reinterpret_cast<WPARAM>(target.window),
               MAKELPARAM(target.hit, number));
}

// Everything between the hook and the handing out; false: the event ends here.
bool prepare_window(const InputRetrieval& retrieval, const MouseTarget& target,
                    const HardwareEvent& event) {
  const UINT number = plain_number(event);
  if (target.hit == HTERROR || target.hit == HTNOWHERE) {
    send_set_cursor(target, number);
    return false;
  }
  if (event.kind == EventKind::kButton && event.down) {
    notify_parents(target.window, number, event);
    if (!press_activates(retrieval.thread, target, number)) {
      send_set_cursor(target, number);
      return false;
    }
  }
  send_set_cursor(target, number);
  return find_own_window(target.receiver) != nullptr;
}

Outcome hand_over(const HardwareEvent& event, const MouseTarget& target,
                  const ThreadState& thread) {
  ThreadState* owner = find_window_thread(target.window);
  if (owner == nullptr) return Outcome::kDropped;
  bool shared = false;
  {
    UserLock lock;
    shared = owner->input == thread.input;
  }
  if (shared) {
    owner->set_pending(kPendingInput, queue_status_bit(event.kind));
    return Outcome::kElsewhere;
  }
  // Windows moved since the event was queued here.
  route_event(event);
  return Outcome::kDropped;
}

}  // namespace

Outcome make_mouse_message(InputRetrieval& retrieval, const HardwareEvent& event) {
  const MouseTarget target = find_target(retrieval.thread, event);
  if (retrieval.remove) track_mouse(retrieval.thread, target.window, target.hit, event.position);
  if (target.foreign) return hand_over(event, target, retrieval.thread);
  if (target.window == nullptr) {
    apply_event(retrieval, event);
    return Outcome::kDropped;
  }
  if (!retrieval.filter.accepts_window(target.receiver)) return Outcome::kKept;

  UINT number = plain_number(event);
  const MouseTarget& at = target;
  fill(retrieval, at, event, number, KeyTable{});
  if (!retrieval.filter.accepts_number(retrieval.message.message)) return Outcome::kKept;
  if (is_button_press(number) && is_double_click(retrieval, at, event, number)) {
    number += WM_LBUTTONDBLCLK - WM_LBUTTONDOWN;
  }
  fill(retrieval, at, event, number, apply_event(retrieval, event));
  if (target.hit != HTERROR && hook_swallows(retrieval, at, event)) return Outcome::kDropped;
  if (!retrieval.remove) {
    return target.hit == HTERROR || target.hit == HTNOWHERE ? Outcome::kDropped : Outcome::kMessage;
  }
  journal_record(retrieval.message, event);
  if (target.captured) {
    return find_own_window(target.receiver) != nullptr ? Outcome::kMessage : Outcome::kDropped;
  }
  return prepare_window(retrieval, at, event) ? Outcome::kMessage : Outcome::kDropped;
}

}  // namespace transom::user
