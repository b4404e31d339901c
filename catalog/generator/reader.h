// Reads the data files of the catalogue. The format is described in catalog/README.md.
#pragma once

#include <string>
#include <string_view>

#include "catalog_data.h"

namespace transom::catalog::generator {

// Adds what a file holds to `data`. Throws DataError.
void read(CatalogData& data, std::string_view text, const std::string& file);

// What no single file can tell: names that occur twice, groups and structures that do not exist.
// Throws DataError.
void check(const CatalogData& data);

}  // namespace transom::catalog::generator
