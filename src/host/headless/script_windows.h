// The windows that a script talks about.
#pragma once

#include <string>

#include "base/win32.h"

namespace transom::host {

// The topmost visible top-level window with that title (all of it, or else a part); null: none.
HWND find_titled_window(const std::string& title);
// The topmost visible top-level window with a caption, or else any.
HWND first_visible_window();
bool is_usable(HWND window);

}  // namespace transom::host
