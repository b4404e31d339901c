// How LoadCursor reads a module's resources; the icon code fills it in.
#pragma once

#include "base/win32.h"

namespace transom::user {

// Null with the last error set: no such resource.
inline HCURSOR (*cursor_from_resource)(HINSTANCE module, LPCWSTR name) = nullptr;

}  // namespace transom::user
