#include "kernel32/module/resource_data.h"

#include <optional>

#include "base/text.h"
#include "kernel32/module/read_value.h"

namespace transom::kernel {
namespace {

using Bytes = std::span<const std::uint8_t>;

std::size_t align(std::size_t offset) {
  return (offset + 3) & ~std::size_t{3};
}

// Reads a type or name at `offset`, which moves behind it.
std::optional<ResourceName> read_name(Bytes bytes, std::size_t& offset) {
  auto unit = read_value<std::uint16_t>(bytes, offset);
  if (!unit) return std::nullopt;
  if (*unit == 0xFFFF) {
    const auto number = read_value<std::uint16_t>(bytes, offset + 2);
    offset += 4;
    return number ? std::optional(ResourceName{*number, {}}) : std::nullopt;
  }
  ResourceName name;
  while (true) {
    offset += 2;
    if (*unit == 0) return name;
    name.text += static_cast<char16_t>(*unit);
    unit = read_value<std::uint16_t>(bytes, offset);
    if (!unit) return std::nullopt;
  }
}

// What follows the two sizes in a record's header.
std::optional<Resource> read_header(Bytes header) {
  std::size_t offset = 8;
  Resource resource;
  const auto type = read_name(header, offset);
  if (!type) return std::nullopt;
  const auto name = read_name(header, offset);
  if (!name) return std::nullopt;
  const auto language = read_value<std::uint16_t>(header, align(offset) + 6);
  if (!language) return std::nullopt;
  resource.type = *type;
  resource.name = *name;
  resource.language = *language;
  return resource;
}

}  // namespace

bool ResourceName::operator==(const ResourceName& other) const {
  if (is_number() != other.is_number()) return false;
  return is_number() ? number == other.number : base::equals_ignoring_case(text, other.text);
}

std::vector<Resource> parse_resources(Bytes bytes) {
  std::vector<Resource> resources;
  while (bytes.size() >= 8) {
    const std::size_t data_size = *read_value<std::uint32_t>(bytes, 0);
    const std::size_t header_size = *read_value<std::uint32_t>(bytes, 4);
    if (header_size < 16 || header_size > bytes.size()) break;
    if (data_size > bytes.size() - header_size) break;
    auto resource = read_header(bytes.first(header_size));
    if (!resource) break;
    resource->data = bytes.subspan(header_size, data_size);
    // The file begins with an empty record of type 0, which marks the 32-bit form.
    const bool mark = resource->type.is_number() && resource->type.number == 0;
    if (!mark) resources.push_back(std::move(*resource));
    bytes = bytes.subspan(std::min(bytes.size(), align(header_size + data_size)));
  }
  return resources;
}

Bytes string_in_block(Bytes block, unsigned id) {
  std::size_t offset = 0;
  for (unsigned i = 0;; ++i) {
    const auto length = read_value<std::uint16_t>(block, offset);
    if (!length) return {};
    const std::size_t size = std::size_t{*length} * 2;
    if (size > block.size() - offset - 2) return {};
    if (i == id % 16) return block.subspan(offset + 2, size);
    offset += 2 + size;
  }
}

}  // namespace transom::kernel
