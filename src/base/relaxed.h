// A value that one thread writes and others may read at any time, where no order with other memory
// is promised: reads and writes look like those of a plain variable and cost the same.
#pragma once

#include <atomic>

namespace transom::base {

template <class Value>
class Relaxed {
 public:
  constexpr Relaxed() noexcept : value_{} {}
  constexpr Relaxed(Value value) noexcept : value_{value} {}
  Relaxed(const Relaxed& other) noexcept : value_{other.get()} {}
  Relaxed& operator=(const Relaxed& other) noexcept { return *this = other.get(); }
  Relaxed& operator=(Value value) noexcept {
    value_.store(value, std::memory_order_relaxed);
    return *this;
  }
  Value get() const noexcept { return value_.load(std::memory_order_relaxed); }
  operator Value() const noexcept { return get(); }
  Value operator->() const noexcept { return get(); }

  // Not atomic as a whole: only for the one writer, or under a lock.
  Relaxed& operator|=(Value bits) noexcept { return *this = static_cast<Value>(get() | bits); }
  Relaxed& operator&=(Value bits) noexcept { return *this = static_cast<Value>(get() & bits); }
  Relaxed& operator+=(Value amount) noexcept { return *this = static_cast<Value>(get() + amount); }
  Relaxed& operator-=(Value amount) noexcept { return *this = static_cast<Value>(get() - amount); }

 private:
  std::atomic<Value> value_;
};

}  // namespace transom::base
