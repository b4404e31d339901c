// The declarations of sessions (wtsapi32.h), exported as those of base/win32.h are.
#pragma once

#include "base/win32.h"

#pragma GCC visibility push(default)
#include <wtsapi32.h>
#pragma GCC visibility pop
