/* windows.h, told for as long as it is read that `long` has 64 bits (Cygwin is the w32api headers'
 * word for that). */
#pragma GCC system_header
#ifndef _WINDOWS_
#ifndef RC_INVOKED
#include <_mingw.h>
#include <string.h>
#endif
#pragma push_macro("__CYGWIN__")
#undef __CYGWIN__
#define __CYGWIN__ 1
#include_next <windows.h>
#pragma pop_macro("__CYGWIN__")
#if defined(__cplusplus) && !defined(NOMINMAX) && !defined(RC_INVOKED)
#include <transom/min_max.h>
#endif
#endif
