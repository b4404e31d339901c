/* What Microsoft's <string.h> has beyond the standard.
 * https://learn.microsoft.com/cpp/c-runtime-library/string-manipulation-crt
 */
#ifndef TRANSOM_CRT_STRING_H
#define TRANSOM_CRT_STRING_H

#include "types.h"

_TRANSOM_CRT_BEGIN
int _stricmp(const char* left, const char* right);
int _strcmpi(const char* left, const char* right);
int _strnicmp(const char* left, const char* right, size_t count);
int _stricoll(const char* left, const char* right);
int _strncoll(const char* left, const char* right, size_t count);
int _strnicoll(const char* left, const char* right, size_t count);
int _memicmp(const void* left, const void* right, size_t count);
char* _strdup(const char* text);
char* _strlwr(char* text);
char* _strupr(char* text);
char* _strrev(char* text);
char* _strset(char* text, int value);
char* _strnset(char* text, int value, size_t count);
char* _strerror(const char* prefix);
void* _memccpy(void* to, const void* from, int last, size_t count);
size_t __strncnt(const char* text, size_t count);
errno_t strcpy_s(char* to, rsize_t size, const char* from);
errno_t strncpy_s(char* to, rsize_t size, const char* from, rsize_t count);
errno_t strcat_s(char* to, rsize_t size, const char* from);
errno_t strncat_s(char* to, rsize_t size, const char* from, rsize_t count);
errno_t _strlwr_s(char* text, size_t size);
errno_t _strupr_s(char* text, size_t size);
errno_t _strset_s(char* text, size_t size, int value);
errno_t strerror_s(char* buffer, size_t size, int error);
errno_t memcpy_s(void* to, rsize_t size, const void* from, rsize_t count);
errno_t memmove_s(void* to, rsize_t size, const void* from, rsize_t count);
char* strtok_s(char* text, const char* separators, char** state);
_TRANSOM_CRT_END

#ifndef TRANSOM_CRT_IMPLEMENTATION
_TRANSOM_CRT_BEGIN
_TRANSOM_ALIAS(int, stricmp, _stricmp, (const char*, const char*));
_TRANSOM_ALIAS(int, strcmpi, _stricmp, (const char*, const char*));
_TRANSOM_ALIAS(int, strnicmp, _strnicmp, (const char*, const char*, size_t));
_TRANSOM_ALIAS(int, memicmp, _memicmp, (const void*, const void*, size_t));
_TRANSOM_ALIAS(char*, strlwr, _strlwr, (char*));
_TRANSOM_ALIAS(char*, strupr, _strupr, (char*));
_TRANSOM_ALIAS(char*, strrev, _strrev, (char*));
_TRANSOM_ALIAS(char*, strset, _strset, (char*, int));
_TRANSOM_ALIAS(char*, strnset, _strnset, (char*, int, size_t));
_TRANSOM_CRT_END
#ifdef __cplusplus
extern "C++" {
template <size_t Size>
errno_t strcpy_s(char (&to)[Size], const char* from) {
  return strcpy_s(to, Size, from);
}
template <size_t Size>
errno_t strcat_s(char (&to)[Size], const char* from) {
  return strcat_s(to, Size, from);
}
template <size_t Size>
errno_t strncpy_s(char (&to)[Size], const char* from, rsize_t count) {
  return strncpy_s(to, Size, from, count);
}
template <size_t Size>
errno_t strncat_s(char (&to)[Size], const char* from, rsize_t count) {
  return strncat_s(to, Size, from, count);
}
}
#endif
#endif

#endif
