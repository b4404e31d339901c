#include "user32/window/default_placement.h"

#include <atomic>

#include "user32/system/system_metrics.h"
#include "user32/window/desktop.h"

namespace transom::user {
namespace {

// Each window goes a caption's height further down and right, and begins again at the top left when
// it would leave the screen.
POINT next_position(const RECT& area, SIZE size) {
  static std::atomic<int> count{0};
  const int step = system_metric(SM_CYCAPTION) + system_metric(SM_CYSIZEFRAME);
  const int room = std::min(area.right - area.left - size.cx, area.bottom - area.top - size.cy);
  const int places = std::max(1, room / step + 1);
  const int place = count.fetch_add(1, std::memory_order_relaxed) % places;
  return {area.left + place * step, area.top + place * step};
}

}  // namespace

int startup_show_command(int otherwise) {
  STARTUPINFOW info{};
  info.cb = sizeof info;
  GetStartupInfoW(&info);
  return (info.dwFlags & STARTF_USESHOWWINDOW) != 0 ? info.wShowWindow : otherwise;
}

int resolve_default_placement(CREATESTRUCTW& create, const Window& window) {
  int show_command = SW_SHOW;
  const bool default_size = create.cx == CW_USEDEFAULT;
  const bool default_position = create.x == CW_USEDEFAULT;
  if (!default_size && !default_position) return show_command;
  if ((window.style & (WS_CHILD | WS_POPUP)) != 0) {
    if (default_position) create.x = create.y = 0;
    if (default_size) create.cx = create.cy = 0;
    return show_command;
  }
  const RECT area = primary_monitor().work_area;
  if (default_size) {
    create.cx = (area.right - area.left) * 3 / 4;
    create.cy = (area.bottom - area.top) * 3 / 4;
  }
  if (default_position) {
    // "If y is some other value, the window manager calls ShowWindow with y."
    if (create.y != CW_USEDEFAULT) show_command = create.y;
    const POINT position = next_position(area, {create.cx, create.cy});
    create.x = position.x;
    create.y = position.y;
  }
  return show_command;
}

}  // namespace transom::user
