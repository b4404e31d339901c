// Timers of the system's own: caret, hover, scroll bars. WM_SYSTIMER, with identifiers of their
// own.
#pragma once

#include "base/win32.h"
#include "user32/window/window.h"

#ifndef WM_SYSTIMER
#define WM_SYSTIMER 0x0118
#endif

namespace transom::user {

// For windows of the calling thread. `procedure` is called by DispatchMessage; without one the
// window gets WM_SYSTIMER with the identifier in wParam. The window's end ends its timers.
void set_system_timer(Window& window, UINT_PTR id, UINT period, TIMERPROC procedure);
void kill_system_timer(Window& window, UINT_PTR id);

}  // namespace transom::user
