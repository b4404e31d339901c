#include "gdi32/dc_ref.h"

#include <linux/membarrier.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <thread>
#include <vector>

#include "gdi32/device_context.h"

namespace transom::gdi {
namespace {

long membarrier(int command) {
  return syscall(SYS_membarrier, command, 0, 0);
}

bool register_for_membarrier() {
  const long commands = membarrier(MEMBARRIER_CMD_QUERY);
  return commands > 0 && (commands & MEMBARRIER_CMD_PRIVATE_EXPEDITED) != 0 &&
         membarrier(MEMBARRIER_CMD_REGISTER_PRIVATE_EXPEDITED) == 0;
}

// From now on each thread's announcements are seen, and each sees what this one has stored.
void order_memory_of_all_threads() {
  if (!announces_cheaply) return;  // they order it themselves
  if (membarrier(MEMBARRIER_CMD_PRIVATE_EXPEDITED) == 0) return;
  // A child of fork() may have to register anew.
  register_for_membarrier();
  membarrier(MEMBARRIER_CMD_PRIVATE_EXPEDITED);
}

void wait_for_the_end_of_use(const DcSlot& slot, const DeviceContext& dc) {
  constexpr int kYields = 100;
  for (int i = 0; slot.announces(dc); ++i) {
    if (i < kYields) {
      std::this_thread::yield();
    } else {
      std::this_thread::sleep_for(std::chrono::microseconds(50));
    }
  }
}

// One for each place; a line of the cache.
struct alignas(64) SlotsOfThread {
  std::array<DcSlot, kRememberedDcs> slots;
};

class SlotPool {
 public:
  static SlotPool& instance() {
    static SlotPool& pool = *new SlotPool;  // threads may outlive static destruction
    return pool;
  }
  SlotsOfThread* take() {
    std::lock_guard lock(mutex_);
    if (free_.empty()) return new SlotsOfThread;
    SlotsOfThread* slots = free_.back();
    free_.pop_back();
    return slots;
  }
  void give_back(SlotsOfThread* slots) {
    std::lock_guard lock(mutex_);
    free_.push_back(slots);
  }

 private:
  std::mutex mutex_;
  std::vector<SlotsOfThread*> free_;  // guarded by mutex_
};

thread_local constinit bool thread_ends = false;
thread_local constinit SlotsOfThread* own_slots = nullptr;

// What a thread remembers goes with it.
struct ForgottenAtThreadEnd {
  ForgottenAtThreadEnd() { own_slots = SlotPool::instance().take(); }
  ~ForgottenAtThreadEnd() {
    thread_ends = true;
    for (RememberedDc& place : remembered_dcs) forget(place);
    SlotPool::instance().give_back(std::exchange(own_slots, nullptr));
  }
};

bool is_own(const DcSlot* slot) {
  return own_slots != nullptr && slot >= own_slots->slots.data() &&
         slot < own_slots->slots.data() + kRememberedDcs;
}

// The place for a context, with it or free for it; null where there is none.
RememberedDc* place_for(const DeviceContext& dc) {
  const void* handle = dc.handle();
  if (thread_ends || handle == nullptr) return nullptr;
  static thread_local ForgottenAtThreadEnd forgotten;
  static_cast<void>(forgotten);
  RememberedDc& place = remembered_place(handle);
  if (place.dc == &dc) return &place;
  if (place.uses > 0) return nullptr;
  forget(place);
  place.handle = handle;
  place.slot = &own_slots->slots[static_cast<std::size_t>(&place - remembered_dcs)];
  return &place;
}

}  // namespace

#ifndef __SANITIZE_THREAD__
const bool announces_cheaply = register_for_membarrier();
#endif

void DcTurn::lock(const DeviceContext& dc) {
  mutex_.lock();
  DcSlot* home = home_.load(std::memory_order_seq_cst);
  if (home == nullptr || is_own(home)) return;
  home_.store(nullptr, std::memory_order_seq_cst);
  order_memory_of_all_threads();
  wait_for_the_end_of_use(*home, dc);
  ++taken_;
  row_ = 0;
}

void DcTurn::settle(DcSlot& slot) {
  constexpr unsigned kUsesForEachTaking = 16;
  row_ = last_ == &slot ? row_ + 1 : 0;
  last_ = &slot;
  if (row_ >= taken_ * kUsesForEachTaking) home_.store(&slot, std::memory_order_seq_cst);
}

void forget(RememberedDc& place) {
  DeviceContext* dc = std::exchange(place.dc, nullptr);
  place.handle = nullptr;
  if (dc == nullptr) return;
  dc->turn.leave(place.slot);
  dc->release();
}

void forget_dc(const void* handle) {
  RememberedDc& place = remembered_place(handle);
  if (place.handle == handle && place.uses == 0) forget(place);
}

DcRef look_dc_up(const void* handle) {
  Ref<DeviceContext> dc = find<DeviceContext>(handle);
  if (!dc) return {};
  RememberedDc* place = place_for(*dc);
  // A program may have set the handle's upper half differently.
  if (place != nullptr && place->dc != nullptr && begin_use(*place)) return DcRef::use(*place);
  dc->turn.lock(*dc);
  if (place != nullptr) {
    if (place->dc == nullptr) {
      dc->add_reference();
      place->dc = dc.get();
    }
    dc->turn.settle(*place->slot);
  }
  dc->add_reference();
  return DcRef::adopt(dc.get());
}

}  // namespace transom::gdi
