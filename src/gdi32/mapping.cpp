#include "gdi32/mapping.h"

#include <algorithm>
#include <cmath>

namespace transom::gdi {
namespace {

// GDI rounds halves up, and keeps 32 bits.
LONG round_coordinate(double value) {
  const double rounded = std::floor(value + 0.5);
  if (!(rounded >= INT32_MIN)) return INT32_MIN;
  if (rounded > INT32_MAX) return INT32_MAX;
  return static_cast<LONG>(rounded);
}

LONG scaled(LONG value, int by, int over) {
  const std::int64_t result = std::int64_t{value} * by / over;
  if (result == 0) return 1;
  return static_cast<LONG>(std::clamp<std::int64_t>(result, -INT32_MAX, INT32_MAX));
}

}  // namespace

double units_per_millimetre(int mode) {
  switch (mode) {
    case MM_LOMETRIC:
    case MM_ISOTROPIC:
      return 10;
    case MM_HIMETRIC:
      return 100;
    case MM_LOENGLISH:
      return 100 / 25.4;
    case MM_HIENGLISH:
      return 1000 / 25.4;
    case MM_TWIPS:
      return 1440 / 25.4;
    default:
      return 0;
  }
}

// The larger viewport extent shrinks until both units are as long.
void Mapping::keep_isotropic() {
  const double x = std::abs(static_cast<double>(viewport_extent.cx) / window_extent.cx);
  const double y = std::abs(static_cast<double>(viewport_extent.cy) / window_extent.cy);
  const auto shrunk = [](LONG extent, double by) {
    const LONG value = static_cast<LONG>(std::floor(std::abs(extent * by) + 0.5));
    return std::max<LONG>(value, 1) * (extent < 0 ? -1 : 1);
  };
  if (x > y) viewport_extent.cx = shrunk(viewport_extent.cx, y / x);
  if (y > x) viewport_extent.cy = shrunk(viewport_extent.cy, x / y);
}

bool Mapping::set_extent(SIZE Mapping::*field, SIZE extent) {
  if (!extents_free() || extent.cx == 0 || extent.cy == 0) return false;
  this->*field = extent;
  if (map_mode == MM_ISOTROPIC) keep_isotropic();
  return true;
}

bool Mapping::scale_extent(SIZE Mapping::*field, int xn, int xd, int yn, int yd) {
  if (!extents_free() || xn == 0 || xd == 0 || yn == 0 || yd == 0) return false;
  const SIZE old = this->*field;
  return set_extent(field, {scaled(old.cx, xn, xd), scaled(old.cy, yn, yd)});
}

void Mapping::update(int mirror_width) {
  const double sx = static_cast<double>(viewport_extent.cx) / window_extent.cx;
  const double sy = static_cast<double>(viewport_extent.cy) / window_extent.cy;
  double px = viewport_origin.x - sx * window_origin.x;
  const double py = viewport_origin.y - sy * window_origin.y;
  double page_x = sx;
  if (layout & LAYOUT_RTL) {
    page_x = -sx;
    px = mirror_width - px - 1;
  }
  m11 = world.eM11 * page_x;
  m12 = world.eM12 * sy;
  m21 = world.eM21 * page_x;
  m22 = world.eM22 * sy;
  dx = world.eDx * page_x + px;
  dy = world.eDy * sy + py;
  axis_aligned = m12 == 0 && m21 == 0;
  translation_only =
      axis_aligned && m11 == 1 && m22 == 1 && dx == std::floor(dx) && dy == std::floor(dy);
  invertible = m11 * m22 - m12 * m21 != 0;
}

POINT Mapping::to_device(POINT logical) const {
  if (translation_only) {
    return {static_cast<LONG>(logical.x + static_cast<std::int64_t>(dx)),
            static_cast<LONG>(logical.y + static_cast<std::int64_t>(dy))};
  }
  return {round_coordinate(logical.x * m11 + logical.y * m21 + dx),
          round_coordinate(logical.x * m12 + logical.y * m22 + dy)};
}

POINT Mapping::to_logical(POINT device) const {
  if (translation_only) {
    return {static_cast<LONG>(device.x - static_cast<std::int64_t>(dx)),
            static_cast<LONG>(device.y - static_cast<std::int64_t>(dy))};
  }
  const double determinant = m11 * m22 - m12 * m21;
  if (determinant == 0) return device;
  const double x = device.x - dx, y = device.y - dy;
  return {round_coordinate((x * m22 - y * m21) / determinant),
          round_coordinate((y * m11 - x * m12) / determinant)};
}

RECT Mapping::to_device(const RECT& logical) const {
  const POINT a = to_device(POINT{logical.left, logical.top});
  const POINT b = to_device(POINT{logical.right, logical.bottom});
  return {std::min(a.x, b.x), std::min(a.y, b.y), std::max(a.x, b.x), std::max(a.y, b.y)};
}

double Mapping::scale_x() const {
  return std::hypot(m11, m12);
}

double Mapping::scale_y() const {
  return std::hypot(m21, m22);
}

}  // namespace transom::gdi
