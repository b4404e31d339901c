// The version of Windows that a program was made for. A few things are as they were then.
#pragma once

#include "base/win32.h"

namespace transom::kernel {

// HIWORD: major, LOWORD: minor. What the linker was told (`-Wl,--subsystem,windows:3.10`), or a
// version of today.
DWORD subsystem_version();
// For tests; 0: as the program says.
void set_subsystem_version(DWORD version);

inline bool is_for_windows_3() {
  return HIWORD(subsystem_version()) < 4;
}

}  // namespace transom::kernel
