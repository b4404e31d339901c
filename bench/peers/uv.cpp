// libuv: an idle loop with a queue of requests, timers, and async handles across threads.
#include <benchmark/benchmark.h>
#include <uv.h>

#include <array>
#include <deque>
#include <thread>

#include <vector>
#include "cores.h"

namespace {

// Posting to oneself in libuv is an async handle that is sent and run.
void post(benchmark::State& state) {
  uv_loop_t loop;
  uv_loop_init(&loop);
  uv_idle_t idle;
  uv_idle_init(&loop, &idle);
  static volatile int count = 0;
  for (auto _ : state) {
    uv_idle_start(&idle, [](uv_idle_t* handle) {
      count = count + 1;
      uv_idle_stop(handle);
    });
    uv_run(&loop, UV_RUN_NOWAIT);
  }
  uv_close(reinterpret_cast<uv_handle_t*>(&idle), nullptr);
  uv_run(&loop, UV_RUN_DEFAULT);
  uv_loop_close(&loop);
}
BENCHMARK(post)->Name("post_get_dispatch/libuv")->UseRealTime();

// What libuv's users write for more than one: a queue beside an async handle.
void post_burst(benchmark::State& state) {
  uv_loop_t loop;
  uv_loop_init(&loop);
  static std::deque<std::array<std::uint64_t, 6>> queue;
  static volatile std::uint64_t count = 0;
  uv_async_t wake;
  uv_async_init(&loop, &wake, [](uv_async_t*) {
    for (; !queue.empty(); queue.pop_front()) count = count + queue.front()[0];
  });
  while (state.KeepRunningBatch(100)) {
    for (int i = 0; i < 100; ++i) {
      queue.push_back({1, 2, 3, 4, 5, 6});
      uv_async_send(&wake);
    }
    uv_run(&loop, UV_RUN_NOWAIT);
  }
  uv_close(reinterpret_cast<uv_handle_t*>(&wake), nullptr);
  uv_run(&loop, UV_RUN_DEFAULT);
  uv_loop_close(&loop);
}
BENCHMARK(post_burst)->Name("post_get_dispatch_burst/libuv")->UseRealTime();

void timers(benchmark::State& state) {
  uv_loop_t loop;
  uv_loop_init(&loop);
  std::vector<uv_timer_t> all(10'000);
  const auto nothing = [](uv_timer_t*) {};
  for (std::size_t i = 0; i < all.size(); ++i) {
    uv_timer_init(&loop, &all[i]);
    uv_timer_start(&all[i], nothing, 1'000'000 + i, 0);
  }
  std::size_t i = 0;
  for (auto _ : state) uv_timer_start(&all[i++ * 7919 % 10'000], nothing, 2'000'000, 0);
  for (auto& timer : all) uv_close(reinterpret_cast<uv_handle_t*>(&timer), nullptr);
  uv_run(&loop, UV_RUN_DEFAULT);
  uv_loop_close(&loop);
}
BENCHMARK(timers)->Name("set_timer_among_10000/libuv")->UseRealTime();

struct PingPong {
  uv_loop_t loop;
  uv_async_t wake;
  uv_async_t* other = nullptr;
  int left = 0;
};

void answer(uv_async_t* handle) {
  auto* side = static_cast<PingPong*>(handle->data);
  uv_async_send(side->other);
  if (--side->left == 0) uv_close(reinterpret_cast<uv_handle_t*>(handle), nullptr);
}

void ping_pong(benchmark::State& state) {
  const OnCore core(0);
  constexpr int kBatch = 10'000;
  while (state.KeepRunningBatch(kBatch)) {
    PingPong sides[2];
    for (PingPong& side : sides) {
      uv_loop_init(&side.loop);
      uv_async_init(&side.loop, &side.wake, answer);
      side.wake.data = &side;
      side.left = kBatch;
    }
    sides[0].other = &sides[1].wake;
    sides[1].other = &sides[0].wake;
    uv_async_send(&sides[0].wake);
    std::thread other([&] {
      const OnCore other_core(1);
      uv_run(&sides[1].loop, UV_RUN_DEFAULT);
    });
    uv_run(&sides[0].loop, UV_RUN_DEFAULT);
    other.join();
  }
}
BENCHMARK(ping_pong)->Name("post_ping_pong/libuv")->UseRealTime();

}  // namespace
