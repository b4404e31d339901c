#include "gdi32/palette.h"

#include <limits>

#include "gdi32/system_palette.h"

namespace transom::gdi {

int color_distance(std::uint32_t a, std::uint32_t b) {
  const auto difference = [&](int shift) {
    return static_cast<int>(a >> shift & 0xFF) - static_cast<int>(b >> shift & 0xFF);
  };
  const int red = difference(16), green = difference(8), blue = difference(0);
  return red * red + green * green + blue * blue;
}

std::uint32_t Palette::rgb_at(std::size_t index) const {
  if (index >= entries.size()) return 0;
  const PALETTEENTRY& entry = entries[index];
  // An explicit entry names a place of the system palette.
  if ((entry.peFlags & PC_EXPLICIT) != 0 && is_palette_display()) return system_colors[entry.peRed];
  return rgb_of(entry);
}

UINT Palette::nearest_entry(std::uint32_t rgb) const {
  UINT best = 0;
  int best_distance = std::numeric_limits<int>::max();
  for (UINT i = 0; i < entries.size() && best_distance > 0; ++i) {
    const int distance = color_distance(rgb_of(entries[i]), rgb);
    if (distance >= best_distance) continue;
    best = i;
    best_distance = distance;
  }
  return best;
}

std::uint8_t Palette::display_pixel_at(std::size_t index) const {
  if (index < mapping.size()) return mapping[index];
  return nearest_static_pixel(rgb_at(index));
}

// "The closest color in the palette" is meant for a colour that is not in it.
std::uint8_t Palette::display_pixel_of(std::uint32_t rgb) const {
  if (mapping.empty()) return nearest_static_pixel(rgb);
  return display_pixel_at(nearest_entry(rgb));
}

}  // namespace transom::gdi
