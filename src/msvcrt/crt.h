// The C run-time's exports, as the SDK's headers declare them (sdk/include/transom/crt).
//
// Programs see `wcslen`, the library defines `transom_wcslen`: see transom/crt/declare.h there.
#pragma once

#include <cstdio>
#include <ctime>
#include <cwchar>
#include <cwctype>

#include "base/win32.h"

#define TRANSOM_CRT_IMPLEMENTATION
#include "../../sdk/include/transom/crt/declare.h"
#include "../../sdk/include/transom/crt/stdio.h"
#include "../../sdk/include/transom/crt/stdlib.h"
#include "../../sdk/include/transom/crt/string.h"
#include "../../sdk/include/transom/crt/system.h"
#include "../../sdk/include/transom/crt/types.h"
#include "../../sdk/include/transom/crt/wide.h"
#include "../../sdk/include/transom/crt/wide_class.h"
