// The standard scroll bars of list views and tree views.
#pragma once

#include "base/win32.h"

namespace transom::comctl {

// Makes the bar (SB_HORZ, SB_VERT) show `page` of `size` from `position` on, which is brought into
// range.
void set_scroll_bar(HWND control, int bar, int size, int page, LONG& position);

// How far the user's actions lead, in the control's unit.
struct ScrollSteps {
  int line;
  int page = 0;  // 0: what the bar shows at once, but for a line
  int unit = 1;  // what one of the bar's units is
};

// Where WM_HSCROLL or WM_VSCROLL with an SB_ number leads from `now`.
int scrolled_position(HWND control, int bar, WORD what, int now, const ScrollSteps& steps);

}  // namespace transom::comctl
