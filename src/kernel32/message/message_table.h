// Message tables (RT_MESSAGETABLE): what the message compiler leaves in a module's resources.
//
// The bytes are not trusted.
//   count of blocks | each: first id, last id, offset of its entries
//   each entry: length with these four bytes, 1 for UTF-16, text
// https://learn.microsoft.com/windows/win32/api/winnt/ns-winnt-message_resource_data
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>

#include "base/win32.h"

namespace transom::kernel {

// Nothing: no such message, or no table that is whole up to there.
std::optional<std::u16string> find_in_message_table(std::span<const std::uint8_t> table, DWORD id);

// The module's message in a language (0: any). The DWORD is the error where there is none.
struct ModuleMessage {
  std::u16string text;
  DWORD error = ERROR_SUCCESS;
};
ModuleMessage module_message(HMODULE module, DWORD id, LANGID language);

}  // namespace transom::kernel
