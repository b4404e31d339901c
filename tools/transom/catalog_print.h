// How the catalogue looks on a terminal.
#pragma once

#include <ostream>
#include <string>
#include <string_view>

#include "catalog/catalog.h"
#include "command.h"

namespace transom::tool {

// One message in full: number, route, parameters with the names of their values, default, page.
void explain(std::ostream& out, const catalog::Message& message);

// A number without a record: what range it lies in.
void explain_range(std::ostream& out, std::uint32_t number);

// A line for each message, by families. False when no message is of the family.
bool list(std::ostream& out, std::string_view family);

// Of names that the catalogue does not have, with the ones that may have been meant.
Failure unknown_family(const std::string& given);
Failure unknown_message(const std::string& given);

}  // namespace transom::tool
