/* The system's <sys/timeb.h> under Microsoft's names. */
#pragma GCC system_header
#ifndef TRANSOM_SYS_TIMEB_H
#define TRANSOM_SYS_TIMEB_H
#include_next <sys/timeb.h>
#define _timeb timeb
#define _ftime ftime
#define _timeb64 timeb
#define _ftime64 ftime
#endif
