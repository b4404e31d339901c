// Things to do a little later unless something else happens first: a focus that may come back, a
// position that may still change.
#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <map>
#include <mutex>

namespace transom::host::x11 {

class DelayedTasks {
 public:
  // Runs `task` on a thread of the host's own when the time is over; a task under the same key
  // that still waits is replaced. No lock is held around it.
  void schedule(const void* key, std::chrono::milliseconds delay, std::function<void()> task);
  void cancel(const void* key);

 private:
  using Clock = std::chrono::steady_clock;
  struct Task {
    Clock::time_point due;
    std::function<void()> run;
  };
  void loop();

  std::mutex mutex_;
  std::condition_variable changed_;
  std::map<const void*, Task> tasks_;  // guarded by mutex_
  bool running_ = false;               // guarded by mutex_
};

}  // namespace transom::host::x11
