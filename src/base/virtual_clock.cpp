#include "base/virtual_clock.h"

#include <time.h>

#include <algorithm>
#include <chrono>

namespace transom::base {
namespace {

// Whether this thread counts among the running ones.
enum class Membership { kNone, kJoined };
thread_local Membership membership = Membership::kNone;
// The round of counting in which it was counted last.
thread_local unsigned counted_in = 0;

// How long a thread may run on while others sleep: of the processor's time, so that a busy machine
// changes nothing; or of real time, where it waits for something outside.
constexpr std::chrono::seconds kComputing{2};
constexpr std::chrono::seconds kWaitingOutside{15};
constexpr std::chrono::milliseconds kLook{500};

std::chrono::nanoseconds processor_time() {
  timespec time{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
  return std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
}

// Threads that send each other messages for ever need time to pass, too: after so many turns at one
// time, each further handful takes a millisecond until all of them are idle again.
constexpr int kFreeTurns = 10'000;
constexpr int kTurnsPerMillisecond = 20;

}  // namespace

VirtualClock& VirtualClock::instance() {
  // Never destroyed: threads may still park while the process ends.
  static auto* clock = new VirtualClock;
  return *clock;
}

void VirtualClock::activate() {
  active.store(true, std::memory_order_relaxed);
}

void VirtualClock::set_idle_handler(std::function<bool()> handler) {
  std::lock_guard lock(mutex_);
  idle_handler_ = std::move(handler);
}

void VirtualClock::join() {
  std::lock_guard lock(mutex_);
  ++running_;
}

// Only marks the thread: it has been counted.
void VirtualClock::adopt() {
  std::lock_guard lock(mutex_);
  membership = Membership::kJoined;
  counted_in = round_;
}

void VirtualClock::enter() {
  std::lock_guard lock(mutex_);
  ensure_joined();
}

void VirtualClock::leave() {
  if (membership == Membership::kNone) return;
  membership = Membership::kNone;
  {
    std::lock_guard lock(mutex_);
    if (counted_in != round_) return;
  }
  cancel_join();
}

void VirtualClock::cancel_join() {
  std::unique_lock lock(mutex_);
  if (running_ > 0) --running_;
  advance_if_idle(lock);
}

void VirtualClock::ensure_joined() {
  if (membership == Membership::kJoined && counted_in == round_) return;
  membership = Membership::kJoined;
  counted_in = round_;
  ++running_;
}

// Since when nobody has gone to sleep, as one sleeper sees it.
struct VirtualClock::Stall {
  std::uint64_t turn = 0;  // 0: not looked at yet
  std::chrono::steady_clock::time_point since{};
  std::chrono::nanoseconds processor_since{};
};

bool VirtualClock::has_stalled(Stall& stall) {
  if (stall.turn != turns_) {
    stall = {turns_, std::chrono::steady_clock::now(), processor_time()};
    return false;
  }
  return running_ > 0 && (processor_time() - stall.processor_since >= kComputing ||
                          std::chrono::steady_clock::now() - stall.since >= kWaitingOutside);
}

void VirtualClock::count_out_the_busy(std::unique_lock<std::mutex>& lock) {
  running_ = 0;
  ++round_;
  advance_if_idle(lock);
}

void VirtualClock::sleep(Sleeper& sleeper, std::unique_lock<std::mutex>& lock) {
  sleepers_.push_back(&sleeper);
  --running_;
  ++turns_;
  if (++turns_at_this_time_ > kFreeTurns) {
    jump_to(now() + kMillisecond);
    turns_at_this_time_ = kFreeTurns - kTurnsPerMillisecond;
    for (Sleeper* other : sleepers_) {
      if (other->deadline <= now()) wake(*other);
    }
  }
  advance_if_idle(lock);
  Stall stall;
  while (!sleeper.woken.wait_for(lock, kLook, [&] { return !sleeper.asleep; })) {
    if (has_stalled(stall)) count_out_the_busy(lock);
  }
  counted_in = round_;
  sleepers_.remove(&sleeper);
}

void VirtualClock::pause(Nanoseconds duration) {
  std::unique_lock lock(mutex_);
  ensure_joined();
  Parker nobodys;
  Sleeper sleeper{&nobodys, now() + duration};
  while (now() < sleeper.deadline) {
    sleeper.asleep = true;
    sleep(sleeper, lock);
  }
}

void VirtualClock::wake(Sleeper& sleeper) {
  if (!sleeper.asleep) return;
  sleeper.asleep = false;
  ++running_;
  sleeper.woken.notify_one();
}

void VirtualClock::jump_to(Nanoseconds time) {
  turns_at_this_time_ = 0;
  if (time > now()) now_.store(time, std::memory_order_relaxed);
}

void VirtualClock::advance_if_idle(std::unique_lock<std::mutex>& lock) {
  while (running_ == 0 && !sleepers_.empty() && !in_idle_handler_) {
    const auto earliest = std::min_element(
        sleepers_.begin(), sleepers_.end(),
        [](const Sleeper* a, const Sleeper* b) { return a->deadline < b->deadline; });
    if ((*earliest)->deadline != kForever) {
      jump_to((*earliest)->deadline);
      // One at a time and in the order of their parking, so that the order of what follows is
      // fixed.
      wake(**earliest);
      return;
    }
    if (!idle_handler_) return;
    in_idle_handler_ = true;
    auto handler = idle_handler_;
    lock.unlock();
    const bool progress = handler();
    lock.lock();
    in_idle_handler_ = false;
    if (!progress) return;
  }
}

bool VirtualClock::park(Parker& parker, Nanoseconds deadline, Parker::ReadyFunction ready,
                        void* context) {
  clock::poll_ended();
  std::unique_lock lock(mutex_);
  ensure_joined();
  while (true) {
    parker.state_.store(Parker::kAsleep, std::memory_order_seq_cst);
    if (ready(context) || deadline <= now()) {
      parker.state_.store(Parker::kAwake, std::memory_order_relaxed);
      return ready(context);
    }
    Sleeper sleeper{&parker, deadline};
    sleep(sleeper, lock);
  }
}

void VirtualClock::unpark(Parker& parker) {
  std::lock_guard lock(mutex_);
  for (Sleeper* sleeper : sleepers_) {
    if (sleeper->parker == &parker) {
      parker.state_.store(Parker::kAwake, std::memory_order_relaxed);
      wake(*sleeper);
      return;
    }
  }
}

}  // namespace transom::base
