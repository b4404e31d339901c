#include "kernel32/memory/heap.h"

#include <cstdlib>

namespace transom::kernel {
namespace {

// Far beyond what Linux could give; malloc and its sanitizers want to be asked for less.
constexpr std::size_t kAbsurd = std::size_t{1} << 46;

void zero_tail(void* block, std::size_t from, std::size_t to) {
  if (to > from) std::memset(static_cast<char*>(block) + from, 0, to - from);
}

}  // namespace

Heap::~Heap() {
  for (const auto& [address, block] : blocks_) std::free(const_cast<void*>(address));
}

bool Heap::fits(std::size_t old_size, std::size_t size) const {
  if (size > kAbsurd) return false;
  return limit_ == 0 || total_ - old_size + size <= limit_;
}

void* Heap::allocate(std::size_t size, Fill fill, std::uint32_t movable) {
  std::lock_guard lock(mutex_);
  if (!fits(0, size)) return nullptr;
  // A block of no bytes has an address of its own.
  const std::size_t real_size = size != 0 ? size : 1;
  void* block = fill == Fill::kZero ? std::calloc(1, real_size) : std::malloc(real_size);
  if (block == nullptr) return nullptr;
  blocks_[block] = {size, movable};
  total_ += size;
  return block;
}

void* Heap::resize(void* block, std::size_t size, Fill fill, Growth growth) {
  std::lock_guard lock(mutex_);
  const auto found = blocks_.find(block);
  if (found == blocks_.end() || !fits(found->second.size, size)) return nullptr;
  const Block old = found->second;
  if (growth == Growth::kInPlace && size > old.size) return nullptr;
  void* result = block;
  if (growth == Growth::kMayMove) {
    result = std::realloc(block, size != 0 ? size : 1);
    if (result == nullptr) return nullptr;
    blocks_.erase(found);
  }
  blocks_[result] = {size, old.movable};
  total_ += size - old.size;
  if (fill == Fill::kZero) zero_tail(result, old.size, size);
  return result;
}

bool Heap::release(void* block) {
  std::lock_guard lock(mutex_);
  const auto found = blocks_.find(block);
  if (found == blocks_.end()) return false;
  total_ -= found->second.size;
  blocks_.erase(found);
  std::free(block);
  return true;
}

std::optional<Heap::Block> Heap::find(const void* block) {
  std::lock_guard lock(mutex_);
  const auto found = blocks_.find(block);
  if (found == blocks_.end()) return std::nullopt;
  return found->second;
}

void Heap::set_movable(void* block, std::uint32_t handle) {
  std::lock_guard lock(mutex_);
  const auto found = blocks_.find(block);
  if (found != blocks_.end()) found->second.movable = handle;
}

// Never destroyed: programs free blocks until their very end.
Heap& process_heap() {
  static auto* heap = new Heap(0);
  return *heap;
}

}  // namespace transom::kernel
