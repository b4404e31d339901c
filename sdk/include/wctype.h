/* In place of the system's <wctype.h>: the functions are the library's. */
#pragma GCC system_header
#ifndef _WCTYPE_H
#define _WCTYPE_H 1
#include <transom/crt/wide_class.h>
#endif
