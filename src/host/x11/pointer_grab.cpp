#include "host/x11/pointer_grab.h"

#include <algorithm>
#include <utility>

#include "host/x11/reply.h"

namespace transom::host::x11 {
namespace {

constexpr std::uint16_t kPointerEvents =
    XCB_EVENT_MASK_BUTTON_PRESS | XCB_EVENT_MASK_BUTTON_RELEASE | XCB_EVENT_MASK_POINTER_MOTION |
    XCB_EVENT_MASK_ENTER_WINDOW | XCB_EVENT_MASK_LEAVE_WINDOW;

std::uint16_t side(LONG from, LONG to) {
  return static_cast<std::uint16_t>(std::clamp<LONG>(to - from, 1, INT16_MAX));
}

}  // namespace

void PointerGrab::capture(bool captured) {
  std::lock_guard lock(mutex_);
  if (captured_ == captured) return;
  captured_ = captured;
  if (!captured || !any_down_) update();
}

void PointerGrab::buttons_changed(bool any_down) {
  std::lock_guard lock(mutex_);
  if (std::exchange(any_down_, any_down) && !any_down && captured_) update();
}

void PointerGrab::clip(const RECT* screen) {
  std::lock_guard lock(mutex_);
  const xcb_window_t old = fence_;
  if (screen == nullptr && old == XCB_WINDOW_NONE) return;
  fence_ = XCB_WINDOW_NONE;
  if (screen != nullptr) make_fence(*screen);
  update();
  if (old != XCB_WINDOW_NONE) xcb_destroy_window(connection_.xcb(), old);
  connection_.flush();
}

// A grab confines the pointer to a window, so there has to be one.
void PointerGrab::make_fence(const RECT& screen) {
  const RECT rect = connection_.to_root(screen);
  fence_ = xcb_generate_id(connection_.xcb());
  constexpr std::uint32_t kOverrideRedirect = 1;
  xcb_create_window(connection_.xcb(), 0, fence_, connection_.root(),
                    static_cast<std::int16_t>(rect.left), static_cast<std::int16_t>(rect.top),
                    side(rect.left, rect.right), side(rect.top, rect.bottom), 0,
                    XCB_WINDOW_CLASS_INPUT_ONLY, XCB_COPY_FROM_PARENT, XCB_CW_OVERRIDE_REDIRECT,
                    &kOverrideRedirect);
  constexpr std::uint32_t kBelow = XCB_STACK_MODE_BELOW;
  xcb_configure_window(connection_.xcb(), fence_, XCB_CONFIG_WINDOW_STACK_MODE, &kBelow);
  xcb_map_window(connection_.xcb(), fence_);
}

// Events over our own windows still come to those.
void PointerGrab::update() {
  xcb_connection_t* xcb = connection_.xcb();
  const bool hold = captured_ || fence_ != XCB_WINDOW_NONE;
  if (hold) {
    // The answer does not matter: where another program holds the pointer we do without.
    const auto cookie =
        xcb_grab_pointer(xcb, 1, holder_, kPointerEvents, XCB_GRAB_MODE_ASYNC, XCB_GRAB_MODE_ASYNC,
                         fence_, XCB_CURSOR_NONE, XCB_CURRENT_TIME);
    xcb_discard_reply(xcb, cookie.sequence);
  } else if (held_) {
    xcb_ungrab_pointer(xcb, XCB_CURRENT_TIME);
  }
  held_ = hold;
  connection_.flush();
}

}  // namespace transom::host::x11
