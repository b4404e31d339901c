// A thread of a sequence. It does what the director gives it, and while others act it answers what
// is sent to it; posted messages wait until a step takes them.
//
// A sequence has fresh threads, so that nothing of the input state or the queues is left of the one
// before. What a thread writes is its own: between two threads only sent messages have an order.
#pragma once

#include <windows.h>

#include <functional>
#include <string>

namespace differential {

class Actor {
 public:
  Actor();
  // Ends the thread; its windows go with it.
  ~Actor();
  Actor(const Actor&) = delete;
  Actor& operator=(const Actor&) = delete;

  // False where the thread does not come back.
  bool run(std::function<void()> job);
  // What has been written since the last time.
  std::string take_trace();
  DWORD id() const { return id_; }

 private:
  static DWORD WINAPI thread_main(void* self);
  void loop();

  HANDLE wanted_;
  HANDLE done_;
  HANDLE thread_ = nullptr;
  DWORD id_ = 0;
  bool ending_ = false;
  std::function<void()> job_;
  std::string trace_;
};

}  // namespace differential
