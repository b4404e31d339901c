// How the formatting functions hand out what they have made.
#pragma once

#include <optional>
#include <string>

#include "base/text.h"
#include "kernel32/text_result.h"

namespace transom::kernel {

// 0 where there is nothing to hand out; the last error is set.
inline int answer(const std::optional<std::u16string>& text, WCHAR* buffer, int size) {
  return text ? copy_ended_or_count(*text, base::as_char16(buffer), size) : 0;
}
inline int answer(const std::optional<std::u16string>& text, CHAR* buffer, int size) {
  return text ? copy_ended_or_count(base::to_ansi(*text), buffer, size) : 0;
}

}  // namespace transom::kernel
