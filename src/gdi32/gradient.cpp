#include "gdi32/gradient.h"

#include "gdi32/raster/raster.h"
#include "gdi32/raster/scan.h"

namespace transom::gdi {
namespace {

// Channels of 16 bits, of which the upper eight count.
std::uint32_t rgb_between(const TRIVERTEX& a, const TRIVERTEX& b, std::int64_t at,
                          std::int64_t length) {
  const auto channel = [&](COLOR16 from, COLOR16 to) {
    return static_cast<std::uint32_t>((from * (length - at) + to * at) / length >> 8 & 0xFF);
  };
  return channel(a.Red, b.Red) << 16 | channel(a.Green, b.Green) << 8 | channel(a.Blue, b.Blue);
}

}  // namespace

void fill_gradient_rect(DeviceContext& dc, const TRIVERTEX& first, const TRIVERTEX& second,
                        bool horizontal) {
  if (dc.surface() == nullptr) return;
  const POINT p = dc.to_surface(POINT{first.x, first.y}),
              q = dc.to_surface(POINT{second.x, second.y});
  const RECT rect{std::min(p.x, q.x), std::min(p.y, q.y), std::max(p.x, q.x), std::max(p.y, q.y)};
  const bool swapped = horizontal ? p.x > q.x : p.y > q.y;
  const TRIVERTEX &a = swapped ? second : first, &b = swapped ? first : second;
  Surface& surface = *dc.surface();
  Raster raster(surface, dc.clip_region());
  Ink ink;
  raster.for_each_visible(rect, [&](const RECT& part) {
    const int start = horizontal ? part.left : part.top,
              end = horizontal ? part.right : part.bottom;
    const int origin = horizontal ? rect.left : rect.top;
    const std::int64_t length = horizontal ? rect.right - rect.left : rect.bottom - rect.top;
    for (int i = start; i < end; ++i) {
      ink.pixel = surface.format().pack(rgb_between(a, b, i - origin, length));
      raster.fill(horizontal ? RECT{i, part.top, i + 1, part.bottom}
                             : RECT{part.left, i, part.right, i + 1},
                  ink);
    }
  });
}

void fill_gradient_triangle(DeviceContext& dc, const TRIVERTEX& a, const TRIVERTEX& b,
                            const TRIVERTEX& c) {
  if (dc.surface() == nullptr) return;
  const POINT p = dc.to_surface(POINT{a.x, a.y}), q = dc.to_surface(POINT{b.x, b.y}),
              r = dc.to_surface(POINT{c.x, c.y});
  const auto area = [](POINT u, POINT v, POINT w) {
    return (std::int64_t{v.x} - u.x) * (w.y - u.y) - (std::int64_t{v.y} - u.y) * (w.x - u.x);
  };
  const std::int64_t whole = area(p, q, r);
  if (whole == 0) return;
  Surface& surface = *dc.surface();
  Raster raster(surface, dc.clip_region());
  Figure figure{{FixedPoint::from_pixel(p), FixedPoint::from_pixel(q), FixedPoint::from_pixel(r)},
                true};
  scan({&figure, 1}, FillRule::kWinding, raster.bounds(), [&](int y, int x0, int x1) {
    raster.for_each_visible({x0, y, x1, y + 1}, [&](const RECT& part) {
      for (int x = part.left; x < part.right; ++x) {
        const POINT at{x, y};
        const std::int64_t wa = area(at, q, r), wb = area(p, at, r), wc = whole - wa - wb;
        const auto channel = [&](COLOR16 u, COLOR16 v, COLOR16 w) {
          return static_cast<std::uint32_t>((u * wa + v * wb + w * wc) / whole >> 8 & 0xFF);
        };
        const std::uint32_t rgb = channel(a.Red, b.Red, c.Red) << 16 |
                                  channel(a.Green, b.Green, c.Green) << 8 |
                                  channel(a.Blue, b.Blue, c.Blue);
        surface.set_pixel(x, y, surface.format().pack(rgb));
      }
    });
  });
}

}  // namespace transom::gdi
