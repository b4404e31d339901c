// What the message core has to know of single messages.
#pragma once

#include "base/win32.h"

namespace transom::user {

// Messages below WM_USER whose parameters are pointers that die when the sender goes on. They
// cannot be posted, nor sent without waiting: ERROR_MESSAGE_SYNC_ONLY.
// https://learn.microsoft.com/windows/win32/winmsg/about-messages-and-message-queues#posting-messages
bool is_synchronous_only(UINT message);

}  // namespace transom::user
