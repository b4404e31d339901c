// Windows that asked for power settings (RegisterPowerSettingNotification) and for suspension.
#pragma once

#include "base/win32.h"
#include "host/system/system_events.h"

namespace transom::user {

void tell_power_settings(const host::PowerStatus& before, const host::PowerStatus& now);
// To registered windows that broadcasts do not reach.
void tell_suspend_registrations(WPARAM event);

}  // namespace transom::user
