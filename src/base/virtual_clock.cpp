#include "base/virtual_clock.h"

#include <algorithm>

namespace transom::base {
namespace {

// Whether this thread counts among the running ones.
enum class Membership { kNone, kJoined };
thread_local Membership membership = Membership::kNone;

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
  membership = Membership::kJoined;
}

void VirtualClock::enter() {
  std::lock_guard lock(mutex_);
  ensure_joined();
}

void VirtualClock::leave() {
  if (membership == Membership::kNone) return;
  membership = Membership::kNone;
  cancel_join();
}

void VirtualClock::cancel_join() {
  std::unique_lock lock(mutex_);
  if (running_ > 0) --running_;
  advance_if_idle(lock);
}

void VirtualClock::ensure_joined() {
  if (membership == Membership::kJoined) return;
  membership = Membership::kJoined;
  ++running_;
}

void VirtualClock::wake(Sleeper& sleeper) {
  if (!sleeper.asleep) return;
  sleeper.asleep = false;
  ++running_;
  sleeper.woken.notify_one();
}

void VirtualClock::advance_if_idle(std::unique_lock<std::mutex>& lock) {
  while (running_ == 0 && !sleepers_.empty() && !in_idle_handler_) {
    const auto earliest = std::min_element(
        sleepers_.begin(), sleepers_.end(),
        [](const Sleeper* a, const Sleeper* b) { return a->deadline < b->deadline; });
    if ((*earliest)->deadline != kForever) {
      now_.store(std::max(now(), (*earliest)->deadline), std::memory_order_relaxed);
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
  std::unique_lock lock(mutex_);
  ensure_joined();
  while (true) {
    parker.state_.store(Parker::kAsleep, std::memory_order_seq_cst);
    if (ready(context) || deadline <= now()) {
      parker.state_.store(Parker::kAwake, std::memory_order_relaxed);
      return ready(context);
    }
    Sleeper sleeper{&parker, deadline};
    sleepers_.push_back(&sleeper);
    --running_;
    advance_if_idle(lock);
    sleeper.woken.wait(lock, [&] { return !sleeper.asleep; });
    sleepers_.remove(&sleeper);
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
