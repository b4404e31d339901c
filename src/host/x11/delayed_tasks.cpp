#include "host/x11/delayed_tasks.h"

#include <algorithm>
#include <thread>

namespace transom::host::x11 {

void DelayedTasks::schedule(const void* key, std::chrono::milliseconds delay,
                            std::function<void()> task) {
  std::lock_guard lock(mutex_);
  tasks_[key] = {Clock::now() + delay, std::move(task)};
  // The thread starts with the first task and stays; the host lives as long as the process.
  if (!running_) {
    running_ = true;
    std::thread([this] { loop(); }).detach();
  }
  changed_.notify_one();
}

void DelayedTasks::cancel(const void* key) {
  std::lock_guard lock(mutex_);
  tasks_.erase(key);
}

void DelayedTasks::loop() {
  std::unique_lock lock(mutex_);
  while (true) {
    const auto next = std::min_element(
        tasks_.begin(), tasks_.end(), [](auto& a, auto& b) { return a.second.due < b.second.due; });
    if (next == tasks_.end()) {
      changed_.wait(lock);
    } else if (Clock::now() < next->second.due) {
      const auto due = next->second.due;
      changed_.wait_until(lock, due);
    } else {
      const std::function<void()> run = std::move(next->second.run);
      tasks_.erase(next);
      lock.unlock();
      run();
      lock.lock();
    }
  }
}

}  // namespace transom::host::x11
