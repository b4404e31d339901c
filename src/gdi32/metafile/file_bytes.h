// Whole files, by the names that programs give.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "base/win32.h"

namespace transom::gdi {

// Nothing, and the last error of CreateFile or ReadFile, where it cannot be read.
std::optional<std::vector<std::uint8_t>> read_file(LPCWSTR name);
bool write_file(LPCWSTR name, std::span<const std::uint8_t> bytes);

}  // namespace transom::gdi
