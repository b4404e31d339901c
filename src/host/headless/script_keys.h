// Keys by name, for scripts: "Ctrl+Shift+A", "F4", "Enter".
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace transom::host {

struct ScriptKey {
  std::uint8_t virtual_key = 0;
  std::uint16_t scan_code = 0;  // bit 8: extended
};

// The keys of a combination in the order in which they are pressed; nothing where one of the names
// says nothing. Characters stand for the keys that type them on the current layout.
std::optional<std::vector<ScriptKey>> keys_of_combination(std::string_view text);
// The keys that type a character, modifiers first; empty: no key does.
std::vector<ScriptKey> keys_of_character(char16_t character);

}  // namespace transom::host
