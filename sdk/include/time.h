/* The system's <time.h>, and what Microsoft's has beyond it. clock() counts milliseconds of real
 * time, as it does on Windows. */
#pragma GCC system_header
#if defined(TRANSOM_TIME_H)
#include_next <time.h>
#else
#define TRANSOM_TIME_H
#pragma redefine_extname clock transom_clock
#define timer_create __posix_timer_create
#define timer_delete __posix_timer_delete
#define timer_settime __posix_timer_settime
#include_next <time.h>
#undef timer_create
#undef timer_delete
#undef timer_settime
#undef CLOCKS_PER_SEC
#define CLOCKS_PER_SEC ((clock_t)1000)
#ifndef CLK_TCK
#define CLK_TCK CLOCKS_PER_SEC
#endif
#include <transom/crt/system.h>
#define _time64 time
#define _localtime64 localtime
#define _gmtime64 gmtime
#define _mktime64 mktime
#define _ctime64 ctime
#define _difftime64 difftime
#define _localtime64_s localtime_s
#define _gmtime64_s gmtime_s
#define _timezone timezone
#define _daylight daylight
#define _tzname tzname
#endif
