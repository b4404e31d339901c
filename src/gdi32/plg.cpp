#include "gdi32/plg.h"

#include <cmath>

#include "gdi32/raster/scan.h"

namespace transom::gdi {

void blit_parallelogram(DeviceContext& target, const POINT (&corners)[3], const BlitSource& source,
                        const RECT& from, const Surface* mask, POINT mask_origin) {
  if (target.surface() == nullptr || source.surface == nullptr) return;
  // Target = corner + u * right + v * down, for u and v in [0, 1); its inverse leads to the source.
  const double ax = corners[1].x - corners[0].x, ay = corners[1].y - corners[0].y;
  const double bx = corners[2].x - corners[0].x, by = corners[2].y - corners[0].y;
  const double determinant = ax * by - ay * bx;
  if (determinant == 0) return;
  const int width = from.right - from.left, height = from.bottom - from.top;
  Surface& to = *target.surface();
  Raster raster(to, target.clip_region(), source.surface, mask);
  Figure figure;
  figure.points = {FixedPoint::from_pixel(corners[0]), FixedPoint::from_pixel(corners[1]),
                   FixedPoint::from_pixel({corners[1].x + corners[2].x - corners[0].x,
                                           corners[1].y + corners[2].y - corners[0].y}),
                   FixedPoint::from_pixel(corners[2])};
  const auto draw = [&](int x, int y) {
    const double dx = x - corners[0].x + 0.5, dy = y - corners[0].y + 0.5;
    const int u = static_cast<int>(std::floor((dx * by - dy * bx) / determinant * width));
    const int v = static_cast<int>(std::floor((dy * ax - dx * ay) / determinant * height));
    const int sx = from.left + std::clamp(u, 0, width - 1),
              sy = from.top + std::clamp(v, 0, height - 1);
    if (sx < 0 || sy < 0 || sx >= source.surface->width() || sy >= source.surface->height()) return;
    if (mask != nullptr) {
      const int mx = sx - from.left + mask_origin.x, my = sy - from.top + mask_origin.y;
      if (mx < 0 || my < 0 || mx >= mask->width() || my >= mask->height() ||
          mask->pixel(mx, my) == 0)
        return;
    }
    std::uint32_t pixel = source.surface->pixel(sx, sy);
    convert_row(source.surface->format(), to.format(), source.colors, 1, &pixel);
    to.set_pixel(x, y, pixel);
  };
  if (width <= 0 || height <= 0) return;
  scan({&figure, 1}, FillRule::kWinding, raster.bounds(), [&](int y, int x0, int x1) {
    raster.for_each_visible({x0, y, x1, y + 1}, [&](const RECT& part) {
      for (int x = part.left; x < part.right; ++x) draw(x, y);
    });
  });
}

}  // namespace transom::gdi
