// Where the predefined keys lie in the one tree, and the paths of keys.
// https://learn.microsoft.com/windows/win32/sysinfo/predefined-keys
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace transom::registry {

// By the low 32 bits of the handle; empty for one that there is not.
std::u16string root_path(std::uint32_t predefined);
// Paths from the top of the keys that are there from the start.
std::vector<std::u16string> usual_keys();

// The names of a path; backslashes in a row, at its beginning and at its end, count once or not.
std::vector<std::u16string> names_in(std::u16string_view path);

}  // namespace transom::registry
