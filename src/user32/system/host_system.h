// What the machine reports (host/system/system_events.h), as messages to all top-level windows.
#pragma once

#include <memory>

#include "base/win32.h"
#include "host/system/system_events.h"

namespace transom::user {

host::SystemEvents& system_events();

// Sends to every top-level window; each may take its time, who hangs is passed over. `pointed`
// keeps what lParam points to.
void tell_all_windows(UINT message, WPARAM wparam, LPARAM lparam,
                      const std::shared_ptr<void>& pointed = {});
inline constexpr DWORD kWindowsPatience = 2'000;  // milliseconds a window, as for suspension

// The user is there: the first input after the machine woke up.
void note_user_activity();

}  // namespace transom::user
