// Linux's errors in Windows' numbers.
#pragma once

#include <cerrno>
#include <string>

#include "base/win32.h"

namespace transom::kernel {

DWORD error_of(int number);
// As error_of(errno), for a path: a missing folder is ERROR_PATH_NOT_FOUND, a missing file in a
// folder that is there ERROR_FILE_NOT_FOUND.
DWORD path_error(const std::string& host_path);

}  // namespace transom::kernel
