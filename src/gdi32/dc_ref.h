// How functions hold the context that they were given while they work with it.
//
// Contract
//  - A DcRef keeps the context alive, as a Ref does, and to its thread alone: others wait for their
//    turn, the same thread may have it again. It stays on the stack of the thread that made it, and
//    nothing of the program's is called meanwhile (base/held_locks.h). It becomes a Ref where
//    something is to be kept for longer.
//  - Each thread remembers the contexts that it used last, so that to find one again takes neither
//    a lock nor a count that threads share. Whether the handle still lives is looked at each time:
//    a context that is deleted is dead at once, on all threads.
//  - The thread that deletes a context forgets it then. Where another remembers it, what is left of
//    it stays in memory until that thread ends or uses others.
//  - Turns: a context is at home with the thread that used it last, which only announces each use
//    in a slot of its own. Another thread takes the home away, has all threads' memory put in order
//    (membarrier), and waits for the use that is announced. While threads take turns there is a
//    mutex; it takes ever longer rows of uses by one thread to make the context at home again.
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <mutex>

#include "base/held_locks.h"
#include "gdi32/ref.h"

namespace transom::gdi {

class DeviceContext;

// Whether the kernel puts other threads' memory in order when it is asked to; else every thread
// does so by itself at each use. ThreadSanitizer knows of the latter only.
#ifdef __SANITIZE_THREAD__
inline constexpr bool announces_cheaply = false;
#else
extern const bool announces_cheaply;
#endif

// Where a thread says which context it uses now. Used again by other threads, never freed: who
// waits for a use may look at any time.
class DcSlot {
 public:
  void announce(DeviceContext* dc) {
    if (announces_cheaply) [[likely]] {
      used_.store(dc, std::memory_order_relaxed);
      std::atomic_signal_fence(std::memory_order_seq_cst);
    } else {
      used_.exchange(dc, std::memory_order_seq_cst);
    }
  }
  void withdraw() { used_.store(nullptr, std::memory_order_release); }
  bool announces(const DeviceContext& dc) const {
    return used_.load(std::memory_order_seq_cst) == &dc;
  }

 private:
  std::atomic<DeviceContext*> used_{nullptr};
};

// A place of a thread's memory of contexts. Not for other threads.
struct RememberedDc {
  const void* handle = nullptr;
  DeviceContext* dc = nullptr;  // with a reference
  DcSlot* slot = nullptr;       // where dc is not null
  int uses = 0;                 // by DcRefs; while there are any, the place stays as it is
};

// Whose turn it is with a context.
class DcTurn {
 public:
  // Waits for whoever uses the context.
  void lock(const DeviceContext& dc);
  void unlock() { mutex_.unlock(); }
  // A use that was announced there is one that others wait for.
  bool is_at(const DcSlot& slot) const { return home_.load(std::memory_order_seq_cst) == &slot; }
  // The thread of the slot has it locked and will use it again.
  void settle(DcSlot& slot);
  // That thread forgets it.
  void leave(DcSlot* slot) { home_.compare_exchange_strong(slot, nullptr); }

 private:
  std::recursive_mutex mutex_;
  std::atomic<DcSlot*> home_{nullptr};
  // Guarded by mutex_: whose uses come in a row, and how often the home was taken away.
  const DcSlot* last_ = nullptr;
  unsigned row_ = 0;
  unsigned taken_ = 0;
};

class DcRef {
 public:
  DcRef() = default;
  DcRef(DcRef&& other) noexcept
      : dc_(std::exchange(other.dc_, nullptr)), place_(std::exchange(other.place_, nullptr)) {}
  DcRef& operator=(DcRef&& other) noexcept {
    std::swap(dc_, other.dc_);
    std::swap(place_, other.place_);
    return *this;
  }
  inline ~DcRef();
  // Takes over a reference and the lock.
  static DcRef adopt(DeviceContext* dc) { return DcRef(dc, nullptr); }
  // Takes over a use that was begun.
  static DcRef use(RememberedDc& place) { return DcRef(place.dc, &place); }

  DeviceContext* get() const { return dc_; }
  DeviceContext* operator->() const { return dc_; }
  DeviceContext& operator*() const { return *dc_; }
  explicit operator bool() const { return dc_ != nullptr; }
  inline operator Ref<DeviceContext>() const;

 private:
  DcRef(DeviceContext* dc, RememberedDc* place) : dc_(dc), place_(place) {
    base::note_locking(base::LockRank::kContext);
  }

  DeviceContext* dc_ = nullptr;
  RememberedDc* place_ = nullptr;  // null: dc_ has a reference and is locked
};

// A transfer uses two contexts, a paint handler perhaps another two.
inline constexpr std::size_t kRememberedDcs = 8;
inline thread_local constinit RememberedDc remembered_dcs[kRememberedDcs]{};

// Consecutive handles have consecutive slots in their low bits.
inline RememberedDc& remembered_place(const void* handle) {
  return remembered_dcs[reinterpret_cast<std::uintptr_t>(handle) % kRememberedDcs];
}

// By the table of objects; what it finds is remembered.
DcRef look_dc_up(const void* handle);

// Empties a place that is not in use.
void forget(RememberedDc& place);
// What this thread remembers of a context that it has just destroyed.
void forget_dc(const void* handle);

}  // namespace transom::gdi
