// The USER lock: guards the window tree, the classes and what threads share of the input state.
//
// Contract
//  - Held briefly, and never around a window procedure, a hook, a callback or a call of the host:
//    `assert_not_held()` stands where those are called.
//  - A thread may take it again while it holds it.
//  - Own-thread reads of a window that the thread owns need no lock, writes to what others read do.
#pragma once

#include <atomic>
#include <cassert>
#include <mutex>

namespace transom::user {

class UserLock {
 public:
  UserLock() {
    if (depth_++ == 0) mutex_.lock();
  }
  ~UserLock() {
    if (--depth_ == 0) mutex_.unlock();
  }
  UserLock(const UserLock&) = delete;
  UserLock& operator=(const UserLock&) = delete;

  static void assert_not_held() { assert(depth_ == 0 && "USER lock held around a callback"); }

 private:
  static inline std::mutex mutex_;
  static inline thread_local int depth_ = 0;
};

}  // namespace transom::user
