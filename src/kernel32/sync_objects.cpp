#include "kernel32/sync_objects.h"

#include <algorithm>

#include "kernel32/file_time.h"
#include "kernel32/procedure_call.h"
#include "kernel32/wait.h"

namespace transom::kernel {

bool Event::consume(ThreadRecord&) {
  if (reset_ == Reset::kAutomatic) signaled_ = false;
  return false;
}

void Event::set() {
  signaled_ = true;
  signal_waiters(*this);
}

// Releases all who wait now (manual reset) or the first of them, and leaves the event reset.
void Event::pulse() {
  set();
  signaled_ = false;
}

bool Mutex::consume(ThreadRecord& thread) {
  ++recursion_;
  if (owner_ == nullptr) {
    owner_ = &thread;
    self_while_owned_ = shared_from_this();
    thread.owned_mutexes.push_back(this);
  }
  return std::exchange(abandoned_, false);
}

bool Mutex::release(ThreadRecord& thread) {
  if (owner_ != &thread) return false;
  if (--recursion_ > 0) return true;
  std::erase(thread.owned_mutexes, this);
  become_free();
  return true;
}

void Mutex::abandon() {
  recursion_ = 0;
  abandoned_ = true;
  become_free();
}

void Mutex::become_free() {
  const auto alive = std::move(self_while_owned_);
  owner_ = nullptr;
  signal_waiters(*this);
}

bool Semaphore::consume(ThreadRecord&) {
  --count_;
  return false;
}

bool Semaphore::release(LONG count, LONG* previous) {
  if (count > maximum_ - count_) return false;
  if (previous != nullptr) *previous = count_;
  count_ += count;
  signal_waiters(*this);
  return true;
}

bool Timer::consume(ThreadRecord&) {
  if (reset_ == Reset::kAutomatic) signaled_ = false;
  return false;
}

void Timer::advance(base::Nanoseconds now) {
  if (now < due_) return;
  // A late look fires once and keeps the rhythm.
  due_ = period_ == 0 ? base::kForever : due_ + period_ * ((now - due_) / period_ + 1);
  signaled_ = true;
  queue_completion();
  signal_waiters(*this);
}

void Timer::queue_completion() {
  // The thread may have ended since and its record serve another.
  if (completion_.routine == nullptr || completion_.thread->id != completion_thread_id_) return;
  const FILETIME time = current_file_time();
  const Completion completion = completion_;
  queue_callback_locked(*completion.thread, [completion, time] {
    completion.routine(completion.argument, time.dwLowDateTime, time.dwHighDateTime);
  });
}

void Timer::set(base::Nanoseconds due, base::Nanoseconds period, Completion completion) {
  signaled_ = false;
  due_ = due;
  period_ = period;
  completion_ = completion;
  completion_thread_id_ = completion.thread != nullptr ? completion.thread->id.get() : 0;
  if (completion.routine != nullptr) watch_timer(*completion.thread, weak_from_this());
  reconsider_waiters(*this);
}

void Timer::cancel() {
  due_ = base::kForever;
  completion_ = {};
}

}  // namespace transom::kernel
