/* What Microsoft's <stdio.h> has beyond the standard, and printf with Microsoft's format rules:
 * %I64d, %I32u, %S, %hs, %ws, %C, %p with sixteen digits, and %ld with 32 bits.
 * https://learn.microsoft.com/cpp/c-runtime-library/format-specification-syntax-printf-and-wprintf-functions
 */
#ifndef TRANSOM_CRT_STDIO_H
#define TRANSOM_CRT_STDIO_H

#include "types.h"

_TRANSOM_CRT_BEGIN
_TRANSOM_RENAMED(int, printf, (const char* format, ...));
_TRANSOM_RENAMED(int, fprintf, (FILE * file, const char* format, ...));
_TRANSOM_RENAMED(int, sprintf, (char* buffer, const char* format, ...));
_TRANSOM_RENAMED(int, snprintf, (char* buffer, size_t size, const char* format, ...));
_TRANSOM_RENAMED(int, vprintf, (const char* format, va_list arguments));
_TRANSOM_RENAMED(int, vfprintf, (FILE * file, const char* format, va_list arguments));
_TRANSOM_RENAMED(int, vsprintf, (char* buffer, const char* format, va_list arguments));
_TRANSOM_RENAMED(int, vsnprintf,
                 (char* buffer, size_t size, const char* format, va_list arguments));
int _snprintf(char* buffer, size_t size, const char* format, ...);
int _vsnprintf(char* buffer, size_t size, const char* format, va_list arguments);
int _scprintf(const char* format, ...);
int _vscprintf(const char* format, va_list arguments);
int printf_s(const char* format, ...);
int fprintf_s(FILE* file, const char* format, ...);
int sprintf_s(char* buffer, size_t size, const char* format, ...);
int vsprintf_s(char* buffer, size_t size, const char* format, va_list arguments);
int _snprintf_s(char* buffer, size_t size, size_t count, const char* format, ...);
int _vsnprintf_s(char* buffer, size_t size, size_t count, const char* format, va_list arguments);

/* scanf's %l stores 32 bits, as into a LONG; see the library's scan.h. */
_TRANSOM_RENAMED(int, scanf, (const char* format, ...));
_TRANSOM_RENAMED(int, fscanf, (FILE * file, const char* format, ...));
_TRANSOM_RENAMED(int, sscanf, (const char* text, const char* format, ...));
_TRANSOM_RENAMED(int, vscanf, (const char* format, va_list arguments));
_TRANSOM_RENAMED(int, vfscanf, (FILE * file, const char* format, va_list arguments));
_TRANSOM_RENAMED(int, vsscanf, (const char* text, const char* format, va_list arguments));
int scanf_s(const char* format, ...);
int fscanf_s(FILE* file, const char* format, ...);
int sscanf_s(const char* text, const char* format, ...);

errno_t fopen_s(FILE** file, const char* path, const char* mode);
errno_t freopen_s(FILE** file, const char* path, const char* mode, FILE* old);
errno_t tmpfile_s(FILE** file);
FILE* _fsopen(const char* path, const char* mode, int sharing);
FILE* _fdopen(int descriptor, const char* mode);
FILE* _popen(const char* command, const char* mode);
int _pclose(FILE* file);
int _fileno(FILE* file);
int _fcloseall(void);
int _flushall(void);
int _getw(FILE* file);
int _putw(int value, FILE* file);
int _fgetchar(void);
int _fputchar(int character);
int _fseeki64(FILE* file, long long offset, int origin);
long long _ftelli64(FILE* file);
int _unlink(const char* path);
char* _tempnam(const char* directory, const char* prefix);
char* transom_gets(char* buffer);
_TRANSOM_RENAMED(FILE*, fopen, (const char* path, const char* mode));
_TRANSOM_RENAMED(FILE*, freopen, (const char* path, const char* mode, FILE* file));
_TRANSOM_RENAMED(int, remove, (const char* path));
_TRANSOM_RENAMED(int, rename, (const char* from, const char* to));
_TRANSOM_CRT_END

#ifndef TRANSOM_CRT_IMPLEMENTATION
_TRANSOM_CRT_BEGIN
char* gets(char* buffer) __asm__("transom_gets");
_TRANSOM_CRT_END
#ifndef _P_tmpdir
#define _P_tmpdir "/tmp"
#endif
#ifdef __cplusplus
extern "C++" {
template <size_t Size, typename... Arguments>
int sprintf_s(char (&buffer)[Size], const char* format, Arguments... arguments) {
  return sprintf_s(buffer, Size, format, arguments...);
}
template <size_t Size, typename... Arguments>
int _snprintf_s(char (&buffer)[Size], size_t count, const char* format, Arguments... arguments) {
  return _snprintf_s(buffer, Size, count, format, arguments...);
}
template <size_t Size>
int vsprintf_s(char (&buffer)[Size], const char* format, va_list arguments) {
  return vsprintf_s(buffer, Size, format, arguments);
}
}
#endif
#define fwprintf_s fwprintf
#define wprintf_s wprintf
#endif

#endif
