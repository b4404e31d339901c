// Virtual keys that come in a left and a right form, and the generic one that messages carry.
#pragma once

#include <cstdint>

#include "base/win32.h"

namespace transom::user {

// VK_LSHIFT and VK_RSHIFT to VK_SHIFT, and so on; others unchanged.
constexpr std::uint8_t generic_key(std::uint8_t key) {
  switch (key) {
    case VK_LSHIFT:
    case VK_RSHIFT:
      return VK_SHIFT;
    case VK_LCONTROL:
    case VK_RCONTROL:
      return VK_CONTROL;
    case VK_LMENU:
    case VK_RMENU:
      return VK_MENU;
    default:
      return key;
  }
}

// The left or right form of a generic key: right Ctrl and Alt are extended, right Shift has its own
// scan code.
constexpr std::uint8_t sided_key(std::uint8_t key, std::uint16_t scan_code) {
  const bool extended = (scan_code & 0x100) != 0;
  switch (key) {
    case VK_SHIFT:
      return (scan_code & 0xFF) == 0x36 ? VK_RSHIFT : VK_LSHIFT;
    case VK_CONTROL:
      return extended ? VK_RCONTROL : VK_LCONTROL;
    case VK_MENU:
      return extended ? VK_RMENU : VK_LMENU;
    default:
      return key;
  }
}

constexpr std::uint8_t button_key(std::uint8_t button) {
  constexpr std::uint8_t kKeys[] = {VK_LBUTTON, VK_RBUTTON, VK_MBUTTON, VK_XBUTTON1, VK_XBUTTON2};
  return kKeys[button];
}

}  // namespace transom::user
