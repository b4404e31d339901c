// The modal loops that presses on the frame start: moving and sizing, caption buttons and the
// search for help; scroll bars have theirs in control/scroll_tracking.h. On the window's own
// thread; the window may be gone afterwards.
#pragma once

#include "base/win32.h"
#include "user32/window/window.h"

namespace transom::user {

// SC_MOVE and SC_SIZE, by mouse (low bits: where it was grabbed) or keyboard (low bits 0). Sends
// WM_ENTERSIZEMOVE, WM_MOVING or WM_SIZING for each step, WM_EXITSIZEMOVE.
// https://learn.microsoft.com/windows/win32/winmsg/wm-entersizemove
void move_or_size(Window& window, WPARAM command, POINT screen);

// A press on HTCLOSE, HTMINBUTTON, HTMAXBUTTON or HTHELP: the command is sent when the button comes
// up over it.
void track_caption_button(Window& window, int hit_test, LPARAM position);

// SC_CONTEXTHELP: the next click asks what it hits for help.
// https://learn.microsoft.com/windows/win32/shell/wm-help
void find_help(Window& window);
// WM_HELP with a HELPINFO about `window`.
void send_help(Window& window);

}  // namespace transom::user
