// Resources as the resource compiler leaves them: the .res layout, 32-bit form.
//
// The bytes are not trusted: whatever they say, nothing outside them is read. A record that is cut
// off or contradicts itself ends the reading; those before it stay.
//
//   each record, on 4 bytes:  size of the data | size of the header | type | name | (to 4 bytes)
//                             version | flags | language | version | characteristics | data
//   type and name: 0xFFFF and a number, or text that ends with 0
// https://learn.microsoft.com/windows/win32/menurc/resource-file-formats
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace transom::kernel {

// A type or name: a number, or text without regard to case.
struct ResourceName {
  std::uint16_t number = 0;
  std::u16string text;  // empty: it is the number

  bool is_number() const { return text.empty(); }
  bool operator==(const ResourceName& other) const;
};

struct Resource {
  ResourceName type;
  ResourceName name;
  std::uint16_t language = 0;
  std::span<const std::uint8_t> data;
};

// The records refer to `bytes`, which have to stay.
std::vector<Resource> parse_resources(std::span<const std::uint8_t> bytes);

// String `id` of a string table's block (RT_STRING, name id / 16 + 1): 16 strings, each a length
// and its characters. Empty where the block is cut off. The characters are unaligned text in
// `block`.
std::span<const std::uint8_t> string_in_block(std::span<const std::uint8_t> block, unsigned id);

}  // namespace transom::kernel
