// What stands for an argument: a number, names of constants with `|` between, a window, a thread.
#pragma once

#include <windows.h>

#include <cstdint>
#include <optional>
#include <string>

namespace differential {

void forget_values();
void name_window(const std::string& name, HWND window);
void name_thread(const std::string& name, DWORD thread);
// None where the text names a window that has not been made.
std::optional<std::uint64_t> value_of(const std::string& text);

}  // namespace differential
