#include "gdi32/raster/raster.h"

#include <algorithm>

namespace transom::gdi {

Raster::Raster(Surface& surface, const Region& clip, const Surface* source, const Surface* mask)
    : surface_(surface),
      lock_(surface, source, mask),
      clip_(clip.rects()),
      bounds_(clip.bounds()) {}

Raster::~Raster() {
  lock_.unlock();  // whoever hears of the damage hears it without locks
  if (touched_.left < touched_.right) surface_.add_damage(touched_);
}

void Raster::touch(const RECT& part) {
  touched_.left = std::min(touched_.left, part.left);
  touched_.top = std::min(touched_.top, part.top);
  touched_.right = std::max(touched_.right, part.right);
  touched_.bottom = std::max(touched_.bottom, part.bottom);
}

std::size_t Raster::first_box_below(int y) const {
  if (clip_.size() < 4) return 0;
  const auto found = std::partition_point(clip_.begin(), clip_.end(),
                                          [y](const RECT& box) { return box.bottom <= y; });
  return static_cast<std::size_t>(found - clip_.begin());
}

bool Raster::visible(int x, int y) const {
  for (std::size_t i = first_box_below(y); i < clip_.size(); ++i) {
    const RECT& box = clip_[i];
    if (box.top > y) return false;
    if (x >= box.left && x < box.right && y < box.bottom) return true;
  }
  return false;
}

void Raster::fill(const RECT& rect, const Ink& ink) {
  if (ink.invisible || ink.rop2 == R2_NOP) return;
  for_each_visible(rect, [&](const RECT& part) { fill_part(part, ink); });
}

void Raster::fill(const Region& region, const Ink& ink) {
  for (const RECT& rect : region.rects()) fill(rect, ink);
}

void Raster::pixel(int x, int y, const Ink& ink) {
  if (ink.invisible || !visible(x, y)) return;
  const RECT part{x, y, x + 1, y + 1};
  touch(part);
  fill_part(part, ink);
}

void Raster::fill_part(const RECT& part, const Ink& ink) {
  if (ink.tile == nullptr && surface_.format().bits == 32) {
    fill_solid32(part, ink);
  } else {
    fill_generic(part, ink);
  }
}

// Pixman has the processor's wide instructions, which take a call's length to pay.
void Raster::fill_with(const RECT& part, std::uint32_t value) {
  constexpr int kWide = 16, kMany = 64;
  const int width = part.right - part.left, height = part.bottom - part.top;
  const auto words = static_cast<int>(surface_.stride() / std::ptrdiff_t{sizeof value});
  std::uint32_t* first = surface_.row(part.top) + part.left;
  const bool pays = width >= kWide && std::int64_t{width} * height >= kMany;
  if (pays && pixman_fill(first, words, 32, 0, 0, width, height, value) != 0) return;
  for (int y = part.top; y < part.bottom; ++y)
    std::fill_n(surface_.row(y) + part.left, width, value);
}

void Raster::fill_solid32(const RECT& part, const Ink& ink) {
  const auto count = static_cast<std::size_t>(part.right - part.left);
  if (!rop2_uses_destination(ink.rop2)) {
    return fill_with(part, BinaryRop(ink.rop2)(ink.pixel, 0));
  }
  // What depends on the destination is `destination & and_mask ^ xor_mask` for a constant pen.
  const BinaryRop rop(ink.rop2);
  const std::uint32_t xor_mask = rop(ink.pixel, 0);
  const std::uint32_t and_mask = xor_mask ^ rop(ink.pixel, ~0u);
  for (int y = part.top; y < part.bottom; ++y) {
    std::uint32_t* row = surface_.row(y) + part.left;
    for (std::size_t i = 0; i < count; ++i) row[i] = (row[i] & and_mask) ^ xor_mask;
  }
}

void apply_ink(const Ink& ink, int x, int y, int count, std::uint32_t* pixels) {
  const BinaryRop rop(ink.rop2);
  if (ink.tile == nullptr) {
    for (int i = 0; i < count; ++i) pixels[i] = rop(ink.pixel, pixels[i]);
    return;
  }
  const Tile& tile = *ink.tile;
  const std::size_t row = tile.row_at(y);
  int column = tile.column_at(x);
  for (int i = 0; i < count; ++i) {
    const std::size_t index = row + static_cast<std::size_t>(column);
    if (tile.opaque.empty() || tile.opaque[index]) pixels[i] = rop(tile.pixels[index], pixels[i]);
    if (++column == tile.width) column = 0;
  }
}

void Raster::fill_generic(const RECT& part, const Ink& ink) {
  const int count = part.right - part.left;
  if (surface_.format().bits == 32) {
    for (int y = part.top; y < part.bottom; ++y) {
      apply_ink(ink, part.left, y, count, surface_.row(y) + part.left);
    }
    return;
  }
  std::vector<std::uint32_t> row(static_cast<std::size_t>(count));
  for (int y = part.top; y < part.bottom; ++y) {
    surface_.read(part.left, y, count, row.data());
    apply_ink(ink, part.left, y, count, row.data());
    surface_.write(part.left, y, count, row.data());
  }
}

namespace {

std::uint32_t mix(std::uint32_t below, std::uint32_t above, std::uint32_t alpha) {
  const auto channel = [&](int shift) {
    const std::uint32_t a = above >> shift & 0xFF, b = below >> shift & 0xFF;
    return (a * alpha + b * (255 - alpha) + 127) / 255 << shift;
  };
  return channel(16) | channel(8) | channel(0);
}

}  // namespace

void Raster::blend_coverage(int x, int y, int width, int height, const std::uint8_t* coverage,
                            std::ptrdiff_t stride, std::uint32_t rgb) {
  const PixelFormat& format = surface_.format();
  const std::uint32_t solid = format.pack(rgb);
  for_each_visible({x, y, x + width, y + height}, [&](const RECT& part) {
    for (int row = part.top; row < part.bottom; ++row) {
      const std::uint8_t* alpha = coverage + (row - y) * stride - x;
      for (int column = part.left; column < part.right; ++column) {
        if (alpha[column] == 0) continue;
        if (alpha[column] == 255) {
          surface_.set_pixel(column, row, solid);
          continue;
        }
        const std::uint32_t below = format.unpack(surface_.pixel(column, row));
        surface_.set_pixel(column, row, format.pack(mix(below, rgb, alpha[column])));
      }
    }
  });
}

void Raster::blend_bits(int x, int y, int width, int height, const std::uint8_t* bits,
                        std::ptrdiff_t stride, std::uint32_t rgb) {
  const std::uint32_t solid = surface_.format().pack(rgb);
  for_each_visible({x, y, x + width, y + height}, [&](const RECT& part) {
    for (int row = part.top; row < part.bottom; ++row) {
      const std::uint8_t* line = bits + (row - y) * stride;
      for (int column = part.left; column < part.right; ++column) {
        const int bit = column - x;
        if (line[bit / 8] >> (7 - bit % 8) & 1) surface_.set_pixel(column, row, solid);
      }
    }
  });
}

}  // namespace transom::gdi
