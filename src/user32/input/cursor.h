// The mouse pointer's shape.
//
// The system's cursors are handles of their own; `system_cursor_id` tells hosts which shape one is.
// Cursors that programs make or load from resources belong to the icon code.
// https://learn.microsoft.com/windows/win32/menurc/about-cursors
#pragma once

#include "base/module_api.h"
#include "base/win32.h"

namespace transom::user {

// The shared cursor of an IDC_ identifier; null when there is no such.
HCURSOR system_cursor(WORD id);
// The IDC_ identifier of a system cursor; 0 for others.
TRANSOM_MODULE_API WORD system_cursor_id(HCURSOR cursor);

}  // namespace transom::user
