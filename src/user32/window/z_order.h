// The z-order of siblings: topmost windows above all others, owned windows above their owners.
// https://learn.microsoft.com/windows/win32/winmsg/window-features#z-order
#pragma once

#include <vector>

#include "base/win32.h"
#include "user32/window/window.h"

namespace transom::user {

// All under the USER lock.

// Takes the window (again) into its parent's list: `after` is HWND_TOP, HWND_BOTTOM, HWND_TOPMOST,
// HWND_NOTOPMOST or a sibling. Owned windows come along where they would lie below their owner.
// Returns those, topmost first.
std::vector<HWND> insert_in_z_order(Window& window, HWND after);

// The place of a window that becomes active as it is put behind `after`: the top of the group,
// topmost or not, that it belongs to there.
HWND top_of_group(const Window& window, HWND after);

// Whether insert_in_z_order would leave everything as it is.
bool is_in_place(const Window& window, HWND after);

// Windows refuses a sibling that is none: dead, or another parent's.
bool is_valid_insert_after(const Window& window, HWND after);

}  // namespace transom::user
