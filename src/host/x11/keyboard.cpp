#include "host/x11/keyboard.h"

#include "host/x11/xcb_xkb.h"

#include "host/x11/reply.h"
#include "host/x11/x11_host.h"

namespace transom::host::x11 {

void set_up_keyboard(Connection& connection) {
  if (!connection.xkb().present) return;
  xcb_connection_t* xcb = connection.xcb();
  const auto version =
      ask(xcb_xkb_use_extension_reply, xcb,
          xcb_xkb_use_extension(xcb, XCB_XKB_MAJOR_VERSION, XCB_XKB_MINOR_VERSION));
  if (!version || !version->supported) return;
  const auto cookie = xcb_xkb_per_client_flags(
      xcb, XCB_XKB_ID_USE_CORE_KBD, XCB_XKB_PER_CLIENT_FLAG_DETECTABLE_AUTO_REPEAT,
      XCB_XKB_PER_CLIENT_FLAG_DETECTABLE_AUTO_REPEAT, 0, 0, 0);
  xcb_discard_reply(xcb, cookie.sequence);
}

void on_xkb_event(X11Host&, const xcb_generic_event_t&) {}

std::vector<std::uint16_t> PressedKeys::take_released(const PressedKeys& now) {
  std::vector<std::uint16_t> released;
  for (std::uint16_t scan_code = 0; scan_code < down_.size(); ++scan_code) {
    if (!down_.test(scan_code) || now.down_.test(scan_code)) continue;
    released.push_back(scan_code);
    down_.reset(scan_code);
  }
  return released;
}

PressedKeys& pressed_keys() {
  static PressedKeys keys;
  return keys;
}

}  // namespace transom::host::x11
