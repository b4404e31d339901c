// Files that the host's desktop drops on a window.
#pragma once

#include <string>
#include <vector>

#include "base/win32.h"

namespace transom::user {

// Posts WM_DROPFILES to the window at the point, or its nearest ancestor that accepts files
// (WS_EX_ACCEPTFILES). False: none does. Paths are the host's.
// https://learn.microsoft.com/windows/win32/shell/wm-dropfiles
bool drop_files(POINT screen, const std::vector<std::string>& paths);

// Whether it would be posted.
bool takes_files(POINT screen);

}  // namespace transom::user
