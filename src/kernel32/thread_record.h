// What the library keeps for every thread that calls it: its identifier, where it sleeps, the calls
// queued to it, the mutexes that it owns.
//
// Contract
//  - Made on first use, whoever made the thread. The memory is never freed but used again, so that
//    a late waker wakes a parker, never freed memory.
//  - When the thread ends, in this order: the functions given to at_thread_exit(), the FLS
//  callbacks,
//    its mutexes become abandoned, its thread object becomes signaled, it leaves the clock.
#pragma once

#include <atomic>
#include <deque>
#include <functional>
#include <memory>
#include <vector>

#include "base/parker.h"
#include "base/relaxed.h"
#include "base/win32.h"

namespace transom::kernel {

class Mutex;
class Thread;
class Timer;

using ProcedureCall = std::function<void()>;

struct ThreadRecord {
  base::Relaxed<DWORD> id = 0;  // 0 between two threads
  base::Parker parker;

  std::atomic<bool> calls_waiting{false};
  // The following under the dispatcher lock (wait.h).
  std::deque<ProcedureCall> calls;
  std::vector<std::weak_ptr<Timer>> callback_timers;
  std::vector<Mutex*> owned_mutexes;  // each kept alive by its `self_while_owned`

  // The owner's alone.
  std::shared_ptr<Thread> object;  // made on first use by thread.h
  std::vector<std::function<void()>> exit_functions;
};

namespace detail {
inline thread_local ThreadRecord* record = nullptr;
ThreadRecord& make_record();
}  // namespace detail

inline ThreadRecord& current_thread() {
  ThreadRecord* record = detail::record;
  return record != nullptr ? *record : detail::make_record();
}

// Runs `function` on the calling thread when it ends, last given first. It may make kernel calls.
void at_thread_exit(std::function<void()> function);

}  // namespace transom::kernel
