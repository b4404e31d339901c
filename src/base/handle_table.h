// Handles: slot and generation packed in 32 bits, so that a stale handle never reaches a new
// object.
//
// Contract
//  - find() takes no lock and is safe beside insert() and remove(); what it returns is only as safe
//    as the object's owner makes it (a window is freed by its own thread under the USER lock).
//  - A handle is never 0, fits in 32 bits as Windows promises of USER handles, and its slot is not
//    reused before all other free slots were.
//  - At most 65,535 objects a table; insert() then returns 0.
//  - Tables of different kinds never give out the same handle: a menu's is no window's. The kind is
//    the low bits of the generation.
#pragma once

#include <array>
#include <atomic>
#include <cstdint>
#include <memory>
#include <mutex>
#include <vector>

namespace transom::base {

enum class HandleKind : std::uint32_t {
  kWindow,
  kMenu,
  kAccelerators,
  kHook,
  kIcon,
  kGraphics,
  kHeap,
  kMemory,
  kImageList,
  kInputContext,
};

template <class Object, HandleKind kKind>
class HandleTable {
 public:
  std::uint32_t insert(Object* object) {
    std::lock_guard lock(mutex_);
    std::uint32_t index;
    if (free_count_ > kReuseDelay || (next_ >= kCapacity && free_count_ > 0)) {
      index = free_[free_head_];
      free_head_ = (free_head_ + 1) % free_.size();
      --free_count_;
    } else if (next_ < kCapacity) {
      index = next_++;
      if (!chunks_[index / kChunk].load(std::memory_order_relaxed)) {
        chunks_[index / kChunk].store(new Slot[kChunk], std::memory_order_release);
      }
    } else {
      return 0;
    }
    Slot& slot = slot_at(index);
    const std::uint32_t generation = slot.generation.load(std::memory_order_relaxed);
    slot.object.store(object, std::memory_order_release);
    ++count_;
    return generation << 16 | index;
  }

  Object* find(std::uint32_t handle) const {
    const std::uint32_t index = handle & 0xFFFF;
    Slot* chunk = chunks_[index / kChunk].load(std::memory_order_acquire);
    if (chunk == nullptr) return nullptr;
    const Slot& slot = chunk[index % kChunk];
    Object* object = slot.object.load(std::memory_order_acquire);
    if (slot.generation.load(std::memory_order_relaxed) != handle >> 16) return nullptr;
    return object;
  }

  // Win32 handles arrive as pointers of any value; what does not fit in 32 bits was never given
  // out.
  Object* find(const void* handle) const {
    const auto value = reinterpret_cast<std::uintptr_t>(handle);
    // A program may have sign-extended the 32 bits.
    if (value >> 32 != 0 && value >> 31 != 0x1FFFFFFFF) return nullptr;
    return find(static_cast<std::uint32_t>(value));
  }

  Object* remove(std::uint32_t handle) {
    std::lock_guard lock(mutex_);
    Object* object = find(handle);
    if (object == nullptr) return nullptr;
    const std::uint32_t index = handle & 0xFFFF;
    Slot& slot = slot_at(index);
    slot.object.store(nullptr, std::memory_order_release);
    const std::uint32_t generation = slot.generation.load(std::memory_order_relaxed) + kKinds;
    slot.generation.store(generation > 0xFFFF ? kFirstGeneration : generation,
                          std::memory_order_release);
    if (free_.empty()) free_.resize(kCapacity);
    free_[(free_head_ + free_count_) % free_.size()] = static_cast<std::uint16_t>(index);
    ++free_count_;
    --count_;
    return object;
  }

  std::size_t count() const { return count_.load(std::memory_order_relaxed); }

  // Calls `visit(handle, object)` for each live object. Objects must not die meanwhile.
  template <class Visit>
  void for_each(Visit&& visit) const {
    for (std::uint32_t index = 1; index < kCapacity; ++index) {
      Slot* chunk = chunks_[index / kChunk].load(std::memory_order_acquire);
      if (chunk == nullptr) return;
      const Slot& slot = chunk[index % kChunk];
      Object* object = slot.object.load(std::memory_order_acquire);
      if (object == nullptr) continue;
      visit(slot.generation.load(std::memory_order_relaxed) << 16 | index, object);
    }
  }

 private:
  static constexpr std::uint32_t kCapacity = 0x10000;
  static constexpr std::uint32_t kChunk = 256;
  static constexpr std::uint32_t kReuseDelay = 64;
  static constexpr std::uint32_t kKinds = 16;
  static constexpr std::uint32_t kFirstGeneration = kKinds + static_cast<std::uint32_t>(kKind);

  struct Slot {
    std::atomic<Object*> object{nullptr};
    std::atomic<std::uint32_t> generation{kFirstGeneration};
  };

  Slot& slot_at(std::uint32_t index) {
    return chunks_[index / kChunk].load(std::memory_order_relaxed)[index % kChunk];
  }

  std::array<std::atomic<Slot*>, kCapacity / kChunk> chunks_{};
  std::mutex mutex_;
  // Guarded by mutex_.
  std::uint32_t next_ = 1;
  std::vector<std::uint16_t> free_;
  std::size_t free_head_ = 0;
  std::size_t free_count_ = 0;
  std::atomic<std::size_t> count_{0};
};

}  // namespace transom::base
