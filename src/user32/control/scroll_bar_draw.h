// Scroll bars as geometry and pixels, for the standard bars and for the control.
#pragma once

#include "base/win32.h"
#include "user32/control/scroll_bars.h"
#include "user32/window/window.h"

namespace transom::user {

// The parts of a bar along its direction, in pixels from its beginning.
struct ScrollBarGeometry {
  int length = 0;
  int arrow = 0;        // of each arrow
  int thumb_begin = 0;  // equal to thumb_end: there is no thumb
  int thumb_end = 0;

  bool operator==(const ScrollBarGeometry&) const = default;
};

ScrollBarGeometry scroll_bar_geometry(const ScrollBarState& state, int length);
ScrollBarPart scroll_bar_part(const ScrollBarGeometry& geometry, int offset);
// The position that a thumb beginning at `thumb_begin` stands for.
int position_of_thumb(const ScrollBarState& state, const ScrollBarGeometry& geometry,
                      int thumb_begin);

// `shaft`: a control's brush; null: the system's pattern.
void draw_scroll_bar(HDC dc, const RECT& bar, bool vertical, const ScrollBarState& state,
                     HBRUSH shaft = nullptr);
// Three diagonal strokes in the corner that sizes a window.
void draw_size_grip(HDC dc, const RECT& box);
// WS_VSCROLL's or WS_HSCROLL's bar; nothing where `area` is empty.
void draw_standard_scroll_bar(Window& window, HDC dc, int bar, const RECT& area);

}  // namespace transom::user
