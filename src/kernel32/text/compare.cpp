#include "kernel32/text/compare.h"

#include <algorithm>
#include <memory>
#include <mutex>

#include "base/icu_library.h"
#include "base/text.h"

#include <unicode/uchar.h>
#include <unicode/ucol.h>

namespace transom::kernel {
namespace {

bool is_ascii(std::u16string_view text) {
  return std::all_of(text.begin(), text.end(), [](char16_t c) { return c < 0x80; });
}

// The place of a character in a dictionary: punctuation, digits, letters without regard to case.
int ascii_weight(char16_t c) {
  if (c >= u'a' && c <= u'z') return 0x300 + (c - u'a');
  if (c >= u'A' && c <= u'Z') return 0x300 + (c - u'A');
  if (c >= u'0' && c <= u'9') return 0x200 + (c - u'0');
  return c;
}

bool is_ascii_upper(char16_t c) {
  return c >= u'A' && c <= u'Z';
}

// Windows sorts by words: hyphen and apostrophe count only where the rest is equal.
bool is_minor(char16_t c) {
  return c == u'-' || c == u'\'';
}

int compare_weights(std::u16string_view a, std::u16string_view b) {
  std::size_t i = 0, j = 0;
  while (true) {
    while (i < a.size() && is_minor(a[i])) ++i;
    while (j < b.size() && is_minor(b[j])) ++j;
    if (i == a.size() || j == b.size()) return (i < a.size()) - (j < b.size());
    const int difference = ascii_weight(a[i++]) - ascii_weight(b[j++]);
    if (difference != 0) return difference < 0 ? -1 : 1;
  }
}

int compare_case(std::u16string_view a, std::u16string_view b) {
  for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i) {
    const int difference = is_ascii_upper(a[i]) - is_ascii_upper(b[i]);
    if (difference != 0) return difference;
  }
  return 0;
}

int compare_ascii(std::u16string_view a, std::u16string_view b, Case letters) {
  const int primary = compare_weights(a, b);
  if (primary != 0) return primary;
  const int by_case = letters == Case::kRespected ? compare_case(a, b) : 0;
  if (by_case != 0) return by_case;
  const auto minors = [](std::u16string_view text) {
    return std::count_if(text.begin(), text.end(), is_minor);
  };
  const auto difference = minors(a) - minors(b);
  return difference < 0 ? -1 : difference > 0 ? 1 : 0;
}

int compare_by_icu(std::u16string_view a, std::u16string_view b, Case letters) {
  static std::mutex mutex;
  static UCollator* collator = [] {
    UErrorCode error = U_ZERO_ERROR;
    return TRANSOM_ICU(ucol_open)("en_US", &error);
  }();
  std::lock_guard lock(mutex);
  TRANSOM_ICU(ucol_setStrength)
  (collator, letters == Case::kIgnored ? UCOL_SECONDARY : UCOL_TERTIARY);
  return TRANSOM_ICU(ucol_strcoll)(collator, a.data(), static_cast<int32_t>(a.size()), b.data(),
                                   static_cast<int32_t>(b.size()));
}

}  // namespace

int compare_text(std::u16string_view a, std::u16string_view b, Case letters) {
  if ((is_ascii(a) && is_ascii(b)) || !base::icu_available()) return compare_ascii(a, b, letters);
  return compare_by_icu(a, b, letters);
}

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
