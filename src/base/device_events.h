// The declarations of WM_DEVICECHANGE's data (dbt.h), which still speak of far pointers.
#pragma once

#include "base/win32.h"

#define far
#include <dbt.h>
#undef far
