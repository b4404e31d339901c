// A block of global memory while it is looked at: locked, and no longer than it really is.
#pragma once

#include <algorithm>
#include <cstddef>
#include <span>
#include <string_view>

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

  explicit operator bool() const { return data_ != nullptr; }
  std::byte* data() const { return data_; }
  std::size_t size() const { return size_; }
  std::span<const std::byte> bytes() const { return {data_, size_}; }

  // Up to the terminator, or to the end where there is none.
  template <class Character>
  std::basic_string_view<Character> text() const {
    const auto* begin = reinterpret_cast<const Character*>(data_);
    const Character* end = begin + size_ / sizeof(Character);
    return {begin, static_cast<std::size_t>(std::find(begin, end, Character{}) - begin)};
  }

 private:
  HGLOBAL block_;
  std::byte* data_;
  std::size_t size_ = 0;
};

}  // namespace transom::user
