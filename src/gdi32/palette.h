// Logical palettes.
// https://learn.microsoft.com/windows/win32/gdi/about-color-palettes
#pragma once

#include <optional>
#include <vector>

#include "gdi32/object.h"

namespace transom::gdi {

class Palette : public Object {
 public:
  static bool is_type(DWORD type) { return type == OBJ_PAL; }
  explicit Palette(std::vector<PALETTEENTRY> entries)
      : Object(OBJ_PAL), entries(std::move(entries)) {}

  std::vector<PALETTEENTRY> entries;
  // Where the entries are in the system palette; empty until the palette is realized. It may be
  // shorter than `entries` after ResizePalette.
  std::vector<std::uint8_t> mapping;

  // 0x00RRGGBB; black where there is no such entry.
  std::uint32_t rgb_at(std::size_t index) const;
  // The entry whose colour is nearest. The palette has entries.
  UINT nearest_entry(std::uint32_t rgb) const;
  // The pixels of an 8-bit display.
  std::uint8_t display_pixel_at(std::size_t index) const;
  std::uint8_t display_pixel_of(std::uint32_t rgb) const;

  int describe(int size, void* buffer) const override;
};

// How far two colours are from each other.
int color_distance(std::uint32_t a, std::uint32_t b);

inline std::uint32_t rgb_of(const PALETTEENTRY& entry) {
  return static_cast<std::uint32_t>(entry.peRed << 16 | entry.peGreen << 8 | entry.peBlue);
}

}  // namespace transom::gdi
