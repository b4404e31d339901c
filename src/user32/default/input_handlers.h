// The default actions of input, in three groups; input_defaults.cpp makes one table of them.
#pragma once

#include <span>

#include "user32/default/default_procedure.h"

namespace transom::user {

std::span<const DefaultEntry> mouse_defaults();            // default/mouse_defaults.cpp
std::span<const DefaultEntry> nonclient_mouse_defaults();  // default/nonclient_mouse_defaults.cpp
std::span<const DefaultEntry> key_defaults();              // default/key_defaults.cpp
std::span<const DefaultEntry> system_command_defaults();   // default/system_command.cpp

// The parent of a child window, which many input messages go up to; null for others.
HWND parent_of_child(const Window& window);
// Screen coordinates as mouse messages carry them.
inline POINT point_of(LPARAM lparam) {
  return {static_cast<short>(LOWORD(lparam)), static_cast<short>(HIWORD(lparam))};
}

}  // namespace transom::user
