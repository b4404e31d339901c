// GetStringType: what kind of character each one is.
// https://learn.microsoft.com/windows/win32/api/stringapiset/nf-stringapiset-getstringtypew
#include <optional>

#include "base/icu_library.h"
#include "base/last_error.h"
#include "kernel32/locale/counted_text.h"
#include "kernel32/text/characters.h"

#include <unicode/uchar.h>

namespace transom::kernel {
namespace {

UCharCategory category_of(char16_t c) {
  if (!base::icu_available()) return U_UNASSIGNED;
  return static_cast<UCharCategory>(TRANSOM_ICU(u_charType)(c));
}

bool is_space(char16_t c) {
  if (c < 0x80) return c == u' ' || (c >= u'\t' && c <= u'\r');
  return c == 0x85 || (U_MASK(category_of(c)) & U_GC_Z_MASK) != 0;
}

bool is_control(char16_t c) {
  return c < 0x20 || (c >= 0x7F && c <= 0x9F);
}

bool is_punctuation(char16_t c) {
  if (c < 0x80) return c > u' ' && c != 0x7F && !is_letter_or_digit(c);
  return (U_MASK(category_of(c)) & (U_GC_P_MASK | U_GC_S_MASK)) != 0;
}

bool is_digit(char16_t c) {
  return c < 0x80 ? c >= u'0' && c <= u'9' : category_of(c) == U_DECIMAL_DIGIT_NUMBER;
}

WORD class_of(char16_t c) {
  WORD bits = c < 0x80 || category_of(c) != U_UNASSIGNED ? C1_DEFINED : 0;
  if (is_upper(c)) bits |= C1_UPPER;
  if (is_lower(c)) bits |= C1_LOWER;
  if (is_letter(c)) bits |= C1_ALPHA;
  if (is_digit(c)) bits |= C1_DIGIT;
  if (is_space(c)) bits |= C1_SPACE;
  if (is_punctuation(c)) bits |= C1_PUNCT;
  if (is_control(c)) bits |= C1_CNTRL;
  if (c == u'\t' || c == u' ' || c == 0xA0) bits |= C1_BLANK;
  const bool hexadecimal = (c >= u'0' && c <= u'9') || ((c | 32) >= u'a' && (c | 32) <= u'f');
  if (hexadecimal && c < 0x80) bits |= C1_XDIGIT;
  return bits;
}

WORD direction_of(char16_t c) {
  if (!base::icu_available()) return c < 0x80 && is_letter(c) ? C2_LEFTTORIGHT : C2_OTHERNEUTRAL;
  switch (TRANSOM_ICU(u_charDirection)(c)) {
    case U_LEFT_TO_RIGHT:
      return C2_LEFTTORIGHT;
    case U_RIGHT_TO_LEFT:
    case U_RIGHT_TO_LEFT_ARABIC:
      return C2_RIGHTTOLEFT;
    case U_EUROPEAN_NUMBER:
      return C2_EUROPENUMBER;
    case U_EUROPEAN_NUMBER_SEPARATOR:
      return C2_EUROPESEPARATOR;
    case U_EUROPEAN_NUMBER_TERMINATOR:
      return C2_EUROPETERMINATOR;
    case U_ARABIC_NUMBER:
      return C2_ARABICNUMBER;
    case U_COMMON_NUMBER_SEPARATOR:
      return C2_COMMONSEPARATOR;
    case U_BLOCK_SEPARATOR:
      return C2_BLOCKSEPARATOR;
    case U_SEGMENT_SEPARATOR:
      return C2_SEGMENTSEPARATOR;
    case U_WHITE_SPACE_NEUTRAL:
      return C2_WHITESPACE;
    case U_OTHER_NEUTRAL:
      return C2_OTHERNEUTRAL;
    default:
      return C2_NOTAPPLICABLE;
  }
}

bool in(char16_t c, char16_t first, char16_t last) {
  return c >= first && c <= last;
}

// The widths and scripts of East Asia.
WORD east_asian_bits(char16_t c) {
  WORD bits = 0;
  if (in(c, 0x3041, 0x309F)) bits |= C3_HIRAGANA | C3_FULLWIDTH;
  if (in(c, 0x30A0, 0x30FF)) bits |= C3_KATAKANA | C3_FULLWIDTH;
  if (in(c, 0xFF66, 0xFF9F)) bits |= C3_KATAKANA | C3_HALFWIDTH;
  if (in(c, 0x4E00, 0x9FFF) || in(c, 0x3400, 0x4DBF) || in(c, 0xF900, 0xFAFF)) {
    bits |= C3_IDEOGRAPH | C3_FULLWIDTH;
  }
  if (in(c, 0xFF01, 0xFF60)) bits |= C3_FULLWIDTH;
  if (in(c, 0x20, 0x7E)) bits |= C3_HALFWIDTH;
  return bits;
}

WORD text_bits_of(char16_t c) {
  WORD bits = east_asian_bits(c);
  if (is_letter(c)) bits |= C3_ALPHA;
  if (is_punctuation(c)) bits |= C3_SYMBOL;
  if (c >= 0x300 && category_of(c) == U_NON_SPACING_MARK) bits |= C3_NONSPACING | C3_DIACRITIC;
  if (c == 0x0640) bits |= C3_KASHIDA;
  if (in(c, 0xD800, 0xDBFF)) bits |= C3_HIGHSURROGATE;
  if (in(c, 0xDC00, 0xDFFF)) bits |= C3_LOWSURROGATE;
  if (c == u'\'' || c == u'-' || c == 0xAD || in(c, 0x2010, 0x2019)) bits |= C3_LEXICAL;
  return bits;
}

WINBOOL classify(DWORD kind, const std::optional<std::u16string>& text, WORD* types) {
  WORD(*type_of)
  (char16_t) = kind == CT_CTYPE1   ? class_of
               : kind == CT_CTYPE2 ? direction_of
               : kind == CT_CTYPE3 ? text_bits_of
                                   : nullptr;
  if (type_of == nullptr || !text || types == nullptr) return base::fail(ERROR_INVALID_PARAMETER);
  for (const char16_t c : *text) *types++ = type_of(c);
  return TRUE;
}

}  // namespace
}  // namespace transom::kernel

using namespace transom::kernel;

// Tells of each character which class (CT_CTYPE1), direction (2) or script (3) it has; with the end
// where the length is -1. Last errors: ERROR_INVALID_PARAMETER.
WINBOOL WINAPI GetStringTypeW(DWORD kind, LPCWCH text, int length, LPWORD types) {
  return classify(kind, counted_with_end(text, length), types);
}
WINBOOL WINAPI GetStringTypeA(LCID, DWORD kind, LPCSTR text, int length, LPWORD types) {
  return classify(kind, counted_with_end(text, length), types);
}
WINBOOL WINAPI GetStringTypeExW(LCID, DWORD kind, LPCWCH text, int length, LPWORD types) {
  return classify(kind, counted_with_end(text, length), types);
}
WINBOOL WINAPI GetStringTypeExA(LCID, DWORD kind, LPCSTR text, int length, LPWORD types) {
  return classify(kind, counted_with_end(text, length), types);
}
