/* Types of the C run-time; the w32api header of this name assumes its own run-time. */
#pragma GCC system_header
#include <_mingw.h>
