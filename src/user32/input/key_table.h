// Which keys are down and which are toggled, as GetKeyboardState lays it out: high bit down, low
// bit toggled. One such table follows the hardware, one in each input state follows the messages.
#pragma once

#include <array>
#include <cstdint>

#include "user32/input/key_names.h"

namespace transom::user {

using KeyTable = std::array<std::uint8_t, 256>;

inline constexpr std::uint8_t kKeyDown = 0x80;
inline constexpr std::uint8_t kKeyToggled = 0x01;

constexpr bool is_down(const KeyTable& keys, std::uint8_t key) {
  return (keys[key] & kKeyDown) != 0;
}

constexpr void set_key(KeyTable& keys, std::uint8_t key, bool down) {
  std::uint8_t& state = keys[key];
  if (!down) {
    state &= static_cast<std::uint8_t>(~kKeyDown);
  } else if ((state & kKeyDown) == 0) {
    state = static_cast<std::uint8_t>((state ^ kKeyToggled) | kKeyDown);
  }
}

// Sets a key, and with a left or right one the generic one: down while either side is.
constexpr void apply_key(KeyTable& keys, std::uint8_t key, bool down) {
  set_key(keys, key, down);
  const auto follow = [&](std::uint8_t left, std::uint8_t right, std::uint8_t generic) {
    if (key == left || key == right) {
      set_key(keys, generic, is_down(keys, left) || is_down(keys, right));
    }
  };
  follow(VK_LSHIFT, VK_RSHIFT, VK_SHIFT);
  follow(VK_LCONTROL, VK_RCONTROL, VK_CONTROL);
  follow(VK_LMENU, VK_RMENU, VK_MENU);
}

// MK_ flags of the mouse messages.
constexpr WPARAM mouse_key_flags(const KeyTable& keys) {
  WPARAM flags = 0;
  if (is_down(keys, VK_LBUTTON)) flags |= MK_LBUTTON;
  if (is_down(keys, VK_RBUTTON)) flags |= MK_RBUTTON;
  if (is_down(keys, VK_MBUTTON)) flags |= MK_MBUTTON;
  if (is_down(keys, VK_XBUTTON1)) flags |= MK_XBUTTON1;
  if (is_down(keys, VK_XBUTTON2)) flags |= MK_XBUTTON2;
  if (is_down(keys, VK_SHIFT)) flags |= MK_SHIFT;
  if (is_down(keys, VK_CONTROL)) flags |= MK_CONTROL;
  return flags;
}

}  // namespace transom::user
