// From a program's coordinates to the device's: map modes, window and viewport, world transform.
//
// Device coordinates are relative to the device context's origin. Only MM_TEXT without a world
// transform is the common case, and costs two additions.
// https://learn.microsoft.com/windows/win32/gdi/coordinate-spaces-and-transformations
#pragma once

#include "base/win32.h"

namespace transom::gdi {

class Mapping {
 public:
  int map_mode = MM_TEXT;
  int graphics_mode = GM_COMPATIBLE;
  DWORD layout = 0;
  POINT window_origin{0, 0};
  SIZE window_extent{1, 1};
  POINT viewport_origin{0, 0};
  SIZE viewport_extent{1, 1};
  XFORM world{1, 0, 0, 1, 0, 0};

  // Call after changing any of the above. `mirror_width`: the device's width under LAYOUT_RTL.
  void update(int mirror_width = 0);

  // Takes a mode with the extents that it begins with; false where there is no such mode. `device`
  // is in pixels; extent_of(units) says how large it is where a millimetre has so many units.
  template <class ExtentOf>
  bool set_mode(int mode, SIZE device, const ExtentOf& extent_of);
  // MM_ISOTROPIC and MM_ANISOTROPIC leave the extents to the program.
  bool extents_free() const { return map_mode == MM_ISOTROPIC || map_mode == MM_ANISOTROPIC; }
  // False, and nothing changes, where they are not free or one would be 0.
  bool set_extent(SIZE Mapping::*field, SIZE extent);
  bool scale_extent(SIZE Mapping::*field, int xn, int xd, int yn, int yd);

  // Logical to device is this affine map; the inverse exists unless an extent is 0.
  double m11 = 1, m12 = 0, m21 = 0, m22 = 1, dx = 0, dy = 0;
  bool translation_only = true;  // then dx and dy are whole
  bool axis_aligned = true;      // rectangles stay rectangles
  bool invertible = true;

  POINT to_device(POINT logical) const;
  POINT to_logical(POINT device) const;
  // A logical rectangle as the normalised device rectangle of its corners, right and bottom
  // excluded as they were; only where axis_aligned.
  RECT to_device(const RECT& logical) const;
  // A logical distance along x or y in device pixels, never negative.
  double scale_x() const;
  double scale_y() const;

 private:
  void keep_isotropic();
};

// Units that a millimetre has in a metric mode, as which MM_ISOTROPIC begins; 0 in the others.
double units_per_millimetre(int mode);

template <class ExtentOf>
bool Mapping::set_mode(int mode, SIZE device, const ExtentOf& extent_of) {
  if (mode < MM_MIN || mode > MM_MAX) return false;
  map_mode = mode;
  if (mode == MM_TEXT) window_extent = viewport_extent = {1, 1};
  if (const double units = units_per_millimetre(mode); units != 0) {
    window_extent = extent_of(units);
    viewport_extent = {device.cx, -device.cy};  // y upwards
  }
  return true;
}

}  // namespace transom::gdi
