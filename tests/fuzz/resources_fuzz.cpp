// .res files and the string tables in them.
#include "kernel32/module/resource_data.h"
#include "tests/fuzz/fuzz_target.h"

TRANSOM_FUZZ(resources) {
  using namespace transom::kernel;
  volatile std::uint8_t sum = 0;
  const auto read = [&](std::span<const std::uint8_t> data) {
    for (const std::uint8_t byte : data) sum = static_cast<std::uint8_t>(sum + byte);
  };
  for (const Resource& resource : parse_resources(bytes)) {
    read(resource.data);
    for (unsigned id = 0; id < 16; ++id) read(string_in_block(resource.data, id));
  }
}
