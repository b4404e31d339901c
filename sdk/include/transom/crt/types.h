/* Types and limits that any Microsoft header brings along. */
#ifndef TRANSOM_CRT_TYPES_H
#define TRANSOM_CRT_TYPES_H
#ifndef RC_INVOKED

#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#ifndef TRANSOM_CRT_IMPLEMENTATION
#include <bits/types/time_t.h>
#else
#include <ctime>
#endif
#include <sys/types.h>
#include "declare.h"

typedef int errno_t;
typedef size_t rsize_t;
#ifndef TRANSOM_CRT_IMPLEMENTATION /* the w32api headers have their own there */
typedef time_t __time64_t;
typedef int __time32_t;
typedef struct __locale_struct* _locale_t;
#endif

#ifndef _ERRCODE_DEFINED
#define _ERRCODE_DEFINED
#endif
#ifndef _MAX_PATH
#define _MAX_PATH 260
#define _MAX_DRIVE 3
#define _MAX_DIR 256
#define _MAX_FNAME 256
#define _MAX_EXT 256
#endif
#ifndef _TRUNCATE
#define _TRUNCATE ((size_t)-1)
#endif
#ifndef _I8_MIN
#define _I8_MIN (-127 - 1)
#define _I8_MAX 127
#define _UI8_MAX 0xffu
#define _I16_MIN (-32767 - 1)
#define _I16_MAX 32767
#define _UI16_MAX 0xffffu
#define _I32_MIN (-2147483647 - 1)
#define _I32_MAX 2147483647
#define _UI32_MAX 0xffffffffu
#define _I64_MIN (-9223372036854775807LL - 1)
#define _I64_MAX 9223372036854775807LL
#define _UI64_MAX 0xffffffffffffffffULL
#endif

#ifndef _countof
#ifdef __cplusplus
extern "C++" {
template <typename Element, size_t Count>
char (*__transom_countof(Element (&)[Count]))[Count];
}
#define _countof(array) (sizeof(*__transom_countof(array)) + 0)
#else
#define _countof(array) (sizeof(array) / sizeof((array)[0]))
#endif
#endif

#endif /* RC_INVOKED */
#endif
