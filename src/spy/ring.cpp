#include "spy/ring.h"

namespace transom::spy {

Ring::Ring(std::size_t capacity) : mask_(capacity - 1), cells_(new Cell[capacity]) {
  for (std::size_t i = 0; i < capacity; ++i) {
    cells_[i].sequence.store(i, std::memory_order_relaxed);
  }
}

bool Ring::push(const Record& record) {
  std::uint64_t position = tail_.load(std::memory_order_relaxed);
  for (;;) {
    Cell& cell = cells_[position & mask_];
    const std::uint64_t sequence = cell.sequence.load(std::memory_order_acquire);
    if (sequence == position) {
      if (!tail_.compare_exchange_weak(position, position + 1, std::memory_order_relaxed)) continue;
      cell.record = record;
      // Sequentially consistent: the pusher then looks whether the consumer sleeps.
      cell.sequence.store(position + 1, std::memory_order_seq_cst);
      return true;
    }
    if (sequence < position) return false;
    position = tail_.load(std::memory_order_relaxed);
  }
}

bool Ring::pop(Record& record) {
  const std::uint64_t position = head_.load(std::memory_order_relaxed);
  Cell& cell = cells_[position & mask_];
  if (cell.sequence.load(std::memory_order_acquire) != position + 1) return false;
  record = cell.record;
  cell.sequence.store(position + mask_ + 1, std::memory_order_release);
  head_.store(position + 1, std::memory_order_relaxed);
  return true;
}

bool Ring::empty() const {
  const std::uint64_t position = head_.load(std::memory_order_relaxed);
  return cells_[position & mask_].sequence.load(std::memory_order_seq_cst) != position + 1;
}

}  // namespace transom::spy
