#include "gdi32/region.h"

#include <algorithm>

namespace transom::gdi {

static_assert(sizeof(RECT) == sizeof(pixman_box32_t));

namespace {

bool is_empty(const RECT& rect) {
  return rect.left >= rect.right || rect.top >= rect.bottom;
}

const pixman_box32_t* as_boxes(const RECT* rects) {
  return reinterpret_cast<const pixman_box32_t*>(rects);
}

}  // namespace

Region::Region(const RECT& rect) {
  if (is_empty(rect)) {
    pixman_region32_init(&region_);
  } else {
    pixman_region32_init_with_extents(&region_, as_boxes(&rect));
  }
}

Region::Region(std::span<const RECT> rects) {
  pixman_region32_init_rects(&region_, as_boxes(rects.data()), static_cast<int>(rects.size()));
}

int Region::complexity() const {
  const std::size_t count = rects().size();
  return count == 0 ? NULLREGION : count == 1 ? SIMPLEREGION : COMPLEXREGION;
}

RECT Region::bounds() const {
  if (empty()) return {};
  const pixman_box32_t* box = pixman_region32_extents(raw());
  return {box->x1, box->y1, box->x2, box->y2};
}

std::span<const RECT> Region::rects() const {
  int count = 0;
  const pixman_box32_t* boxes = pixman_region32_rectangles(raw(), &count);
  return {reinterpret_cast<const RECT*>(boxes), static_cast<std::size_t>(count)};
}

bool Region::contains(POINT point) const {
  return pixman_region32_contains_point(raw(), point.x, point.y, nullptr) != 0;
}

bool Region::intersects(const RECT& rect) const {
  if (is_empty(rect)) return false;
  pixman_box32_t box = *as_boxes(&rect);
  return pixman_region32_contains_rectangle(raw(), &box) != PIXMAN_REGION_OUT;
}

bool Region::covers(const RECT& rect) const {
  if (is_empty(rect)) return true;
  pixman_box32_t box = *as_boxes(&rect);
  return pixman_region32_contains_rectangle(raw(), &box) == PIXMAN_REGION_IN;
}

Region& Region::operator|=(const Region& other) {
  pixman_region32_union(&region_, &region_, other.raw());
  return *this;
}

Region& Region::operator&=(const Region& other) {
  pixman_region32_intersect(&region_, &region_, other.raw());
  return *this;
}

Region& Region::operator-=(const Region& other) {
  pixman_region32_subtract(&region_, &region_, other.raw());
  return *this;
}

Region& Region::operator^=(const Region& other) {
  Region common = *this & other;
  *this |= other;
  return *this -= common;
}

Region& Region::operator|=(const RECT& rect) {
  if (is_empty(rect)) return *this;
  return *this |= Region(rect);
}

Region& Region::operator&=(const RECT& rect) {
  return *this &= Region(rect);
}

Region& Region::operator-=(const RECT& rect) {
  return *this -= Region(rect);
}

Region& Region::offset(int x, int y) {
  pixman_region32_translate(&region_, x, y);
  return *this;
}

bool Region::operator==(const Region& other) const {
  return pixman_region32_equal(raw(), other.raw()) != 0;
}

HRGN create_region(Region region) {
  return publish<HRGN>(make<RegionObject>(std::move(region)));
}

}  // namespace transom::gdi
