// The declarations of comctl32, exported as those of base/win32.h are.
#pragma once

#include "base/win32.h"

#pragma GCC visibility push(default)
#include <commctrl.h>
#pragma GCC visibility pop
