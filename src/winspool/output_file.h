// Where printed files go.
#pragma once

#include <string>
#include <string_view>

namespace transom::winspool {

// A new file in TRANSOM_PRINT_FOLDER, else in the user's Documents, named after the document; a
// Linux path.
std::string new_output_file(std::u16string_view document, std::string_view extension);

}  // namespace transom::winspool
