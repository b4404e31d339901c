// A block of a string table.
#include "kernel32/module/resource_data.h"
#include "tests/fuzz/fuzz_target.h"

TRANSOM_FUZZ(strings) {
  volatile std::uint8_t sum = 0;
  for (unsigned id = 0; id < 32; ++id) {
    for (const std::uint8_t byte : transom::kernel::string_in_block(bytes, id)) {
      sum = static_cast<std::uint8_t>(sum + byte);
    }
  }
}
