// A second thread with a message loop, which does what the scenario gives it, in order.
#pragma once

#include <windows.h>

#include <functional>

namespace scenario {

class Worker {
 public:
  explicit Worker(const char* name);
  // Ends the thread; its windows go with it.
  ~Worker();
  Worker(const Worker&) = delete;
  Worker& operator=(const Worker&) = delete;

  // Has the thread call `job` and waits. The caller answers messages of other threads meanwhile
  // where it says so; posted ones wait.
  void run(std::function<void()> job);
  void run_serving(std::function<void()> job);
  // Does not wait: finish() does, serving; wait() without.
  void start(std::function<void()> job);
  void finish();
  void wait();
  // Ends the thread and waits for it, serving.
  void end();
  DWORD id() const { return id_; }

 private:
  static DWORD WINAPI thread_main(void* self);
  void loop();

  const char* name_;
  HANDLE wanted_;
  HANDLE done_;
  HANDLE thread_ = nullptr;
  DWORD id_ = 0;
  bool ending_ = false;
  std::function<void()> job_;
};

// Answers what other threads have sent to the calling one; posted messages wait.
void serve_sends();

}  // namespace scenario
