#include "gdi32/ink.h"

#include <algorithm>
#include <cmath>

#include "gdi32/system_palette.h"

namespace transom::gdi {
namespace {

// Hatches by HS_ value: eight rows, the most significant bit leftmost.
constexpr std::uint8_t kHatches[6][8] = {
    {0x00, 0x00, 0x00, 0xFF, 0x00, 0x00, 0x00, 0x00},  // HS_HORIZONTAL
    {0x08, 0x08, 0x08, 0x08, 0x08, 0x08, 0x08, 0x08},  // HS_VERTICAL
    {0x80, 0x40, 0x20, 0x10, 0x08, 0x04, 0x02, 0x01},  // HS_FDIAGONAL
    {0x01, 0x02, 0x04, 0x08, 0x10, 0x20, 0x40, 0x80},  // HS_BDIAGONAL
    {0x08, 0x08, 0x08, 0xFF, 0x08, 0x08, 0x08, 0x08},  // HS_CROSS
    {0x81, 0x42, 0x24, 0x18, 0x18, 0x24, 0x42, 0x81},  // HS_DIAGCROSS
};

POINT tile_origin(const DeviceContext& dc) {
  return {dc.origin().x + dc.state.brush_origin.x, dc.origin().y + dc.state.brush_origin.y};
}

std::unique_ptr<Tile> hatch_tile(const DeviceContext& dc, ULONG_PTR hatch, COLORREF color) {
  auto tile = std::make_unique<Tile>(Tile{8, 8, {}, {}, tile_origin(dc)});
  const std::uint32_t lines = dc.pixel_of(color), gaps = dc.pixel_of(dc.state.background_color);
  const bool transparent = dc.state.background_mode == TRANSPARENT;
  for (const std::uint8_t row : kHatches[hatch < 6 ? hatch : 0]) {
    for (int bit = 7; bit >= 0; --bit) {
      const bool on = row >> bit & 1;
      tile->pixels.push_back(on ? lines : gaps);
      if (transparent) tile->opaque.push_back(on);
    }
  }
  return tile;
}

std::unique_ptr<Tile> pattern_tile(const DeviceContext& dc, const Surface& pattern) {
  auto tile =
      std::make_unique<Tile>(Tile{pattern.width(), pattern.height(), {}, {}, tile_origin(dc)});
  const auto width = static_cast<std::size_t>(pattern.width());
  tile->pixels.resize(width * static_cast<std::size_t>(pattern.height()));
  for (int y = 0; y < pattern.height(); ++y) {
    std::uint32_t* row = tile->pixels.data() + static_cast<std::size_t>(y) * width;
    pattern.read(0, y, pattern.width(), row);
    convert_row(pattern.format(), dc.surface()->format(), conversion_colors(dc), pattern.width(),
                row);
  }
  return tile;
}

// "When an application creates a solid brush, the system may attempt to simulate the requested
// color by dithering": an 8 by 8 pattern of static colours. Null where the colour is one of them.
std::unique_ptr<Tile> dithered_tile(const DeviceContext& dc, std::uint32_t rgb) {
  if (system_colors[nearest_static_pixel(rgb)] == rgb) return nullptr;
  constexpr int kThresholds[8][8] = {
      {0, 32, 8, 40, 2, 34, 10, 42},  {48, 16, 56, 24, 50, 18, 58, 26},
      {12, 44, 4, 36, 14, 46, 6, 38}, {60, 28, 52, 20, 62, 30, 54, 22},
      {3, 35, 11, 43, 1, 33, 9, 41},  {51, 19, 59, 27, 49, 17, 57, 25},
      {15, 47, 7, 39, 13, 45, 5, 37}, {63, 31, 55, 23, 61, 29, 53, 21}};
  constexpr int kSpread = 96;  // about as far as neighbouring static colours are apart
  auto tile = std::make_unique<Tile>(Tile{8, 8, {}, {}, tile_origin(dc)});
  for (const auto& row : kThresholds) {
    for (const int threshold : row) {
      const int shift = (2 * threshold - 63) * kSpread / 128;
      const auto channel = [&](int at) {
        const int value = static_cast<int>(rgb >> at & 0xFF) + shift;
        return static_cast<std::uint32_t>(std::clamp(value, 0, 255)) << at;
      };
      tile->pixels.push_back(nearest_static_pixel(channel(16) | channel(8) | channel(0)));
    }
  }
  return tile;
}

RealizedInk with_tile(std::unique_ptr<Tile> tile, int rop2) {
  RealizedInk result;
  result.ink.rop2 = rop2;
  result.ink.tile = tile.get();
  result.tile = std::move(tile);
  return result;
}

struct Dashes {
  int count;
  int lengths[6];
};

// In units of 3 pixels for thin pens, of widths for wide ones.
Dashes pattern_of(DWORD line_style) {
  switch (line_style) {
    case PS_DASH:
      return {2, {3, 1}};
    case PS_DOT:
      return {2, {1, 1}};
    case PS_DASHDOT:
      return {4, {3, 1, 1, 1}};
    case PS_DASHDOTDOT:
      return {6, {3, 1, 1, 1, 1, 1}};
    default:
      return {0, {}};
  }
}

}  // namespace

RealizedInk realize_brush(const DeviceContext& dc, const Brush& brush, int rop2) {
  RealizedInk result;
  result.ink.rop2 = rop2;
  if (dc.surface() == nullptr || brush.style == BS_NULL) {
    result.ink.invisible = true;
    return result;
  }
  if (brush.style == BS_HATCHED) return with_tile(hatch_tile(dc, brush.hatch, brush.color), rop2);
  if (brush.pattern != nullptr) return with_tile(pattern_tile(dc, *brush.pattern), rop2);
  const COLORREF color = brush.uses_dc_color ? dc.state.dc_brush_color : brush.color;
  const bool plain_rgb = color >> 24 == 0 && !brush.is_never_dithered;
  if (plain_rgb && dc.surface()->format().follows_system_palette) {
    if (auto tile = dithered_tile(dc, dc.rgb_of(color))) return with_tile(std::move(tile), rop2);
  }
  result.ink.pixel = dc.pixel_of(color);
  return result;
}

RealizedInk realize_brush(const DeviceContext& dc) {
  return realize_brush(dc, *dc.state.brush, dc.state.rop2);
}

RealizedInk realize_pen(const DeviceContext& dc, const Pen& pen) {
  RealizedInk result;
  result.ink.rop2 = dc.state.rop2;
  if (dc.surface() == nullptr || pen.line_style() == PS_NULL || pen.brush.lbStyle == BS_NULL) {
    result.ink.invisible = true;
    return result;
  }
  if (pen.is_geometric() && pen.brush.lbStyle == BS_HATCHED) {
    return with_tile(hatch_tile(dc, pen.brush.lbHatch, pen.brush.lbColor), dc.state.rop2);
  }
  if (pen.pattern) {
    return realize_brush(dc, static_cast<const Brush&>(*pen.pattern), dc.state.rop2);
  }
  result.ink.pixel = dc.pixel_of(pen.uses_dc_color ? dc.state.dc_pen_color : pen.brush.lbColor);
  return result;
}

RealizedInk realize_background(const DeviceContext& dc) {
  RealizedInk result;
  result.ink.rop2 = dc.state.rop2;
  result.ink.pixel = dc.pixel_of(dc.state.background_color);
  return result;
}

double device_width(const DeviceContext& dc, const Pen& pen) {
  if (pen.type() == OBJ_EXTPEN && !pen.is_geometric()) return 0;
  const Mapping& mapping = dc.state.mapping;
  const double scale =
      mapping.translation_only
          ? 1
          : std::sqrt(std::abs(mapping.m11 * mapping.m22 - mapping.m12 * mapping.m21));
  const double width = std::floor(std::abs(static_cast<double>(pen.width)) * scale + 0.5);
  return width <= 1 ? 0 : width;
}

std::vector<int> thin_dashes(const Pen& pen) {
  std::vector<int> result;
  if (pen.line_style() == PS_USERSTYLE) {
    for (const DWORD length : pen.dashes) {
      // Cosmetic style units are three pixels, as Windows has them on displays.
      result.push_back(static_cast<int>(std::min<DWORD>(length, 0xFFFF)) *
                       (pen.is_geometric() ? 1 : 3));
    }
  } else if (pen.line_style() == PS_ALTERNATE && pen.type() == OBJ_EXTPEN) {
    result = {1, 1};
  } else {
    const Dashes dashes = pattern_of(pen.line_style());
    for (int i = 0; i < dashes.count; ++i) result.push_back(dashes.lengths[i] * 3);
    if (pen.line_style() == PS_DASH) result = {18, 6};
  }
  // An odd number of lengths swaps dashes and gaps each time round.
  if (result.size() % 2 != 0) result.insert(result.end(), result.begin(), result.end());
  return result;
}

std::vector<double> wide_dashes(const DeviceContext& dc, const Pen& pen, double width) {
  std::vector<double> result;
  if (!pen.is_geometric()) return result;
  if (pen.line_style() == PS_USERSTYLE) {
    const Mapping& mapping = dc.state.mapping;
    for (const DWORD length : pen.dashes) result.push_back(length * mapping.scale_x());
  } else {
    const Dashes dashes = pattern_of(pen.line_style());
    for (int i = 0; i < dashes.count; ++i) result.push_back(dashes.lengths[i] * width);
  }
  if (result.size() % 2 != 0) result.insert(result.end(), result.begin(), result.end());
  return result;
}

ConversionColors conversion_colors(const DeviceContext& dc) {
  return {dc.rgb_of(dc.state.text_color), dc.rgb_of(dc.state.background_color),
          dc.state.palette.get()};
}

namespace {

bool are_alike(const PixelFormat& a, const PixelFormat& b) {
  if (a.bits != b.bits || a.monochrome != b.monochrome) return false;
  if (a.follows_system_palette || b.follows_system_palette) {
    return a.follows_system_palette == b.follows_system_palette;
  }
  return a.is_indexed() ? a.colors == b.colors
                        : a.red == b.red && a.green == b.green && a.blue == b.blue;
}

std::uint32_t pack_for(const PixelFormat& to, std::uint32_t rgb, const ConversionColors& colors) {
  if (!to.follows_system_palette || colors.palette == nullptr) return to.pack(rgb);
  return colors.palette->display_pixel_of(rgb);
}

void convert_indexed(const PixelFormat& from, const PixelFormat& to, const ConversionColors& colors,
                     int count, std::uint32_t* pixels) {
  std::uint32_t table[256];
  const std::size_t entries = std::size_t{1} << from.bits;
  const bool exact = to.follows_system_palette && from.display_pixels.size() >= entries;
  for (std::uint32_t i = 0; i < entries; ++i) {
    table[i] = exact ? from.display_pixels[i] : pack_for(to, from.unpack(i), colors);
  }
  if (from.monochrome) {
    table[0] = pack_for(to, colors.text, colors);
    table[1] = pack_for(to, colors.background, colors);
  }
  for (int i = 0; i < count; ++i) pixels[i] = table[pixels[i] & 0xFF];
}

}  // namespace

void convert_row(const PixelFormat& from, const PixelFormat& to, const ConversionColors& colors,
                 int count, std::uint32_t* pixels) {
  if (are_alike(from, to)) return;
  if (to.monochrome) {
    // What has the background colour becomes 1, all else 0.
    for (int i = 0; i < count; ++i) pixels[i] = from.unpack(pixels[i]) == colors.background ? 1 : 0;
    return;
  }
  if (from.is_indexed()) {
    convert_indexed(from, to, colors, count, pixels);
    return;
  }
  std::uint32_t last = ~pixels[0], packed = 0;
  for (int i = 0; i < count; ++i) {
    // Neighbours are often alike, and the nearest colour in a table is slow to find.
    if (pixels[i] != last) {
      last = pixels[i];
      packed = pack_for(to, from.unpack(last), colors);
    }
    pixels[i] = packed;
  }
}

}  // namespace transom::gdi
