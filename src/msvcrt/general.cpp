// What is left of <stdlib.h>, <malloc.h>, <float.h> and <string.h>: the environment, random
// numbers, memory, the floating-point unit, error texts.
#include <fenv.h>
#include <malloc.h>
#include <sys/random.h>
#include <unistd.h>

#include <cerrno>
#include <clocale>
#include <cmath>
#include <string>

#include "base/text.h"
#include "msvcrt/crt.h"

using namespace transom;

// Fifteen bits, and the sequence that programs have come to know: each thread its own, from seed 1.
// https://learn.microsoft.com/cpp/c-runtime-library/reference/rand
namespace {

thread_local unsigned g_random = 1;

std::string utf8(const wchar_t* text) {
  return base::utf16_to_utf8(base::as_char16(text));
}

// Text that lives until the thread asks again.
wchar_t* keep(const char* text) {
  thread_local std::u16string kept;
  if (!text) return nullptr;
  kept = base::utf8_to_utf16(text);
  return base::as_wchar(kept.data());
}

}  // namespace

int transom_rand() {
  g_random = g_random * 214013u + 2531011u;
  return static_cast<int>(g_random >> 16 & 0x7fff);
}
void transom_srand(unsigned seed) {
  g_random = seed;
}
errno_t rand_s(unsigned* value) {
  if (!value) return errno = EINVAL;
  return getentropy(value, sizeof *value) == 0 ? 0 : errno;
}

// "NAME=value" sets, "NAME=" removes.
// https://learn.microsoft.com/cpp/c-runtime-library/reference/putenv-wputenv
int _putenv(const char* assignment) {
  const std::string text = assignment ? assignment : "";
  const size_t equals = text.find('=');
  if (equals == 0 || equals == std::string::npos) return errno = EINVAL, -1;
  return _putenv_s(text.substr(0, equals).c_str(), text.c_str() + equals + 1) == 0 ? 0 : -1;
}
errno_t _putenv_s(const char* name, const char* value) {
  if (!name || !value) return errno = EINVAL;
  return (*value ? setenv(name, value, 1) : unsetenv(name)) == 0 ? 0 : errno;
}
int _wputenv(const wchar_t* assignment) {
  return _putenv(utf8(assignment).c_str());
}
errno_t getenv_s(size_t* needed, char* buffer, rsize_t size, const char* name) {
  if (!needed || !name || (!buffer && size > 0)) return errno = EINVAL;
  const char* value = std::getenv(name);
  *needed = value ? std::strlen(value) + 1 : 0;
  if (size > 0) *buffer = 0;
  if (!value || size == 0) return 0;
  if (*needed > size) return errno = ERANGE;
  std::memcpy(buffer, value, *needed);
  return 0;
}
errno_t _dupenv_s(char** buffer, size_t* size, const char* name) {
  if (!buffer || !name) return errno = EINVAL;
  const char* value = std::getenv(name);
  *buffer = value ? strdup(value) : nullptr;
  if (size) *size = *buffer ? std::strlen(value) + 1 : 0;
  return value && !*buffer ? errno = ENOMEM : 0;
}
wchar_t* _wgetenv(const wchar_t* name) {
  return keep(std::getenv(utf8(name).c_str()));
}
// A null command asks whether there is an interpreter.
int _wsystem(const wchar_t* command) {
  return std::system(command ? utf8(command).c_str() : nullptr);
}
wchar_t* _wsetlocale(int category, const wchar_t* locale) {
  return keep(std::setlocale(category, locale ? utf8(locale).c_str() : nullptr));
}

void* _aligned_malloc(size_t size, size_t alignment) {
  if (alignment == 0 || (alignment & (alignment - 1)) != 0) return errno = EINVAL, nullptr;
  void* block = nullptr;
  const int error = posix_memalign(&block, std::max(alignment, sizeof(void*)), size);
  return error ? (errno = error, nullptr) : block;
}
void _aligned_free(void* block) {
  std::free(block);
}
size_t _msize(void* block) {
  return malloc_usable_size(block);
}
// What is added is zero. The system may have given more than was asked for, so all of that counts.
void* _recalloc(void* block, size_t count, size_t size) {
  size_t bytes = 0;
  if (__builtin_mul_overflow(count, size, &bytes)) return errno = ENOMEM, nullptr;
  const size_t before = block ? malloc_usable_size(block) : 0;
  auto* grown = static_cast<char*>(std::realloc(block, bytes));
  const size_t after = grown ? malloc_usable_size(grown) : 0;
  if (after > before) std::memset(grown + before, 0, after - before);
  return grown;
}

char* _strerror(const char* prefix) {
  thread_local std::string text;
  text = (prefix ? std::string(prefix) + ": " : "") + std::strerror(errno) + "\n";
  return text.data();
}
wchar_t* _wcserror(int error) {
  return keep(std::strerror(error));
}
errno_t _strset_s(char* text, size_t size, int value) {
  const size_t length = text ? strnlen(text, size) : size;
  if (length == size) return errno = EINVAL;
  std::memset(text, value, length);
  return 0;
}

double _hypot(double x, double y) {
  return std::hypot(x, y);
}
int _isnan(double value) {
  return std::isnan(value);
}
int _finite(double value) {
  return std::isfinite(value);
}
double _copysign(double value, double sign) {
  return std::copysign(value, sign);
}
double _chgsign(double value) {
  return -value;
}
double _logb(double value) {
  return std::logb(value);
}
double _scalb(double value, long exponent) {
  return std::scalbln(value, exponent);
}
double _nextafter(double from, double to) {
  return std::nextafter(from, to);
}
// The bits are those of <float.h>: _FPCLASS_QNAN and its company.
int _fpclass(double value) {
  const bool negative = std::signbit(value);
  switch (std::fpclassify(value)) {
    case FP_NAN:
      return 0x0002;
    case FP_INFINITE:
      return negative ? 0x0004 : 0x0200;
    case FP_NORMAL:
      return negative ? 0x0008 : 0x0100;
    case FP_SUBNORMAL:
      return negative ? 0x0010 : 0x0080;
    default:
      return negative ? 0x0020 : 0x0040;
  }
}

// Rounding is set as asked. Exceptions stay masked: a program that unmasks them asks for a trap
// that few expect to happen.
// https://learn.microsoft.com/cpp/c-runtime-library/reference/control87-controlfp-control87-2
namespace {

constexpr unsigned kAllMasked = 0x0008001f, kRoundingMask = 0x300;
constexpr int kRounding[] = {FE_TONEAREST, FE_DOWNWARD, FE_UPWARD, FE_TOWARDZERO};

unsigned control_word() {
  const int current = fegetround();
  unsigned rounding = 0;
  while (rounding < 3 && kRounding[rounding] != current) ++rounding;
  return kAllMasked | rounding << 8;
}

unsigned status_word() {
  const int raised = fetestexcept(FE_ALL_EXCEPT);
  return (raised & FE_INEXACT ? 0x01u : 0) | (raised & FE_UNDERFLOW ? 0x02u : 0) |
         (raised & FE_OVERFLOW ? 0x04u : 0) | (raised & FE_DIVBYZERO ? 0x08u : 0) |
         (raised & FE_INVALID ? 0x10u : 0);
}

}  // namespace

unsigned _controlfp(unsigned value, unsigned mask) {
  if (mask & kRoundingMask) fesetround(kRounding[(value & kRoundingMask) >> 8]);
  return control_word();
}
unsigned _control87(unsigned value, unsigned mask) {
  return _controlfp(value, mask);
}
unsigned _statusfp() {
  return status_word();
}
unsigned _clearfp() {
  const unsigned status = status_word();
  feclearexcept(FE_ALL_EXCEPT);
  return status;
}
void _fpreset() {
  fesetenv(FE_DFL_ENV);
}
