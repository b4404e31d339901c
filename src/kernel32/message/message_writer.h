// The language of message definitions: inserts, escapes, lines of a certain width.
//
//  - "%1" is the first insert, a string; "%1!08x!" has a printf directive. A directive with
//    asterisks takes them before its value: from an array as inserts of their own, from a va_list
//    without a number.
//  - %n breaks the line, %r is a carriage return, %t a tab, %0 ends the text; "% ", "%.", "%!" and
//    "%%" are what follows the percent sign.
// https://learn.microsoft.com/windows/win32/api/winbase/nf-winbase-formatmessage#remarks
#pragma once

#include <cstdarg>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/win32.h"

namespace transom::kernel {

// The values of inserts, read as they are asked for.
class Inserts {
 public:
  // As FormatMessage gets them: nothing, a va_list, or an array.
  Inserts(va_list* arguments, bool is_array) : list_(arguments), is_array_(is_array) {}

  struct Value {
    std::vector<DWORD_PTR> stars;  // widths and precisions
    DWORD_PTR value = 0;
  };
  // Nothing: there are no arguments. `number` counts from 1.
  std::optional<Value> take(unsigned number, std::size_t stars);

 private:
  DWORD_PTR next() { return va_arg(*list_, DWORD_PTR); }

  va_list* list_;
  bool is_array_;
  std::vector<Value> read_;  // from the va_list, by number
};

struct MessageStyle {
  bool keeps_inserts = false;  // FORMAT_MESSAGE_IGNORE_INSERTS
  std::size_t width = 0;       // 0: lines as they are; npos: regular breaks are blanks
};

// Nothing: an ill-formed definition, or an insert without arguments.
template <class Char>
std::optional<std::basic_string<Char>> write_message(std::basic_string_view<Char> definition,
                                                     Inserts& inserts, const MessageStyle& style);

}  // namespace transom::kernel
