// The host's name of a file that a program names in either encoding.
#pragma once

#include <string>

#include "base/text.h"
#include "base/windows_path.h"

namespace transom::msvcrt {

inline std::string host_path(const char* path) {
  return base::host_path_of(std::string_view(path));
}
inline std::string host_path(const wchar_t* path) {
  return base::host_path_of(base::as_char16(path));
}

}  // namespace transom::msvcrt
