// Turns the catalogue into C++.
#pragma once

#include <string>

#include "catalog_data.h"

namespace transom::catalog::generator {

// The table that src/catalog/table.h declares.
std::string write_table(const CatalogData& data);

// A translation unit that holds every number and layout against the Windows headers.
std::string write_check(const CatalogData& data);

}  // namespace transom::catalog::generator
