// What is known about a scroll bar, a window's standard ones (WS_HSCROLL, WS_VSCROLL) or a control.
// Changed by the owning thread under the USER lock; other threads read a standard bar's under it.
// https://learn.microsoft.com/windows/win32/controls/about-scroll-bars
#pragma once

#include <algorithm>
#include <cstdint>

#include "base/win32.h"

namespace transom::user {

enum class ScrollBarPart { kNone, kLineUp, kPageUp, kThumb, kPageDown, kLineDown };

struct ScrollBarState {
  int minimum = 0;
  int maximum = 100;
  UINT page = 0;
  int position = 0;
  int track_position = 0;           // differs from `position` while the user drags the thumb
  UINT disabled = ESB_ENABLE_BOTH;  // ESB_DISABLE_ bits

  bool stale = false;  // changed since it was last drawn, and not to be drawn then

  // While the mouse works the bar.
  ScrollBarPart pressed = ScrollBarPart::kNone;  // drawn as held down
  int dragged_thumb = kNotDragged;               // where the thumb begins, in pixels

  static constexpr int kNotDragged = -1;
  bool dragged() const { return dragged_thumb != kNotDragged; }

  // The highest position that scrolls: with a page, its last line is the range's last.
  std::int64_t last_position() const {
    return std::int64_t{maximum} - std::max<std::int64_t>(std::int64_t{page} - 1, 0);
  }
  // There is anything to scroll.
  bool scrolls() const { return last_position() > minimum; }
};

struct ScrollBars {
  ScrollBarState horizontal;
  ScrollBarState vertical;

  ScrollBarState& of(int bar) { return bar == SB_VERT ? vertical : horizontal; }
};

}  // namespace transom::user
