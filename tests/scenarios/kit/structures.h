// The structures that messages point to, without what means nothing: members that the documentation
// says are ignored or reserved.
#pragma once

#include <windows.h>

#include <cstdint>
#include <string>

namespace scenario {

std::string structure_text(UINT message, WPARAM wparam, std::uint64_t address);
std::string parent_notify_text(WPARAM wparam, LPARAM lparam);

}  // namespace scenario
