// Any scroll bar as one thing: a window's standard bars (SB_HORZ, SB_VERT) and a control (SB_CTL).
// For the owning thread.
#pragma once

#include "base/win32.h"
#include "user32/control/scroll_bar_draw.h"
#include "user32/control/scroll_bars.h"
#include "user32/window/window.h"

namespace transom::user {

struct ScrollBarPlace {
  Window* window = nullptr;
  int bar = SB_CTL;
  ScrollBarState* state = nullptr;
  bool vertical = false;
  RECT area{};  // on the screen; empty where the bar is not shown

  explicit operator bool() const { return state != nullptr; }
  int length() const { return vertical ? area.bottom - area.top : area.right - area.left; }
  ScrollBarGeometry geometry() const { return scroll_bar_geometry(*state, length()); }
  // How far a point on the screen is from the bar's beginning.
  int offset_of(POINT screen) const {
    return vertical ? screen.y - area.top : screen.x - area.left;
  }
};

// Empty where the window has no such bar: a standard bar that it never had, or SB_CTL for a window
// that is no scroll bar control.
ScrollBarPlace find_scroll_bar(Window& window, int bar);
// The same; makes the state of a standard bar that there is not yet.
ScrollBarPlace make_scroll_bar(Window& window, int bar);
// Draws the bar at once, where it can be seen. A control asks its parent for colours: callbacks.
void redraw_scroll_bar(Window& window, int bar);
// WS_HSCROLL and WS_VSCROLL with what follows from them: WM_WINDOWPOSCHANGING and its company.
// False: nothing changed.
bool show_standard_scroll_bars(Window& window, DWORD styles, bool show);

constexpr DWORD scroll_bar_style(int bar) {
  return bar == SB_VERT ? WS_VSCROLL : bar == SB_HORZ ? WS_HSCROLL : WS_VSCROLL | WS_HSCROLL;
}
// ESB_DISABLE_ bits. Whether that was a change.
bool set_disabled_arrows(Window& window, int bar, UINT arrows);
// SetScrollInfo with arguments that are known to be good; returns the position. Callbacks.
int change_scroll_bar(Window& window, int bar, const SCROLLINFO& info, bool redraw);
// The state of a window's standard bar that other threads may look at, too; null: it has none. The
// USER lock is held.
const ScrollBarState* look_at_standard_bar(const Window& window, int bar);

// GetScrollBarInfo, all but cbSize; the window is the calling thread's or the USER lock is held.
void describe_scroll_bar(const ScrollBarPlace& place, SCROLLBARINFO& info);

}  // namespace transom::user
