// Scan codes of the PC keyboard (set 1; bit 8: the extended prefix) and the virtual keys that they
// have on a US keyboard. Layouts move the letters; the rest stays.
// https://learn.microsoft.com/windows/win32/inputdev/about-keyboard-input#scan-codes
#pragma once

#include <cstdint>
#include <span>

#include "base/win32.h"

namespace transom::user {

struct ScanCodeEntry {
  std::uint16_t scan_code;
  std::uint8_t key;  // left and right told apart
  const char* name;  // as GetKeyNameText tells it; null: the character on the key
};

std::span<const ScanCodeEntry> scan_codes();

// 0 where there is none.
std::uint8_t us_key_of_scan_code(std::uint16_t scan_code);
std::uint16_t us_scan_code_of_key(std::uint8_t key);
// The evdev key code, which is what XKB's "evdev" keycodes less 8 are; 0 where there is none.
std::uint16_t evdev_of_scan_code(std::uint16_t scan_code);

}  // namespace transom::user
