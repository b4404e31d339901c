#include "kernel32/locale/map_string.h"

#include <algorithm>

#include "base/icu_library.h"
#include "base/text.h"
#include "kernel32/text/characters.h"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/utrans.h>

namespace transom::kernel {
namespace {

std::u16string each(std::u16string_view text, char16_t (*map)(char16_t)) {
  std::u16string result(text);
  std::ranges::transform(result, result.begin(), map);
  return result;
}

std::u16string title_case(std::u16string_view text) {
  std::u16string result(text);
  bool inside = false;
  for (char16_t& c : result) {
    c = inside ? to_lower(c) : to_upper(c);
    inside = is_letter_or_digit(c) || c == u'\'';
  }
  return result;
}

bool has_dotless_i(const Locale& locale) {
  return locale.icu_name.starts_with("tr") || locale.icu_name.starts_with("az");
}

std::u16string change_case(const Locale& locale, std::u16string_view text, DWORD flags) {
  const DWORD letters = flags & LCMAP_TITLECASE;
  if (letters == 0) return std::u16string(text);
  if (letters == LCMAP_TITLECASE) return title_case(text);
  const bool upper = letters == LCMAP_UPPERCASE;
  if ((flags & LCMAP_LINGUISTIC_CASING) != 0 && has_dotless_i(locale)) {
    return each(
        text,
        upper
            ? [](char16_t c) { return c == u'i'        ? u'\u0130'
                                      : c == u'\u0131' ? u'I'
                                                       : to_upper(c); }
            : [](char16_t c) {
                return c == u'I' ? u'\u0131' : c == u'\u0130' ? u'i' : to_lower(c);
              });
  }
  return each(text, upper ? to_upper : to_lower);
}

// The syllables of both kanas lie in the same order.
constexpr char16_t kKanaDistance = 0x60;

char16_t to_katakana(char16_t c) {
  const bool hiragana = (c >= 0x3041 && c <= 0x3096) || c == 0x309D || c == 0x309E;
  return hiragana ? static_cast<char16_t>(c + kKanaDistance) : c;
}

char16_t to_hiragana(char16_t c) {
  const bool katakana = (c >= 0x30A1 && c <= 0x30F6) || c == 0x30FD || c == 0x30FE;
  return katakana ? static_cast<char16_t>(c - kKanaDistance) : c;
}

// By one of ICU's transforms; the text as it is where there is none.
std::u16string transliterated(std::u16string_view text, std::u16string_view transform) {
  if (!base::icu_available()) return std::u16string(text);
  UErrorCode error = U_ZERO_ERROR;
  UTransliterator* transliterator =
      TRANSOM_ICU(utrans_openU)(transform.data(), static_cast<int32_t>(transform.size()),
                                UTRANS_FORWARD, nullptr, 0, nullptr, &error);
  if (transliterator == nullptr) return std::u16string(text);
  std::u16string buffer(text);
  buffer.resize(text.size() * 3 + 16);
  auto length = static_cast<int32_t>(text.size());
  int32_t limit = length;
  TRANSOM_ICU(utrans_transUChars)
  (transliterator, buffer.data(), &length, static_cast<int32_t>(buffer.size()), 0, &limit, &error);
  TRANSOM_ICU(utrans_close)(transliterator);
  if (U_FAILURE(error)) return std::u16string(text);
  buffer.resize(static_cast<std::size_t>(length));
  return buffer;
}

bool is_mark(char16_t c) {
  return c >= 0x300 && base::icu_available() && TRANSOM_ICU(u_charType)(c) == U_NON_SPACING_MARK;
}

bool is_symbol(char16_t c) {
  if (c < 0x80) return c > u' ' && c != 0x7F && !is_letter_or_digit(c);
  if (!base::icu_available()) return false;
  return (U_MASK(TRANSOM_ICU(u_charType)(c)) & (U_GC_P_MASK | U_GC_S_MASK)) != 0;
}

std::u16string without_marks(std::u16string_view text) {
  std::u16string rest = normalized(text, NormalizationD);
  std::erase_if(rest, is_mark);
  return normalized(rest, NormalizationC);
}

// Compatibility characters: letters' presentation forms, widths.
bool is_compatible(char16_t c) {
  return c >= 0xF900 && c <= 0xFFEF;
}

std::u16string fold_compatible(std::u16string_view text) {
  std::u16string result;
  for (const char16_t c : text) {
    result += is_compatible(c) ? normalized({&c, 1}, NormalizationKC) : std::u16string(1, c);
  }
  return result;
}

char16_t fold_digit(char16_t c) {
  if (c < 0x80 || !base::icu_available()) return c;
  const int32_t value = TRANSOM_ICU(u_charDigitValue)(c);
  return value >= 0 ? static_cast<char16_t>(u'0' + value) : c;
}

struct Ligature {
  char16_t character;
  const char16_t* letters;
};
constexpr Ligature kLigatures[] = {
    {u'\u00C6', u"AE"},  {u'\u00E6', u"ae"},      {u'\u00DF', u"ss"}, {u'\u0152', u"OE"},
    {u'\u0153', u"oe"},  {u'\u0132', u"IJ"},      {u'\u0133', u"ij"}, {u'\u01C4', u"D\u017D"},
    {u'\uFB00', u"ff"},  {u'\uFB01', u"fi"},      {u'\uFB02', u"fl"}, {u'\uFB03', u"ffi"},
    {u'\uFB04', u"ffl"}, {u'\uFB05', u"\u017Ft"}, {u'\uFB06', u"st"}, {u'\u00DE', u"TH"},
    {u'\u00FE', u"th"},
};

std::u16string expand_ligatures(std::u16string_view text) {
  std::u16string result;
  for (const char16_t c : text) {
    const auto found = std::ranges::find(kLigatures, c, &Ligature::character);
    result += found != std::end(kLigatures) ? found->letters : std::u16string(1, c);
  }
  return result;
}

const UNormalizer2* normalizer(NORM_FORM form) {
  if (!base::icu_available()) return nullptr;
  UErrorCode error = U_ZERO_ERROR;
  switch (form) {
    case NormalizationC:
      return TRANSOM_ICU(unorm2_getNFCInstance)(&error);
    case NormalizationD:
      return TRANSOM_ICU(unorm2_getNFDInstance)(&error);
    case NormalizationKC:
      return TRANSOM_ICU(unorm2_getNFKCInstance)(&error);
    case NormalizationKD:
      return TRANSOM_ICU(unorm2_getNFKDInstance)(&error);
    default:
      return nullptr;
  }
}

}  // namespace

std::u16string normalized(std::u16string_view text, NORM_FORM form) {
  const UNormalizer2* how = normalizer(form);
  if (how == nullptr) return {};
  std::u16string out(text.size() * 18 + 4, u'\0');  // no character has a longer form
  UErrorCode error = U_ZERO_ERROR;
  const int32_t length =
      TRANSOM_ICU(unorm2_normalize)(how, text.data(), static_cast<int32_t>(text.size()), out.data(),
                                    static_cast<int32_t>(out.size()), &error);
  out.resize(U_SUCCESS(error) ? static_cast<std::size_t>(length) : 0);
  return out;
}

std::u16string map_text(const Locale& locale, std::u16string_view text, DWORD flags) {
  std::u16string result(text);
  if ((flags & NORM_IGNORENONSPACE) != 0) result = without_marks(result);
  if ((flags & NORM_IGNORESYMBOLS) != 0) std::erase_if(result, is_symbol);
  if ((flags & LCMAP_FULLWIDTH) != 0) result = transliterated(result, u"Halfwidth-Fullwidth");
  if ((flags & LCMAP_HIRAGANA) != 0) result = each(result, to_hiragana);
  if ((flags & LCMAP_KATAKANA) != 0) result = each(result, to_katakana);
  if ((flags & LCMAP_HALFWIDTH) != 0) result = transliterated(result, u"Fullwidth-Halfwidth");
  if ((flags & LCMAP_SIMPLIFIED_CHINESE) != 0) result = transliterated(result, u"Hant-Hans");
  if ((flags & LCMAP_TRADITIONAL_CHINESE) != 0) result = transliterated(result, u"Hans-Hant");
  result = change_case(locale, result, flags);
  if ((flags & LCMAP_BYTEREV) != 0) {
    result = each(result, [](char16_t c) { return static_cast<char16_t>(c << 8 | c >> 8); });
  }
  return result;
}

std::u16string fold_text(std::u16string_view text, DWORD flags) {
  std::u16string result(text);
  if ((flags & MAP_EXPAND_LIGATURES) != 0) result = expand_ligatures(result);
  if ((flags & MAP_FOLDCZONE) != 0) result = fold_compatible(result);
  if ((flags & MAP_FOLDDIGITS) != 0) result = each(result, fold_digit);
  if ((flags & MAP_PRECOMPOSED) != 0) result = normalized(result, NormalizationC);
  if ((flags & MAP_COMPOSITE) != 0) result = normalized(result, NormalizationD);
  return result;
}

}  // namespace transom::kernel
