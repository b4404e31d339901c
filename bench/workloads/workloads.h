// Hot paths as plain Win32 code: the same source is measured natively by Google Benchmark and,
// built by mingw-w64, under Wine.
#pragma once

#ifdef __MINGW32__
#include <windows.h>
#else
#include "base/win32.h"
#endif

struct Workload {
  const char* name;
  // Does the thing `count` times; what it needs around that is made and unmade inside, and small
  // beside it.
  void (*run)(int count);
  // A sensible count for one measurement on a slow peer.
  int slow_count;
};

extern const Workload kWorkloads[];
extern const int kWorkloadCount;
