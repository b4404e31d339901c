// SCROLLINFO to and from a scroll bar's state.
// https://learn.microsoft.com/windows/win32/api/winuser/ns-winuser-scrollinfo
#pragma once

#include "base/win32.h"
#include "user32/control/scroll_bars.h"

namespace transom::user {

// A pointer to a structure with a size that there is (with or without nTrackPos) and with no mask
// bits but the documented ones.
bool is_scroll_info(const SCROLLINFO* info);
// Takes the values that the mask names. Page and position that lie outside the range become the
// nearest within it; a maximum below the minimum makes the range empty.
void set_scroll_values(ScrollBarState& state, const SCROLLINFO& info);
// Whether there was anything to get.
bool get_scroll_values(const ScrollBarState& state, SCROLLINFO& info);

// What SetScrollPos and SetScrollRange ask for.
SCROLLINFO scroll_position(int position);
SCROLLINFO scroll_range(int minimum, int maximum);

}  // namespace transom::user
