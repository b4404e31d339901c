// A bounded ring of records: any thread pushes, one at a time drains.
//
// Contract
//  - push() never waits and never allocates; it answers false when the ring is full.
//  - Records come out in the order in which pushes claimed their places; those of one thread in the
//    order in which it pushed.
#pragma once

#include <atomic>
#include <memory>

#include "spy/record.h"

namespace transom::spy {

class Ring {
 public:
  // `capacity` is a power of two.
  explicit Ring(std::size_t capacity);

  bool push(const Record& record);
  // For one thread at a time (the caller's lock sees to that).
  bool pop(Record& record);
  bool empty() const;

 private:
  struct alignas(64) Cell {
    std::atomic<std::uint64_t> sequence;  // position: free for it; position + 1: written
    Record record;
  };

  std::size_t mask_;
  std::unique_ptr<Cell[]> cells_;
  alignas(64) std::atomic<std::uint64_t> tail_{0};
  alignas(64) std::atomic<std::uint64_t> head_{0};
};

}  // namespace transom::spy
