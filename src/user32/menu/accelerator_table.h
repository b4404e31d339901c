// Accelerator tables: keys that stand for commands.
//
// Any thread; a table that is in use while it is destroyed stays until its user is done.
// https://learn.microsoft.com/windows/win32/menurc/about-keyboard-accelerators
#pragma once

#include <memory>
#include <span>
#include <vector>

#include "base/win32.h"

namespace transom::user {

using Accelerators = std::shared_ptr<const std::vector<ACCEL>>;

// The entries of a resource: up to the one that says it is the last, or the end of the bytes.
std::vector<ACCEL> parse_accelerators(std::span<const std::byte> bytes);

// Null: not a table.
Accelerators find_accelerators(HACCEL handle);

}  // namespace transom::user
