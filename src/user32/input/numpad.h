// The numeric keypad: digits while Num Lock is on and Shift is up, else the keys printed below
// them. https://learn.microsoft.com/windows/win32/inputdev/about-keyboard-input#extended-key-flag
#pragma once

#include <cstdint>

#include "user32/input/key_table.h"

namespace transom::user {

// The key that a place of the keyboard stands for; others than the keypad's are as they are.
std::uint8_t numpad_key(std::uint8_t key, const KeyTable& keys);

}  // namespace transom::user
