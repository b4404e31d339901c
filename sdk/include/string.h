/* The system's <string.h>, and what Microsoft's has beyond it (wide strings among it).
 * Names that only POSIX has are taken out of the program's way. */
#pragma GCC system_header
#ifndef TRANSOM_STRING_H
#define TRANSOM_STRING_H
#define index __posix_index
#define rindex __posix_rindex
#define strsep __posix_strsep
#define basename __posix_basename
#include_next <string.h>
#undef index
#undef rindex
#undef strsep
#undef basename
#include <transom/crt/string.h>
#include <transom/crt/wide.h>
#endif
