// Numbers to text and back: itoa and its family, wcstol and its family.
//
// `long` counts as 32 bits here, as it does on Windows and in printf's %ld: _ltoa(-1, buffer, 16)
// is "ffffffff". https://learn.microsoft.com/cpp/c-runtime-library/reference/itoa-itow
#include <cerrno>
#include <string>

#include "msvcrt/crt.h"

namespace {

constexpr size_t kLongest = 66;  // a sign, 64 binary digits, the end

// The digits as ASCII. Only radix ten knows a sign.
std::string digits_of(unsigned long long value, int radix, bool negative) {
  std::string digits;
  do {
    digits.insert(digits.begin(), "0123456789abcdefghijklmnopqrstuvwxyz"[value % unsigned(radix)]);
    value /= unsigned(radix);
  } while (value > 0);
  if (negative) digits.insert(digits.begin(), '-');
  return digits;
}

template <class Char>
errno_t store(const std::string& digits, Char* buffer, size_t size) {
  if (digits.size() >= size) {
    *buffer = 0;
    return errno = ERANGE;
  }
  for (size_t i = 0; i <= digits.size(); ++i) buffer[i] = static_cast<Char>(digits.c_str()[i]);
  return 0;
}

template <class Char>
errno_t write_unsigned(unsigned long long value, Char* buffer, size_t size, int radix,
                       bool negative = false) {
  if (!buffer || size == 0) return errno = EINVAL;
  *buffer = 0;
  if (radix < 2 || radix > 36) return errno = EINVAL;
  return store(digits_of(value, radix, negative), buffer, size);
}

// Unsigned is the type of the value's width, for the two's complement in other radices than ten.
template <class Unsigned, class Char>
errno_t write_signed(long long value, Char* buffer, size_t size, int radix) {
  if (radix != 10 || value >= 0) {
    return write_unsigned(static_cast<Unsigned>(value), buffer, size, radix);
  }
  return write_unsigned(0ull - static_cast<unsigned long long>(value), buffer, size, radix, true);
}

template <class Char>
Char* write_int(int value, Char* buffer, int radix) {
  write_signed<unsigned>(value, buffer, kLongest, radix);
  return buffer;
}

template <class Char>
Char* write_int64(long long value, Char* buffer, int radix) {
  write_signed<unsigned long long>(value, buffer, kLongest, radix);
  return buffer;
}

template <class Char>
Char* write_plain(unsigned long long value, Char* buffer, int radix) {
  write_unsigned(value, buffer, kLongest, radix);
  return buffer;
}

bool may_be_in_number(wchar_t c) {
  return c < 0x80 && (std::isalnum(c) || std::isspace(c) || c == '+' || c == '-' || c == '.');
}

// Lets a function for bytes read the number: all that a number can hold is ASCII.
template <class Read>
auto read_number(const wchar_t* text, wchar_t** end, Read read) {
  std::string bytes;
  for (const wchar_t* c = text; may_be_in_number(*c); ++c) bytes += static_cast<char>(*c);
  char* stop = nullptr;
  const auto value = read(bytes.c_str(), &stop);
  if (end) *end = const_cast<wchar_t*>(text) + (stop - bytes.c_str());
  return value;
}

}  // namespace

char* _itoa(int value, char* buffer, int radix) {
  return write_int(value, buffer, radix);
}
char* _ltoa(long value, char* buffer, int radix) {
  return write_int(static_cast<int>(value), buffer, radix);
}
char* _ultoa(unsigned long value, char* buffer, int radix) {
  return write_plain(static_cast<unsigned>(value), buffer, radix);
}
char* _i64toa(long long value, char* buffer, int radix) {
  return write_int64(value, buffer, radix);
}
char* _ui64toa(unsigned long long value, char* buffer, int radix) {
  return write_plain(value, buffer, radix);
}
errno_t _itoa_s(int value, char* buffer, size_t size, int radix) {
  return write_signed<unsigned>(value, buffer, size, radix);
}
errno_t _ltoa_s(long value, char* buffer, size_t size, int radix) {
  return write_signed<unsigned>(static_cast<int>(value), buffer, size, radix);
}
errno_t _ultoa_s(unsigned long value, char* buffer, size_t size, int radix) {
  return write_unsigned(static_cast<unsigned>(value), buffer, size, radix);
}
errno_t _i64toa_s(long long value, char* buffer, size_t size, int radix) {
  return write_signed<unsigned long long>(value, buffer, size, radix);
}

wchar_t* _itow(int value, wchar_t* buffer, int radix) {
  return write_int(value, buffer, radix);
}
wchar_t* _ltow(long value, wchar_t* buffer, int radix) {
  return write_int(static_cast<int>(value), buffer, radix);
}
wchar_t* _ultow(unsigned long value, wchar_t* buffer, int radix) {
  return write_plain(static_cast<unsigned>(value), buffer, radix);
}
wchar_t* _i64tow(long long value, wchar_t* buffer, int radix) {
  return write_int64(value, buffer, radix);
}
wchar_t* _ui64tow(unsigned long long value, wchar_t* buffer, int radix) {
  return write_plain(value, buffer, radix);
}
errno_t _itow_s(int value, wchar_t* buffer, size_t size, int radix) {
  return write_signed<unsigned>(value, buffer, size, radix);
}

long transom_wcstol(const wchar_t* text, wchar_t** end, int radix) {
  return read_number(text, end, [=](auto bytes, auto stop) { return strtol(bytes, stop, radix); });
}
unsigned long transom_wcstoul(const wchar_t* text, wchar_t** end, int radix) {
  return read_number(text, end, [=](auto bytes, auto stop) { return strtoul(bytes, stop, radix); });
}
long long transom_wcstoll(const wchar_t* text, wchar_t** end, int radix) {
  return read_number(text, end, [=](auto bytes, auto stop) { return strtoll(bytes, stop, radix); });
}
unsigned long long transom_wcstoull(const wchar_t* text, wchar_t** end, int radix) {
  return read_number(text, end,
                     [=](auto bytes, auto stop) { return strtoull(bytes, stop, radix); });
}
double transom_wcstod(const wchar_t* text, wchar_t** end) {
  return read_number(text, end, [](auto bytes, auto stop) { return strtod(bytes, stop); });
}
float transom_wcstof(const wchar_t* text, wchar_t** end) {
  return read_number(text, end, [](auto bytes, auto stop) { return strtof(bytes, stop); });
}
long double transom_wcstold(const wchar_t* text, wchar_t** end) {
  return read_number(text, end, [](auto bytes, auto stop) { return strtold(bytes, stop); });
}
long long _wcstoi64(const wchar_t* text, wchar_t** end, int radix) {
  return transom_wcstoll(text, end, radix);
}
unsigned long long _wcstoui64(const wchar_t* text, wchar_t** end, int radix) {
  return transom_wcstoull(text, end, radix);
}
int _wtoi(const wchar_t* text) {
  return static_cast<int>(transom_wcstol(text, nullptr, 10));
}
long _wtol(const wchar_t* text) {
  return transom_wcstol(text, nullptr, 10);
}
long long _wtoi64(const wchar_t* text) {
  return transom_wcstoll(text, nullptr, 10);
}
double _wtof(const wchar_t* text) {
  return transom_wcstod(text, nullptr);
}

long long _atoi64(const char* text) {
  return strtoll(text, nullptr, 10);
}
long long _strtoi64(const char* text, char** end, int radix) {
  return strtoll(text, end, radix);
}
unsigned long long _strtoui64(const char* text, char** end, int radix) {
  return strtoull(text, end, radix);
}
char* _gcvt(double value, int digits, char* buffer) {
  return gcvt(value, digits, buffer);
}
