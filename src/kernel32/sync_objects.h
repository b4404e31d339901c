// Events, mutexes, semaphores and waitable timers.
//
// Every member function wants the dispatcher lock (wait.h), constructors excepted.
// https://learn.microsoft.com/windows/win32/sync/synchronization-objects
#pragma once

#include "kernel32/object.h"
#include "kernel32/thread_record.h"

namespace transom::kernel {

enum class Reset { kAutomatic, kManual };

class Event : public Object {
 public:
  Event(Reset reset, bool signaled) : reset_(reset), signaled_(signaled) {}
  bool signaled(const ThreadRecord&) const override { return signaled_; }
  bool consume(ThreadRecord&) override;
  void set();
  void clear() { signaled_ = false; }
  void pulse();

 private:
  Reset reset_;
  bool signaled_;
};

class Mutex : public Object, public std::enable_shared_from_this<Mutex> {
 public:
  bool signaled(const ThreadRecord& thread) const override {
    return owner_ == nullptr || owner_ == &thread;
  }
  bool consume(ThreadRecord& thread) override;
  // False: the thread is not the owner.
  bool release(ThreadRecord& thread);
  // The owner ends.
  void abandon();

 private:
  void become_free();

  ThreadRecord* owner_ = nullptr;
  unsigned recursion_ = 0;
  bool abandoned_ = false;
  std::shared_ptr<Mutex> self_while_owned_;
};

class Semaphore : public Object {
 public:
  Semaphore(LONG count, LONG maximum) : count_(count), maximum_(maximum) {}
  bool signaled(const ThreadRecord&) const override { return count_ > 0; }
  bool consume(ThreadRecord&) override;
  // False: it would exceed the maximum; nothing changes.
  bool release(LONG count, LONG* previous);

 private:
  LONG count_;
  LONG maximum_;
};

class Timer : public Object, public std::enable_shared_from_this<Timer> {
 public:
  struct Completion {
    ThreadRecord* thread = nullptr;
    PTIMERAPCROUTINE routine = nullptr;
    void* argument = nullptr;
  };

  explicit Timer(Reset reset) : reset_(reset) {}
  bool signaled(const ThreadRecord&) const override { return signaled_; }
  bool consume(ThreadRecord&) override;
  base::Nanoseconds due() const override { return due_; }
  void advance(base::Nanoseconds now) override;
  void set(base::Nanoseconds due, base::Nanoseconds period, Completion completion);
  void cancel();

 private:
  void queue_completion();

  Reset reset_;
  bool signaled_ = false;
  base::Nanoseconds due_ = base::kForever;
  base::Nanoseconds period_ = 0;
  Completion completion_;
  DWORD completion_thread_id_ = 0;
};

}  // namespace transom::kernel
