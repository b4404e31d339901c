#include "kernel32/procedure_call.h"

#include <algorithm>

#include "kernel32/sync_objects.h"
#include "kernel32/wait.h"

namespace transom::kernel {

void queue_callback_locked(ThreadRecord& thread, ProcedureCall call) {
  thread.calls.push_back(std::move(call));
  thread.calls_waiting.store(true, std::memory_order_seq_cst);
  thread.parker.unpark();
}

void queue_callback(ThreadRecord& thread, ProcedureCall call) {
  DispatcherLock lock;
  queue_callback_locked(thread, std::move(call));
}

void run_callbacks(ThreadRecord& thread) {
  while (true) {
    std::deque<ProcedureCall> calls;
    {
      DispatcherLock lock;
      calls.swap(thread.calls);
      thread.calls_waiting.store(false, std::memory_order_seq_cst);
    }
    if (calls.empty()) return;
    for (const ProcedureCall& call : calls) call();
  }
}

base::Nanoseconds next_callback_due(const ThreadRecord& thread) {
  base::Nanoseconds due = base::kForever;
  for (const auto& weak : thread.callback_timers) {
    if (const auto timer = weak.lock()) due = std::min(due, timer->due());
  }
  return due;
}

void advance_callback_timers(ThreadRecord& thread, base::Nanoseconds now) {
  for (const auto& weak : thread.callback_timers) {
    if (const auto timer = weak.lock()) timer->advance(now);
  }
}

void watch_timer(ThreadRecord& thread, std::weak_ptr<Timer> timer) {
  auto& timers = thread.callback_timers;
  std::erase_if(timers, [&](const std::weak_ptr<Timer>& other) {
    return other.expired() || (!other.owner_before(timer) && !timer.owner_before(other));
  });
  timers.push_back(std::move(timer));
}

}  // namespace transom::kernel
