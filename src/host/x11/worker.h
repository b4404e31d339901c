// A thread of the host's for what would keep the event thread waiting: another program's answer, or
// one of our own windows'.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>

namespace transom::host::x11 {

class Worker {
 public:
  // One task after the other, in this order. The thread starts with the first one and stays; the
  // host lives as long as the process.
  void run(std::function<void()> task);

 private:
  void loop();

  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<std::function<void()>> tasks_;  // guarded by mutex_
  bool running_ = false;                     // guarded by mutex_
};

}  // namespace transom::host::x11
