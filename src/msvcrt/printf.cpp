// The printf family. The narrow side of files is the program's bytes; wide text becomes UTF-8
// there.
#include <cerrno>
#include <cstring>

#include "base/text.h"
#include "msvcrt/crt.h"
#include "msvcrt/format.h"
#include "msvcrt/with_arguments.h"

namespace transom::msvcrt {
namespace {

std::u16string format_wide(const wchar_t* pattern, va_list arguments) {
  return format(reinterpret_cast<const char16_t*>(pattern), arguments);
}

// The standard's rule: always ended, and the result is the length that it would have had.
template <class Char, class String>
int store_ended(Char* buffer, size_t size, const String& text) {
  if (buffer && size > 0) {
    const size_t count = text.size() < size ? text.size() : size - 1;
    std::memcpy(buffer, text.data(), count * sizeof(Char));
    buffer[count] = 0;
  }
  return static_cast<int>(text.size());
}

// Microsoft's rule for _snprintf: not ended when full, and -1 when it did not fit.
template <class Char, class String>
int store_counted(Char* buffer, size_t size, const String& text) {
  const size_t count = text.size() < size ? text.size() : size;
  if (buffer) {
    std::memcpy(buffer, text.data(), count * sizeof(Char));
    if (count < size) buffer[count] = 0;
  }
  return text.size() <= size ? static_cast<int>(text.size()) : -1;
}

// The rule of the _s functions: what does not fit is an error and leaves an empty string, unless
// truncation was asked for.
template <class Char, class String>
int store_secure(Char* buffer, size_t size, size_t count, const String& text) {
  if (!buffer || size == 0) {
    errno = EINVAL;
    return -1;
  }
  const bool truncates = count == static_cast<size_t>(-1);
  const size_t wanted = truncates || text.size() < count ? text.size() : count;
  if (wanted < size) {
    std::memcpy(buffer, text.data(), wanted * sizeof(Char));
    buffer[wanted] = 0;
    return wanted == text.size() ? static_cast<int>(wanted) : -1;
  }
  buffer[0] = 0;
  if (truncates) {
    std::memcpy(buffer, text.data(), (size - 1) * sizeof(Char));
    buffer[size - 1] = 0;
  } else {
    errno = ERANGE;
  }
  return -1;
}

int write_text(FILE* file, const std::string& text) {
  return std::fwrite(text.data(), 1, text.size(), file) == text.size()
             ? static_cast<int>(text.size())
             : -1;
}

int write_text(FILE* file, const std::u16string& text) {
  const std::string bytes = base::to_ansi(text, CP_UTF8);
  return write_text(file, bytes) < 0 ? -1 : static_cast<int>(text.size());
}

}  // namespace
}  // namespace transom::msvcrt

using transom::msvcrt::format;
using transom::msvcrt::format_wide;
using transom::msvcrt::store_counted;
using transom::msvcrt::store_ended;
using transom::msvcrt::store_secure;
using transom::msvcrt::write_text;

int transom_vprintf(const char* f, va_list a) {
  return write_text(stdout, format(f, a));
}
int transom_vfprintf(FILE* file, const char* f, va_list a) {
  return write_text(file, format(f, a));
}
int transom_vsprintf(char* b, const char* f, va_list a) {
  return store_ended(b, static_cast<size_t>(-1), format(f, a));
}
int transom_vsnprintf(char* b, size_t n, const char* f, va_list a) {
  return store_ended(b, n, format(f, a));
}
int _vsnprintf(char* b, size_t n, const char* f, va_list a) {
  return store_counted(b, n, format(f, a));
}
int _vscprintf(const char* f, va_list a) {
  return static_cast<int>(format(f, a).size());
}
int vsprintf_s(char* b, size_t n, const char* f, va_list a) {
  return store_secure(b, n, n, format(f, a));
}
int _vsnprintf_s(char* b, size_t n, size_t count, const char* f, va_list a) {
  return store_secure(b, n, count, format(f, a));
}
int transom_printf(const char* f, ...) {
  TRANSOM_WITH_ARGUMENTS(f, transom_vprintf(f, arguments));
}
int transom_fprintf(FILE* file, const char* f, ...) {
  TRANSOM_WITH_ARGUMENTS(f, transom_vfprintf(file, f, arguments));
}
int transom_sprintf(char* b, const char* f, ...) {
  TRANSOM_WITH_ARGUMENTS(f, transom_vsprintf(b, f, arguments));
}
int transom_snprintf(char* b, size_t n, const char* f, ...) {
  TRANSOM_WITH_ARGUMENTS(f, transom_vsnprintf(b, n, f, arguments));
}
int _snprintf(char* b, size_t n, const char* f, ...) {
  TRANSOM_WITH_ARGUMENTS(f, _vsnprintf(b, n, f, arguments));
}
int _scprintf(const char* f, ...) {
  TRANSOM_WITH_ARGUMENTS(f, _vscprintf(f, arguments));
}
int printf_s(const char* f, ...) {
  TRANSOM_WITH_ARGUMENTS(f, transom_vprintf(f, arguments));
}
int fprintf_s(FILE* file, const char* f, ...) {
  TRANSOM_WITH_ARGUMENTS(f, transom_vfprintf(file, f, arguments));
}
int sprintf_s(char* b, size_t n, const char* f, ...) {
  TRANSOM_WITH_ARGUMENTS(f, vsprintf_s(b, n, f, arguments));
}
int _snprintf_s(char* b, size_t n, size_t count, const char* f, ...) {
  TRANSOM_WITH_ARGUMENTS(f, _vsnprintf_s(b, n, count, f, arguments));
}
int _cprintf(const char* f, ...) {
  TRANSOM_WITH_ARGUMENTS(f, transom_vprintf(f, arguments));
}

int transom_vwprintf(const wchar_t* f, va_list a) {
  return write_text(stdout, format_wide(f, a));
}
int transom_vfwprintf(FILE* file, const wchar_t* f, va_list a) {
  return write_text(file, format_wide(f, a));
}
// The standard's vswprintf fails when the text does not fit, unlike vsnprintf.
int transom_vswprintf(wchar_t* b, size_t n, const wchar_t* f, va_list a) {
  const int length = store_ended(b, n, format_wide(f, a));
  return static_cast<size_t>(length) < n ? length : -1;
}
int _vswprintf(wchar_t* b, const wchar_t* f, va_list a) {
  return store_ended(b, static_cast<size_t>(-1), format_wide(f, a));
}
int _vsnwprintf(wchar_t* b, size_t n, const wchar_t* f, va_list a) {
  return store_counted(b, n, format_wide(f, a));
}
int _vscwprintf(const wchar_t* f, va_list a) {
  return static_cast<int>(format_wide(f, a).size());
}
int vswprintf_s(wchar_t* b, size_t n, const wchar_t* f, va_list a) {
  return store_secure(b, n, n, format_wide(f, a));
}
int _vsnwprintf_s(wchar_t* b, size_t n, size_t count, const wchar_t* f, va_list a) {
  return store_secure(b, n, count, format_wide(f, a));
}
int transom_wprintf(const wchar_t* f, ...) {
  TRANSOM_WITH_ARGUMENTS(f, transom_vwprintf(f, arguments));
}
int transom_fwprintf(FILE* file, const wchar_t* f, ...) {
  TRANSOM_WITH_ARGUMENTS(f, transom_vfwprintf(file, f, arguments));
}
int transom_swprintf(wchar_t* b, size_t n, const wchar_t* f, ...) {
  TRANSOM_WITH_ARGUMENTS(f, transom_vswprintf(b, n, f, arguments));
}
int _swprintf(wchar_t* b, const wchar_t* f, ...) {
  TRANSOM_WITH_ARGUMENTS(f, _vswprintf(b, f, arguments));
}
int _snwprintf(wchar_t* b, size_t n, const wchar_t* f, ...) {
  TRANSOM_WITH_ARGUMENTS(f, _vsnwprintf(b, n, f, arguments));
}
int _scwprintf(const wchar_t* f, ...) {
  TRANSOM_WITH_ARGUMENTS(f, _vscwprintf(f, arguments));
}
int swprintf_s(wchar_t* b, size_t n, const wchar_t* f, ...) {
  TRANSOM_WITH_ARGUMENTS(f, vswprintf_s(b, n, f, arguments));
}
int _snwprintf_s(wchar_t* b, size_t n, size_t count, const wchar_t* f, ...) {
  TRANSOM_WITH_ARGUMENTS(f, _vsnwprintf_s(b, n, count, f, arguments));
}
