// Bytes that are put together, little-endian, as metafiles have them.
#pragma once

#include <cstdint>
#include <cstring>
#include <span>
#include <type_traits>
#include <vector>

namespace transom::gdi {

class ByteBuffer {
 public:
  std::size_t size() const { return bytes_.size(); }
  std::span<const std::uint8_t> bytes() const { return bytes_; }
  std::vector<std::uint8_t> take() { return std::move(bytes_); }

  template <class T>
  requires std::is_trivially_copyable_v<T>
  void put(const T& value) {
    const auto* from = reinterpret_cast<const std::uint8_t*>(&value);
    bytes_.insert(bytes_.end(), from, from + sizeof value);
  }
  void put(std::span<const std::uint8_t> bytes) {
    bytes_.insert(bytes_.end(), bytes.begin(), bytes.end());
  }
  // Zeros up to a multiple of `alignment`, counted from `start`.
  void pad(std::size_t alignment, std::size_t start = 0) {
    while ((bytes_.size() - start) % alignment != 0) bytes_.push_back(0);
  }
  template <class T>
  void patch(std::size_t at, const T& value) {
    std::memcpy(bytes_.data() + at, &value, sizeof value);
  }

 private:
  std::vector<std::uint8_t> bytes_;
};

}  // namespace transom::gdi
