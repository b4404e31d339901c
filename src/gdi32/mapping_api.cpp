// Coordinate spaces.
// https://learn.microsoft.com/windows/win32/gdi/coordinate-space-and-transformation-functions
#include <cmath>

#include "gdi32/api.h"
#include "gdi32/device_caps.h"
#include "gdi32/recorder.h"

using namespace transom::gdi;

namespace {

void update(DeviceContext& dc) {
  dc.state.mapping.update(dc.target().size.cx);
}

bool apply_mode(Mapping& mapping, const DisplayCaps& caps, int mode) {
  return mapping.set_mode(mode, {caps.width, caps.height}, [&](double units_per_millimetre) {
    const double per_pixel = 25.4 / caps.dots_per_inch * units_per_millimetre;
    return SIZE{static_cast<LONG>(std::lround(caps.width * per_pixel)),
                static_cast<LONG>(std::lround(caps.height * per_pixel))};
  });
}

BOOL set_extent(HDC handle, SIZE Mapping::*field, SIZE extent, SIZE* previous) {
  const auto dc = require_dc(handle);
  if (!dc) return FALSE;
  if (previous != nullptr) *previous = dc->state.mapping.*field;
  record(*dc, &Recorder::pair,
         field == &Mapping::window_extent ? DcPair::kWindowExtent : DcPair::kViewportExtent,
         static_cast<int>(extent.cx), static_cast<int>(extent.cy));
  if (!dc->state.mapping.extents_free()) return TRUE;
  if (!dc->state.mapping.set_extent(field, extent)) return FALSE;
  update(*dc);
  return TRUE;
}

BOOL scale_extent(HDC handle, SIZE Mapping::*field, int xn, int xd, int yn, int yd,
                  SIZE* previous) {
  const auto dc = require_dc(handle);
  if (!dc) return FALSE;
  if (previous != nullptr) *previous = dc->state.mapping.*field;
  record(*dc, &Recorder::scale_extent, field == &Mapping::viewport_extent, xn, xd, yn, yd);
  if (!dc->state.mapping.extents_free()) return TRUE;
  if (!dc->state.mapping.scale_extent(field, xn, xd, yn, yd)) return FALSE;
  update(*dc);
  return TRUE;
}

DcPair origin_call(POINT Mapping::*field, bool relative) {
  if (field == &Mapping::window_origin) {
    return relative ? DcPair::kWindowOffset : DcPair::kWindowOrigin;
  }
  return relative ? DcPair::kViewportOffset : DcPair::kViewportOrigin;
}

BOOL set_origin(HDC handle, POINT Mapping::*field, POINT origin, POINT* previous,
                bool relative = false) {
  const auto dc = require_dc(handle);
  if (!dc) return FALSE;
  record(*dc, &Recorder::pair, origin_call(field, relative), static_cast<int>(origin.x),
         static_cast<int>(origin.y));
  POINT& value = dc->state.mapping.*field;
  if (previous != nullptr) *previous = value;
  value = relative ? POINT{value.x + origin.x, value.y + origin.y} : origin;
  update(*dc);
  return TRUE;
}

template <class T>
BOOL get(HDC handle, T Mapping::*field, T* value) {
  const auto dc = require_dc(handle);
  if (!dc || value == nullptr) return FALSE;
  *value = dc->state.mapping.*field;
  return TRUE;
}

XFORM multiply(const XFORM& a, const XFORM& b) {
  return {a.eM11 * b.eM11 + a.eM12 * b.eM21,       a.eM11 * b.eM12 + a.eM12 * b.eM22,
          a.eM21 * b.eM11 + a.eM22 * b.eM21,       a.eM21 * b.eM12 + a.eM22 * b.eM22,
          a.eDx * b.eM11 + a.eDy * b.eM21 + b.eDx, a.eDx * b.eM12 + a.eDy * b.eM22 + b.eDy};
}

}  // namespace

// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-setmapmode
int WINAPI SetMapMode(HDC handle, int mode) {
  const auto dc = require_dc(handle);
  if (!dc) return 0;
  const int previous = dc->state.mapping.map_mode;
  record(*dc, &Recorder::attribute, DcAttribute::kMapMode, mode);
  if (mode == previous && mode != MM_ISOTROPIC) return previous;
  if (!apply_mode(dc->state.mapping, dc->caps(), mode)) return fail_parameter<int>();
  update(*dc);
  return previous;
}

// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-getmapmode
int WINAPI GetMapMode(HDC handle) {
  const auto dc = require_dc(handle);
  return dc ? dc->state.mapping.map_mode : 0;
}

// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-setwindowextex
BOOL WINAPI SetWindowExtEx(HDC dc, int x, int y, LPSIZE previous) {
  return set_extent(dc, &Mapping::window_extent, {x, y}, previous);
}

// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-setviewportextex
BOOL WINAPI SetViewportExtEx(HDC dc, int x, int y, LPSIZE previous) {
  return set_extent(dc, &Mapping::viewport_extent, {x, y}, previous);
}

// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-getwindowextex
BOOL WINAPI GetWindowExtEx(HDC dc, LPSIZE size) {
  return get(dc, &Mapping::window_extent, size);
}

// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-getviewportextex
BOOL WINAPI GetViewportExtEx(HDC dc, LPSIZE size) {
  return get(dc, &Mapping::viewport_extent, size);
}

// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-scalewindowextex
BOOL WINAPI ScaleWindowExtEx(HDC dc, int xn, int xd, int yn, int yd, LPSIZE previous) {
  return scale_extent(dc, &Mapping::window_extent, xn, xd, yn, yd, previous);
}

// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-scaleviewportextex
BOOL WINAPI ScaleViewportExtEx(HDC dc, int xn, int xd, int yn, int yd, LPSIZE previous) {
  return scale_extent(dc, &Mapping::viewport_extent, xn, xd, yn, yd, previous);
}

// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-setwindoworgex
BOOL WINAPI SetWindowOrgEx(HDC dc, int x, int y, LPPOINT previous) {
  return set_origin(dc, &Mapping::window_origin, {x, y}, previous);
}

// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-setviewportorgex
BOOL WINAPI SetViewportOrgEx(HDC dc, int x, int y, LPPOINT previous) {
  return set_origin(dc, &Mapping::viewport_origin, {x, y}, previous);
}

// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-getwindoworgex
BOOL WINAPI GetWindowOrgEx(HDC dc, LPPOINT point) {
  return get(dc, &Mapping::window_origin, point);
}

// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-getviewportorgex
BOOL WINAPI GetViewportOrgEx(HDC dc, LPPOINT point) {
  return get(dc, &Mapping::viewport_origin, point);
}

// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-offsetwindoworgex
BOOL WINAPI OffsetWindowOrgEx(HDC dc, int x, int y, LPPOINT previous) {
  return set_origin(dc, &Mapping::window_origin, {x, y}, previous, true);
}

// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-offsetviewportorgex
BOOL WINAPI OffsetViewportOrgEx(HDC dc, int x, int y, LPPOINT previous) {
  return set_origin(dc, &Mapping::viewport_origin, {x, y}, previous, true);
}

// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-setgraphicsmode
int WINAPI SetGraphicsMode(HDC handle, int mode) {
  const auto dc = require_dc(handle);
  if (!dc) return 0;
  if (mode != GM_COMPATIBLE && mode != GM_ADVANCED) return fail_parameter<int>();
  return std::exchange(dc->state.mapping.graphics_mode, mode);
}

// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-getgraphicsmode
int WINAPI GetGraphicsMode(HDC handle) {
  const auto dc = require_dc(handle);
  return dc ? dc->state.mapping.graphics_mode : 0;
}

namespace {

bool is_invertible(const XFORM& transform) {
  const float determinant = transform.eM11 * transform.eM22 - transform.eM12 * transform.eM21;
  return determinant != 0 && std::isfinite(determinant);
}

void apply_world(DeviceContext& dc, const XFORM& transform) {
  dc.state.mapping.world = transform;
  update(dc);
}

}  // namespace

// Only in GM_ADVANCED.
// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-setworldtransform
BOOL WINAPI SetWorldTransform(HDC handle, CONST XFORM* transform) {
  const auto dc = require_dc(handle);
  if (!dc || transform == nullptr || dc->state.mapping.graphics_mode != GM_ADVANCED) return FALSE;
  if (!is_invertible(*transform)) return FALSE;
  record(*dc, &Recorder::world_transform, *transform);
  apply_world(*dc, *transform);
  return TRUE;
}

// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-getworldtransform
BOOL WINAPI GetWorldTransform(HDC dc, LPXFORM transform) {
  return get(dc, &Mapping::world, transform);
}

// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-modifyworldtransform
BOOL WINAPI ModifyWorldTransform(HDC handle, CONST XFORM* transform, DWORD mode) {
  const auto dc = require_dc(handle);
  if (!dc || dc->state.mapping.graphics_mode != GM_ADVANCED) return FALSE;
  constexpr XFORM kIdentity{1, 0, 0, 1, 0, 0};
  XFORM result = kIdentity;
  if (mode == MWT_LEFTMULTIPLY || mode == MWT_RIGHTMULTIPLY) {
    if (transform == nullptr) return FALSE;
    const XFORM& world = dc->state.mapping.world;
    result = mode == MWT_LEFTMULTIPLY ? multiply(*transform, world) : multiply(world, *transform);
  } else if (mode != MWT_IDENTITY) {
    return FALSE;
  }
  if (!is_invertible(result)) return FALSE;
  record(*dc, &Recorder::modify_world_transform, mode == MWT_IDENTITY ? kIdentity : *transform,
         mode);
  apply_world(*dc, result);
  return TRUE;
}

// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-combinetransform
BOOL WINAPI CombineTransform(LPXFORM result, CONST XFORM* first, CONST XFORM* second) {
  if (result == nullptr || first == nullptr || second == nullptr) return FALSE;
  *result = multiply(*first, *second);
  return TRUE;
}

// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-lptodp
BOOL WINAPI LPtoDP(HDC handle, LPPOINT points, int count) {
  const auto dc = require_dc(handle);
  if (!dc) return FALSE;
  for (int i = 0; points != nullptr && i < count; ++i)
    points[i] = dc->state.mapping.to_device(points[i]);
  return TRUE;
}

// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-dptolp
BOOL WINAPI DPtoLP(HDC handle, LPPOINT points, int count) {
  const auto dc = require_dc(handle);
  if (!dc || !dc->state.mapping.invertible) return FALSE;
  for (int i = 0; points != nullptr && i < count; ++i)
    points[i] = dc->state.mapping.to_logical(points[i]);
  return TRUE;
}

// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-setlayout
DWORD WINAPI SetLayout(HDC handle, DWORD layout) {
  const auto dc = require_dc(handle);
  if (!dc) return GDI_ERROR;
  record(*dc, &Recorder::attribute, DcAttribute::kLayout, static_cast<LONG>(layout));
  const DWORD previous = std::exchange(dc->state.mapping.layout, layout);
  update(*dc);
  return previous;
}

// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-getlayout
DWORD WINAPI GetLayout(HDC handle) {
  const auto dc = require_dc(handle);
  return dc ? dc->state.mapping.layout : GDI_ERROR;
}
