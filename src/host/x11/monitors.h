// The monitors as RandR tells them, with what panels leave of each.
#pragma once

#include <vector>

#include "host/display.h"
#include "host/x11/window_manager.h"

namespace transom::host::x11 {

// Asks the server to report changes.
void watch_monitors(Connection& connection);
// The primary one first.
std::vector<Monitor> read_monitors(Connection& connection, const WindowManager& manager);

}  // namespace transom::host::x11
