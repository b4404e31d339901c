// Files dropped on a window: what WM_DROPFILES carries.
// https://learn.microsoft.com/windows/win32/shell/clipboard#cf_hdrop
#pragma once

#include <string>
#include <vector>

#include "base/win32.h"

#include <shellapi.h>

namespace transom::shell {

// A block of global memory with Windows paths; the receiver gives it back by DragFinish. `point` is
// in the window's client area, or outside of it. Null: no memory.
HDROP make_drop(const std::vector<std::u16string>& paths, POINT point, bool outside_client);

}  // namespace transom::shell
