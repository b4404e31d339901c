// Whose pixels a thread draws or reads: whoever touches a surface's memory holds its lock.
//
// Contract
//  - Held for one drawing operation: a figure, a text, a block transfer. What two threads draw into
//    one surface comes out whole, in either order.
//  - An operation on several surfaces takes their locks at once, in the order of their addresses.
//  - The innermost of locks (base/held_locks.h): nothing of user32's is called meanwhile.
//  - A DIB section's program writes to the memory without us; it orders that by itself, as
//    documented for GdiFlush.
#pragma once

#include <algorithm>
#include <array>

#include "base/held_locks.h"
#include "gdi32/surface.h"

namespace transom::gdi {

class SurfaceLock {
 public:
  explicit SurfaceLock(const Surface& surface) : held_{&surface} { lock(); }
  // Null, or the same surface again, is none.
  SurfaceLock(const Surface& first, const Surface* second, const Surface* third = nullptr)
      : held_{&first, second, third} {
    if (second != nullptr || third != nullptr) {
      std::sort(held_.begin(), held_.end(), std::greater<>());
      std::fill(std::unique(held_.begin(), held_.end()), held_.end(), nullptr);
    }
    lock();
  }
  ~SurfaceLock() { unlock(); }
  SurfaceLock(const SurfaceLock&) = delete;
  SurfaceLock& operator=(const SurfaceLock&) = delete;

  // Before its time; the destructor has nothing left to do then.
  void unlock() {
    if (held_[0] == nullptr) return;
    for (const Surface*& surface : held_) {
      if (surface == nullptr) break;
      surface->pixels_mutex_.unlock();
      surface = nullptr;
    }
    base::note_unlocked(base::LockRank::kPixels);
  }

 private:
  void lock() {
    base::note_locking(base::LockRank::kPixels);
    for (const Surface* surface : held_) {
      if (surface == nullptr) break;
      surface->pixels_mutex_.lock();
    }
  }

  std::array<const Surface*, 3> held_{};  // null after the last
};

}  // namespace transom::gdi
