// Where the members of a structure lie, by the rules of the native compiler.
#pragma once

#include "catalog_data.h"

namespace transom::catalog::generator {

struct Layout {
  unsigned size = 0;
  unsigned alignment = 1;
  bool has_pointers = false;
  std::vector<unsigned> offsets;
  std::vector<unsigned> sizes;
};

Layout layout_of(const CatalogData& data, const StructureData& structure);

}  // namespace transom::catalog::generator
