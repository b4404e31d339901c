// Characters beyond the 16 bits of one unit.
#pragma once

#include <string_view>

namespace transom::gdi {

// Reads one character of UTF-16 at `at` and moves past it; a lone surrogate stands for itself.
inline char32_t next_character(std::u16string_view text, std::size_t& at) {
  const char32_t first = text[at++];
  if (first < 0xD800 || first > 0xDBFF || at >= text.size()) return first;
  const char32_t second = text[at];
  if (second < 0xDC00 || second > 0xDFFF) return first;
  ++at;
  return 0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00);
}

}  // namespace transom::gdi
