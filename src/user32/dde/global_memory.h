// A block of global memory while it is looked at: locked, and no longer than it really is.
#pragma once

#include <cstddef>
#include <span>

#include "base/win32.h"

namespace transom::user {

class LockedMemory {
 public:
  // Any value: what is no block has no bytes.
  explicit LockedMemory(HGLOBAL block)
      : block_(block),
        data_(static_cast<std::byte*>(block != nullptr ? GlobalLock(block) : nullptr)) {
    if (data_ != nullptr) size_ = GlobalSize(block);
  }
  ~LockedMemory() {
    if (data_ != nullptr) GlobalUnlock(block_);
  }
  LockedMemory(const LockedMemory&) = delete;
  LockedMemory& operator=(const LockedMemory&) = delete;

  std::byte* data() const { return data_; }
  std::size_t size() const { return size_; }
  std::span<const std::byte> bytes() const { return {data_, size_}; }

 private:
  HGLOBAL block_;
  std::byte* data_;
  std::size_t size_ = 0;
};

}  // namespace transom::user
