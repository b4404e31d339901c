// The USER lock: guards the window tree, the classes and what threads share of the input state.
//
// Contract
//  - Held briefly, and never around a window procedure, a hook, a callback or a call of the host:
//    `assert_not_held()` stands where those are called, and asks after gdi32's locks, too.
//  - A thread may take it again while it holds it.
//  - Own-thread reads of a window that the thread owns need no lock, writes to what others read do.
#pragma once

#include <cassert>
#include <mutex>

#include "base/held_locks.h"

namespace transom::user {

class UserLock {
 public:
  UserLock() {
    if (depth_++ != 0) return;
    base::note_locking(base::LockRank::kUser);
    mutex_.lock();
  }
  ~UserLock() {
    if (--depth_ != 0) return;
    mutex_.unlock();
    base::note_unlocked(base::LockRank::kUser);
  }
  UserLock(const UserLock&) = delete;
  UserLock& operator=(const UserLock&) = delete;

  static void assert_not_held() {
    assert(depth_ == 0 && "USER lock held around a callback");
    base::assert_no_locks_held();
  }

 private:
  static inline std::mutex mutex_;
  static inline thread_local int depth_ = 0;
};

}  // namespace transom::user
