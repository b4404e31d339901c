// Devices that come and go: WM_DEVICECHANGE to all windows, and to those that asked for a kind.
#pragma once

#include "base/win32.h"
#include "host/system/system_events.h"

namespace transom::user {

void tell_device(const host::DeviceProperties& device);

}  // namespace transom::user
