#include "gdi32/ink.h"

#include <cmath>

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

MonochromeColors monochrome_colors(const DeviceContext& dc) {
  return {dc.rgb_of(dc.state.text_color), dc.rgb_of(dc.state.background_color)};
}

std::unique_ptr<Tile> pattern_tile(const DeviceContext& dc, const Surface& pattern) {
  auto tile =
      std::make_unique<Tile>(Tile{pattern.width(), pattern.height(), {}, {}, tile_origin(dc)});
  const auto width = static_cast<std::size_t>(pattern.width());
  tile->pixels.resize(width * static_cast<std::size_t>(pattern.height()));
  for (int y = 0; y < pattern.height(); ++y) {
    std::uint32_t* row = tile->pixels.data() + static_cast<std::size_t>(y) * width;
    pattern.read(0, y, pattern.width(), row);
    convert_row(pattern.format(), dc.surface()->format(), monochrome_colors(dc), pattern.width(),
                row);
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
  result.ink.pixel = dc.pixel_of(brush.uses_dc_color ? dc.state.dc_brush_color : brush.color);
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

void convert_row(const PixelFormat& from, const PixelFormat& to, MonochromeColors colors, int count,
                 std::uint32_t* pixels) {
  if (from.bits == to.bits && (from.monochrome == to.monochrome) &&
      (from.is_indexed() ? from.colors == to.colors
                         : from.red == to.red && from.green == to.green && from.blue == to.blue)) {
    return;
  }
  if (to.monochrome) {
    // What has the background colour becomes 1, all else 0.
    for (int i = 0; i < count; ++i) pixels[i] = from.unpack(pixels[i]) == colors.background ? 1 : 0;
    return;
  }
  if (from.is_indexed()) {
    std::uint32_t table[256];
    const std::size_t entries = std::size_t{1} << from.bits;
    for (std::uint32_t i = 0; i < entries; ++i) table[i] = to.pack(from.unpack(i));
    if (from.monochrome) {
      table[0] = to.pack(colors.text);
      table[1] = to.pack(colors.background);
    }
    for (int i = 0; i < count; ++i) pixels[i] = table[pixels[i] & 0xFF];
    return;
  }
  std::uint32_t last = ~pixels[0], packed = 0;
  for (int i = 0; i < count; ++i) {
    // Neighbours are often alike, and the nearest colour in a table is slow to find.
    if (pixels[i] != last) {
      last = pixels[i];
      packed = to.pack(from.unpack(last));
    }
    pixels[i] = packed;
  }
}

}  // namespace transom::gdi
