// What the targets make of their bytes.
#pragma once

#include <cstring>
#include <string>

#include "tests/fuzz/fuzz_target.h"

namespace transom::fuzz {

inline std::string narrow_text(Bytes bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

// Units of UTF-16, well-formed or not.
inline std::u16string wide_text(Bytes bytes) {
  std::u16string text(bytes.size() / sizeof(char16_t), u'\0');
  if (!text.empty()) std::memcpy(text.data(), bytes.data(), text.size() * sizeof(char16_t));
  return text;
}

// Takes numbers off the front; zeros where the bytes are at their end.
template <class Number>
Number take(Bytes& bytes) {
  Number number{};
  const std::size_t size = bytes.size() < sizeof number ? bytes.size() : sizeof number;
  if (size > 0) std::memcpy(&number, bytes.data(), size);
  bytes = bytes.subspan(size);
  return number;
}

// Up to the first null, which is taken too.
inline Bytes take_until_null(Bytes& bytes) {
  std::size_t size = 0;
  while (size < bytes.size() && bytes[size] != 0) ++size;
  const Bytes taken = bytes.first(size);
  bytes = bytes.subspan(size < bytes.size() ? size + 1 : size);
  return taken;
}

// Widths and precisions of a printf pattern may ask for any amount of blanks, and asterisks for as
// many as an argument says: right, but not what is looked for.
template <class Char>
bool asks_for_much(const std::basic_string<Char>& pattern, std::size_t most_arguments) {
  std::size_t percents = 0, digits = 0;
  for (const Char c : pattern) {
    percents += c == Char{'%'};
    digits = c >= Char{'0'} && c <= Char{'9'} ? digits + 1 : 0;
    if (c == Char{'*'} || digits > 3 || percents > most_arguments) return true;
  }
  return false;
}

}  // namespace transom::fuzz
