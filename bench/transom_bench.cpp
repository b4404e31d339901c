// The workloads, natively.
#include <benchmark/benchmark.h>

#include <string>

#include "workloads.h"

namespace {

const bool registered = [] {
  for (int i = 0; i < kWorkloadCount; ++i) {
    const Workload& workload = kWorkloads[i];
    benchmark::RegisterBenchmark((std::string(workload.name) + "/transom").c_str(),
                                 [&workload](benchmark::State& state) {
                                   while (state.KeepRunningBatch(10'000)) workload.run(10'000);
                                 })
        ->UseRealTime();
  }
  return true;
}();

}  // namespace

BENCHMARK_MAIN();
