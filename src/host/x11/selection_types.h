// The media types of the display's clipboard (host/display.h) and the targets of X selections.
#pragma once

#include <string>
#include <vector>

#include "host/x11/connection.h"

namespace transom::host::x11 {

// The type that a target stands for; empty: none that we know.
std::string type_of_target(const Connection& connection, xcb_atom_t target);
// All targets that a type can be had as, the best first.
std::vector<xcb_atom_t> targets_of_type(const Connection& connection, const std::string& type);

// Bytes of the type as that target has them, and back: STRING is Latin-1.
std::string encode_for_target(const Connection& connection, xcb_atom_t target, std::string bytes);
std::string decode_from_target(const Connection& connection, xcb_atom_t target, std::string bytes);

}  // namespace transom::host::x11
