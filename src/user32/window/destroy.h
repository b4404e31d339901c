// The end of windows.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-destroywindow
#pragma once

#include "base/win32.h"
#include "user32/window/window.h"

namespace transom::user {

struct ThreadState;

// A window whose creation failed: WM_NCDESTROY and nothing else.
void abandon_window(Window& window);

// WM_PARENTNOTIFY to the ancestors of a child, unless it has WS_EX_NOPARENTNOTIFY.
void notify_parent(Window& window, WORD event);

// The windows that a thread leaves behind end with it, without a word: the thread's procedures are
// not called again. The thread itself calls this.
void destroy_windows_of(ThreadState& thread);

// Says who owns the window; keeps the owners' counts. Under the lock.
void set_owner(Window& window, Window* owner);

}  // namespace transom::user
