// Patterns of printf. Every argument is text that ends in enough nulls for both kinds of
// characters.
#include <cstdarg>

#include "msvcrt/format.h"
#include "tests/fuzz/fuzz_input.h"
#include "tests/fuzz/fuzz_target.h"

namespace {

template <class Char>
void format(const Char* pattern, ...) {
  va_list arguments;
  va_start(arguments, pattern);
  transom::msvcrt::format(pattern, arguments);
  va_end(arguments);
}

template <class Char>
void format_texts(const std::basic_string<Char>& pattern) {
  if (transom::fuzz::asks_for_much(pattern, 8)) return;
  alignas(8) char text[64] = "a\0b\0c";
  format(pattern.c_str(), text, text, text, text, text, text, text, text);
}

}  // namespace

TRANSOM_FUZZ(formats) {
  format_texts(transom::fuzz::narrow_text(bytes));
  format_texts(transom::fuzz::wide_text(bytes));
}
