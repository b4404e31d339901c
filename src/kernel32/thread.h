// Threads and processes as kernel objects, and the making of threads.
//
//  - A thread that was made elsewhere (main, std::thread) gets an object when somebody asks for it.
//  - A new thread has joined the clock before its creator goes on, so that virtual time cannot jump
//    past its first steps. It starts suspended where asked; a running thread cannot be suspended
//    from outside (SuspendThread then fails with ERROR_ACCESS_DENIED).
// https://learn.microsoft.com/windows/win32/procthread/processes-and-threads
#pragma once

#include <pthread.h>

#include <atomic>
#include <functional>
#include <string>

#include "kernel32/object.h"
#include "kernel32/thread_record.h"

namespace transom::kernel {

class Event;

class Thread : public Object {
 public:
  // A thread of another process is resumed by its creator's means.
  virtual void resumed() {}
  bool signaled(const ThreadRecord&) const override { return ended; }

  // Under the dispatcher lock.
  bool ended = false;
  DWORD exit_code = STILL_ACTIVE;
  ThreadRecord* record = nullptr;  // null once ended

  std::atomic<DWORD> id{0};
  std::atomic<DWORD> suspend_count{0};
  std::atomic<bool> killed{false};  // TerminateThread before it ran
  std::atomic<bool> started{false};
  std::atomic<int> priority{THREAD_PRIORITY_NORMAL};
  std::atomic<DWORD> ideal_processor{0};
  std::u16string description;  // under the dispatcher lock
};

class Process : public Object {
 public:
  explicit Process(int pid) : pid(pid) {}
  ~Process() override;
  bool signaled(const ThreadRecord&) const override { return ended; }

  const int pid;
  // Under the dispatcher lock.
  bool ended = false;
  DWORD exit_code = STILL_ACTIVE;
  DWORD asked_exit_code = 1;    // by TerminateProcess
  std::shared_ptr<Event> idle;  // set once it waits for input, or has ended; null: nobody knows
  bool has_been_idle = false;
};

std::shared_ptr<Thread> current_thread_object();
std::shared_ptr<Process> current_process_object();

// Starts a thread. Null: no resources (last error set).
std::shared_ptr<Thread> start_thread(std::function<DWORD()> body, std::size_t stack_size,
                                     bool suspended);
[[noreturn]] void exit_thread(DWORD code);

// Marks the ending thread's object signaled and abandons its mutexes.
void end_thread_object(ThreadRecord& record);

}  // namespace transom::kernel
