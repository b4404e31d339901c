/* In place of the system's <wchar.h>, whose functions have 32-bit characters. */
#pragma GCC system_header
#ifndef _WCHAR_H
#define _WCHAR_H 1
#include <stddef.h>
#include <transom/crt/wide.h>
#include <wctype.h>
#endif
