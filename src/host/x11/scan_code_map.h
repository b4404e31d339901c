// X keycodes as the scan codes of a PC keyboard.
#pragma once

#include <cstdint>

namespace transom::host::x11 {

// Set 1, bit 8: extended; 0 where a PC keyboard has no such key. X keycodes are the kernel's key
// codes (evdev) and 8.
std::uint16_t scan_code_of_keycode(std::uint8_t keycode);

}  // namespace transom::host::x11
