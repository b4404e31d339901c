#include "gdi32/text/glyph_painter.h"

#include <climits>

#include "gdi32/surface_lock.h"

namespace transom::gdi {
namespace {

RECT intersection(const RECT& a, const RECT& b) {
  return {std::max(a.left, b.left), std::max(a.top, b.top), std::min(a.right, b.right),
          std::min(a.bottom, b.bottom)};
}

bool is_empty(const RECT& r) {
  return r.left >= r.right || r.top >= r.bottom;
}

// The part of `coverage` of what is between `under` and `over`, two channels at a time.
std::uint32_t blend(std::uint32_t under, std::uint32_t over, unsigned coverage) {
  const std::uint32_t weight = coverage + (coverage >> 7);  // 0…256: full coverage is exact
  const std::uint32_t red_blue = (under & 0xFF00FF) * (256 - weight) + (over & 0xFF00FF) * weight;
  const std::uint32_t green = (under & 0x00FF00) * (256 - weight) + (over & 0x00FF00) * weight;
  return (red_blue >> 8 & 0xFF00FF) | (green >> 8 & 0x00FF00);
}

void blend_row(std::uint32_t* to, const std::uint8_t* coverage, int count, std::uint32_t pixel) {
  for (int i = 0; i < count; ++i) {
    const unsigned c = coverage[i];
    if (c == 0) continue;
    to[i] = c == 255 ? pixel : blend(to[i], pixel, c);
  }
}

// Formats without room for shades take a pixel or leave it.
void blend_row_slowly(Surface& surface, int x, int y, const std::uint8_t* coverage, int count,
                      std::uint32_t pixel) {
  const PixelFormat& format = surface.format();
  const std::uint32_t color = format.unpack(pixel);
  for (int i = 0; i < count; ++i) {
    const unsigned c = coverage[i];
    if (c >= 255 || (format.is_indexed() && c >= 128)) {
      surface.set_pixel(x + i, y, pixel);
    } else if (c > 0 && !format.is_indexed()) {
      const std::uint32_t under = format.unpack(surface.pixel(x + i, y));
      surface.set_pixel(x + i, y, format.pack(blend(under, color, c)));
    }
  }
}

RECT box_of(const GlyphImage& image, const PlacedGlyph& glyph) {
  const int left = glyph.x + image.left;
  const int top = glyph.y + image.top;
  return {left, top, left + image.width, top + image.height};
}

void paint_image(Surface& surface, const RECT& clip, const GlyphImage& image,
                 const PlacedGlyph& glyph, std::uint32_t pixel) {
  const RECT box = box_of(image, glyph);
  const RECT part = intersection(box, clip);
  if (is_empty(part)) return;
  const bool straight = surface.format().is_rgb32();
  const std::uint8_t* row = image.coverage.get() +
                            std::ptrdiff_t{part.top - box.top} * image.width +
                            (part.left - box.left);
  const int count = part.right - part.left;
  for (int y = part.top; y < part.bottom; ++y, row += image.width) {
    if (straight) {
      blend_row(surface.row(y) + part.left, row, count, pixel);
    } else {
      blend_row_slowly(surface, part.left, y, row, count, pixel);
    }
  }
}

void fill_span(Surface& surface, int left, int right, int y, std::uint32_t pixel) {
  if (surface.format().bits == 32) {
    std::fill(surface.row(y) + left, surface.row(y) + right, pixel);
    return;
  }
  for (int x = left; x < right; ++x) surface.set_pixel(x, y, pixel);
}

void fill(Surface& surface, const RECT& part, std::uint32_t pixel) {
  for (int y = part.top; y < part.bottom; ++y) {
    fill_span(surface, part.left, part.right, y, pixel);
  }
}

// Where the edges of a convex polygon cross the middle of row y.
bool cross_row(const POINT (&corners)[4], int y, int& left, int& right) {
  left = INT_MAX;
  right = INT_MIN;
  const double middle = y + 0.5;
  for (int i = 0; i < 4; ++i) {
    const POINT& a = corners[i];
    const POINT& b = corners[(i + 1) % 4];
    if ((a.y <= middle) == (b.y <= middle)) continue;
    const double x = a.x + (middle - a.y) * (b.x - a.x) / (b.y - a.y);
    left = std::min(left, static_cast<int>(x + 0.5));
    right = std::max(right, static_cast<int>(x + 0.5));
  }
  return left < right;
}

}  // namespace

void paint_glyphs(Surface& surface, const Region& clip, const ScaledFont& font,
                  std::span<const PlacedGlyph> glyphs, std::uint32_t pixel) {
  RECT damage{INT_MAX, INT_MAX, INT_MIN, INT_MIN};
  const std::span<const RECT> rects = clip.rects();
  if (rects.empty()) return;
  const RECT bounds = clip.bounds();
  SurfaceLock lock(surface);
  for (const PlacedGlyph& glyph : glyphs) {
    const GlyphImage& image = *font.image(glyph.id);
    const RECT box = intersection(box_of(image, glyph), bounds);
    if (is_empty(box)) continue;
    damage = {std::min(damage.left, box.left), std::min(damage.top, box.top),
              std::max(damage.right, box.right), std::max(damage.bottom, box.bottom)};
    for (const RECT& rect : rects) {
      // Bands are sorted: what begins below the glyph ends the search.
      if (rect.top >= box.bottom) break;
      if (rect.bottom > box.top) paint_image(surface, rect, image, glyph, pixel);
    }
  }
  lock.unlock();
  if (!is_empty(damage)) surface.add_damage(damage);
}

void paint_rectangle(Surface& surface, const Region& clip, const RECT& rect, std::uint32_t pixel) {
  SurfaceLock lock(surface);
  for (const RECT& allowed : clip.rects()) {
    const RECT part = intersection(rect, allowed);
    if (!is_empty(part)) fill(surface, part, pixel);
  }
  lock.unlock();
  const RECT damage = intersection(rect, clip.bounds());
  if (!is_empty(damage)) surface.add_damage(damage);
}

void paint_quadrilateral(Surface& surface, const Region& clip, const POINT (&corners)[4],
                         std::uint32_t pixel) {
  RECT box{INT_MAX, INT_MAX, INT_MIN, INT_MIN};
  for (const POINT& corner : corners) {
    box = {std::min(box.left, corner.x), std::min(box.top, corner.y), std::max(box.right, corner.x),
           std::max(box.bottom, corner.y)};
  }
  box = intersection(box, clip.bounds());
  if (is_empty(box)) return;
  SurfaceLock lock(surface);
  for (int y = box.top; y < box.bottom; ++y) {
    int left = 0;
    int right = 0;
    if (!cross_row(corners, y, left, right)) continue;
    for (const RECT& allowed : clip.rects()) {
      const RECT part = intersection({left, y, right, y + 1}, allowed);
      if (!is_empty(part)) fill_span(surface, part.left, part.right, y, pixel);
    }
  }
  lock.unlock();
  surface.add_damage(box);
}

}  // namespace transom::gdi
