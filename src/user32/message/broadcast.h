// Whom a broadcast reaches.
#pragma once

#include <vector>

#include "base/win32.h"

namespace transom::user {

// All top-level windows, topmost first, disabled and invisible ones included; not the message-only
// ones. Handles, because windows may die while the broadcast goes round.
std::vector<HWND> broadcast_targets();

}  // namespace transom::user
