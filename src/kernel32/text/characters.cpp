#include "kernel32/text/characters.h"

#include "base/icu_library.h"

#include <unicode/uchar.h>

namespace transom::kernel {

char16_t to_upper(char16_t c) {
  if (c < 0x80) return c >= u'a' && c <= u'z' ? static_cast<char16_t>(c - 32) : c;
  if (!base::icu_available()) return c;
  // sharp s and dotless i stay what they are, as on Windows.
  if (c == 0xDF || c == 0x131) return c;
  return static_cast<char16_t>(TRANSOM_ICU(u_toupper)(c));
}

char16_t to_lower(char16_t c) {
  if (c < 0x80) return c >= u'A' && c <= u'Z' ? static_cast<char16_t>(c + 32) : c;
  return base::icu_available() ? static_cast<char16_t>(TRANSOM_ICU(u_tolower)(c)) : c;
}

bool is_letter(char16_t c) {
  if (c < 0x80) return (c | 32) >= u'a' && (c | 32) <= u'z';
  return base::icu_available() && TRANSOM_ICU(u_isalpha)(c);
}

bool is_letter_or_digit(char16_t c) {
  if (c < 0x80) return is_letter(c) || (c >= u'0' && c <= u'9');
  return base::icu_available() && TRANSOM_ICU(u_isalnum)(c);
}

bool is_upper(char16_t c) {
  if (c < 0x80) return c >= u'A' && c <= u'Z';
  return base::icu_available() && TRANSOM_ICU(u_isupper)(c);
}

bool is_lower(char16_t c) {
  if (c < 0x80) return c >= u'a' && c <= u'z';
  return base::icu_available() && TRANSOM_ICU(u_islower)(c);
}

}  // namespace transom::kernel
