#include "host/x11/monitors.h"

#include <xcb/randr.h>

#include <algorithm>

#include "host/x11/reply.h"

namespace transom::host::x11 {
namespace {

std::vector<Monitor> ask_randr(const Connection& connection) {
  if (!connection.randr().present) return {};
  const auto reply = ask(xcb_randr_get_monitors_reply, connection.xcb(),
                         xcb_randr_get_monitors(connection.xcb(), connection.root(), 1));
  if (!reply) return {};
  std::vector<Monitor> monitors;
  for (auto at = xcb_randr_get_monitors_monitors_iterator(reply.get()); at.rem > 0;
       xcb_randr_monitor_info_next(&at)) {
    const xcb_randr_monitor_info_t& info = *at.data;
    if (info.width == 0 || info.height == 0) continue;
    monitors.push_back(
        {{info.x, info.y, info.x + info.width, info.y + info.height}, {}, info.primary != 0, {}});
  }
  return monitors;
}

// The screen as it is now; what the connection told at the beginning may be outdated.
Monitor whole_screen(const Connection& connection) {
  const auto size = ask(xcb_get_geometry_reply, connection.xcb(),
                        xcb_get_geometry(connection.xcb(), connection.root()));
  const LONG width = size ? size->width : connection.screen().width_in_pixels;
  const LONG height = size ? size->height : connection.screen().height_in_pixels;
  return {{0, 0, width, height}, {}, true, {}};
}

}  // namespace

void watch_monitors(Connection& connection) {
  if (!connection.randr().present) return;
  xcb_randr_select_input(connection.xcb(), connection.root(),
                         XCB_RANDR_NOTIFY_MASK_SCREEN_CHANGE | XCB_RANDR_NOTIFY_MASK_CRTC_CHANGE);
}

// "The primary monitor contains the origin (0, 0)": the others may lie to the left of it.
// https://learn.microsoft.com/windows/win32/gdi/the-virtual-screen
std::vector<Monitor> read_monitors(Connection& connection, const WindowManager& manager) {
  std::vector<Monitor> monitors = ask_randr(connection);
  if (monitors.empty()) monitors.push_back(whole_screen(connection));
  const auto primary = std::find_if(monitors.begin(), monitors.end(),
                                    [](const Monitor& monitor) { return monitor.primary; });
  if (primary != monitors.end()) std::rotate(monitors.begin(), primary, primary + 1);
  const POINT origin{monitors[0].bounds.left, monitors[0].bounds.top};
  connection.set_origin(origin);
  RECT work = manager.work_area();
  OffsetRect(&work, -origin.x, -origin.y);
  for (std::size_t i = 0; i < monitors.size(); ++i) {
    Monitor& monitor = monitors[i];
    monitor.primary = i == 0;
    OffsetRect(&monitor.bounds, -origin.x, -origin.y);
    monitor.name = u"\\\\.\\DISPLAY";
    monitor.name += static_cast<char16_t>(u'1' + i);
    if (!IntersectRect(&monitor.work_area, &monitor.bounds, &work)) {
      monitor.work_area = monitor.bounds;
    }
  }
  return monitors;
}

}  // namespace transom::host::x11
