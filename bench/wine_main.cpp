// The workloads under Wine: prints a line `name nanoseconds` each.
#include <stdio.h>

#include "workloads.h"

int main() {
  LARGE_INTEGER frequency;
  QueryPerformanceFrequency(&frequency);
  for (int i = 0; i < kWorkloadCount; ++i) {
    const Workload& workload = kWorkloads[i];
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
