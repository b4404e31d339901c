// The window class ScrollBar: its state, for the functions that SB_CTL hands to a control.
// https://learn.microsoft.com/windows/win32/controls/scroll-bars
#pragma once

#include "user32/control/control.h"
#include "user32/control/scroll_bars.h"
#include "user32/window/class.h"

namespace transom::user {

class ScrollBarControl : public Control {
 public:
  explicit ScrollBarControl(Window& window) : Control(window) { state.maximum = 0; }

  bool vertical() const { return has_style(SBS_VERT) && !size_box(); }
  bool size_box() const { return has_style(SBS_SIZEBOX | SBS_SIZEGRIP); }

  ScrollBarState state;
};

extern const SystemClass kScrollBarClass;

}  // namespace transom::user
