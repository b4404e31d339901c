// Numbers in bytes that are not trusted: nothing outside them is read.
#pragma once

#include <cstdint>
#include <cstring>
#include <optional>
#include <span>

namespace transom::kernel {

template <class Value>
std::optional<Value> read_value(std::span<const std::uint8_t> bytes, std::size_t offset) {
  if (offset > bytes.size() || bytes.size() - offset < sizeof(Value)) return std::nullopt;
  Value value;
  std::memcpy(&value, bytes.data() + offset, sizeof value);
  return value;
}

}  // namespace transom::kernel
