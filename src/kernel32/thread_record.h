// What the library keeps for every thread that calls it: its identifier and where it sleeps.
//
// Contract
//  - Made on first use, whoever made the thread. The memory is never freed but used again, so that
//    a late waker wakes a parker, never freed memory.
#pragma once

#include "base/parker.h"
#include "base/win32.h"

namespace transom::kernel {

struct ThreadRecord {
  DWORD id = 0;
  base::Parker parker;
};

ThreadRecord& current_thread();

}  // namespace transom::kernel
