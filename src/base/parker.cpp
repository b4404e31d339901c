#include "base/parker.h"

#include <linux/futex.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

#include <algorithm>

#include "base/virtual_clock.h"

namespace transom::base {
namespace {

// In looks of 10 to 25 nanoseconds each.
constexpr int kHoldOff = 120;
constexpr int kLeastSpins = 100;
constexpr int kMostSpins = 2'000;
// What a sleep and a wake-up cost on another core, generously. Whoever was woken sooner than that
// should have spun.
constexpr Nanoseconds kWakeCost = 100'000;

bool more_than_one_core() {
  static const bool result = sysconf(_SC_NPROCESSORS_ONLN) > 1;
  return result;
}

void pause_cpu() {
#if defined(__x86_64__)
  __builtin_ia32_pause();
#elif defined(__aarch64__)
  asm volatile("yield");
#endif
}

void futex_wait_until(std::atomic<std::uint32_t>& word, std::uint32_t expected,
                      Nanoseconds deadline) {
  const timespec time{.tv_sec = deadline / 1'000'000'000, .tv_nsec = deadline % 1'000'000'000};
  // FUTEX_WAIT_BITSET takes an absolute time on the monotonic clock.
  syscall(SYS_futex, reinterpret_cast<std::uint32_t*>(&word),
          FUTEX_WAIT_BITSET | FUTEX_PRIVATE_FLAG, expected, deadline == kForever ? nullptr : &time,
          nullptr, FUTEX_BITSET_MATCH_ANY);
}

void futex_wake_one(std::atomic<std::uint32_t>& word) {
  syscall(SYS_futex, reinterpret_cast<std::uint32_t*>(&word), FUTEX_WAKE | FUTEX_PRIVATE_FLAG, 1,
          nullptr, nullptr, 0);
}

}  // namespace

bool Parker::park_until(Nanoseconds deadline, ReadyFunction ready, void* context, Pace pace) {
  if (ready(context)) return true;
  if (clock::is_virtual()) return VirtualClock::instance().park(*this, deadline, ready, context);
  return park_in_real_time(deadline, ready, context, pace);
}

bool Parker::park_in_real_time(Nanoseconds deadline, ReadyFunction ready, void* context,
                               Pace pace) {
  if (more_than_one_core()) {
    for (int i = pace == Pace::kRelaxed ? kHoldOff : 0; i > 0; --i) pause_cpu();
    for (int spin = 0; spin < spins_; ++spin) {
      if (ready(context)) return true;
      pause_cpu();
    }
  }
  const Nanoseconds began = clock::now();
  const bool result = sleep_in_real_time(deadline, ready, context);
  const bool too_soon = clock::now() - began < kWakeCost;
  spins_ = too_soon ? std::min(spins_ * 2, kMostSpins) : std::max(spins_ / 2, kLeastSpins);
  return result;
}

bool Parker::sleep_in_real_time(Nanoseconds deadline, ReadyFunction ready, void* context) {
  while (true) {
    state_.store(kAsleep, std::memory_order_seq_cst);
    if (ready(context)) break;
    if (deadline != kForever && clock::now() >= deadline) {
      state_.store(kAwake, std::memory_order_relaxed);
      return ready(context);
    }
    futex_wait_until(state_, kAsleep, deadline);
  }
  state_.store(kAwake, std::memory_order_relaxed);
  return true;
}

void Parker::wake() {
  if (clock::is_virtual()) {
    VirtualClock::instance().unpark(*this);
    return;
  }
  if (state_.exchange(kAwake, std::memory_order_seq_cst) == kAsleep) futex_wake_one(state_);
}

}  // namespace transom::base
