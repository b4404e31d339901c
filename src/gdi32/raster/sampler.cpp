#include "gdi32/raster/sampler.h"

#include <algorithm>

namespace transom::gdi {
namespace {

RECT rect_of(int x, int y, int width, int height) {
  return {std::min(x, x + width), std::min(y, y + height), std::max(x, x + width),
          std::max(y, y + height)};
}

// Where the target's pixel `at` lies on an axis that maps to_length pixels on from_length. A
// negative length runs backwards: its first pixel is the one before the start.
std::pair<int, int> map_axis(int at, int to, int to_length, int from, int from_length) {
  const std::int64_t n = std::abs(std::int64_t{to_length}), m = std::abs(std::int64_t{from_length});
  const int to_low = std::min(to, to + to_length), from_low = std::min(from, from + from_length);
  std::int64_t step = at - to_low;
  const bool mirrored = (to_length < 0) != (from_length < 0);
  if (mirrored) step = n - 1 - step;
  const std::int64_t first = step * m / n;
  const std::int64_t last = std::max((step + 1) * m / n, first + 1);
  return {static_cast<int>(from_low + first), static_cast<int>(from_low + last)};
}

}  // namespace

RECT BlitGeometry::to_rect() const {
  return rect_of(to_x, to_y, to_width, to_height);
}
RECT BlitGeometry::from_rect() const {
  return rect_of(from_x, from_y, from_width, from_height);
}

Sampler::Range Sampler::columns_of(int x) const {
  const auto [first, last] =
      map_axis(x, geometry_.to_x, geometry_.to_width, geometry_.from_x, geometry_.from_width);
  return {first, last};
}

Sampler::Range Sampler::rows_of(int y) const {
  const auto [first, last] =
      map_axis(y, geometry_.to_y, geometry_.to_height, geometry_.from_y, geometry_.from_height);
  return {first, last};
}

RECT Sampler::covered(const RECT& wanted) const {
  RECT rect = wanted;
  const RECT from = geometry_.from_rect();
  if (from.left >= 0 && from.top >= 0 && from.right <= source_.width() &&
      from.bottom <= source_.height())
    return rect;
  const auto inside = [](Range range, int length) {
    return range.first >= 0 && range.last <= length;
  };
  while (rect.left < rect.right && !inside(columns_of(rect.left), source_.width())) ++rect.left;
  while (rect.left < rect.right && !inside(columns_of(rect.right - 1), source_.width()))
    --rect.right;
  while (rect.top < rect.bottom && !inside(rows_of(rect.top), source_.height())) ++rect.top;
  while (rect.top < rect.bottom && !inside(rows_of(rect.bottom - 1), source_.height()))
    --rect.bottom;
  return rect;
}

void Sampler::row(int y, int x0, int x1, std::uint32_t* pixels) {
  if (!geometry_.is_same_size() || geometry_.to_width < 0) return stretched_row(y, x0, x1, pixels);
  source_.read(x0 - geometry_.to_x + geometry_.from_x, rows_of(y).first, x1 - x0, pixels);
}

std::uint32_t Sampler::merge(std::span<const std::uint32_t> pixels) const {
  std::uint32_t result = pixels[0];
  if (mode_ == BLACKONWHITE) {
    for (const std::uint32_t pixel : pixels) result &= pixel;
  } else if (mode_ == WHITEONBLACK) {
    for (const std::uint32_t pixel : pixels) result |= pixel;
  } else if (mode_ == HALFTONE && !source_.format().is_indexed()) {
    std::uint64_t red = 0, green = 0, blue = 0;
    for (const std::uint32_t pixel : pixels) {
      const std::uint32_t rgb = source_.format().unpack(pixel);
      red += rgb >> 16 & 0xFF;
      green += rgb >> 8 & 0xFF;
      blue += rgb & 0xFF;
    }
    const std::uint64_t n = pixels.size();
    result = source_.format().pack(
        static_cast<std::uint32_t>((red / n) << 16 | (green / n) << 8 | blue / n));
  }
  return result;
}

void Sampler::stretched_row(int y, int x0, int x1, std::uint32_t* pixels) {
  Range rows = rows_of(y);
  if (mode_ == COLORONCOLOR) rows.last = rows.first + 1;
  const RECT from = geometry_.from_rect();
  const int left = std::max<int>(from.left, 0), right = std::min<int>(from.right, source_.width());
  const auto width = static_cast<std::size_t>(right - left);
  const auto height = static_cast<std::size_t>(rows.last - rows.first);
  line_.resize(width * height);
  for (int row = rows.first; row < rows.last; ++row) {
    source_.read(left, row, right - left,
                 line_.data() + static_cast<std::size_t>(row - rows.first) * width);
  }
  for (int x = x0; x < x1; ++x) {
    Range columns = columns_of(x);
    if (mode_ == COLORONCOLOR) columns.last = columns.first + 1;
    block_.clear();
    for (std::size_t row = 0; row < height; ++row) {
      for (int column = columns.first; column < columns.last; ++column) {
        block_.push_back(line_[row * width + static_cast<std::size_t>(column - left)]);
      }
    }
    pixels[x - x0] = block_.size() == 1 ? block_[0] : merge(block_);
  }
}

}  // namespace transom::gdi
