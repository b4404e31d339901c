// The desktop window and the monitors that it lies on.
// https://learn.microsoft.com/windows/win32/gdi/multiple-display-monitors
#pragma once

#include <optional>
#include <vector>

#include "base/win32.h"
#include "host/display.h"
#include "user32/window/window.h"

namespace transom::user {

// The monitors as they are now, the primary one first. Takes no lock of ours while it asks the
// host.
const std::vector<host::Monitor>& monitors();
const host::Monitor& primary_monitor();
// The monitor that shares most with the rectangle, or the nearest.
const host::Monitor& nearest_monitor(const RECT& rect);
// The same where some of the rectangle must be on it.
const host::Monitor* monitor_at(const RECT& rect);
// All monitors together.
RECT virtual_screen();

HMONITOR monitor_handle(const host::Monitor& monitor);
const host::Monitor* find_monitor(HMONITOR handle);

// The host's monitors changed: reads them again, sizes the desktop window. Whoever calls it tells
// the windows (WM_DISPLAYCHANGE).
void refresh_monitors();
// SPI_SETWORKAREA: what the task bars leave of the monitor that `area` lies on.
void set_work_area(const RECT& area);

}  // namespace transom::user
