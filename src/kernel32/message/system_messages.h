// The system's own messages, in English, by Win32 error code.
#pragma once

#include <string>

#include "base/win32.h"

namespace transom::kernel {

// With a line's end; empty where there is none. Takes HRESULTs that carry a Win32 error, too.
std::string system_message(DWORD code);

}  // namespace transom::kernel
