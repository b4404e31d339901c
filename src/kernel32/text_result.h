// The habits by which Windows functions hand text back.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

#include "base/last_error.h"
#include "base/win32.h"

namespace transom::kernel {

// As much as fits before the end, which is always written: the number of characters before it.
// `size` is not 0.
template <class Char>
std::size_t copy_cut(std::basic_string_view<Char> text, Char* buffer, std::size_t size) {
  const std::size_t count = std::min(text.size(), size - 1);
  std::copy_n(text.data(), count, buffer);
  buffer[count] = 0;
  return count;
}

// GetClassName's and GetClipboardFormatName's: what does not fit is cut; no room is
// ERROR_INVALID_PARAMETER.
template <class Char>
int copy_name(const std::basic_string<Char>& name, Char* buffer, int size) {
  if (buffer == nullptr || size <= 0) return base::fail<int>(ERROR_INVALID_PARAMETER);
  return static_cast<int>(copy_cut<Char>(name, buffer, static_cast<std::size_t>(size)));
}

// GetModuleFileName's: what does not fit is cut, the buffer is ended, the size is returned with
// ERROR_INSUFFICIENT_BUFFER.
template <class Char>
DWORD copy_truncated(const std::basic_string<Char>& text, Char* buffer, DWORD size) {
  if (buffer == nullptr || size == 0) return base::fail<DWORD>(ERROR_INSUFFICIENT_BUFFER);
  const std::size_t count = copy_cut<Char>(text, buffer, size);
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

// The conversions' and the locale functions': with size 0 only the count is returned; what does not
// fit is cut, and the answer is 0 with ERROR_INSUFFICIENT_BUFFER. `text` has its end where the
// function counts it.
template <class Char>
int copy_or_count(std::basic_string_view<Char> text, Char* buffer, int size) {
  const int needed = static_cast<int>(text.size());
  if (size == 0) return needed;
  if (buffer == nullptr || size < 0) return base::fail<int>(ERROR_INVALID_PARAMETER);
  std::copy_n(text.data(), std::min(needed, size), buffer);
  return needed <= size ? needed : base::fail<int>(ERROR_INSUFFICIENT_BUFFER);
}

// The same for text that ends with a null character.
template <class Char>
int copy_ended_or_count(const std::basic_string<Char>& text, Char* buffer, int size) {
  return copy_or_count(std::basic_string_view<Char>(text.c_str(), text.size() + 1), buffer, size);
}

}  // namespace transom::kernel
