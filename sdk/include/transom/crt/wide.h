/* The wide half of the C run-time: 16-bit characters, UTF-16 text.
 *
 * Where Microsoft and the standard differ, both are served: wcstok takes two arguments or three,
 * swprintf and vswprintf know their buffer's size or not.
 * https://learn.microsoft.com/cpp/c-runtime-library/string-manipulation-crt
 */
#ifndef TRANSOM_CRT_WIDE_H
#define TRANSOM_CRT_WIDE_H

#include "types.h"
#ifndef TRANSOM_CRT_IMPLEMENTATION
#define __need___va_list
#include <stdarg.h>
#include <bits/types/wint_t.h>
#include <bits/types/mbstate_t.h>
#include <bits/types/__FILE.h>
#include <bits/types/FILE.h>
#ifndef WEOF
#define WEOF (0xffffffffu)
#endif
#ifndef WCHAR_MIN
#define WCHAR_MIN 0
#define WCHAR_MAX 0xffff
#endif
struct tm;
#endif

/* Functions that look for something: in C++ what is found is as constant as where it was found. */
#if defined(__cplusplus) && !defined(TRANSOM_CRT_IMPLEMENTATION)
#define __CORRECT_ISO_CPP_WCHAR_H_PROTO
#define _TRANSOM_SEARCH(name, ...)                                                       \
  extern "C++" wchar_t* name(wchar_t* text, __VA_ARGS__) __asm__("transom_" #name);      \
  extern "C++" const wchar_t* name(const wchar_t* text, __VA_ARGS__) __asm__("transom_" #name)
#else
#define _TRANSOM_SEARCH(name, ...) \
  _TRANSOM_RENAMED(wchar_t*, name, (const wchar_t* text, __VA_ARGS__))
#endif

_TRANSOM_CRT_BEGIN

/* Strings */
_TRANSOM_RENAMED(size_t, wcslen, (const wchar_t* text));
_TRANSOM_RENAMED(size_t, wcsnlen, (const wchar_t* text, size_t limit));
_TRANSOM_RENAMED(wchar_t*, wcscpy, (wchar_t* to, const wchar_t* from));
_TRANSOM_RENAMED(wchar_t*, wcsncpy, (wchar_t* to, const wchar_t* from, size_t count));
_TRANSOM_RENAMED(wchar_t*, wcscat, (wchar_t* to, const wchar_t* from));
_TRANSOM_RENAMED(wchar_t*, wcsncat, (wchar_t* to, const wchar_t* from, size_t count));
_TRANSOM_RENAMED(int, wcscmp, (const wchar_t* left, const wchar_t* right));
_TRANSOM_RENAMED(int, wcsncmp, (const wchar_t* left, const wchar_t* right, size_t count));
_TRANSOM_RENAMED(int, wcscoll, (const wchar_t* left, const wchar_t* right));
_TRANSOM_RENAMED(size_t, wcsxfrm, (wchar_t* to, const wchar_t* from, size_t count));
_TRANSOM_SEARCH(wcschr, wchar_t wanted);
_TRANSOM_SEARCH(wcsrchr, wchar_t wanted);
_TRANSOM_RENAMED(size_t, wcsspn, (const wchar_t* text, const wchar_t* accepted));
_TRANSOM_RENAMED(size_t, wcscspn, (const wchar_t* text, const wchar_t* rejected));
_TRANSOM_SEARCH(wcspbrk, const wchar_t* wanted);
_TRANSOM_SEARCH(wcsstr, const wchar_t* wanted);
_TRANSOM_RENAMED(wchar_t*, wcstok, (wchar_t* text, const wchar_t* separators, wchar_t** state));
wchar_t* transom_wcstok_stateless(wchar_t* text, const wchar_t* separators);
_TRANSOM_SEARCH(wmemchr, wchar_t wanted, size_t count);
_TRANSOM_RENAMED(int, wmemcmp, (const wchar_t* left, const wchar_t* right, size_t count));
_TRANSOM_RENAMED(wchar_t*, wmemcpy, (wchar_t* to, const wchar_t* from, size_t count));
_TRANSOM_RENAMED(wchar_t*, wmemmove, (wchar_t* to, const wchar_t* from, size_t count));
_TRANSOM_RENAMED(wchar_t*, wmemset, (wchar_t* to, wchar_t value, size_t count));

wchar_t* _wcsdup(const wchar_t* text);
int _wcsicmp(const wchar_t* left, const wchar_t* right);
int _wcsnicmp(const wchar_t* left, const wchar_t* right, size_t count);
int _wcsicoll(const wchar_t* left, const wchar_t* right);
int _wcsncoll(const wchar_t* left, const wchar_t* right, size_t count);
int _wcsnicoll(const wchar_t* left, const wchar_t* right, size_t count);
wchar_t* _wcslwr(wchar_t* text);
wchar_t* _wcsupr(wchar_t* text);
wchar_t* _wcsrev(wchar_t* text);
wchar_t* _wcsset(wchar_t* text, wchar_t value);
wchar_t* _wcsnset(wchar_t* text, wchar_t value, size_t count);
errno_t wcscpy_s(wchar_t* to, rsize_t size, const wchar_t* from);
errno_t wcsncpy_s(wchar_t* to, rsize_t size, const wchar_t* from, rsize_t count);
errno_t wcscat_s(wchar_t* to, rsize_t size, const wchar_t* from);
errno_t wcsncat_s(wchar_t* to, rsize_t size, const wchar_t* from, rsize_t count);
errno_t _wcslwr_s(wchar_t* text, size_t size);
errno_t _wcsupr_s(wchar_t* text, size_t size);
errno_t wmemcpy_s(wchar_t* to, rsize_t size, const wchar_t* from, rsize_t count);

/* Numbers */
_TRANSOM_RENAMED(long, wcstol, (const wchar_t* text, wchar_t** end, int radix));
_TRANSOM_RENAMED(unsigned long, wcstoul, (const wchar_t* text, wchar_t** end, int radix));
_TRANSOM_RENAMED(long long, wcstoll, (const wchar_t* text, wchar_t** end, int radix));
_TRANSOM_RENAMED(unsigned long long, wcstoull, (const wchar_t* text, wchar_t** end, int radix));
_TRANSOM_RENAMED(double, wcstod, (const wchar_t* text, wchar_t** end));
_TRANSOM_RENAMED(float, wcstof, (const wchar_t* text, wchar_t** end));
_TRANSOM_RENAMED(long double, wcstold, (const wchar_t* text, wchar_t** end));
int _wtoi(const wchar_t* text);
long _wtol(const wchar_t* text);
long long _wtoi64(const wchar_t* text);
double _wtof(const wchar_t* text);
long long _wcstoi64(const wchar_t* text, wchar_t** end, int radix);
unsigned long long _wcstoui64(const wchar_t* text, wchar_t** end, int radix);
wchar_t* _itow(int value, wchar_t* buffer, int radix);
wchar_t* _ltow(long value, wchar_t* buffer, int radix);
wchar_t* _ultow(unsigned long value, wchar_t* buffer, int radix);
wchar_t* _i64tow(long long value, wchar_t* buffer, int radix);
wchar_t* _ui64tow(unsigned long long value, wchar_t* buffer, int radix);
errno_t _itow_s(int value, wchar_t* buffer, size_t size, int radix);

/* Bytes and wide characters: the narrow side is the ANSI code page. */
_TRANSOM_RENAMED(wint_t, btowc, (int byte));
_TRANSOM_RENAMED(int, wctob, (wint_t character));
_TRANSOM_RENAMED(int, mbsinit, (const mbstate_t* state));
_TRANSOM_RENAMED(size_t, mbrlen, (const char* text, size_t count, mbstate_t* state));
_TRANSOM_RENAMED(size_t, mbrtowc,
                 (wchar_t* character, const char* text, size_t count, mbstate_t* state));
_TRANSOM_RENAMED(size_t, wcrtomb, (char* text, wchar_t character, mbstate_t* state));
_TRANSOM_RENAMED(size_t, mbsrtowcs,
                 (wchar_t* to, const char** from, size_t count, mbstate_t* state));
_TRANSOM_RENAMED(size_t, wcsrtombs,
                 (char* to, const wchar_t** from, size_t count, mbstate_t* state));

/* Formatted output: %s is wide, %S and %hs are narrow; %l takes 32 bits, as `long` does there. */
_TRANSOM_RENAMED(int, wprintf, (const wchar_t* format, ...));
_TRANSOM_RENAMED(int, fwprintf, (FILE * file, const wchar_t* format, ...));
_TRANSOM_RENAMED(int, vwprintf, (const wchar_t* format, va_list arguments));
_TRANSOM_RENAMED(int, vfwprintf, (FILE * file, const wchar_t* format, va_list arguments));
_TRANSOM_RENAMED(int, swprintf, (wchar_t* buffer, size_t size, const wchar_t* format, ...));
_TRANSOM_RENAMED(int, vswprintf,
                 (wchar_t* buffer, size_t size, const wchar_t* format, va_list arguments));
int _swprintf(wchar_t* buffer, const wchar_t* format, ...);
int _vswprintf(wchar_t* buffer, const wchar_t* format, va_list arguments);
int _snwprintf(wchar_t* buffer, size_t size, const wchar_t* format, ...);
int _vsnwprintf(wchar_t* buffer, size_t size, const wchar_t* format, va_list arguments);
int _scwprintf(const wchar_t* format, ...);
int _vscwprintf(const wchar_t* format, va_list arguments);
int swprintf_s(wchar_t* buffer, size_t size, const wchar_t* format, ...);
int vswprintf_s(wchar_t* buffer, size_t size, const wchar_t* format, va_list arguments);
int _snwprintf_s(wchar_t* buffer, size_t size, size_t count, const wchar_t* format, ...);
int _vsnwprintf_s(wchar_t* buffer, size_t size, size_t count, const wchar_t* format,
                  va_list arguments);

/* Formatted input */
_TRANSOM_RENAMED(int, swscanf, (const wchar_t* text, const wchar_t* format, ...));
_TRANSOM_RENAMED(int, vswscanf, (const wchar_t* text, const wchar_t* format, va_list arguments));
_TRANSOM_RENAMED(int, wscanf, (const wchar_t* format, ...));
_TRANSOM_RENAMED(int, vwscanf, (const wchar_t* format, va_list arguments));
_TRANSOM_RENAMED(int, fwscanf, (FILE * file, const wchar_t* format, ...));
_TRANSOM_RENAMED(int, vfwscanf, (FILE * file, const wchar_t* format, va_list arguments));
int swscanf_s(const wchar_t* text, const wchar_t* format, ...);
int wscanf_s(const wchar_t* format, ...);
int fwscanf_s(FILE* file, const wchar_t* format, ...);

/* Files: UTF-8 on the disk. */
_TRANSOM_RENAMED(wint_t, fgetwc, (FILE * file));
_TRANSOM_RENAMED(wint_t, getwc, (FILE * file));
_TRANSOM_RENAMED(wint_t, getwchar, (void));
_TRANSOM_RENAMED(wint_t, ungetwc, (wint_t character, FILE* file));
_TRANSOM_RENAMED(wint_t, fputwc, (wchar_t character, FILE* file));
_TRANSOM_RENAMED(wint_t, putwc, (wchar_t character, FILE* file));
_TRANSOM_RENAMED(wint_t, putwchar, (wchar_t character));
_TRANSOM_RENAMED(wchar_t*, fgetws, (wchar_t * buffer, int size, FILE* file));
_TRANSOM_RENAMED(int, fputws, (const wchar_t* text, FILE* file));
_TRANSOM_RENAMED(int, fwide, (FILE * file, int mode));
int _putws(const wchar_t* text);
wchar_t* _getws(wchar_t* buffer);
FILE* _wfopen(const wchar_t* path, const wchar_t* mode);
FILE* _wfreopen(const wchar_t* path, const wchar_t* mode, FILE* file);
FILE* _wfdopen(int descriptor, const wchar_t* mode);
FILE* _wfsopen(const wchar_t* path, const wchar_t* mode, int sharing);
FILE* _wpopen(const wchar_t* command, const wchar_t* mode);
errno_t _wfopen_s(FILE** file, const wchar_t* path, const wchar_t* mode);
int _wremove(const wchar_t* path);
int _wrename(const wchar_t* from, const wchar_t* to);
int _wunlink(const wchar_t* path);
int _waccess(const wchar_t* path, int mode);
int _wopen(const wchar_t* path, int flags, ...);
int _wchdir(const wchar_t* path);
int _wmkdir(const wchar_t* path);
int _wrmdir(const wchar_t* path);
wchar_t* _wgetcwd(wchar_t* buffer, int size);
void _wperror(const wchar_t* text);

/* Paths, environment, time, locale */
wchar_t* _wfullpath(wchar_t* buffer, const wchar_t* path, size_t size);
void _wsplitpath(const wchar_t* path, wchar_t* drive, wchar_t* directory, wchar_t* name,
                 wchar_t* extension);
void _wmakepath(wchar_t* path, const wchar_t* drive, const wchar_t* directory, const wchar_t* name,
                const wchar_t* extension);
errno_t _wsplitpath_s(const wchar_t* path, wchar_t* drive, size_t drive_size, wchar_t* directory,
                      size_t directory_size, wchar_t* name, size_t name_size, wchar_t* extension,
                      size_t extension_size);
wchar_t* _wgetenv(const wchar_t* name);
int _wputenv(const wchar_t* assignment);
int _wsystem(const wchar_t* command);
_TRANSOM_RENAMED(size_t, wcsftime,
                 (wchar_t* buffer, size_t size, const wchar_t* format, const struct tm* time));
wchar_t* _wasctime(const struct tm* time);
wchar_t* _wctime(const time_t* time);
wchar_t* _wstrdate(wchar_t* buffer);
wchar_t* _wstrtime(wchar_t* buffer);
wchar_t* _wsetlocale(int category, const wchar_t* locale);
wchar_t* _wcserror(int error);

_TRANSOM_CRT_END

#ifndef TRANSOM_CRT_IMPLEMENTATION
_TRANSOM_CRT_BEGIN
/* The old names without the underscore. */
_TRANSOM_ALIAS(wchar_t*, wcsdup, _wcsdup, (const wchar_t*));
_TRANSOM_ALIAS(int, wcsicmp, _wcsicmp, (const wchar_t*, const wchar_t*));
_TRANSOM_ALIAS(int, wcsnicmp, _wcsnicmp, (const wchar_t*, const wchar_t*, size_t));
_TRANSOM_ALIAS(int, wcscasecmp, _wcsicmp, (const wchar_t*, const wchar_t*));
_TRANSOM_ALIAS(int, wcsncasecmp, _wcsnicmp, (const wchar_t*, const wchar_t*, size_t));
_TRANSOM_ALIAS(int, wcsicoll, _wcsicoll, (const wchar_t*, const wchar_t*));
_TRANSOM_ALIAS(wchar_t*, wcslwr, _wcslwr, (wchar_t*));
_TRANSOM_ALIAS(wchar_t*, wcsupr, _wcsupr, (wchar_t*));
_TRANSOM_ALIAS(wchar_t*, wcsrev, _wcsrev, (wchar_t*));
_TRANSOM_ALIAS(wchar_t*, wcsset, _wcsset, (wchar_t*, wchar_t));
_TRANSOM_ALIAS(wchar_t*, wcsnset, _wcsnset, (wchar_t*, wchar_t, size_t));
_TRANSOM_ALIAS(int, snwprintf, _snwprintf, (wchar_t*, size_t, const wchar_t*, ...));
_TRANSOM_ALIAS(int, vsnwprintf, _vsnwprintf, (wchar_t*, size_t, const wchar_t*, va_list));
_TRANSOM_ALIAS(wchar_t*, wcstok_s, transom_wcstok, (wchar_t*, const wchar_t*, wchar_t**));
_TRANSOM_CRT_END

#ifdef __cplusplus
extern "C++" {
int swprintf(wchar_t* buffer, const wchar_t* format, ...) __asm__("_swprintf");
int vswprintf(wchar_t* buffer, const wchar_t* format, va_list arguments) __asm__("_vswprintf");
wchar_t* wcstok(wchar_t* text, const wchar_t* separators) __asm__("transom_wcstok_stateless");
template <size_t Size>
errno_t wcscpy_s(wchar_t (&to)[Size], const wchar_t* from) {
  return wcscpy_s(to, Size, from);
}
template <size_t Size>
errno_t wcscat_s(wchar_t (&to)[Size], const wchar_t* from) {
  return wcscat_s(to, Size, from);
}
template <size_t Size>
errno_t wcsncpy_s(wchar_t (&to)[Size], const wchar_t* from, rsize_t count) {
  return wcsncpy_s(to, Size, from, count);
}
template <size_t Size, typename... Arguments>
int swprintf_s(wchar_t (&buffer)[Size], const wchar_t* format, Arguments... arguments) {
  return swprintf_s(buffer, Size, format, arguments...);
}
template <size_t Size, typename... Arguments>
int _snwprintf_s(wchar_t (&buffer)[Size], size_t count, const wchar_t* format,
                 Arguments... arguments) {
  return _snwprintf_s(buffer, Size, count, format, arguments...);
}
template <size_t Size>
int vswprintf_s(wchar_t (&buffer)[Size], const wchar_t* format, va_list arguments) {
  return vswprintf_s(buffer, Size, format, arguments);
}
}
#else
#define _TRANSOM_SECOND_IS_TEXT(second, text, other) \
  _Generic((second), wchar_t *: text, const wchar_t*: text, default: other)
#define _TRANSOM_FIRST(first, ...) first
#define swprintf(buffer, ...)                                                               \
  (_TRANSOM_SECOND_IS_TEXT(_TRANSOM_FIRST(__VA_ARGS__, 0), _swprintf, swprintf)(buffer, __VA_ARGS__))
#define vswprintf(buffer, ...)                                                                \
  (_TRANSOM_SECOND_IS_TEXT(_TRANSOM_FIRST(__VA_ARGS__, 0), _vswprintf, vswprintf)(buffer, \
                                                                                  __VA_ARGS__))
#define _TRANSOM_FOURTH(first, second, third, fourth, ...) fourth
#define wcstok(...) \
  _TRANSOM_FOURTH(__VA_ARGS__, wcstok, transom_wcstok_stateless, 0)(__VA_ARGS__)
#endif
#endif /* TRANSOM_CRT_IMPLEMENTATION */

#endif
