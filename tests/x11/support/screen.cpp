// Changes of the screen by RandR.
#include <xcb/randr.h>
#include <xcb/xcbext.h>

#include <cstring>
#include <memory>
#include <span>
#include <string>

#include "tests/x11/support/display.h"
#include "tests/x11/support/own.h"

namespace transom::tests {
namespace {

struct Output {
  xcb_randr_crtc_t crtc;
  xcb_randr_output_t output;
};

Output first_output(xcb_connection_t* xcb, xcb_window_t root) {
  own(xcb_randr_query_version_reply(xcb, xcb_randr_query_version(xcb, 1, 5), nullptr));
  const auto all = own(xcb_randr_get_screen_resources_current_reply(
      xcb, xcb_randr_get_screen_resources_current(xcb, root), nullptr));
  return {xcb_randr_get_screen_resources_current_crtcs(all.get())[0],
          xcb_randr_get_screen_resources_current_outputs(all.get())[0]};
}

// What libxcb 1.15 makes of this request has the wrong length.
void send_monitor(xcb_connection_t* xcb, xcb_window_t root, std::span<const std::uint8_t> info) {
  constexpr std::uint8_t kSetMonitor = 43;
  static const xcb_protocol_request_t request{2, &xcb_randr_id, kSetMonitor, 1};
  std::uint32_t header[2] = {0, root};
  iovec parts[4]{};
  parts[2] = {header, sizeof header};
  parts[3] = {const_cast<std::uint8_t*>(info.data()), info.size()};
  xcb_send_request(xcb, 0, parts + 2, &request);
}

}  // namespace

void Display::set_screen_size(int width, int height) {
  const Output first = first_output(connection_, root());
  const std::string name = std::to_string(width) + "x" + std::to_string(height);
  xcb_randr_mode_info_t mode{};
  mode.width = mode.htotal = static_cast<std::uint16_t>(width);
  mode.height = mode.vtotal = static_cast<std::uint16_t>(height);
  mode.dot_clock = static_cast<std::uint32_t>(width * height * 60);
  mode.name_len = static_cast<std::uint16_t>(name.size());
  const auto made = own(xcb_randr_create_mode_reply(
      connection_, xcb_randr_create_mode(connection_, root(), mode, mode.name_len, name.c_str()),
      nullptr));
  if (!made) return;
  xcb_randr_add_output_mode(connection_, first.output, made->mode);
  own(xcb_randr_set_crtc_config_reply(
      connection_,
      xcb_randr_set_crtc_config(connection_, first.crtc, XCB_CURRENT_TIME, XCB_CURRENT_TIME, 0, 0,
                                made->mode, XCB_RANDR_ROTATION_ROTATE_0, 1, &first.output),
      nullptr));
  xcb_randr_set_screen_size(connection_, root(), mode.width, mode.height, 160, 120);
  xcb_flush(connection_);
}

void Display::set_monitors(const std::vector<Box>& monitors) {
  const Output first = first_output(connection_, root());
  for (std::size_t i = 0; i < monitors.size(); ++i) {
    const bool primary = i == 0;
    xcb_randr_monitor_info_t info{};
    info.name = atom("Monitor" + std::to_string(i));
    info.primary = primary;
    info.nOutput = primary;
    info.x = static_cast<std::int16_t>(monitors[i].x);
    info.y = static_cast<std::int16_t>(monitors[i].y);
    info.width = static_cast<std::uint16_t>(monitors[i].width);
    info.height = static_cast<std::uint16_t>(monitors[i].height);
    std::uint8_t bytes[sizeof info + sizeof first.output];
    std::memcpy(bytes, &info, sizeof info);
    std::memcpy(bytes + sizeof info, &first.output, sizeof first.output);
    send_monitor(connection_, root(), {bytes, sizeof info + (primary ? sizeof first.output : 0)});
  }
  xcb_flush(connection_);
}

}  // namespace transom::tests
