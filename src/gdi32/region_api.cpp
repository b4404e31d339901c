// Regions as objects.
// https://learn.microsoft.com/windows/win32/gdi/region-functions
#include "gdi32/api.h"
#include "gdi32/raster/ellipse.h"
#include "gdi32/raster/scan.h"

using namespace transom::gdi;

namespace {

RECT ordered(int left, int top, int right, int bottom) {
  return {std::min(left, right), std::min(top, bottom), std::max(left, right),
          std::max(top, bottom)};
}

// All corners go the same way round, so that none takes away from another.
std::optional<Region> turned_region(std::span<const RECT> rects, const Mapping& mapping) {
  std::vector<Figure> figures;
  for (const RECT& rect : rects) {
    if (rect.left >= rect.right || rect.top >= rect.bottom) continue;
    Figure corners;
    for (const POINT corner : {POINT{rect.left, rect.top}, POINT{rect.right, rect.top},
                               POINT{rect.right, rect.bottom}, POINT{rect.left, rect.bottom}}) {
      corners.points.push_back(FixedPoint::from_pixel(mapping.to_device(corner)));
    }
    figures.push_back(std::move(corners));
  }
  return region_of(figures, FillRule::kWinding);
}

}  // namespace

// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-createrectrgn
HRGN WINAPI CreateRectRgn(int left, int top, int right, int bottom) {
  return create_region(Region(ordered(left, top, right, bottom)));
}

// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-createrectrgnindirect
HRGN WINAPI CreateRectRgnIndirect(CONST RECT* rect) {
  if (rect == nullptr) return fail_parameter<HRGN>();
  return CreateRectRgn(rect->left, rect->top, rect->right, rect->bottom);
}

// One pixel less than Ellipse draws, right and below.
// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-createellipticrgn
HRGN WINAPI CreateEllipticRgn(int left, int top, int right, int bottom) {
  // Round all over: corners of more than a whole side are made as large as it is.
  return CreateRoundRectRgn(left, top, right, bottom, INT_MAX, INT_MAX);
}

// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-createellipticrgnindirect
HRGN WINAPI CreateEllipticRgnIndirect(CONST RECT* rect) {
  if (rect == nullptr) return fail_parameter<HRGN>();
  return CreateEllipticRgn(rect->left, rect->top, rect->right, rect->bottom);
}

// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-createroundrectrgn
HRGN WINAPI CreateRoundRectRgn(int left, int top, int right, int bottom, int width, int height) {
  constexpr int kLargest = 0x7FFFFFF;  // GDI coordinates have 28 bits
  RECT rect = ordered(left, top, right, bottom);
  if (std::int64_t{rect.right} - rect.left > kLargest ||
      std::int64_t{rect.bottom} - rect.top > kLargest) {
    return fail_parameter<HRGN>();
  }
  --rect.right;
  --rect.bottom;
  width = std::abs(std::max(width, -kLargest));
  height = std::abs(std::max(height, -kLargest));
  const int w = std::min<int>(width, rect.right - rect.left);
  const int h = std::min<int>(height, rect.bottom - rect.top);
  if (w <= 1 || h <= 1) return create_region(Region(rect));
  constexpr int kMostRows = 1 << 23;
  if (h > kMostRows) return transom::base::fail<HRGN>(ERROR_NOT_ENOUGH_MEMORY);
  return create_region(region_of(RoundedRect{rect, w, h}));
}

// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-createpolypolygonrgn
HRGN WINAPI CreatePolyPolygonRgn(CONST POINT* points, CONST INT* counts, int count, int mode) {
  if (points == nullptr || counts == nullptr || count < 1 ||
      (mode != ALTERNATE && mode != WINDING)) {
    return fail_parameter<HRGN>();
  }
  std::vector<Figure> figures;
  for (int i = 0; i < count; ++i) {
    if (counts[i] < 2) return fail_parameter<HRGN>();
    Figure figure;
    figure.closed = true;
    for (int k = 0; k < counts[i]; ++k) {
      const auto limited = [](LONG value) {
        return std::clamp<LONG>(value, -0x7FFFFFF, 0x7FFFFFF);
      };
      figure.points.push_back(FixedPoint::from_pixel({limited(points->x), limited(points->y)}));
      ++points;
    }
    figures.push_back(std::move(figure));
  }
  return create_region(region_of(figures, fill_rule_of(mode)));
}

// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-createpolygonrgn
HRGN WINAPI CreatePolygonRgn(CONST POINT* points, int count, int mode) {
  return CreatePolyPolygonRgn(points, &count, 1, mode);
}

// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-setrectrgn
BOOL WINAPI SetRectRgn(HRGN handle, int left, int top, int right, int bottom) {
  const auto object = require<RegionObject>(handle);
  if (!object) return FALSE;
  object->region = Region(ordered(left, top, right, bottom));
  return TRUE;
}

// Answers the complexity of the result, ERROR on failure.
// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-combinergn
int WINAPI CombineRgn(HRGN target, HRGN first, HRGN second, int mode) {
  const auto to = require<RegionObject>(target), a = require<RegionObject>(first);
  if (!to || !a) return ERROR;
  const auto b = mode == RGN_COPY ? a : require<RegionObject>(second);
  if (!b) return ERROR;
  switch (mode) {
    case RGN_COPY:
      to->region = Region(a->region);
      break;
    case RGN_AND:
      to->region = a->region & b->region;
      break;
    case RGN_OR:
      to->region = a->region | b->region;
      break;
    case RGN_XOR:
      to->region = a->region ^ b->region;
      break;
    case RGN_DIFF:
      to->region = a->region - b->region;
      break;
    default:
      return fail_parameter<int>(ERROR);
  }
  return to->region.complexity();
}

// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-equalrgn
BOOL WINAPI EqualRgn(HRGN first, HRGN second) {
  const auto a = require<RegionObject>(first), b = require<RegionObject>(second);
  if (!a || !b) return ERROR;
  return a->region == b->region;
}

// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-offsetrgn
int WINAPI OffsetRgn(HRGN handle, int x, int y) {
  const auto object = require<RegionObject>(handle);
  if (!object) return ERROR;
  return object->region.offset(x, y).complexity();
}

// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-getrgnbox
int WINAPI GetRgnBox(HRGN handle, LPRECT rect) {
  const auto object = require<RegionObject>(handle);
  if (!object) return ERROR;
  if (rect == nullptr) return fail_parameter<int>(ERROR);
  *rect = object->region.bounds();
  return object->region.complexity();
}

// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-ptinregion
BOOL WINAPI PtInRegion(HRGN handle, int x, int y) {
  const auto object = require<RegionObject>(handle);
  return object && object->region.contains({x, y});
}

// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-rectinregion
BOOL WINAPI RectInRegion(HRGN handle, CONST RECT* rect) {
  const auto object = require<RegionObject>(handle);
  if (!object || rect == nullptr) return FALSE;
  return object->region.intersects(ordered(rect->left, rect->top, rect->right, rect->bottom));
}

// With a null buffer the size needed; 0 where the buffer is too short.
// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-getregiondata
DWORD WINAPI GetRegionData(HRGN handle, DWORD size, LPRGNDATA data) {
  const auto object = require<RegionObject>(handle);
  if (!object) return 0;
  const std::span<const RECT> rects = object->region.rects();
  const auto bytes = static_cast<DWORD>(rects.size_bytes());
  const DWORD needed = static_cast<DWORD>(sizeof(RGNDATAHEADER)) + bytes;
  if (data == nullptr) return needed;
  if (size < needed) return fail_parameter<DWORD>();
  data->rdh = {sizeof(RGNDATAHEADER), RDH_RECTANGLES, static_cast<DWORD>(rects.size()), bytes,
               object->region.bounds()};
  std::memcpy(data->Buffer, rects.data(), bytes);
  return needed;
}

// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-extcreateregion
HRGN WINAPI ExtCreateRegion(CONST XFORM* transform, DWORD size, CONST RGNDATA* data) {
  if (data == nullptr || size < sizeof(RGNDATAHEADER) || data->rdh.dwSize < sizeof(RGNDATAHEADER)) {
    return fail_parameter<HRGN>();
  }
  const std::size_t room = (size - sizeof(RGNDATAHEADER)) / sizeof(RECT);
  if (data->rdh.nCount > room) return fail_parameter<HRGN>();
  std::vector<RECT> rects(data->rdh.nCount);
  std::memcpy(rects.data(), data->Buffer, rects.size() * sizeof(RECT));
  if (transform == nullptr) return create_region(Region(rects));
  Mapping mapping;
  mapping.world = *transform;
  mapping.update();
  if (mapping.axis_aligned) {
    for (RECT& rect : rects) rect = mapping.to_device(rect);
    return create_region(Region(rects));
  }
  return create_region(turned_region(rects, mapping));
}
