// Opening files: CreateFile, and what is made of it.
#pragma once

#include <string_view>

#include "base/win32.h"

namespace transom::kernel {

struct OpenRequest {
  DWORD access = 0, share = 0, disposition = OPEN_EXISTING, flags = 0;
};

// INVALID_HANDLE_VALUE with the last error set. On success the last error is ERROR_ALREADY_EXISTS
// where CREATE_ALWAYS or OPEN_ALWAYS met a file, else 0.
HANDLE open_file(std::u16string_view path, const OpenRequest& request);

}  // namespace transom::kernel
