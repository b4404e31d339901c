// scanf by Microsoft's rules, for both kinds of characters.
//
// %s, %c and %[ store the function's own kind of characters, %S and %C the other; %h and %l or %w
// before them mean narrow and wide; %l before a number stores 32 bits, since `long` and LONG have
// 32 there: a program that reads into a `long` has to clear it first. %I64 and %ll store 64 bits.
// The _s functions take the size of the target behind every %s, %c and %[.
// https://learn.microsoft.com/cpp/c-runtime-library/format-specification-fields-scanf-and-wscanf-functions
#pragma once

#include <cstdarg>
#include <cstdint>

namespace transom::msvcrt {

enum class Sizes { kNotGiven, kGiven };

// Where the characters come from. One that was taken back is the next.
class ScanSource {
 public:
  static constexpr int32_t kEnd = -1;
  virtual ~ScanSource() = default;
  virtual int32_t take() = 0;
  virtual void put_back(int32_t character) = 0;
};

// The number of stored fields; -1 where the source ended before the first.
int scan(ScanSource& source, const char* pattern, va_list arguments, Sizes sizes);
int scan(ScanSource& source, const char16_t* pattern, va_list arguments, Sizes sizes);

}  // namespace transom::msvcrt
