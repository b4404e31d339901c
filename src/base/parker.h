// Where a thread sleeps, whatever it waits for: messages, kernel objects, a reply to a send.
//
// Contract
//  - One parker a thread; only that thread parks, any thread unparks.
//  - The waker publishes first (a seq_cst store or read-modify-write that `ready` reads with
//  seq_cst)
//    and then calls unpark(). No wake is lost: the sleeper marks itself asleep before it looks at
//    `ready` for the last time.
//  - unpark() on a thread that is awake is one load: no system call, no write to a shared line.
//  - `ready` must take no lock; it may be called with the virtual clock's lock held, and again by
//    the parked thread only.
#pragma once

#include <atomic>
#include <cstdint>
#include <type_traits>

#include "base/clock.h"

namespace transom::base {

// How a parked thread spins before it sleeps.
enum class Pace {
  kEager,    // looks all the time: somebody waits for what it will do
  kRelaxed,  // holds off for 1 to 3 microseconds first, so that whoever feeds it is not slowed by
             // its looking (each look takes the cache line that the other is about to write)
};

class Parker {
 public:
  // Sleeps until `ready()` or the deadline. Returns whether `ready()` held; false means that time
  // is up. Spins briefly first: a wake-up costs 5 to 100 microseconds, a spin that ends in time 1.
  template <class Ready>
  bool park(Nanoseconds deadline, Ready&& ready, Pace pace = Pace::kEager) {
    using Function = std::remove_reference_t<Ready>;
    return park_until(
        deadline,
        [](void* context) { return static_cast<bool>((*static_cast<Function*>(context))()); },
        const_cast<void*>(static_cast<const void*>(&ready)), pace);
  }

  void unpark() {
    if (state_.load(std::memory_order_seq_cst) == kAsleep) wake();
  }

 private:
  friend class VirtualClock;
  using ReadyFunction = bool (*)(void*);
  enum State : std::uint32_t { kAwake, kAsleep };

  bool park_until(Nanoseconds deadline, ReadyFunction ready, void* context, Pace pace);
  bool park_in_real_time(Nanoseconds deadline, ReadyFunction ready, void* context, Pace pace);
  bool sleep_in_real_time(Nanoseconds deadline, ReadyFunction ready, void* context);
  void wake();

  std::atomic<std::uint32_t> state_{kAwake};
  int spins_ = 200;  // the owner's: how long a spin has been worth it lately
};

}  // namespace transom::base
