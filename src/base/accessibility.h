// The declarations of Active Accessibility (oleacc.h), exported as those of base/win32.h are.
#pragma once

#include "base/win32.h"

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wunknown-pragmas"
#pragma GCC visibility push(default)
#define interface struct
#include <oleacc.h>
#undef interface
#pragma GCC visibility pop
#pragma GCC diagnostic pop
