/* The system's <stdio.h> with Microsoft's printf, and what Microsoft's has beyond it. fopen takes
 * Windows paths and the modes "rt", "w, ccs=UTF-8". Names that only POSIX has are taken out of the
 * program's way. */
#pragma GCC system_header
#if defined(__need_FILE) || defined(__need___FILE)
#include_next <stdio.h>
#elif !defined(TRANSOM_STDIO_H)
#define TRANSOM_STDIO_H
#define getline __posix_getline
#define getdelim __posix_getdelim
#define dprintf __posix_dprintf
#define vdprintf __posix_vdprintf
#define scanf __system_scanf
#define fscanf __system_fscanf
#define sscanf __system_sscanf
#define vscanf __system_vscanf
#define vfscanf __system_vfscanf
#define vsscanf __system_vsscanf
#define fopen __system_fopen
#define freopen __system_freopen
#pragma redefine_extname remove transom_remove
#pragma redefine_extname rename transom_rename
#pragma redefine_extname printf transom_printf
#pragma redefine_extname fprintf transom_fprintf
#pragma redefine_extname sprintf transom_sprintf
#pragma redefine_extname snprintf transom_snprintf
#pragma redefine_extname vprintf transom_vprintf
#pragma redefine_extname vfprintf transom_vfprintf
#pragma redefine_extname vsprintf transom_vsprintf
#pragma redefine_extname vsnprintf transom_vsnprintf
#include_next <stdio.h>
#undef getline
#undef getdelim
#undef dprintf
#undef vdprintf
#undef scanf
#undef fscanf
#undef sscanf
#undef vscanf
#undef vfscanf
#undef vsscanf
#undef fopen
#undef freopen
#undef gets
#include <transom/crt/stdio.h>
#include <transom/crt/wide.h>
#endif
