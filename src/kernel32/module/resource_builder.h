// Writes the .res layout: for tests, which want resources without a resource compiler.
#pragma once

#include <cstdint>
#include <vector>

#include "kernel32/module/resource_data.h"

namespace transom::kernel {

class ResourceBuilder {
 public:
  void add(const ResourceName& type, const ResourceName& name, std::uint16_t language,
           const std::vector<std::uint8_t>& data) {
    const std::size_t start = bytes_.size();
    put32(static_cast<std::uint32_t>(data.size()));
    put32(0);
    put_name(type);
    put_name(name);
    align();
    put32(0);
    put16(0);
    put16(language);
    put32(0);
    put32(0);
    const auto header = static_cast<std::uint32_t>(bytes_.size() - start);
    for (int i = 0; i < 4; ++i) bytes_[start + 4 + i] = static_cast<std::uint8_t>(header >> 8 * i);
    bytes_.insert(bytes_.end(), data.begin(), data.end());
    align();
  }
  const std::vector<std::uint8_t>& bytes() const { return bytes_; }

 private:
  void put16(unsigned value) {
    bytes_.push_back(static_cast<std::uint8_t>(value));
    bytes_.push_back(static_cast<std::uint8_t>(value >> 8));
  }
  void put32(std::uint32_t value) {
    put16(value & 0xFFFF);
    put16(value >> 16);
  }
  void put_name(const ResourceName& name) {
    if (name.is_number()) {
      put16(0xFFFF);
      put16(name.number);
      return;
    }
    for (const char16_t unit : name.text) put16(unit);
    put16(0);
  }
  void align() {
    while (bytes_.size() % 4 != 0) bytes_.push_back(0);
  }

  std::vector<std::uint8_t> bytes_;
};

}  // namespace transom::kernel
