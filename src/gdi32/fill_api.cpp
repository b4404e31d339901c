// Filling regions and areas; single pixels.
// https://learn.microsoft.com/windows/win32/gdi/region-functions
#include "gdi32/api.h"
#include "gdi32/flood.h"
#include "gdi32/ink.h"
#include "gdi32/recorder.h"

using namespace transom::gdi;

namespace {

// A region of device coordinates, placed on the surface.
Region on_surface(const DeviceContext& dc, const Region& region) {
  Region moved;
  const Mapping& mapping = dc.state.mapping;
  if (mapping.translation_only) {
    moved = region;
    moved.offset(static_cast<int>(mapping.dx), static_cast<int>(mapping.dy));
  } else {
    for (const RECT& rect : region.rects()) moved |= mapping.to_device(rect);
  }
  return std::move(moved.offset(dc.origin().x, dc.origin().y));
}

// A null brush is that of InvertRgn.
void fill(DeviceContext& dc, const Region& region, const Brush* brush, const Ink& ink) {
  if (dc.recorder != nullptr) record(dc, &Recorder::area, on_surface(dc, region), brush);
  if (dc.surface() == nullptr) return;
  Raster raster(*dc.surface(), dc.clip_region());
  raster.fill(on_surface(dc, region), ink);
}

// What is within `width` and `height` of the region's edge.
Region frame_of(const Region& region, int width, int height) {
  Region inner = region;
  for (const auto [x, y] :
       {POINT{width, 0}, POINT{-width, 0}, POINT{0, height}, POINT{0, -height}}) {
    Region moved = region;
    inner &= moved.offset(x, y);
  }
  return region - inner;
}

}  // namespace

// Logical coordinates.
// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-fillrgn
BOOL WINAPI FillRgn(HDC handle, HRGN region_handle, HBRUSH brush_handle) {
  const auto dc = require_dc(handle);
  const auto region = require<RegionObject>(region_handle);
  const auto brush = require<Brush>(brush_handle);
  if (!dc || !region || !brush) return FALSE;
  record(*dc, &Recorder::region, RecordedRegion{RegionKind::kFill, region->region, brush.get()});
  fill(*dc, region->region, brush.get(), realize_brush(*dc, *brush, dc->state.rop2));
  return TRUE;
}

// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-paintrgn
BOOL WINAPI PaintRgn(HDC handle, HRGN region_handle) {
  const auto dc = require_dc(handle);
  const auto region = require<RegionObject>(region_handle);
  if (!dc || !region) return FALSE;
  record(*dc, &Recorder::region, RecordedRegion{RegionKind::kPaint, region->region});
  fill(*dc, region->region, dc->state.brush.get(), realize_brush(*dc));
  return TRUE;
}

// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-invertrgn
BOOL WINAPI InvertRgn(HDC handle, HRGN region_handle) {
  const auto dc = require_dc(handle);
  const auto region = require<RegionObject>(region_handle);
  if (!dc || !region) return FALSE;
  record(*dc, &Recorder::region, RecordedRegion{RegionKind::kInvert, region->region});
  Ink ink;
  ink.rop2 = R2_NOT;
  fill(*dc, region->region, nullptr, ink);
  return TRUE;
}

// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-framergn
BOOL WINAPI FrameRgn(HDC handle, HRGN region_handle, HBRUSH brush_handle, int width, int height) {
  const auto dc = require_dc(handle);
  const auto region = require<RegionObject>(region_handle);
  const auto brush = require<Brush>(brush_handle);
  if (!dc || !region || !brush || width < 1 || height < 1) return FALSE;
  record(*dc, &Recorder::region,
         RecordedRegion{RegionKind::kFrame, region->region, brush.get(), {width, height}});
  fill(*dc, frame_of(region->region, width, height), brush.get(),
       realize_brush(*dc, *brush, dc->state.rop2));
  return TRUE;
}

// The colour that was really set, CLR_INVALID outside of the clip region.
// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-setpixel
COLORREF WINAPI SetPixel(HDC handle, int x, int y, COLORREF color) {
  const auto dc = require_dc(handle);
  if (!dc) return CLR_INVALID;
  record(*dc, &Recorder::set_pixel, POINT{x, y}, color);
  const POINT at = dc->to_surface(POINT{x, y});
  if (dc->surface() == nullptr || !dc->clip_region().contains(at)) return CLR_INVALID;
  const std::uint32_t pixel = dc->pixel_of(color);
  {
    const SurfaceLock lock(*dc->surface());
    dc->surface()->set_pixel(at.x, at.y, pixel);
  }
  dc->surface()->add_damage({at.x, at.y, at.x + 1, at.y + 1});
  return swap_red_blue(dc->surface()->format().unpack(pixel));
}

// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-setpixelv
BOOL WINAPI SetPixelV(HDC handle, int x, int y, COLORREF color) {
  const auto dc = require_dc(handle);
  if (!dc) return FALSE;
  return SetPixel(handle, x, y, color) != CLR_INVALID;
}

// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-getpixel
COLORREF WINAPI GetPixel(HDC handle, int x, int y) {
  const auto dc = require_dc(handle);
  if (!dc) return CLR_INVALID;
  dc->look_again();
  const POINT at = dc->to_surface(POINT{x, y});
  if (dc->surface() == nullptr || !dc->clip_region().contains(at)) return CLR_INVALID;
  const SurfaceLock lock(*dc->surface());
  return swap_red_blue(dc->surface()->format().unpack(dc->surface()->pixel(at.x, at.y)));
}

// Fills from a point up to a border of a colour, or over the surface of a colour.
// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-extfloodfill
BOOL WINAPI ExtFloodFill(HDC handle, int x, int y, COLORREF color, UINT type) {
  const auto dc = require_dc(handle);
  if (!dc) return FALSE;
  if (type != FLOODFILLBORDER && type != FLOODFILLSURFACE) return fail_parameter();
  record(*dc, &Recorder::flood_fill, POINT{x, y}, color, type);
  if (dc->surface() == nullptr) return TRUE;
  const POINT at = dc->to_surface(POINT{x, y});
  const Region area =
      flood_area(*dc->surface(), dc->clip_region(), at, dc->pixel_of(color),
                 type == FLOODFILLBORDER ? Flood::kUpToBorder : Flood::kOverSurface);
  if (area.empty()) return FALSE;
  Raster raster(*dc->surface(), dc->clip_region());
  raster.fill(area, realize_brush(*dc));
  return TRUE;
}

// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-floodfill
BOOL WINAPI FloodFill(HDC dc, int x, int y, COLORREF color) {
  return ExtFloodFill(dc, x, y, color, FLOODFILLBORDER);
}
