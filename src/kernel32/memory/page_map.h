// What lies at an address: the kernel's list of mappings, and what can be touched without a fault.
#pragma once

#include <cstdint>
#include <optional>

namespace transom::kernel {

struct Mapping {
  std::uintptr_t start = 0, end = 0;
  bool readable = false, writable = false, executable = false;
  bool mapped = false;  // false: a hole in the address space
  bool file_backed = false;
};

// The mapping, or the hole, that contains the address.
Mapping mapping_at(std::uintptr_t address);

enum class Access { kRead, kWrite };
// Whether every page of the range can be accessed. Asks the kernel; nothing is changed, no signal.
bool is_accessible(const void* start, std::size_t size, Access access);

}  // namespace transom::kernel
