#pragma once

#include <windows.h>

#include <cstdint>
#include <optional>
#include <string_view>
#include <type_traits>

namespace differential {

// WS_POPUP and the like; none where there is no such name.
std::optional<std::uint64_t> constant(std::string_view name);

}  // namespace differential
