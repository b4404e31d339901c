// The Str functions that copy, cut, read numbers and write sizes.
// https://learn.microsoft.com/windows/win32/shell/string
#include <array>
#include <cmath>
#include <cstdarg>
#include <cstdio>
#include <cstring>
#include <optional>

#include "base/last_error.h"
#include "kernel32/text_result.h"
#include "shlwapi/path_buffer.h"

#include <shlwapi.h>

namespace transom::shlwapi {
namespace {

// Behind what the buffer has, cut to `room` characters in all; the end is always written.
template <class Outside>
Outside* append_cut(Outside* to, const Outside* text, int room) {
  if (to == nullptr || room <= 0) return to;
  const auto space = static_cast<std::size_t>(room);
  const std::size_t length = view_of(to).size();
  if (length + 1 < space) kernel::copy_cut(view_of(text), chars(to) + length, space - length);
  return to;
}

template <class Outside>
Outside* duplicate(const Outside* text) {
  if (text == nullptr) return nullptr;
  const std::size_t bytes = (view_of(text).size() + 1) * sizeof(Outside);
  auto* copy = static_cast<Outside*>(LocalAlloc(LMEM_FIXED, bytes));
  if (copy != nullptr) std::memcpy(copy, text, bytes);
  return copy;
}

template <class Outside>
bool trim(Outside* text, const Outside* set) {
  if (text == nullptr || set == nullptr) return false;
  const auto all = view_of(text);
  const auto inner = Text<typename decltype(all)::value_type>(all);
  const std::size_t begin = inner.find_first_not_of(view_of(set));
  const std::size_t end = inner.find_last_not_of(view_of(set));
  const std::size_t count = begin == inner.npos ? 0 : end - begin + 1;
  if (count == inner.size()) return false;
  put(begin == inner.npos ? decltype(inner)() : inner.substr(begin, count), text, inner.size() + 1);
  return true;
}

template <class Character>
std::optional<int> digit_of(Character c, int base) {
  const Character lower = folded(c);
  const int value = c >= '0' && c <= '9' ? c - '0' : lower >= 'a' ? lower - 'a' + 10 : base;
  return value < base ? std::optional(value) : std::nullopt;
}

// "[white space] [sign] digits", with STIF_SUPPORT_HEX also "0x" digits. Wraps round.
template <class Outside>
std::optional<LONGLONG> read_number(const Outside* text, DWORD flags) {
  auto rest = view_of(text);
  while (!rest.empty() && (rest[0] == ' ' || (rest[0] >= '\t' && rest[0] <= '\r'))) {
    rest.remove_prefix(1);
  }
  const bool negative = !rest.empty() && rest[0] == '-';
  if (negative || (!rest.empty() && rest[0] == '+')) rest.remove_prefix(1);
  const bool hexadecimal = (flags & STIF_SUPPORT_HEX) != 0 && rest.size() > 2 && rest[0] == '0' &&
                           folded(rest[1]) == 'x';
  if (hexadecimal) rest.remove_prefix(2);
  const int base = hexadecimal ? 16 : 10;
  if (rest.empty() || !digit_of(rest[0], base)) return std::nullopt;
  ULONGLONG value = 0;
  for (const auto c : rest) {
    const auto digit = digit_of(c, base);
    if (!digit) break;
    value = value * static_cast<unsigned>(base) + static_cast<unsigned>(*digit);
  }
  return static_cast<LONGLONG>(negative && !hexadecimal ? 0 - value : value);
}

template <class Outside, class Number>
WINBOOL give_number(const Outside* text, DWORD flags, Number* number) {
  if (number == nullptr) return FALSE;
  const auto value = read_number(text, flags);
  *number = static_cast<Number>(value.value_or(0));
  return value.has_value();
}

// Three digits, cut and not rounded: "532 bytes", "1.30 KB", "23.4 KB", "240 MB".
std::string size_text(LONGLONG bytes) {
  if (bytes < 1024) return std::to_string(bytes) + (bytes == 1 ? " byte" : " bytes");
  constexpr std::array kUnits{"KB", "MB", "GB", "TB", "PB", "EB"};
  double value = static_cast<double>(bytes) / 1024;
  std::size_t unit = 0;
  for (; value >= 1000 && unit + 1 < kUnits.size(); ++unit) value /= 1024;
  const int digits = value < 10 ? 2 : value < 100 ? 1 : 0;
  const double scale = std::pow(10, digits);
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%.*f %s", digits, std::floor(value * scale) / scale,
                kUnits[unit]);
  return text.data();
}

// "The number rounded up to the nearest kilobyte", in groups of three digits.
std::string kilobytes_text(LONGLONG bytes) {
  std::string digits = std::to_string((bytes + 1023) / 1024);
  for (std::size_t i = digits.size(); i > 3; i -= 3) digits.insert(i - 3, 1, ',');
  return digits + " KB";
}

// "1 hr 2 min 3 sec", from the largest unit on, in so many significant digits.
std::string interval_text(DWORD milliseconds, int digits) {
  DWORD seconds = (milliseconds + 500) / 1000;
  std::string text;
  const auto add = [&](DWORD amount, DWORD unit, const char* name) {
    if (digits <= 0 || (amount == 0 && (unit > 1 || !text.empty()))) return;
    const int width = static_cast<int>(std::to_string(amount).size());
    DWORD step = 1;
    for (int i = digits; i < width; ++i) step *= 10;
    text += " " + std::to_string(amount / step * step) + " " + name;
    digits -= width;
  };
  add(seconds / 3600, 3600, "hr");
  add(seconds / 60 % 60, 60, "min");
  add(seconds % 60, 1, "sec");
  return text;
}

template <class Outside>
Outside* give(const std::string& text, Outside* buffer, UINT room) {
  if (buffer == nullptr || room == 0) return buffer;
  if constexpr (sizeof(Outside) == 1) {
    kernel::copy_cut<char>(text, buffer, room);
  } else {
    kernel::copy_cut<char16_t>(base::utf8_to_utf16(text), chars(buffer), room);
  }
  return buffer;
}

// wsprintf writes at most 1,024 characters; what does not fit here is cut and answers -1.
template <class Outside, class Format>
int print(Outside* to, int room, Format format) {
  if (to == nullptr || room <= 0) return -1;
  std::array<Outside, 1025> whole{};
  const int length = format(whole.data());
  kernel::copy_cut(view_of(whole.data()), chars(to), static_cast<std::size_t>(room));
  return length < room ? length : -1;
}

}  // namespace
}  // namespace transom::shlwapi

using namespace transom;
using namespace transom::shlwapi;

// https://learn.microsoft.com/windows/win32/api/shlwapi/nf-shlwapi-strcpyw
LPWSTR WINAPI StrCpyW(LPWSTR to, LPCWSTR text) {
  if (to != nullptr && text != nullptr) std::memmove(to, text, (view_of(text).size() + 1) * 2);
  return to;
}
// https://learn.microsoft.com/windows/win32/api/shlwapi/nf-shlwapi-strcpynw
LPWSTR WINAPI StrCpyNW(LPWSTR to, LPCWSTR text, int room) {
  if (to != nullptr && room > 0) *to = 0;
  return append_cut(to, text, room);
}
// https://learn.microsoft.com/windows/win32/api/shlwapi/nf-shlwapi-strcatw
LPWSTR WINAPI StrCatW(LPWSTR to, LPCWSTR text) {
  if (to != nullptr) StrCpyW(to + view_of(to).size(), text);
  return to;
}

// `room`: of the whole buffer.
// https://learn.microsoft.com/windows/win32/api/shlwapi/nf-shlwapi-strcatbuffw
LPWSTR WINAPI StrCatBuffW(LPWSTR to, LPCWSTR text, int room) {
  return append_cut(to, text, room);
}
LPSTR WINAPI StrCatBuffA(LPSTR to, LPCSTR text, int room) {
  return append_cut(to, text, room);
}

// `count`: how many characters are added at most, with the end.
// https://learn.microsoft.com/windows/win32/api/shlwapi/nf-shlwapi-strncatw
LPWSTR WINAPI StrNCatW(LPWSTR to, LPCWSTR text, int count) {
  return append_cut(to, text, static_cast<int>(view_of(to).size()) + count);
}
LPSTR WINAPI StrNCatA(LPSTR to, LPCSTR text, int count) {
  return append_cut(to, text, static_cast<int>(view_of(to).size()) + count);
}

// The caller's to free with LocalFree.
// https://learn.microsoft.com/windows/win32/api/shlwapi/nf-shlwapi-strdupw
LPWSTR WINAPI StrDupW(LPCWSTR text) {
  return duplicate(text);
}
LPSTR WINAPI StrDupA(LPCSTR text) {
  return duplicate(text);
}

// The caller's to free with CoTaskMemFree.
// https://learn.microsoft.com/windows/win32/api/shlwapi/nf-shlwapi-shstrdupw
HRESULT WINAPI SHStrDupW(LPCWSTR text, WCHAR** copy) {
  if (copy == nullptr) return E_INVALIDARG;
  *copy = nullptr;
  if (text == nullptr) return E_INVALIDARG;
  const std::size_t bytes = (view_of(text).size() + 1) * sizeof(WCHAR);
  *copy = static_cast<WCHAR*>(CoTaskMemAlloc(bytes));
  if (*copy == nullptr) return E_OUTOFMEMORY;
  std::memcpy(*copy, text, bytes);
  return S_OK;
}
HRESULT WINAPI SHStrDupA(LPCSTR text, WCHAR** copy) {
  return SHStrDupW(text != nullptr ? base::as_wchar(base::to_utf16(text)) : nullptr, copy);
}

// Takes characters of the set off both ends. Whether there were any.
// https://learn.microsoft.com/windows/win32/api/shlwapi/nf-shlwapi-strtrimw
WINBOOL WINAPI StrTrimW(LPWSTR text, LPCWSTR set) {
  return trim(text, set);
}
WINBOOL WINAPI StrTrimA(LPSTR text, LPCSTR set) {
  return trim(text, set);
}

// 0 where the text begins with no number.
// https://learn.microsoft.com/windows/win32/api/shlwapi/nf-shlwapi-strtointw
int WINAPI StrToIntW(LPCWSTR text) {
  return static_cast<int>(read_number(text, STIF_DEFAULT).value_or(0));
}
int WINAPI StrToIntA(LPCSTR text) {
  return static_cast<int>(read_number(text, STIF_DEFAULT).value_or(0));
}

// https://learn.microsoft.com/windows/win32/api/shlwapi/nf-shlwapi-strtointexw
WINBOOL WINAPI StrToIntExW(LPCWSTR text, STIF_FLAGS flags, int* number) {
  return give_number(text, static_cast<DWORD>(flags), number);
}
WINBOOL WINAPI StrToIntExA(LPCSTR text, STIF_FLAGS flags, int* number) {
  return give_number(text, static_cast<DWORD>(flags), number);
}

// https://learn.microsoft.com/windows/win32/api/shlwapi/nf-shlwapi-strtoint64exw
WINBOOL WINAPI StrToInt64ExW(LPCWSTR text, STIF_FLAGS flags, LONGLONG* number) {
  return give_number(text, static_cast<DWORD>(flags), number);
}
WINBOOL WINAPI StrToInt64ExA(LPCSTR text, STIF_FLAGS flags, LONGLONG* number) {
  return give_number(text, static_cast<DWORD>(flags), number);
}

// https://learn.microsoft.com/windows/win32/api/shlwapi/nf-shlwapi-strformatbytesizew
LPWSTR WINAPI StrFormatByteSizeW(LONGLONG bytes, LPWSTR buffer, UINT room) {
  return give(size_text(bytes), buffer, room);
}
LPSTR WINAPI StrFormatByteSizeA(DWORD bytes, LPSTR buffer, UINT room) {
  return give(size_text(bytes), buffer, room);
}
LPSTR WINAPI StrFormatByteSize64A(LONGLONG bytes, LPSTR buffer, UINT room) {
  return give(size_text(bytes), buffer, room);
}

// https://learn.microsoft.com/windows/win32/api/shlwapi/nf-shlwapi-strformatkbsizew
LPWSTR WINAPI StrFormatKBSizeW(LONGLONG bytes, LPWSTR buffer, UINT room) {
  return give(kilobytes_text(bytes), buffer, room);
}
LPSTR WINAPI StrFormatKBSizeA(LONGLONG bytes, LPSTR buffer, UINT room) {
  return give(kilobytes_text(bytes), buffer, room);
}

// The number of characters written.
// https://learn.microsoft.com/windows/win32/api/shlwapi/nf-shlwapi-strfromtimeintervalw
int WINAPI StrFromTimeIntervalW(LPWSTR buffer, UINT room, DWORD milliseconds, int digits) {
  return static_cast<int>(view_of(give(interval_text(milliseconds, digits), buffer, room)).size());
}
int WINAPI StrFromTimeIntervalA(LPSTR buffer, UINT room, DWORD milliseconds, int digits) {
  return static_cast<int>(view_of(give(interval_text(milliseconds, digits), buffer, room)).size());
}

// wsprintf in a buffer of a size: -1 where it was cut.
// https://learn.microsoft.com/windows/win32/api/shlwapi/nf-shlwapi-wvnsprintfw
int WINAPI wvnsprintfW(LPWSTR to, int room, LPCWSTR format, va_list arguments) {
  if (format == nullptr) return -1;
  return print(to, room, [&](LPWSTR whole) { return wvsprintfW(whole, format, arguments); });
}
int WINAPI wvnsprintfA(LPSTR to, int room, LPCSTR format, va_list arguments) {
  if (format == nullptr) return -1;
  return print(to, room, [&](LPSTR whole) { return wvsprintfA(whole, format, arguments); });
}

// https://learn.microsoft.com/windows/win32/api/shlwapi/nf-shlwapi-wnsprintfw
int WINAPIV wnsprintfW(LPWSTR to, int room, LPCWSTR format, ...) {
  va_list arguments;
  va_start(arguments, format);
  const int length = wvnsprintfW(to, room, format, arguments);
  va_end(arguments);
  return length;
}
int WINAPIV wnsprintfA(LPSTR to, int room, LPCSTR format, ...) {
  va_list arguments;
  va_start(arguments, format);
  const int length = wvnsprintfA(to, room, format, arguments);
  va_end(arguments);
  return length;
}
