// How the catalogue looks on a terminal.
#pragma once

#include <ostream>
#include <string>
#include <string_view>

#include "catalog/catalog.h"

namespace transom::tool {

// One message in full: number, route, parameters with the names of their values, default, page.
void explain(std::ostream& out, const catalog::Message& message);

// A number without a record: what range it lies in.
void explain_range(std::ostream& out, std::uint32_t number);

// A line for each message, by families. False when no message is of the family.
bool list(std::ostream& out, std::string_view family);

std::string family_names();

// Up to five names that contain `part` or are close to it.
std::string similar_names(std::string_view part);

}  // namespace transom::tool
