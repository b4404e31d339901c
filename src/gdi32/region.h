// Regions: sets of pixels as bands of rectangles, sorted top to bottom, left to right.
//
// A value type; copying a rectangular region copies 24 bytes. Coordinates are 32 bits wide and
// rectangles half open. Threads: as an int.
// https://learn.microsoft.com/windows/win32/gdi/regions
#pragma once

#include <pixman.h>

#include <span>
#include <utility>

#include "base/module_api.h"
#include "base/win32.h"
#include "gdi32/object.h"

namespace transom::gdi {

class TRANSOM_MODULE_API Region {
 public:
  Region() { pixman_region32_init(&region_); }
  // An empty or inside-out rectangle makes an empty region.
  explicit Region(const RECT& rect);
  explicit Region(std::span<const RECT> rects);
  Region(const Region& other) : Region() { pixman_region32_copy(&region_, other.raw()); }
  Region(Region&& other) noexcept : Region() { std::swap(region_, other.region_); }
  Region& operator=(const Region& other) {
    pixman_region32_copy(&region_, other.raw());
    return *this;
  }
  Region& operator=(Region&& other) noexcept {
    std::swap(region_, other.region_);
    return *this;
  }
  ~Region() { pixman_region32_fini(&region_); }

  bool empty() const { return !pixman_region32_not_empty(raw()); }
  bool is_rectangle() const { return rects().size() == 1; }
  // NULLREGION, SIMPLEREGION or COMPLEXREGION.
  int complexity() const;
  // The smallest rectangle around it; all zero when empty.
  RECT bounds() const;
  // Its rectangles; valid until the region changes.
  std::span<const RECT> rects() const;
  bool contains(POINT point) const;
  // Some of the rectangle is inside.
  bool intersects(const RECT& rect) const;
  // All of the rectangle is inside.
  bool covers(const RECT& rect) const;

  Region& operator|=(const Region& other);
  Region& operator&=(const Region& other);
  Region& operator-=(const Region& other);
  Region& operator^=(const Region& other);
  Region& operator|=(const RECT& rect);
  Region& operator&=(const RECT& rect);
  Region& operator-=(const RECT& rect);
  Region& offset(int x, int y);
  void clear() { pixman_region32_clear(&region_); }

  friend Region operator|(Region a, const Region& b) { return a |= b; }
  friend Region operator&(Region a, const Region& b) { return a &= b; }
  friend Region operator-(Region a, const Region& b) { return a -= b; }
  friend Region operator^(Region a, const Region& b) { return a ^= b; }
  bool operator==(const Region& other) const;

 private:
  // pixman's functions that only read take a non-const pointer.
  pixman_region32_t* raw() const { return const_cast<pixman_region32_t*>(&region_); }

  pixman_region32_t region_;
};

// What an HRGN stands for. One thread at a time may change it.
class RegionObject : public Object {
 public:
  static bool is_type(DWORD type) { return type == OBJ_REGION; }
  explicit RegionObject(Region initial = {}) : Object(OBJ_REGION), region(std::move(initial)) {}
  Region region;
};

// A new HRGN of this value; null when out of handles.
HRGN create_region(Region region);

}  // namespace transom::gdi
