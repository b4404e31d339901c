#include "kernel32/memory/movable_memory.h"

#include <algorithm>
#include <memory>
#include <mutex>

#include "base/handle_table.h"
#include "base/last_error.h"
#include "kernel32/memory/heap.h"

namespace transom::kernel {
namespace {

constexpr unsigned kMostLocks = 0xFF;

struct Movable {
  void* data = nullptr;  // null: discarded
  unsigned locks = 0;
  UINT flags = 0;  // GMEM_DISCARDABLE
  HGLOBAL handle = nullptr;
};

// Guards every movable block, and each function as a whole.
std::mutex& memory_mutex() {
  static auto* mutex = new std::mutex;
  return *mutex;
}

base::HandleTable<Movable, base::HandleKind::kMemory>& movables() {
  static auto* table = new base::HandleTable<Movable, base::HandleKind::kMemory>;
  return *table;
}

std::uint32_t number_of(HGLOBAL handle) {
  return static_cast<std::uint32_t>(reinterpret_cast<std::uintptr_t>(handle));
}

Fill fill_of(UINT flags) {
  return (flags & GMEM_ZEROINIT) != 0 ? Fill::kZero : Fill::kAnything;
}

HGLOBAL add_movable(void* data, UINT flags) {
  auto movable = std::make_unique<Movable>();
  const std::uint32_t handle = movables().insert(movable.get());
  if (handle == 0) return nullptr;
  movable->data = data;
  movable->flags = flags & GMEM_DISCARDABLE;
  movable->handle = reinterpret_cast<HGLOBAL>(std::uintptr_t{handle});
  if (data != nullptr) process_heap().set_movable(data, handle);
  return movable.release()->handle;
}

HGLOBAL allocate_movable(UINT flags, SIZE_T size) {
  void* data = nullptr;
  if (size != 0) {
    data = process_heap().allocate(size, fill_of(flags));
    if (data == nullptr) return base::fail<HGLOBAL>(ERROR_NOT_ENOUGH_MEMORY);
  }
  const HGLOBAL handle = add_movable(data, flags);
  if (handle != nullptr) return handle;
  process_heap().release(data);
  return base::fail<HGLOBAL>(ERROR_NOT_ENOUGH_MEMORY);
}

// GMEM_MODIFY: the attributes change, the size does not.
HGLOBAL modify(HGLOBAL handle, UINT flags) {
  if (Movable* movable = movables().find(handle)) {
    movable->flags = flags & GMEM_DISCARDABLE;
    return handle;
  }
  if (!process_heap().find(handle)) return base::fail<HGLOBAL>(ERROR_INVALID_HANDLE);
  if ((flags & GMEM_MOVEABLE) == 0) return handle;
  const HGLOBAL result = add_movable(handle, flags);
  return result != nullptr ? result : base::fail<HGLOBAL>(ERROR_NOT_ENOUGH_MEMORY);
}

HGLOBAL discard(Movable& movable) {
  if (movable.locks > 0) return base::fail<HGLOBAL>(ERROR_INVALID_HANDLE);
  process_heap().release(movable.data);
  movable.data = nullptr;
  return movable.handle;
}

HGLOBAL resize_movable(Movable& movable, SIZE_T size, UINT flags) {
  if (size == 0 && (flags & GMEM_MOVEABLE) != 0) return discard(movable);
  const bool may_move = movable.locks == 0 || (flags & GMEM_MOVEABLE) != 0;
  void* data = movable.data == nullptr
                   ? process_heap().allocate(size, fill_of(flags), number_of(movable.handle))
                   : process_heap().resize(movable.data, size, fill_of(flags),
                                           may_move ? Growth::kMayMove : Growth::kInPlace);
  if (data == nullptr) return base::fail<HGLOBAL>(ERROR_NOT_ENOUGH_MEMORY);
  movable.data = data;
  return movable.handle;
}

HGLOBAL resize_fixed(HGLOBAL handle, SIZE_T size, UINT flags) {
  if (!process_heap().find(handle)) return base::fail<HGLOBAL>(ERROR_INVALID_HANDLE);
  const auto growth = (flags & GMEM_MOVEABLE) != 0 ? Growth::kMayMove : Growth::kInPlace;
  const HGLOBAL result = process_heap().resize(handle, size, fill_of(flags), growth);
  return result != nullptr ? result : base::fail<HGLOBAL>(ERROR_NOT_ENOUGH_MEMORY);
}

// Programs also free movable memory by its address; the handle goes with it.
Movable* find_by_data(const void* address) {
  const auto block = process_heap().find(address);
  return block && block->movable != 0 ? movables().find(block->movable) : nullptr;
}

}  // namespace

HGLOBAL allocate_memory(UINT flags, SIZE_T size) {
  std::lock_guard lock(memory_mutex());
  if ((flags & GMEM_MOVEABLE) != 0) return allocate_movable(flags, size);
  const HGLOBAL block = process_heap().allocate(size, fill_of(flags));
  return block != nullptr ? block : base::fail<HGLOBAL>(ERROR_NOT_ENOUGH_MEMORY);
}

HGLOBAL reallocate_memory(HGLOBAL handle, SIZE_T size, UINT flags) {
  std::lock_guard lock(memory_mutex());
  if ((flags & GMEM_MODIFY) != 0) return modify(handle, flags);
  Movable* movable = movables().find(handle);
  return movable != nullptr ? resize_movable(*movable, size, flags)
                            : resize_fixed(handle, size, flags);
}

HGLOBAL free_memory(HGLOBAL handle) {
  if (handle == nullptr) return nullptr;
  std::lock_guard lock(memory_mutex());
  Movable* movable = movables().find(handle);
  if (movable == nullptr) movable = find_by_data(handle);
  if (movable != nullptr) {
    if (movable->data != nullptr) process_heap().release(movable->data);
    delete movables().remove(number_of(movable->handle));
    return nullptr;
  }
  return process_heap().release(handle) ? nullptr : base::fail(ERROR_INVALID_HANDLE, handle);
}

void* lock_memory(HGLOBAL handle) {
  std::lock_guard lock(memory_mutex());
  Movable* movable = movables().find(handle);
  if (movable == nullptr) {
    return process_heap().find(handle) ? handle : base::fail<void*>(ERROR_INVALID_HANDLE);
  }
  if (movable->data == nullptr) return base::fail<void*>(ERROR_DISCARDED);
  movable->locks = std::min(movable->locks + 1, kMostLocks);
  return movable->data;
}

BOOL unlock_memory(HGLOBAL handle) {
  std::lock_guard lock(memory_mutex());
  Movable* movable = movables().find(handle);
  // Fixed memory is always locked.
  if (movable == nullptr) {
    return process_heap().find(handle) ? TRUE : base::fail(ERROR_INVALID_HANDLE);
  }
  if (movable->locks == 0) return base::fail(ERROR_NOT_LOCKED);
  if (--movable->locks > 0) return TRUE;
  // The last unlock also answers FALSE; only the last error tells it from a failure.
  return base::fail(NO_ERROR);
}

SIZE_T memory_size(HGLOBAL handle) {
  std::lock_guard lock(memory_mutex());
  const Movable* movable = movables().find(handle);
  if (movable != nullptr && movable->data == nullptr) return 0;
  const auto block = process_heap().find(movable != nullptr ? movable->data : handle);
  return block ? block->size : base::fail<SIZE_T>(ERROR_INVALID_HANDLE);
}

UINT memory_flags(HGLOBAL handle) {
  std::lock_guard lock(memory_mutex());
  const Movable* movable = movables().find(handle);
  if (movable == nullptr) {
    return process_heap().find(handle)
               ? 0
               : base::fail<UINT>(ERROR_INVALID_HANDLE, GMEM_INVALID_HANDLE);
  }
  const UINT discarded = movable->data == nullptr ? GMEM_DISCARDED : 0;
  return movable->locks | movable->flags | discarded;
}

HGLOBAL memory_handle(const void* address) {
  std::lock_guard lock(memory_mutex());
  if (const Movable* movable = find_by_data(address)) return movable->handle;
  // A movable handle is its own handle.
  if (movables().find(address) != nullptr) return const_cast<HGLOBAL>(address);
  return process_heap().find(address) ? const_cast<HGLOBAL>(address)
                                      : base::fail<HGLOBAL>(ERROR_INVALID_HANDLE);
}

}  // namespace transom::kernel
