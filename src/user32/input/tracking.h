// TrackMouseEvent: hovering and leaving.
//
// One request an input state. Leaving is noticed when the next mouse event is retrieved, or when
// the mouse has gone to another thread's windows (hardware.cpp tells).
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-trackmouseevent
#pragma once

#include "base/win32.h"
#include "user32/message/thread_state.h"
#include "user32/window/window.h"

namespace transom::user {

// A mouse event was retrieved for `window` (null: none of the thread's) with this hit-test code.
void track_mouse(ThreadState& thread, HWND window, int hit, POINT screen);
void forget_tracking(Window& window);

}  // namespace transom::user
