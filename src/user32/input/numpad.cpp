#include "user32/input/numpad.h"

#include <array>

namespace transom::user {
namespace {

// VK_NUMPAD0 to VK_NUMPAD9.
constexpr std::array<std::uint8_t, 10> kWithoutNumLock = {
    VK_INSERT, VK_END, VK_DOWN, VK_NEXT, VK_LEFT, VK_CLEAR, VK_RIGHT, VK_HOME, VK_UP, VK_PRIOR};

}  // namespace

std::uint8_t numpad_key(std::uint8_t key, const KeyTable& keys) {
  const bool digits = (keys[VK_NUMLOCK] & kKeyToggled) != 0 && !is_down(keys, VK_SHIFT);
  if (digits) return key;
  if (key == VK_DECIMAL) return VK_DELETE;
  if (key < VK_NUMPAD0 || key > VK_NUMPAD9) return key;
  return kWithoutNumLock[key - VK_NUMPAD0];
}

}  // namespace transom::user
