#include "user32/control/scroll_bar_place.h"

#include "user32/control/scroll_bar_control.h"
#include "user32/control/scroll_values.h"
#include "user32/lock.h"
#include "user32/nonclient/frame.h"
#include "user32/paint/dc_cache.h"
#include "user32/window/position.h"
#include "user32/window/tree.h"

namespace transom::user {
namespace {

bool has_standard_bars(const Window& window) {
  return window.scroll_bars != nullptr || (window.style & (WS_HSCROLL | WS_VSCROLL)) != 0;
}

// Where the bar lies in window coordinates.
RECT standard_area(Window& window, int bar) {
  const FrameLayout layout = frame_layout(window);
  return bar == SB_VERT ? layout.vertical_scroll : layout.horizontal_scroll;
}

RECT moved(const RECT& rect, int dx, int dy) {
  return {rect.left + dx, rect.top + dy, rect.right + dx, rect.bottom + dy};
}

ScrollBarPlace place_of_control(Window& window) {
  auto* control = dynamic_cast<ScrollBarControl*>(window.control);
  if (control == nullptr || control->size_box()) return {};
  UserLock lock;
  return {&window, SB_CTL, &control->state, control->vertical(), screen_client_rect(window)};
}

void redraw_standard(Window& window, int bar) {
  if ((window.style & scroll_bar_style(bar)) == 0 || !IsWindowVisible(window.handle)) return;
  const WindowDc dc(window, nullptr, kUseStyle | DCX_WINDOW | DCX_CACHE);
  draw_standard_scroll_bar(window, dc, bar, standard_area(window, bar));
}

// A bar that has nothing to scroll is hidden, or shown without life; else it is there and works.
void follow_values(Window& window, int bar, const ScrollBarState& state, UINT mask) {
  const bool scrolls = state.scrolls(), keep = (mask & SIF_DISABLENOSCROLL) != 0;
  const bool shown = scrolls || keep;
  if (shown) set_disabled_arrows(window, bar, scrolls ? ESB_ENABLE_BOTH : ESB_DISABLE_BOTH);
  if (bar != SB_CTL) {
    show_standard_scroll_bars(window, scroll_bar_style(bar), shown);
  } else if (shown && scrolls != (IsWindowEnabled(window.handle) != 0)) {
    EnableWindow(window.handle, scrolls);
  }
}

}  // namespace

ScrollBarPlace make_scroll_bar(Window& window, int bar) {
  if (bar == SB_CTL) return place_of_control(window);
  UserLock lock;
  if (!window.scroll_bars) window.scroll_bars = std::make_unique<ScrollBars>();
  RECT area = standard_area(window, bar);
  const RECT frame = screen_rect(window);
  area = moved(area, frame.left, frame.top);
  return {&window, bar, &window.scroll_bars->of(bar), bar == SB_VERT, area};
}

ScrollBarPlace find_scroll_bar(Window& window, int bar) {
  if (bar != SB_CTL && !has_standard_bars(window)) return {};
  return make_scroll_bar(window, bar);
}

const ScrollBarState* look_at_standard_bar(const Window& window, int bar) {
  static const ScrollBarState fresh;
  if (!has_standard_bars(window)) return nullptr;
  return window.scroll_bars ? &window.scroll_bars->of(bar) : &fresh;
}

void redraw_scroll_bar(Window& window, int bar) {
  if (bar == SB_CTL) {
    RedrawWindow(window.handle, nullptr, nullptr, RDW_INVALIDATE | RDW_UPDATENOW);
  } else {
    redraw_standard(window, bar);
  }
}

bool show_standard_scroll_bars(Window& window, DWORD styles, bool show) {
  const DWORD style = show ? window.style | styles : window.style & ~styles;
  if (style == window.style) return false;
  {
    UserLock lock;
    window.style = style;
  }
  WINDOWPOS change{};
  change.hwnd = window.handle;
  change.flags = SWP_NOSIZE | SWP_NOMOVE | SWP_NOZORDER | SWP_NOACTIVATE | SWP_FRAMECHANGED;
  set_window_pos(window, change);
  return true;
}

bool set_disabled_arrows(Window& window, int bar, UINT arrows) {
  const ScrollBarPlace place = make_scroll_bar(window, bar);
  if (!place || place.state->disabled == arrows) return false;
  UserLock lock;
  place.state->disabled = arrows;
  return true;
}

// A list that grows changes its bar with every item: what would look the same is not drawn again.
int change_scroll_bar(Window& window, int bar, const SCROLLINFO& info, bool redraw) {
  const WindowRef keep(&window);
  const ScrollBarPlace place = make_scroll_bar(window, bar);
  if (!place) return 0;
  const ScrollBarGeometry before = place.geometry();
  const UINT disabled_before = place.state->disabled;
  {
    UserLock lock;
    set_scroll_values(*place.state, info);
  }
  const int position = place.state->position;
  if (info.fMask & (SIF_RANGE | SIF_PAGE | SIF_DISABLENOSCROLL)) {
    follow_values(window, bar, *place.state, info.fMask);
  }
  if (window.destroyed) return position;
  ScrollBarState& state = *place.state;
  state.stale |= before != place.geometry() || disabled_before != state.disabled;
  if (redraw && std::exchange(state.stale, false)) redraw_scroll_bar(window, bar);
  return position;
}

}  // namespace transom::user
