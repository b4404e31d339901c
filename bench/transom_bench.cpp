// The workloads, natively.
#include <benchmark/benchmark.h>
#include <malloc.h>

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

// What a hidden child window keeps, beside what its program keeps of it.
void hidden_child_memory(benchmark::State& state) {
  constexpr int kWindows = 10'000;
  WNDCLASSW described{};
  described.lpfnWndProc = DefWindowProcW;
  described.lpszClassName = L"child";
  RegisterClassW(&described);
  const HWND parent = CreateWindowExW(0, L"child", nullptr, WS_OVERLAPPED, 0, 0, 200, 200, nullptr,
                                      nullptr, nullptr, nullptr);
  for (auto _ : state) {
    const auto before = mallinfo2().uordblks;
    for (int i = 0; i < kWindows; ++i) {
      CreateWindowExW(0, L"child", nullptr, WS_CHILD, 10, 10, 50, 20, parent, nullptr, nullptr,
                      nullptr);
    }
    state.counters["bytes"] = static_cast<double>(mallinfo2().uordblks - before) / kWindows;
  }
  DestroyWindow(parent);
}
BENCHMARK(hidden_child_memory)->Iterations(1);

}  // namespace

BENCHMARK_MAIN();
