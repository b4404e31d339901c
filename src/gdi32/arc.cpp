#include "gdi32/arc.h"

#include <cmath>
#include <numbers>

#include "gdi32/raster/ellipse.h"

namespace transom::gdi {

Path arc_path(const DeviceContext& dc, const RECT& bounds, POINT start, POINT end, ArcShape shape) {
  Path path;
  const Mapping& mapping = dc.state.mapping;
  RECT box = FixedPoint::within_reach(mapping.to_device(bounds));
  // In the compatible mode the right and bottom edges are not part of the ellipse.
  if (mapping.graphics_mode == GM_COMPATIBLE) --box.right, --box.bottom;
  if (box.left >= box.right || box.top >= box.bottom) return path;
  const double rx = (box.right - box.left) / 2.0, ry = (box.bottom - box.top) / 2.0;
  const double cx = box.left + rx, cy = box.top + ry;
  const auto angle_of = [&](POINT logical) {
    const POINT device = mapping.to_device(logical);
    return std::atan2((device.y - cy) * rx, (device.x - cx) * ry);
  };
  const double from = angle_of(start);
  double sweep = angle_of(end) - from;
  // Anticlockwise on the screen is towards smaller angles.
  constexpr double kTurn = 2 * std::numbers::pi;
  if (dc.state.arc_direction == AD_CLOCKWISE) {
    if (sweep <= 0) sweep += kTurn;
  } else if (sweep >= 0) {
    sweep -= kTurn;
  }
  append_arc(path, cx * 16, cy * 16, rx * 16, ry * 16, from, sweep, false);
  if (shape == ArcShape::kPie) {
    path.line_to({static_cast<std::int32_t>(std::lround(cx * 16)),
                  static_cast<std::int32_t>(std::lround(cy * 16))});
  }
  if (shape != ArcShape::kOpen) path.close_figure();
  return path;
}

}  // namespace transom::gdi
