// Arranging windows.
#pragma once

#include "base/win32.h"

namespace transom::user {

// The place of a cascade's window in an area, the first being in the upper left corner. After the
// one in the lower right corner it begins again.
RECT cascade_place(const RECT& area, int index);

}  // namespace transom::user
