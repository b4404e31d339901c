// The workloads under Wine, those that are named or all: prints a line `name nanoseconds` each.
#include <stdio.h>
#include <string.h>

#include "workloads.h"

static bool is_wanted(const char* name, int count, char** wanted) {
  for (int i = 0; i < count; ++i) {
    if (strcmp(wanted[i], name) == 0) return true;
  }
  return count == 0;
}

int main(int count, char** arguments) {
  LARGE_INTEGER frequency;
  QueryPerformanceFrequency(&frequency);
  for (int i = 0; i < kWorkloadCount; ++i) {
    const Workload& workload = kWorkloads[i];
    if (!is_wanted(workload.name, count - 1, arguments + 1)) continue;
    workload.run(workload.slow_count / 10);
    LARGE_INTEGER begin;
    LARGE_INTEGER end;
    QueryPerformanceCounter(&begin);
    workload.run(workload.slow_count);
    QueryPerformanceCounter(&end);
    const double seconds = static_cast<double>(end.QuadPart - begin.QuadPart) /
                           static_cast<double>(frequency.QuadPart);
    printf("%s %.1f\n", workload.name, seconds * 1e9 / workload.slow_count);
    fflush(stdout);
  }
  return 0;
}
