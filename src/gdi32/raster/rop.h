// Raster operations.
//
// A ternary operation's code is its truth table: bit (P<<2 | S<<1 | D) of the index byte is the
// result for that combination, so all 256 are evaluated by one formula. A binary one (R2_) is the
// same with pen and destination: bit (P<<1 | D) of R2_ - 1.
// https://learn.microsoft.com/windows/win32/gdi/ternary-raster-operations
#pragma once

#include <cstdint>

#include "base/win32.h"

namespace transom::gdi {

// The index byte of a ROP code such as SRCCOPY.
constexpr std::uint8_t rop3_index(DWORD rop) {
  return static_cast<std::uint8_t>(rop >> 16);
}

constexpr bool rop3_uses_source(std::uint8_t rop) {
  return ((rop >> 2 ^ rop) & 0x33) != 0;
}
constexpr bool rop3_uses_pattern(std::uint8_t rop) {
  return ((rop >> 4 ^ rop) & 0x0F) != 0;
}
constexpr bool rop3_uses_destination(std::uint8_t rop) {
  return ((rop >> 1 ^ rop) & 0x55) != 0;
}

constexpr bool rop2_uses_pen(int rop2) {
  return (((rop2 - 1) >> 2 ^ (rop2 - 1)) & 3) != 0;
}
constexpr bool rop2_uses_destination(int rop2) {
  return (((rop2 - 1) >> 1 ^ (rop2 - 1)) & 5) != 0;
}

// The binary operation that a ternary one without source is.
constexpr int rop2_of_rop3(std::uint8_t rop) {
  return ((rop >> 2 & 0xC) | (rop & 3)) + 1;
}

// Evaluates a truth table of four entries on whole words.
class BinaryRop {
 public:
  explicit constexpr BinaryRop(int rop2) {
    for (int i = 0; i < 4; ++i) table_[i] = (rop2 - 1) >> i & 1 ? ~0u : 0u;
  }
  constexpr std::uint32_t operator()(std::uint32_t pen, std::uint32_t destination) const {
    const std::uint32_t without = table_[0] ^ (destination & (table_[0] ^ table_[1]));
    const std::uint32_t with = table_[2] ^ (destination & (table_[2] ^ table_[3]));
    return without ^ (pen & (without ^ with));
  }

 private:
  std::uint32_t table_[4]{};
};

class TernaryRop {
 public:
  explicit constexpr TernaryRop(std::uint8_t rop)
      : without_pattern_((rop & 0xF) + 1), with_pattern_((rop >> 4) + 1) {}
  constexpr std::uint32_t operator()(std::uint32_t pattern, std::uint32_t source,
                                     std::uint32_t destination) const {
    const std::uint32_t without = without_pattern_(source, destination);
    return without ^ (pattern & (without ^ with_pattern_(source, destination)));
  }

 private:
  BinaryRop without_pattern_, with_pattern_;
};

}  // namespace transom::gdi
