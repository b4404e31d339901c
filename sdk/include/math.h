/* The system's <math.h>, and Microsoft's names. */
#pragma GCC system_header
#ifndef TRANSOM_MATH_H
#define TRANSOM_MATH_H
#define gamma __posix_gamma
#define significand __posix_significand
#define drem __posix_drem
#define pow10 __gnu_pow10
#include_next <math.h>
#undef gamma
#undef significand
#undef drem
#undef pow10
#include <transom/crt/system.h>
#define _j0 j0
#define _j1 j1
#define _jn jn
#define _y0 y0
#define _y1 y1
#define _yn yn
#ifndef M_PI
#define M_PI 3.14159265358979323846
#define M_PI_2 1.57079632679489661923
#define M_PI_4 0.78539816339744830962
#define M_E 2.7182818284590452354
#define M_SQRT2 1.41421356237309504880
#endif
#endif
