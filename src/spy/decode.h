// Numbers and pointers of messages as text, by the catalogue's description of them.
#pragma once

#include <string>
#include <string_view>

#include "catalog/catalog.h"
#include "spy/record.h"

namespace transom::spy {

// A field of a parameter, or a member of a structure, from its raw bits. `peer_class` is the class
// of the control whose notification code it may be; `route` how such a code came.
std::string decode_field(const catalog::Field& field, std::uint64_t raw,
                         std::string_view peer_class = {},
                         catalog::Route route = catalog::Route::kCommand);

// What the parameters point to, put into record.pointed: on a call what goes in, on a return what
// came out.
void capture_pointed(Record& record, const catalog::Message& message, Characters characters);

// Text in quotes, with control characters escaped and cut to `most` bytes.
std::string quoted(std::string_view utf8, std::size_t most);

}  // namespace transom::spy
