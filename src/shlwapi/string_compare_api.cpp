// The Str functions that compare: by the user's locale, or (those with a C) by the characters'
// numbers. https://learn.microsoft.com/windows/win32/shell/string
#include "shlwapi/path_buffer.h"

#include <shlwapi.h>

namespace transom::shlwapi {
namespace {

int sign(int difference) {
  return difference < 0 ? -1 : difference > 0 ? 1 : 0;
}

// CompareString's answer is 2 for equal.
int by_locale(std::u16string_view one, std::u16string_view other, DWORD flags) {
  if (one.empty() || other.empty()) return static_cast<int>(other.empty()) - one.empty();
  return CompareStringW(LOCALE_USER_DEFAULT, flags, base::as_wchar(one.data()),
                        static_cast<int>(one.size()), base::as_wchar(other.data()),
                        static_cast<int>(other.size())) -
         CSTR_EQUAL;
}
int by_locale(std::string_view one, std::string_view other, DWORD flags) {
  return by_locale(base::to_utf16(one), base::to_utf16(other), flags);
}

template <class Character>
int by_number(View<Character> one, View<Character> other, bool ignore_case) {
  const std::size_t shorter = std::min(one.size(), other.size());
  for (std::size_t i = 0; i < shorter; ++i) {
    const auto a = ignore_case ? folded(one[i]) : one[i];
    const auto b = ignore_case ? folded(other[i]) : other[i];
    using Unsigned = std::make_unsigned_t<std::conditional_t<sizeof(a) == 1, char, short>>;
    if (a != b) return static_cast<Unsigned>(a) < static_cast<Unsigned>(b) ? -1 : 1;
  }
  return sign(static_cast<int>(one.size()) - static_cast<int>(other.size()));
}

template <class Outside>
auto first(const Outside* text, int count) {
  return view_of(text).substr(0,
                              count < 0 ? std::u16string::npos : static_cast<std::size_t>(count));
}

bool is_digit(char16_t c) {
  return c >= '0' && c <= '9';
}

// A run of digits without its leading zeros, taken off the text.
std::u16string_view take_number(std::u16string_view& text) {
  std::size_t end = 0;
  while (end < text.size() && is_digit(text[end])) ++end;
  std::u16string_view number = text.substr(0, end);
  text.remove_prefix(end);
  number.remove_prefix(std::min(number.find_first_not_of(u'0'), number.size()));
  return number;
}

// "Digits in the strings are considered as numerical content rather than text." As Explorer sorts.
int logically(std::u16string_view one, std::u16string_view other) {
  while (!one.empty() && !other.empty()) {
    if (is_digit(one[0]) && is_digit(other[0])) {
      const auto a = take_number(one);
      const auto b = take_number(other);
      if (a.size() != b.size()) return a.size() < b.size() ? -1 : 1;
      if (const int order = a.compare(b)) return sign(order);
      continue;
    }
    if (const int order = by_locale(one.substr(0, 1), other.substr(0, 1), NORM_IGNORECASE)) {
      return order;
    }
    one.remove_prefix(1);
    other.remove_prefix(1);
  }
  return sign(static_cast<int>(one.size()) - static_cast<int>(other.size()));
}

}  // namespace
}  // namespace transom::shlwapi

using namespace transom::shlwapi;

// https://learn.microsoft.com/windows/win32/api/shlwapi/nf-shlwapi-strcmpw
int WINAPI StrCmpW(LPCWSTR one, LPCWSTR other) {
  return by_locale(view_of(one), view_of(other), 0);
}
// https://learn.microsoft.com/windows/win32/api/shlwapi/nf-shlwapi-strcmpiw
int WINAPI StrCmpIW(LPCWSTR one, LPCWSTR other) {
  return by_locale(view_of(one), view_of(other), NORM_IGNORECASE);
}

// https://learn.microsoft.com/windows/win32/api/shlwapi/nf-shlwapi-strcmpnw
int WINAPI StrCmpNW(LPCWSTR one, LPCWSTR other, int count) {
  return by_locale(first(one, count), first(other, count), 0);
}
int WINAPI StrCmpNA(LPCSTR one, LPCSTR other, int count) {
  return by_locale(first(one, count), first(other, count), 0);
}

// https://learn.microsoft.com/windows/win32/api/shlwapi/nf-shlwapi-strcmpniw
int WINAPI StrCmpNIW(LPCWSTR one, LPCWSTR other, int count) {
  return by_locale(first(one, count), first(other, count), NORM_IGNORECASE);
}
int WINAPI StrCmpNIA(LPCSTR one, LPCSTR other, int count) {
  return by_locale(first(one, count), first(other, count), NORM_IGNORECASE);
}

// https://learn.microsoft.com/windows/win32/api/shlwapi/nf-shlwapi-strcmpcw
int WINAPI StrCmpCW(LPCWSTR one, LPCWSTR other) {
  return by_number(view_of(one), view_of(other), false);
}
int WINAPI StrCmpCA(LPCSTR one, LPCSTR other) {
  return by_number(view_of(one), view_of(other), false);
}

// https://learn.microsoft.com/windows/win32/api/shlwapi/nf-shlwapi-strcmpicw
int WINAPI StrCmpICW(LPCWSTR one, LPCWSTR other) {
  return by_number(view_of(one), view_of(other), true);
}
int WINAPI StrCmpICA(LPCSTR one, LPCSTR other) {
  return by_number(view_of(one), view_of(other), true);
}

// https://learn.microsoft.com/windows/win32/api/shlwapi/nf-shlwapi-strcmpncw
int WINAPI StrCmpNCW(LPCWSTR one, LPCWSTR other, int count) {
  return by_number(first(one, count), first(other, count), false);
}
int WINAPI StrCmpNCA(LPCSTR one, LPCSTR other, int count) {
  return by_number(first(one, count), first(other, count), false);
}

// https://learn.microsoft.com/windows/win32/api/shlwapi/nf-shlwapi-strcmpnicw
int WINAPI StrCmpNICW(LPCWSTR one, LPCWSTR other, int count) {
  return by_number(first(one, count), first(other, count), true);
}
int WINAPI StrCmpNICA(LPCSTR one, LPCSTR other, int count) {
  return by_number(first(one, count), first(other, count), true);
}

// https://learn.microsoft.com/windows/win32/api/shlwapi/nf-shlwapi-strcmplogicalw
int WINAPI StrCmpLogicalW(LPCWSTR one, LPCWSTR other) {
  return logically(view_of(one), view_of(other));
}

// FALSE where they are the same but for case.
// https://learn.microsoft.com/windows/win32/api/shlwapi/nf-shlwapi-chrcmpiw
WINBOOL WINAPI ChrCmpIW(WCHAR one, WCHAR other) {
  return folded(static_cast<char16_t>(one)) != folded(static_cast<char16_t>(other));
}
WINBOOL WINAPI ChrCmpIA(WORD one, WORD other) {
  return folded(static_cast<char>(one)) != folded(static_cast<char>(other));
}

// https://learn.microsoft.com/windows/win32/api/shlwapi/nf-shlwapi-strisintlequalw
WINBOOL WINAPI StrIsIntlEqualW(WINBOOL exact, LPCWSTR one, LPCWSTR other, int count) {
  return by_locale(first(one, count), first(other, count), exact ? 0 : NORM_IGNORECASE) == 0;
}
WINBOOL WINAPI StrIsIntlEqualA(WINBOOL exact, LPCSTR one, LPCSTR other, int count) {
  return by_locale(first(one, count), first(other, count), exact ? 0 : NORM_IGNORECASE) == 0;
}
