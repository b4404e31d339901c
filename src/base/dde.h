// The declarations of DDE (dde.h) and of its management library (ddeml.h), exported as those of
// base/win32.h are.
#pragma once

#include "base/win32.h"

#pragma GCC visibility push(default)
#include <dde.h>
#include <ddeml.h>
#pragma GCC visibility pop
