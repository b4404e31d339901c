/* The first that every w32api header includes: it alone decides between LLP64 and LP64. */
#pragma GCC system_header
#ifndef _INC__MINGW_H
#pragma push_macro("__CYGWIN__")
#undef __CYGWIN__
#define __CYGWIN__ 1
#include_next <_mingw.h>
#pragma pop_macro("__CYGWIN__")
#undef _WIN64
#define _WIN64 1
#endif
#include <transom/crt/types.h>
