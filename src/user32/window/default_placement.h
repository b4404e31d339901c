// Where a window goes when its program leaves that to the system.
#pragma once

#include "base/win32.h"
#include "user32/window/window.h"

namespace transom::user {

// Replaces CW_USEDEFAULT in position and size. Returns the command by which the window is to be
// shown if it has WS_VISIBLE.
int resolve_default_placement(CREATESTRUCTW& create, const Window& window);

// STARTUPINFO's wShowWindow, if whoever started the program gave one; `otherwise` if not.
int startup_show_command(int otherwise);

}  // namespace transom::user
