// What of our locks this thread holds: in debug builds (TRANSOM_CHECKS_LOCKS) only, else nothing is
// counted.
//
// Order: a thread takes a context's lock (gdi32/device_context.h) before the USER lock
// (user32/lock.h), and that before the one of pixels (gdi32/surface_lock.h). None of them is held
// around a window procedure, a hook or another function of the program's.
#pragma once

#include <cassert>

namespace transom::base {

enum class LockRank { kContext, kUser, kPixels };

#ifndef TRANSOM_CHECKS_LOCKS

inline void note_locking(LockRank) {}
inline void note_unlocked(LockRank) {}
inline void assert_no_locks_held() {}

#else

inline thread_local int held_locks[3] = {};

// Before the lock is taken: what would wait for a thread that waits for this one stops here.
inline void note_locking(LockRank rank) {
  const auto index = static_cast<int>(rank);
  for (int later = index + 1; later < 3; ++later) {
    assert(held_locks[later] == 0 && "locks taken in the wrong order");
  }
  assert((rank != LockRank::kPixels || held_locks[index] == 0) && "pixels locked twice");
  ++held_locks[index];
}

inline void note_unlocked(LockRank rank) {
  --held_locks[static_cast<int>(rank)];
}

inline void assert_no_locks_held() {
  for (const int count : held_locks) assert(count == 0 && "lock held around a callback");
}

#endif

}  // namespace transom::base
