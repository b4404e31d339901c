#include "layout.h"

#include <algorithm>

namespace transom::catalog::generator {
namespace {

struct Extent {
  unsigned size;
  unsigned alignment;
  bool has_pointers;
};

Extent extent_of(const CatalogData& data, const FieldData& member) {
  switch (member.kind) {
    case Kind::kByte:
      return {1, 1, false};
    case Kind::kWord:
    case Kind::kAtom:
      return {2, 2, false};
    case Kind::kInt:
    case Kind::kUint:
    case Kind::kHex:
    case Kind::kBool:
    case Kind::kEnum:
    case Kind::kFlags:
    case Kind::kColour:
    case Kind::kCode:
    case Kind::kMessage:
      return {4, 4, false};
    case Kind::kPoint32:
      return {8, 4, false};
    case Kind::kValue:
    case Kind::kWindow:
    case Kind::kHandle:
      return {8, 8, false};
    case Kind::kPointer:
    case Kind::kText:
    case Kind::kAnsi:
    case Kind::kWide:
    case Kind::kTextOrAtom:
      return {8, 8, true};
    case Kind::kStructure: {
      const auto inner = std::ranges::find(data.structures, member.argument, &StructureData::name);
      const Layout layout = layout_of(data, *inner);
      return {layout.size, layout.alignment, layout.has_pointers};
    }
    default:
      throw DataError(member.place, "not a kind that a structure may have");
  }
}

unsigned round_up(unsigned value, unsigned alignment) {
  return (value + alignment - 1) / alignment * alignment;
}

}  // namespace

Layout layout_of(const CatalogData& data, const StructureData& structure) {
  Layout layout;
  for (const FieldData& member : structure.members) {
    const Extent extent = extent_of(data, member);
    const unsigned offset = round_up(layout.size, extent.alignment);
    layout.offsets.push_back(offset);
    layout.sizes.push_back(extent.size);
    layout.size = offset + extent.size;
    layout.alignment = std::max(layout.alignment, extent.alignment);
    layout.has_pointers |= extent.has_pointers;
  }
  layout.size = round_up(layout.size, layout.alignment);
  return layout;
}

}  // namespace transom::catalog::generator
