// How functions hold the context that they were given while they work with it.
//
// Contract
//  - A DcRef keeps the context alive, as a Ref does, and stays on the stack of the thread that made
//    it. It becomes a Ref where something is to be kept for longer.
//  - Each thread remembers the contexts that it used last, so that to find one again takes neither
//    a lock nor a count that threads share. Whether the handle still lives is looked at each time:
//    a context that is deleted is dead at once, on all threads.
//  - The thread that deletes a context forgets it then. Where another remembers it, what is left of
//    it stays in memory until that thread ends or uses others; whoever deletes it must not touch
//    what that thread may be drawing with.
#pragma once

#include <cstddef>
#include <cstdint>

#include "gdi32/ref.h"

namespace transom::gdi {

class DeviceContext;

// A place of a thread's memory of contexts. Not for other threads.
struct RememberedDc {
  const void* handle = nullptr;
  DeviceContext* dc = nullptr;  // with a reference
  int uses = 0;                 // by DcRefs; while there are any, the place stays as it is
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
  // Takes over a reference.
  static DcRef adopt(DeviceContext* dc) { return DcRef(dc, nullptr); }
  static DcRef use(RememberedDc& place) {
    ++place.uses;
    return DcRef(place.dc, &place);
  }

  DeviceContext* get() const { return dc_; }
  DeviceContext* operator->() const { return dc_; }
  DeviceContext& operator*() const { return *dc_; }
  explicit operator bool() const { return dc_ != nullptr; }
  inline operator Ref<DeviceContext>() const;

 private:
  DcRef(DeviceContext* dc, RememberedDc* place) : dc_(dc), place_(place) {}

  DeviceContext* dc_ = nullptr;
  RememberedDc* place_ = nullptr;  // null: dc_ has a reference
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
