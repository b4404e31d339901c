// The two habits by which Windows functions hand text back.
#pragma once

#include <algorithm>
#include <string>

#include "base/last_error.h"
#include "base/win32.h"

namespace transom::kernel {

// GetModuleFileName's: what does not fit is cut, the buffer is ended, the size is returned with
// ERROR_INSUFFICIENT_BUFFER.
template <class Char>
DWORD copy_truncated(const std::basic_string<Char>& text, Char* buffer, DWORD size) {
  if (buffer == nullptr || size == 0) return base::fail<DWORD>(ERROR_INSUFFICIENT_BUFFER);
  const std::size_t count = std::min<std::size_t>(text.size(), size - 1);
  std::copy_n(text.data(), count, buffer);
  buffer[count] = 0;
  if (count < text.size()) return base::fail<DWORD>(ERROR_INSUFFICIENT_BUFFER, size);
  base::set_last_error(ERROR_SUCCESS);
  return static_cast<DWORD>(count);
}

// GetTempPath's and GetCurrentDirectory's: the length without the end when it fits, else nothing is
// written and the size needed, with the end, is returned.
template <class Char>
DWORD copy_or_tell_size(const std::basic_string<Char>& text, Char* buffer, DWORD size) {
  if (buffer == nullptr || text.size() >= size) return static_cast<DWORD>(text.size() + 1);
  std::copy_n(text.data(), text.size() + 1, buffer);
  return static_cast<DWORD>(text.size());
}

}  // namespace transom::kernel
