/* The w32api header turns the functions that it would rather see replaced into errors; Microsoft's
 * compiler only warns. */
#pragma GCC system_header
#ifndef STRSAFE_NO_DEPRECATE
#define STRSAFE_NO_DEPRECATE
#endif
#include_next <strsafe.h>
