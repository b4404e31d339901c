// Bringing what was drawn to the display.
#pragma once

#include "user32/message/thread_state.h"
#include "user32/window/window.h"

namespace transom::user {

// Hands the damage of the thread's top-level surfaces to the display host. Called before the thread
// sleeps, when PeekMessage finds nothing, and by GdiFlush; nothing to do costs one load.
void present_damage(ThreadState& thread);

// Remembers the damage of a new surface of a top-level window.
void track_surface(Window& window, gdi::Surface& surface);
// A thread that is not the window's has drawn in it: its owner may sleep on, so present now.
void present_if_foreign(HWND window);

}  // namespace transom::user
