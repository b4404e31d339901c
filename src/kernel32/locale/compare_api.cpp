// Comparing and finding text: by the rules of a language, or by code.
#include <algorithm>
#include <optional>

#include "base/last_error.h"
#include "base/text.h"
#include "kernel32/locale/collation.h"
#include "kernel32/locale/counted_text.h"
#include "kernel32/text/characters.h"

namespace transom::kernel {
namespace {

constexpr DWORD kCompareFlags = NORM_IGNORECASE | NORM_IGNORENONSPACE | NORM_IGNORESYMBOLS |
                                NORM_IGNOREWIDTH | NORM_IGNOREKANATYPE | NORM_LINGUISTIC_CASING |
                                LINGUISTIC_IGNORECASE | LINGUISTIC_IGNOREDIACRITIC |
                                SORT_STRINGSORT | SORT_DIGITSASNUMBERS | LOCALE_USE_CP_ACP;

int as_result(int order) {
  return order < 0 ? CSTR_LESS_THAN : order > 0 ? CSTR_GREATER_THAN : CSTR_EQUAL;
}

int compare(const Locale* locale, DWORD flags, std::optional<std::u16string_view> a,
            std::optional<std::u16string_view> b) {
  if (locale == nullptr || !a || !b) return base::fail<int>(ERROR_INVALID_PARAMETER);
  if ((flags & ~kCompareFlags) != 0) return base::fail<int>(ERROR_INVALID_FLAGS);
  return as_result(collate(*locale, *a, *b, flags));
}

std::u16string upper(std::u16string_view text) {
  std::u16string result(text);
  std::ranges::transform(result, result.begin(), to_upper);
  return result;
}

constexpr DWORD kPlaces = FIND_STARTSWITH | FIND_ENDSWITH | FIND_FROMSTART | FIND_FROMEND;

// From where `value` lies in `text`, by code; -1 where it does not.
int find_by_code(DWORD place, std::u16string_view text, std::u16string_view value) {
  switch (place) {
    case FIND_STARTSWITH:
      return text.starts_with(value) ? 0 : -1;
    case FIND_ENDSWITH:
      return text.ends_with(value) ? static_cast<int>(text.size() - value.size()) : -1;
    case FIND_FROMEND:
      return static_cast<int>(text.rfind(value));
    default:
      return static_cast<int>(text.find(value));
  }
}

int find_by_language(const Locale& locale, DWORD flags, std::u16string_view text,
                     std::u16string_view value, int* length) {
  const DWORD place = flags & kPlaces;
  const bool last = place == FIND_FROMEND || place == FIND_ENDSWITH;
  const Found found = find_text(locale, text, value, flags & ~kPlaces, last);
  const bool misplaced = (place == FIND_STARTSWITH && found.position != 0) ||
                         (place == FIND_ENDSWITH && found.position + found.length != text.size());
  if (found.position == text.size() || misplaced) return -1;
  if (length != nullptr) *length = static_cast<int>(found.length);
  return static_cast<int>(found.position);
}

int find(const Locale* locale, DWORD flags, std::optional<std::u16string_view> text,
         std::optional<std::u16string_view> value, int* length) {
  if (locale == nullptr || !text || !value) return base::fail(ERROR_INVALID_PARAMETER, -1);
  if ((flags & ~(kCompareFlags | kPlaces)) != 0) return base::fail(ERROR_INVALID_FLAGS, -1);
  base::set_last_error(ERROR_SUCCESS);
  return find_by_language(*locale, flags, *text, *value, length);
}

}  // namespace
}  // namespace transom::kernel

using namespace transom;
using namespace transom::kernel;

// Compares two texts (a negative length: up to the end) as the language orders words: CSTR_…, or 0.
// Last errors: ERROR_INVALID_PARAMETER, ERROR_INVALID_FLAGS.
// https://learn.microsoft.com/windows/win32/api/stringapiset/nf-stringapiset-comparestringw
int WINAPI CompareStringW(LCID id, DWORD flags, PCNZWCH a, int a_length, PCNZWCH b, int b_length) {
  return compare(find_locale(id), flags, counted(a, a_length), counted(b, b_length));
}

// https://learn.microsoft.com/windows/win32/api/winnls/nf-winnls-comparestringa
int WINAPI CompareStringA(LCID id, DWORD flags, PCNZCH a, int a_length, PCNZCH b, int b_length) {
  const auto left = counted_wide(a, a_length), right = counted_wide(b, b_length);
  return compare(find_locale(id), flags, left, right);
}

// https://learn.microsoft.com/windows/win32/api/stringapiset/nf-stringapiset-comparestringex
int WINAPI CompareStringEx(LPCWSTR name, DWORD flags, LPCWCH a, int a_length, LPCWCH b,
                           int b_length, LPNLSVERSIONINFO, LPVOID, LPARAM) {
  return compare(find_locale(name), flags, counted(a, a_length), counted(b, b_length));
}

// Compares by code; with `ignore_case`, as the system's names are compared.
// Last errors: ERROR_INVALID_PARAMETER.
// https://learn.microsoft.com/windows/win32/api/stringapiset/nf-stringapiset-comparestringordinal
int WINAPI CompareStringOrdinal(LPCWCH a, int a_length, LPCWCH b, int b_length,
                                WINBOOL ignore_case) {
  const auto left = counted(a, a_length), right = counted(b, b_length);
  if (!left || !right || a_length < -1 || b_length < -1) {
    return base::fail<int>(ERROR_INVALID_PARAMETER);
  }
  return as_result(ignore_case ? upper(*left).compare(upper(*right)) : left->compare(*right));
}

// Where `value` lies in `text`, by code; -1 where it does not (last error 0) or for arguments that
// make no sense: ERROR_INVALID_PARAMETER, ERROR_INVALID_FLAGS.
// https://learn.microsoft.com/windows/win32/api/libloaderapi/nf-libloaderapi-findstringordinal
int WINAPI FindStringOrdinal(DWORD flags, LPCWSTR text, int length, LPCWSTR value, int value_length,
                             WINBOOL ignore_case) {
  const auto where = counted(text, length), what = counted(value, value_length);
  if (!where || !what || length < -1 || value_length < -1) {
    return base::fail(ERROR_INVALID_PARAMETER, -1);
  }
  if ((flags & ~kPlaces) != 0) return base::fail(ERROR_INVALID_FLAGS, -1);
  base::set_last_error(ERROR_SUCCESS);
  return ignore_case ? find_by_code(flags, upper(*where), upper(*what))
                     : find_by_code(flags, *where, *what);
}

// The same by the rules of a language; `found` gets the length of what was found.
// https://learn.microsoft.com/windows/win32/api/winnls/nf-winnls-findnlsstring
int WINAPI FindNLSString(LCID id, DWORD flags, LPCWSTR text, int length, LPCWSTR value,
                         int value_length, LPINT found) {
  return find(find_locale(id), flags, counted(text, length), counted(value, value_length), found);
}

// https://learn.microsoft.com/windows/win32/api/winnls/nf-winnls-findnlsstringex
int WINAPI FindNLSStringEx(LPCWSTR name, DWORD flags, LPCWSTR text, int length, LPCWSTR value,
                           int value_length, LPINT found, LPNLSVERSIONINFO, LPVOID, LPARAM) {
  return find(find_locale(name), flags, counted(text, length), counted(value, value_length), found);
}
