// Reading and writing window properties.
#pragma once

#include <xcb/xcb.h>

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "host/x11/connection.h"

namespace transom::host::x11 {

void set_text(const Connection& connection, xcb_window_t window, xcb_atom_t property,
              xcb_atom_t type, std::string_view text);
// Atoms, windows and numbers: formats of 32 bits.
void set_values(const Connection& connection, xcb_window_t window, xcb_atom_t property,
                xcb_atom_t type, std::span<const std::uint32_t> values);
std::vector<std::uint32_t> get_values(const Connection& connection, xcb_window_t window,
                                      xcb_atom_t property, xcb_atom_t type);
std::string get_text(const Connection& connection, xcb_window_t window, xcb_atom_t property);

// A message to the window manager about `window`, as EWMH sends them: to the root window.
void send_to_manager(const Connection& connection, xcb_window_t window, xcb_atom_t type,
                     std::span<const std::uint32_t> values);

}  // namespace transom::host::x11
