/* Types of the C run-time; see crtdefs.h. */
#pragma GCC system_header
#include <_mingw.h>
