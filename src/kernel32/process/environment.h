// Environment variables in Windows' manner: names without regard to case, and the variables that
// every Windows has (TEMP, APPDATA, SystemRoot …) where Linux set none of that name.
//
// The environment is the C library's: what getenv sees, this sees.
// https://learn.microsoft.com/windows/win32/procthread/environment-variables
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace transom::kernel {

std::optional<std::u16string> environment_variable(std::u16string_view name);
// Nothing removes it. False: the name is empty or has '=' in it, or there is nothing to remove.
bool set_environment_variable(std::u16string_view name, const std::optional<std::u16string>& value);
// "NAME=value", sorted by name.
std::vector<std::u16string> environment_strings();
// %NAME% replaced; names that are not there stay as they are.
std::u16string expand_environment(std::u16string_view text);

}  // namespace transom::kernel
