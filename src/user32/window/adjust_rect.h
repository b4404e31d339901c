// How wide the frame is that the styles ask for.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-adjustwindowrectex
#pragma once

#include "base/win32.h"

namespace transom::user {

// Width of the frame on each side, in pixels, without WS_EX_CLIENTEDGE.
int border_width(DWORD style, DWORD ex_style);
// 0 without WS_CAPTION.
int caption_height(DWORD style, DWORD ex_style);
// Grows a client rectangle to the window's.
RECT adjust_window_rect(RECT client, DWORD style, DWORD ex_style, bool menu);
// WS_EX_WINDOWEDGE follows from the frame, whatever the program says.
DWORD with_window_edge(DWORD style, DWORD ex_style);

}  // namespace transom::user
