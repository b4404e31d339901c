// How large a window may be, and where it goes when it is minimized or maximized.
#include "user32/lock.h"
#include "user32/message/send.h"
#include "user32/system/system_metrics.h"
#include "user32/window/adjust_rect.h"
#include "user32/window/desktop.h"
#include "user32/window/position.h"
#include "user32/window/tree.h"
#include "user32/window/window_extras.h"

namespace transom::user {
namespace {

SIZE size_of(const RECT& rect) {
  return {rect.right - rect.left, rect.bottom - rect.top};
}

// A maximized top-level window covers the work area, its frame lying outside; a child its parent's
// client area.
RECT maximized_area(const Window& window) {
  UserLock lock;
  if (window.parent == &desktop_window() || window.parent == nullptr) {
    return nearest_monitor(window.rect).work_area;
  }
  const SIZE size = size_of(window.parent->client_rect);
  return {0, 0, size.cx, size.cy};
}

}  // namespace

MINMAXINFO query_min_max_info(Window& window) {
  const int edge = (window.ex_style & WS_EX_CLIENTEDGE) != 0 ? system_metric(SM_CXEDGE) : 0;
  const int border = border_width(window.style, window.ex_style) + edge;
  const RECT area = maximized_area(window);
  MINMAXINFO info{};
  info.ptMaxSize = {area.right - area.left + 2 * border, area.bottom - area.top + 2 * border};
  info.ptMaxPosition = {area.left - border, area.top - border};
  info.ptReserved = info.ptMaxSize;
  if ((window.style & WS_CAPTION) != 0) {
    info.ptMinTrackSize = {system_metric(SM_CXMINTRACK), system_metric(SM_CYMINTRACK)};
  } else {
    info.ptMinTrackSize = {2 * border, 2 * border};
  }
  info.ptMaxTrackSize = {system_metric(SM_CXMAXTRACK), system_metric(SM_CYMAXTRACK)};
  if (window.extras && window.extras->placement.maximized) {
    info.ptMaxPosition = *window.extras->placement.maximized;
  }
  send_message(window, WM_GETMINMAXINFO, 0, reinterpret_cast<LPARAM>(&info));
  info.ptMaxTrackSize.x = std::max(info.ptMaxTrackSize.x, info.ptMinTrackSize.x);
  info.ptMaxTrackSize.y = std::max(info.ptMaxTrackSize.y, info.ptMinTrackSize.y);
  return info;
}

}  // namespace transom::user
