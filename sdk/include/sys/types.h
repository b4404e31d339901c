/* The system's <sys/types.h> under Microsoft's names too. */
#pragma GCC system_header
#ifndef TRANSOM_SYS_TYPES_H
#define TRANSOM_SYS_TYPES_H
#include_next <sys/types.h>
#define _off_t off_t
#define _dev_t dev_t
#define _ino_t ino_t
#define _off64_t __off64_t
#endif
