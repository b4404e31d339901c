#include "host/headless/compose.h"

#include <algorithm>
#include <vector>

#include "gdi32/surface_lock.h"

namespace transom::host {
namespace {

std::uint32_t mix(std::uint32_t below, std::uint32_t above, std::uint32_t opacity) {
  std::uint32_t result = 0;
  for (const int shift : {0, 8, 16}) {
    const std::uint32_t under = below >> shift & 0xFF, over = above >> shift & 0xFF;
    result |= (under * (255 - opacity) + over * opacity + 127) / 255 << shift;
  }
  return result;
}

void blend_row(std::uint32_t* to, const std::uint32_t* from, int count, std::uint8_t opacity) {
  if (opacity == 255) {
    std::copy_n(from, count, to);
    return;
  }
  for (int i = 0; i < count; ++i) to[i] = mix(to[i], from[i], opacity);
}

}  // namespace

void fill_desktop(gdi::Surface& picture) {
  for (int y = 0; y < picture.height(); ++y) {
    std::fill_n(picture.row(y), picture.width(), kDesktopColor);
  }
}

void blend(gdi::Surface& picture, POINT position, const gdi::Surface& window,
           const gdi::Region& region, std::uint8_t opacity) {
  gdi::Region shown = region;
  shown &= window.bounds();
  shown.offset(position.x, position.y);
  shown &= picture.bounds();
  std::vector<std::uint32_t> colors;
  const gdi::SurfaceLock lock(window);
  for (const RECT& part : shown.rects()) {
    const int count = part.right - part.left;
    colors.resize(static_cast<std::size_t>(count));
    for (int y = part.top; y < part.bottom; ++y) {
      window.read(part.left - position.x, y - position.y, count, colors.data());
      if (!window.format().is_rgb32()) {
        for (auto& pixel : colors) pixel = window.format().unpack(pixel);
      }
      blend_row(picture.row(y) + part.left, colors.data(), count, opacity);
    }
  }
}

}  // namespace transom::host
