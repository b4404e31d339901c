// Heaps: the C library's memory, with the sizes and the belonging that Windows keeps.
//
//  - Memory comes from malloc, so sanitizers see every mistake; each heap knows its blocks, so a
//    pointer that is none of its is refused, not crashed on.
//  - The process heap is also where GlobalAlloc and LocalAlloc allocate: on Windows, too,
//  GlobalSize
//    answers for a block of HeapAlloc's and LocalFree frees it.
//  - Thread-safe; a heap may be locked from outside (HeapLock) and the owner goes on using it.
// https://learn.microsoft.com/windows/win32/memory/heap-functions
#pragma once

#include <mutex>
#include <optional>
#include <unordered_map>

#include "base/win32.h"

namespace transom::kernel {

enum class Fill { kAnything, kZero };
enum class Growth { kMayMove, kInPlace };

class Heap {
 public:
  struct Block {
    std::size_t size = 0;
    std::uint32_t movable = 0;  // the movable-memory handle to which the block belongs; 0: none
  };

  // `limit` 0: grows as it needs to.
  explicit Heap(std::size_t limit) : limit_(limit) {}
  ~Heap();

  void* allocate(std::size_t size, Fill fill, std::uint32_t movable = 0);
  // Null: not a block, no memory, or no room in its place. The old block then stays as it is.
  void* resize(void* block, std::size_t size, Fill fill, Growth growth);
  bool release(void* block);
  std::optional<Block> find(const void* block);
  void set_movable(void* block, std::uint32_t handle);

  std::recursive_mutex& mutex() { return mutex_; }

 private:
  bool fits(std::size_t old_size, std::size_t size) const;

  const std::size_t limit_;
  std::recursive_mutex mutex_;
  // Guarded by mutex_.
  std::unordered_map<const void*, Block> blocks_;
  std::size_t total_ = 0;
};

Heap& process_heap();

}  // namespace transom::kernel
