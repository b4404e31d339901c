// LockWindowUpdate: one window at a time whose tree does not show what is drawn in it.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-lockwindowupdate
#pragma once

#include "user32/window/window.h"

namespace transom::user {

// The window is the locked one or lies within it. The USER lock is held.
bool is_update_locked(const Window& window);
// What would have been drawn is to be painted after unlocking. The USER lock is held.
void note_locked_drawing(Window& window);
// The window goes.
void forget_update_lock(Window& window);

}  // namespace transom::user
