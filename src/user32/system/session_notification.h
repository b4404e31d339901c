// Windows that asked for changes of their session (WTSRegisterSessionNotification).
#pragma once

#include "base/win32.h"

namespace transom::user {

void tell_session_registrations(WPARAM event, DWORD session);

}  // namespace transom::user
