// Asynchronous procedure calls: functions queued to a thread, run by it in its next alertable wait.
//
// A waitable timer with a completion routine queues its call to the thread that set it when it is
// due; that thread's alertable waits look at the time.
// https://learn.microsoft.com/windows/win32/sync/asynchronous-procedure-calls
#pragma once

#include "base/clock.h"
#include "kernel32/thread_record.h"

namespace transom::kernel {

class Timer;

// Any thread, no lock held.
void queue_callback(ThreadRecord& thread, ProcedureCall call);
// The same with the dispatcher lock held.
void queue_callback_locked(ThreadRecord& thread, ProcedureCall call);

// Lock-free.
inline bool callbacks_waiting(const ThreadRecord& thread) {
  return thread.calls_waiting.load(std::memory_order_seq_cst);
}

// On the thread itself, no lock held: runs what is queued, until nothing is.
void run_callbacks(ThreadRecord& thread);

// The timers with a completion routine that the thread has set. Dispatcher lock held.
base::Nanoseconds next_callback_due(const ThreadRecord& thread);
void advance_callback_timers(ThreadRecord& thread, base::Nanoseconds now);
void watch_timer(ThreadRecord& thread, std::weak_ptr<Timer> timer);

}  // namespace transom::kernel
