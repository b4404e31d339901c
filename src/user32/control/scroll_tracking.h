// The loop in which the mouse works a scroll bar.
#pragma once

#include "base/win32.h"
#include "user32/window/window.h"

namespace transom::user {

// From a press at `screen` to the release: arrows and shaft repeat while the pointer stays on them,
// the thumb follows the pointer and snaps back while that is far from the bar. Sends WM_HSCROLL or
// WM_VSCROLL to the window (a control: to its parent), last of all SB_ENDSCROLL. `bar` is SB_HORZ,
// SB_VERT or SB_CTL. The window may be gone afterwards.
// https://learn.microsoft.com/windows/win32/controls/wm-vscroll
void track_scroll_bar(Window& window, int bar, POINT screen);
// One request to whoever the bar belongs to; `position` with SB_THUMBTRACK and SB_THUMBPOSITION.
void send_scroll_request(Window& window, int bar, WORD request, int position = 0);

}  // namespace transom::user
