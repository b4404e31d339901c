// Mouse events. Which window they are for is user32's business: it goes by the screen position.
#include <array>
#include <iterator>

#include "host/x11/event_reader.h"
#include "host/x11/x11_host.h"

namespace transom::host::x11 {
namespace {

constexpr int kWheelStep = 120;

struct Wheel {
  std::uint8_t button;
  int delta;
  bool horizontal;
};

// Up, down, left, right.
constexpr Wheel kWheels[] = {
    {4, kWheelStep, false}, {5, -kWheelStep, false}, {6, -kWheelStep, true}, {7, kWheelStep, true}};

// X numbers left, middle, right, and from 8 on the side buttons; HostEvents left, right, middle,
// X1, X2. Negative: none of these.
int button_of(std::uint8_t detail) {
  switch (detail) {
    case 1:
      return 0;
    case 2:
      return 2;
    case 3:
      return 1;
    case 8:
      return 3;
    case 9:
      return 4;
    default:
      return -1;
  }
}

template <class Event>
POINT screen_position(const X11Host& host, const Event& event) {
  return host.connection().to_screen({event.root_x, event.root_y});
}

bool turn_wheel(const X11Host& host, const xcb_button_press_event_t& press) {
  for (const Wheel& wheel : kWheels) {
    if (wheel.button != press.detail) continue;
    host_events().wheel(screen_position(host, press), wheel.delta, wheel.horizontal);
    return true;
  }
  return false;
}

// The state in an event is the one before it.
constexpr std::uint16_t kButtons = XCB_BUTTON_MASK_1 | XCB_BUTTON_MASK_2 | XCB_BUTTON_MASK_3;

void on_button_press(X11Host& host, const xcb_generic_event_t& event) {
  const auto& press = as<xcb_button_press_event_t>(event);
  host.connection().note_time(press.time);
  if (turn_wheel(host, press)) return;
  const int button = button_of(press.detail);
  if (button < 0) return;
  host.grab().buttons_changed(true);
  host.focus().clicked();
  host_events().button(screen_position(host, press), button, true);
}

void on_button_release(X11Host& host, const xcb_generic_event_t& event) {
  const auto& release = as<xcb_button_release_event_t>(event);
  host.connection().note_time(release.time);
  const int button = button_of(release.detail);
  if (button < 0) return;
  const auto own = static_cast<std::uint16_t>(XCB_BUTTON_MASK_1 << (release.detail - 1));
  if (release.detail <= 3) host.grab().buttons_changed((release.state & kButtons & ~own) != 0);
  host_events().button(screen_position(host, release), button, false);
}

void on_motion(X11Host& host, const xcb_generic_event_t& event) {
  const auto& motion = as<xcb_motion_notify_event_t>(event);
  host.pointer_is_inside(true);
  host.connection().note_time(motion.time);
  host_events().pointer_moved(screen_position(host, motion));
}

void on_enter(X11Host& host, const xcb_generic_event_t& event) {
  const auto& enter = as<xcb_enter_notify_event_t>(event);
  if (enter.detail == XCB_NOTIFY_DETAIL_INFERIOR) return;
  host.pointer_is_inside(true);
  host_events().pointer_moved(screen_position(host, enter));
}

// Within a grab of our own the pointer is still ours.
void on_leave(X11Host& host, const xcb_generic_event_t& event) {
  const auto& leave = as<xcb_leave_notify_event_t>(event);
  if (leave.detail != XCB_NOTIFY_DETAIL_INFERIOR) host.pointer_is_inside(false);
  if (leave.mode != XCB_NOTIFY_MODE_NORMAL || (leave.state & kButtons) != 0) return;
  if (leave.detail == XCB_NOTIFY_DETAIL_INFERIOR) return;
  host_events().pointer_left();
}

}  // namespace

EventHandler pointer_handler(std::uint8_t type) {
  switch (type) {
    case XCB_BUTTON_PRESS:
      return on_button_press;
    case XCB_BUTTON_RELEASE:
      return on_button_release;
    case XCB_MOTION_NOTIFY:
      return on_motion;
    case XCB_ENTER_NOTIFY:
      return on_enter;
    case XCB_LEAVE_NOTIFY:
      return on_leave;
    default:
      return nullptr;
  }
}

}  // namespace transom::host::x11
