// The clock that jumps: see base/clock.h for the promise, this for the mechanism.
//
// Each participating thread is running or parked. When the last running one parks, the clock moves
// to the earliest deadline and wakes whoever waits for it; where nobody has a deadline the idle
// handler is asked. All of it happens under one mutex, which only virtual runs ever take.
//
// A thread that runs on for seconds of real time (it computes, or waits for something outside, such
// as its standard input) is counted out while others sleep, until it parks again: a program's
// worker must not stop everybody's time. Such a run is not the same every time.
#pragma once

#include <atomic>
#include <condition_variable>
#include <functional>
#include <list>
#include <mutex>

#include "base/clock.h"
#include "base/parker.h"

namespace transom::base {

class VirtualClock {
 public:
  static VirtualClock& instance();
  static inline std::atomic<bool> active{false};

  void activate();
  Nanoseconds now() const { return now_.load(std::memory_order_relaxed); }
  void set_idle_handler(std::function<bool()> handler);
  void join();
  void adopt();
  // The calling thread takes part from now on, as though it had parked: it will.
  void enter();
  // The calling thread ends; nothing where it never took part.
  void leave();
  // The thread that join() was called for does not start after all.
  void cancel_join();

  // Lets `duration` pass for the calling thread, which does not wait for anything.
  void pause(Nanoseconds duration);
  bool park(Parker& parker, Nanoseconds deadline, Parker::ReadyFunction ready, void* context);
  void unpark(Parker& parker);

 private:
  struct Sleeper {
    Parker* parker;
    Nanoseconds deadline;
    bool asleep = true;
    std::condition_variable woken{};
  };

  void wake(Sleeper& sleeper);
  void sleep(Sleeper& sleeper, std::unique_lock<std::mutex>& lock);
  void advance_if_idle(std::unique_lock<std::mutex>& lock);
  void jump_to(Nanoseconds time);
  void ensure_joined();
  struct Stall;
  bool has_stalled(Stall& stall);
  void count_out_the_busy(std::unique_lock<std::mutex>& lock);

  std::atomic<Nanoseconds> now_{kVirtualStart};
  std::mutex mutex_;
  // Guarded by mutex_.
  int running_ = 0;
  unsigned round_ = 0;       // changes when the threads that run are counted out
  std::uint64_t turns_ = 0;  // how often a thread was put to sleep
  int turns_at_this_time_ = 0;
  bool in_idle_handler_ = false;
  std::list<Sleeper*> sleepers_;
  std::function<bool()> idle_handler_;
};

}  // namespace transom::base
