// The physical floor: what the machine does with no message system at all.
#include <benchmark/benchmark.h>
#include <linux/futex.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <atomic>
#include <cstdint>
#include <deque>
#include <mutex>
#include <thread>
#include <vector>

#include "cores.h"

namespace {

struct Message {
  void* window;
  unsigned number;
  std::uintptr_t wparam;
  std::intptr_t lparam;
  unsigned time;
  int x;
  int y;
};

[[gnu::noinline]] std::intptr_t procedure(void*, unsigned, std::uintptr_t wparam, std::intptr_t) {
  static volatile int count = 0;
  count = count + 1;
  return static_cast<std::intptr_t>(wparam);
}

using Procedure = std::intptr_t (*)(void*, unsigned, std::uintptr_t, std::intptr_t);
Procedure volatile indirect = procedure;

void deque_and_call(benchmark::State& state) {
  std::deque<Message> queue;
  for (auto _ : state) {
    queue.push_back({&queue, 0x8000, 1, 2, 3, 4, 5});
    const Message message = queue.front();
    queue.pop_front();
    benchmark::DoNotOptimize(
        indirect(message.window, message.number, message.wparam, message.lparam));
  }
}
BENCHMARK(deque_and_call)->Name("post_get_dispatch/floor")->UseRealTime();

void deque_and_call_burst(benchmark::State& state) {
  std::deque<Message> queue;
  while (state.KeepRunningBatch(100)) {
    for (int i = 0; i < 100; ++i) queue.push_back({&queue, 0x8000, 1, 2, 3, 4, 5});
    for (int i = 0; i < 100; ++i) {
      const Message message = queue.front();
      queue.pop_front();
      benchmark::DoNotOptimize(
          indirect(message.window, message.number, message.wparam, message.lparam));
    }
  }
}
BENCHMARK(deque_and_call_burst)->Name("post_get_dispatch_burst/floor")->UseRealTime();

void indirect_call(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(indirect(nullptr, 0x8000, 1, 2));
}
BENCHMARK(indirect_call)->Name("send_same_thread/floor")->UseRealTime();

void futex(std::atomic<std::uint32_t>& word, int operation, std::uint32_t value) {
  syscall(SYS_futex, reinterpret_cast<std::uint32_t*>(&word), operation | FUTEX_PRIVATE_FLAG, value,
          nullptr, nullptr, 0);
}

// One producer: the consumer swaps the whole list out under a mutex and sleeps on a futex.
void mutex_swap_futex(benchmark::State& state) {
  const OnCore core(0);
  constexpr int kBatch = 10'000;
  while (state.KeepRunningBatch(kBatch)) {
    std::mutex mutex;
    std::vector<Message> shared;
    std::atomic<std::uint32_t> word{0};
    std::thread producer([&] {
      const OnCore other(1);
      for (int i = 0; i < kBatch; ++i) {
        bool was_empty;
        {
          std::lock_guard lock(mutex);
          was_empty = shared.empty();
          shared.push_back({&shared, 0x8000, 1, 2, 3, 4, 5});
        }
        if (was_empty) {
          word.store(1);
          futex(word, FUTEX_WAKE, 1);
        }
      }
    });
    std::vector<Message> taken;
    for (int received = 0; received < kBatch;) {
      {
        std::lock_guard lock(mutex);
        taken.swap(shared);
      }
      if (taken.empty()) {
        futex(word, FUTEX_WAIT, 0);
        word.store(0);
        continue;
      }
      for (const Message& message : taken) {
        benchmark::DoNotOptimize(
            indirect(message.window, message.number, message.wparam, message.lparam));
      }
      received += static_cast<int>(taken.size());
      taken.clear();
    }
    producer.join();
  }
}
BENCHMARK(mutex_swap_futex)->Name("produce_across/floor")->UseRealTime();

// Two threads hand a word to and fro, sleeping in the kernel each time.
void futex_ping_pong(benchmark::State& state) {
  const OnCore core(0);
  constexpr int kBatch = 10'000;
  while (state.KeepRunningBatch(kBatch)) {
    std::atomic<std::uint32_t> word{0};
    const auto wait_for = [&](std::uint32_t mine) {
      for (std::uint32_t value = word.load(); value != mine; value = word.load()) {
        futex(word, FUTEX_WAIT, value);
      }
    };
    std::thread other([&] {
      const OnCore other_core(1);
      for (int i = 0; i < kBatch; ++i) {
        wait_for(1);
        word.store(0);
        futex(word, FUTEX_WAKE, 1);
      }
    });
    for (int i = 0; i < kBatch; ++i) {
      word.store(1);
      futex(word, FUTEX_WAKE, 1);
      wait_for(0);
    }
    other.join();
  }
}
BENCHMARK(futex_ping_pong)->Name("post_ping_pong/floor")->UseRealTime();
BENCHMARK(futex_ping_pong)->Name("send_across/floor")->UseRealTime();

}  // namespace
