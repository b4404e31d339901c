/* The system's <stdlib.h>, and what Microsoft's has beyond it.
 * Names that only POSIX has are taken out of the program's way; the functions with wide characters,
 * and the random numbers with Microsoft's range and sequence, are the library's. */
#pragma GCC system_header
#ifndef TRANSOM_STDLIB_H
#define TRANSOM_STDLIB_H
#define random __posix_random
#define srandom __posix_srandom
#define initstate __posix_initstate
#define setstate __posix_setstate
#pragma redefine_extname rand transom_rand
#pragma redefine_extname srand transom_srand
#pragma redefine_extname mblen transom_mblen
#pragma redefine_extname mbtowc transom_mbtowc
#pragma redefine_extname wctomb transom_wctomb
#pragma redefine_extname mbstowcs transom_mbstowcs
#pragma redefine_extname wcstombs transom_wcstombs
#include_next <stdlib.h>
#undef random
#undef srandom
#undef initstate
#undef setstate
#include <limits.h>
#include <transom/crt/stdlib.h>
#include <transom/crt/wide.h>
#endif
