// The declarations of shell32's folders (shlobj.h), exported as those of base/win32.h are.
#pragma once

#include "base/win32.h"

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wunknown-pragmas"
#pragma GCC visibility push(default)
#define interface struct
#include <shlobj.h>
#undef interface
#pragma GCC visibility pop
#pragma GCC diagnostic pop
