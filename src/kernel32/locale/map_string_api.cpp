// LCMapString, FoldString and NormalizeString.
#include <bit>

#include "kernel32/locale/collation.h"
#include "kernel32/locale/counted_text.h"
#include "kernel32/locale/map_string.h"
#include "kernel32/text_result.h"

namespace transom::kernel {
namespace {

constexpr DWORD kIgnored = NORM_IGNORECASE | NORM_IGNORENONSPACE | NORM_IGNORESYMBOLS |
                           NORM_IGNOREWIDTH | NORM_IGNOREKANATYPE | NORM_LINGUISTIC_CASING |
                           LINGUISTIC_IGNORECASE | LINGUISTIC_IGNOREDIACRITIC | SORT_STRINGSORT |
                           SORT_DIGITSASNUMBERS;
constexpr DWORD kKana = LCMAP_HIRAGANA | LCMAP_KATAKANA;
constexpr DWORD kWidth = LCMAP_HALFWIDTH | LCMAP_FULLWIDTH;
constexpr DWORD kChinese = LCMAP_SIMPLIFIED_CHINESE | LCMAP_TRADITIONAL_CHINESE;
constexpr DWORD kMappings = LCMAP_TITLECASE | LCMAP_BYTEREV | LCMAP_LINGUISTIC_CASING | kKana |
                            kWidth | kChinese | NORM_IGNORENONSPACE | NORM_IGNORESYMBOLS;

// Which combinations make sense.
bool are_map_flags_valid(DWORD flags) {
  flags &= ~DWORD{LOCALE_USE_CP_ACP};
  if ((flags & LCMAP_SORTKEY) != 0) {
    return (flags & ~(LCMAP_SORTKEY | LCMAP_BYTEREV | kIgnored)) == 0;
  }
  const bool contradicts = std::popcount(flags & kKana) > 1 || std::popcount(flags & kWidth) > 1 ||
                           std::popcount(flags & kChinese) > 1;
  // How case is mapped says nothing without a mapping of case.
  const bool lonely = (flags & LCMAP_LINGUISTIC_CASING) != 0 && (flags & LCMAP_TITLECASE) == 0;
  return flags != 0 && (flags & ~kMappings) == 0 && !contradicts && !lonely;
}

// Only a change of case may be made in place: the length stays.
bool may_be_in_place(DWORD flags) {
  return (flags & ~DWORD{LCMAP_TITLECASE | LCMAP_LINGUISTIC_CASING | LOCALE_USE_CP_ACP}) == 0;
}

// A key is bytes whose size is told in bytes, with a null at the end, for both kinds of text.
int answer_key(const Locale& locale, std::u16string_view text, DWORD flags, void* buffer,
               int size) {
  const std::string key = sort_key(locale, text, flags);
  return copy_ended_or_count(key, static_cast<char*>(buffer), size);
}

struct Asked {
  const Locale* locale;
  DWORD flags;
  const void* text;
  void* buffer;
  int size;
};

// 0: sensible.
DWORD error_of(const Asked& asked, int length) {
  if (asked.locale == nullptr || asked.text == nullptr || length == 0 || asked.size < 0 ||
      (asked.size > 0 && asked.buffer == nullptr)) {
    return ERROR_INVALID_PARAMETER;
  }
  const bool in_place = asked.text == asked.buffer && asked.size > 0;
  const bool valid =
      are_map_flags_valid(asked.flags) && (!in_place || may_be_in_place(asked.flags));
  return valid ? ERROR_SUCCESS : ERROR_INVALID_FLAGS;
}

int map_wide(const Asked& asked, int length) {
  if (const DWORD error = error_of(asked, length)) return base::fail<int>(error);
  const auto text = counted_with_end(static_cast<const WCHAR*>(asked.text), length);
  if ((asked.flags & LCMAP_SORTKEY) != 0) {
    const auto without_end = counted(static_cast<const WCHAR*>(asked.text), length);
    return answer_key(*asked.locale, *without_end, asked.flags, asked.buffer, asked.size);
  }
  const std::u16string mapped = map_text(*asked.locale, *text, asked.flags);
  return copy_or_count<char16_t>(mapped, static_cast<char16_t*>(asked.buffer), asked.size);
}

int map_narrow(const Asked& asked, int length) {
  if (const DWORD error = error_of(asked, length)) return base::fail<int>(error);
  const auto* bytes = static_cast<const CHAR*>(asked.text);
  if ((asked.flags & LCMAP_SORTKEY) != 0) {
    return answer_key(*asked.locale, *counted_wide(bytes, length), asked.flags, asked.buffer,
                      asked.size);
  }
  const auto text = counted_with_end(bytes, length);
  const std::string mapped = base::to_ansi(map_text(*asked.locale, *text, asked.flags));
  return copy_or_count<char>(mapped, static_cast<char*>(asked.buffer), asked.size);
}

bool are_fold_flags_valid(DWORD flags) {
  constexpr DWORD kKnown =
      MAP_FOLDCZONE | MAP_PRECOMPOSED | MAP_COMPOSITE | MAP_FOLDDIGITS | MAP_EXPAND_LIGATURES;
  constexpr DWORD kBoth = MAP_PRECOMPOSED | MAP_COMPOSITE;
  const bool ligatures_with_forms =
      (flags & MAP_EXPAND_LIGATURES) != 0 && (flags & (MAP_PRECOMPOSED | MAP_COMPOSITE)) != 0;
  return flags != 0 && (flags & ~kKnown) == 0 && (flags & kBoth) != kBoth && !ligatures_with_forms;
}

template <class Char>
std::optional<std::u16string> fold(DWORD flags, const Char* text, int length, const Char* buffer,
                                   int size) {
  const auto fail = [](DWORD error) {
    base::set_last_error(error);
    return std::nullopt;
  };
  if (text == nullptr || length == 0 || size < 0 || (size > 0 && buffer == nullptr) ||
      (text == buffer && size > 0)) {
    return fail(ERROR_INVALID_PARAMETER);
  }
  if (!are_fold_flags_valid(flags)) return fail(ERROR_INVALID_FLAGS);
  return fold_text(*counted_with_end(text, length), flags);
}

}  // namespace
}  // namespace transom::kernel

using namespace transom;
using namespace transom::kernel;

// Maps text (case, width, kana, Chinese script) or makes a sort key of it. Returns the count, the
// end included where it was counted; a key's in bytes.
// Last errors: ERROR_INVALID_PARAMETER, ERROR_INVALID_FLAGS, ERROR_INSUFFICIENT_BUFFER.
// https://learn.microsoft.com/windows/win32/api/winnls/nf-winnls-lcmapstringw
int WINAPI LCMapStringW(LCID id, DWORD flags, LPCWSTR text, int length, LPWSTR buffer, int size) {
  return map_wide({find_locale(id), flags, text, buffer, size}, length);
}
// https://learn.microsoft.com/windows/win32/api/winnls/nf-winnls-lcmapstringa
int WINAPI LCMapStringA(LCID id, DWORD flags, LPCSTR text, int length, LPSTR buffer, int size) {
  return map_narrow({find_locale(id), flags, text, buffer, size}, length);
}
// https://learn.microsoft.com/windows/win32/api/winnls/nf-winnls-lcmapstringex
int WINAPI LCMapStringEx(LPCWSTR name, DWORD flags, LPCWSTR text, int length, LPWSTR buffer,
                         int size, LPNLSVERSIONINFO, LPVOID, LPARAM) {
  return map_wide({find_locale(name), flags, text, buffer, size}, length);
}

// Folds digits, compatibility characters and ligatures; composes or takes apart. Last errors: as
// LCMapString's; ERROR_INVALID_PARAMETER also for one buffer for both.
// https://learn.microsoft.com/windows/win32/api/stringapiset/nf-stringapiset-foldstringw
int WINAPI FoldStringW(DWORD flags, LPCWCH text, int length, LPWSTR buffer, int size) {
  const auto folded = fold<WCHAR>(flags, text, length, buffer, size);
  return folded ? copy_or_count<char16_t>(*folded, base::as_char16(buffer), size) : 0;
}
// https://learn.microsoft.com/windows/win32/api/winnls/nf-winnls-foldstringa
int WINAPI FoldStringA(DWORD flags, LPCSTR text, int length, LPSTR buffer, int size) {
  const auto folded = fold<CHAR>(flags, text, length, buffer, size);
  return folded ? copy_or_count<char>(base::to_ansi(*folded), buffer, size) : 0;
}

// The text in one of Unicode's normalisation forms. Returns the count; with size 0, how many are
// enough. Last errors: ERROR_INVALID_PARAMETER, ERROR_INSUFFICIENT_BUFFER.
// https://learn.microsoft.com/windows/win32/api/winnls/nf-winnls-normalizestring
int WINAPI NormalizeString(NORM_FORM form, LPCWSTR text, int length, LPWSTR buffer, int size) {
  const auto given = counted_with_end(text, length);
  const bool known = form == NormalizationC || form == NormalizationD || form == NormalizationKC ||
                     form == NormalizationKD;
  if (!given || !known || length < -1 || size < 0) {
    return base::fail<int>(ERROR_INVALID_PARAMETER);
  }
  return copy_or_count<char16_t>(normalized(*given, form), base::as_char16(buffer), size);
}

// Last errors: ERROR_INVALID_PARAMETER.
// https://learn.microsoft.com/windows/win32/api/winnls/nf-winnls-isnormalizedstring
WINBOOL WINAPI IsNormalizedString(NORM_FORM form, LPCWSTR text, int length) {
  const auto given = counted(text, length);
  if (!given) return base::fail(ERROR_INVALID_PARAMETER);
  base::set_last_error(ERROR_SUCCESS);
  return normalized(*given, form) == *given;
}
