// Reading what a parameter points to, which need not be there.
#pragma once

#include <cstddef>

namespace transom::spy {

// Copies up to `size` bytes of this process; returns how many could be read, 0 for a bad pointer.
// Never faults.
std::size_t read_memory(const void* from, void* to, std::size_t size);

}  // namespace transom::spy
