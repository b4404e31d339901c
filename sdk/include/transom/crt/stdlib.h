/* What Microsoft's <stdlib.h> has beyond the standard.
 * https://learn.microsoft.com/cpp/c-runtime-library/reference/itoa-itow
 */
#ifndef TRANSOM_CRT_STDLIB_H
#define TRANSOM_CRT_STDLIB_H

#include "types.h"

_TRANSOM_CRT_BEGIN
char* _itoa(int value, char* buffer, int radix);
char* _ltoa(long value, char* buffer, int radix);
char* _ultoa(unsigned long value, char* buffer, int radix);
char* _i64toa(long long value, char* buffer, int radix);
char* _ui64toa(unsigned long long value, char* buffer, int radix);
errno_t _itoa_s(int value, char* buffer, size_t size, int radix);
errno_t _ltoa_s(long value, char* buffer, size_t size, int radix);
errno_t _ultoa_s(unsigned long value, char* buffer, size_t size, int radix);
errno_t _i64toa_s(long long value, char* buffer, size_t size, int radix);
long long _atoi64(const char* text);
long long _strtoi64(const char* text, char** end, int radix);
unsigned long long _strtoui64(const char* text, char** end, int radix);
char* _gcvt(double value, int digits, char* buffer);
char* _fullpath(char* buffer, const char* path, size_t size);
void _splitpath(const char* path, char* drive, char* directory, char* name, char* extension);
errno_t _splitpath_s(const char* path, char* drive, size_t drive_size, char* directory,
                     size_t directory_size, char* name, size_t name_size, char* extension,
                     size_t extension_size);
void _makepath(char* path, const char* drive, const char* directory, const char* name,
               const char* extension);
errno_t _makepath_s(char* path, size_t size, const char* drive, const char* directory,
                    const char* name, const char* extension);
void _searchenv(const char* file, const char* variable, char* path);
int _putenv(const char* assignment);
errno_t _putenv_s(const char* name, const char* value);
errno_t getenv_s(size_t* needed, char* buffer, rsize_t size, const char* name);
errno_t _dupenv_s(char** buffer, size_t* size, const char* name);
errno_t rand_s(unsigned* value);
int* __p___argc(void);
char*** __p___argv(void);
wchar_t*** __p___wargv(void);
char*** __p__environ(void);
char** __p__pgmptr(void);
char** __p__acmdln(void);
wchar_t** __p__wcmdln(void);
unsigned* __p__fmode(void);
void* _aligned_malloc(size_t size, size_t alignment);
void _aligned_free(void* block);
size_t _msize(void* block);
void* _recalloc(void* block, size_t count, size_t size);
size_t _mbstrlen(const char* text);
_TRANSOM_RENAMED(int, rand, (void));
_TRANSOM_RENAMED(void, srand, (unsigned seed));
_TRANSOM_RENAMED(int, mblen, (const char* text, size_t count));
_TRANSOM_RENAMED(int, mbtowc, (wchar_t* character, const char* text, size_t count));
_TRANSOM_RENAMED(int, wctomb, (char* text, wchar_t character));
_TRANSOM_RENAMED(size_t, mbstowcs, (wchar_t* to, const char* from, size_t count));
_TRANSOM_RENAMED(size_t, wcstombs, (char* to, const wchar_t* from, size_t count));
errno_t mbstowcs_s(size_t* converted, wchar_t* to, size_t size, const char* from, size_t count);
errno_t wcstombs_s(size_t* converted, char* to, size_t size, const wchar_t* from, size_t count);
_TRANSOM_CRT_END

#ifndef TRANSOM_CRT_IMPLEMENTATION
_TRANSOM_CRT_BEGIN
_TRANSOM_ALIAS(char*, itoa, _itoa, (int, char*, int));
_TRANSOM_ALIAS(char*, ltoa, _ltoa, (long, char*, int));
_TRANSOM_ALIAS(char*, ultoa, _ultoa, (unsigned long, char*, int));
_TRANSOM_CRT_END
/* The compiler's own intrinsics headers have these as macros too. */
static __inline unsigned __transom_rotl(unsigned value, int shift) {
  return (value << (shift & 31)) | (value >> (-shift & 31));
}
static __inline unsigned __transom_rotr(unsigned value, int shift) {
  return (value >> (shift & 31)) | (value << (-shift & 31));
}
#ifndef _rotl
#define _rotl(value, shift) __transom_rotl(value, shift)
#define _rotr(value, shift) __transom_rotr(value, shift)
#endif
#ifndef _lrotl
#define _lrotl(value, shift) __transom_rotl((unsigned)(value), shift)
#define _lrotr(value, shift) __transom_rotr((unsigned)(value), shift)
#endif
#define _byteswap_ushort(value) __builtin_bswap16(value)
#define _byteswap_ulong(value) __builtin_bswap32(value)
#define _byteswap_uint64(value) __builtin_bswap64(value)
#define __argc (*__p___argc())
#define __argv (*__p___argv())
#define __wargv (*__p___wargv())
#define _environ (*__p__environ())
#define _pgmptr (*__p__pgmptr())
#define _acmdln (*__p__acmdln())
#define _wcmdln (*__p__wcmdln())
#define _fmode (*__p__fmode())
#define _MAX_ENV 32767
#ifndef __cplusplus
#ifndef max
#define max(a, b) (((a) > (b)) ? (a) : (b))
#define min(a, b) (((a) < (b)) ? (a) : (b))
#endif
#endif
/* Microsoft's RAND_MAX, which programs have written as 32767. */
#undef RAND_MAX
#define RAND_MAX 0x7fff
#endif

#endif
