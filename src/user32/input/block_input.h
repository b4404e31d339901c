// BlockInput: while a thread blocks, only what that thread injects gets in.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-blockinput
#pragma once

#include "user32/input/input_queue.h"

namespace transom::user {

bool input_is_blocked(const HardwareEvent& event);

}  // namespace transom::user
