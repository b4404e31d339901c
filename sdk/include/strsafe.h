/* The w32api header turns the functions that it would rather see replaced into errors; Microsoft's
 * compiler only warns. */
#pragma GCC system_header
#ifndef STRSAFE_NO_DEPRECATE
#define STRSAFE_NO_DEPRECATE
#endif
/* In C its functions are inline and have no definition elsewhere: each source gets its own. */
#if !defined(__cplusplus) && !defined(_STRSAFE_H_INCLUDED_)
#include <_mingw_unicode.h>
#include <specstrings.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#pragma push_macro("__inline")
#pragma push_macro("__CRT_INLINE")
#undef __inline
#undef __CRT_INLINE
#define __inline static __inline__
#define __CRT_INLINE static __inline__
#include_next <strsafe.h>
#pragma pop_macro("__CRT_INLINE")
#pragma pop_macro("__inline")
#else
#include_next <strsafe.h>
#endif
