// printf by Microsoft's rules, for both kinds of characters.
//
// What differs from the system's: %s, %c and %S, %C mean the function's own and the other kind of
// character; %h and %l or %w before them mean narrow and wide; %l before a number takes 32 bits,
// since `long` has 32 there; %I64, %I32, %I; %p prints sixteen digits.
// https://learn.microsoft.com/cpp/c-runtime-library/format-specification-syntax-printf-and-wprintf-functions
#pragma once

#include <cstdarg>
#include <string>

namespace transom::msvcrt {

std::string format(const char* pattern, va_list arguments);
std::u16string format(const char16_t* pattern, va_list arguments);

}  // namespace transom::msvcrt
