// Feeds the reader of resources with arbitrary bytes (libFuzzer).
#include <cstddef>
#include <cstdint>

#include "kernel32/module/resource_data.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace transom::kernel;
  std::uint8_t sum = 0;
  for (const Resource& resource : parse_resources({data, size})) {
    for (const std::uint8_t byte : resource.data) sum = static_cast<std::uint8_t>(sum + byte);
    for (unsigned id = 0; id < 16; ++id) {
      for (const std::uint8_t byte : string_in_block(resource.data, id)) sum ^= byte;
    }
  }
  return sum == 0 ? 0 : 0;
}
