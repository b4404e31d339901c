// wsprintf's formatting, which is not printf's: no floating point, `%s` and `%c` are of the
// function's own width, `%S` and `%C` of the other, at most 1,024 characters with the end.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-wsprintfw
#pragma once

#include <cstdarg>
#include <string>

namespace transom::user {

enum class Width { kNarrow, kWide };

std::u16string format_text(std::u16string_view format, Width own, va_list& arguments);

inline constexpr std::size_t kLongestFormatted = 1023;

}  // namespace transom::user
