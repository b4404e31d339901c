// Clipping.
// https://learn.microsoft.com/windows/win32/gdi/clipping
#include "gdi32/api.h"
#include "gdi32/clip.h"
#include "gdi32/recorder.h"

using namespace transom::gdi;

namespace transom::gdi {

Region& ensure_clip(DeviceContext& dc) {
  if (!dc.state.clip) {
    // Without a surface there are no bounds to begin with: everything.
    dc.state.clip = dc.surface() != nullptr
                        ? Region(dc.device_bounds())
                        : Region(RECT{-0x7FFFFFF, -0x7FFFFFF, 0x7FFFFFF, 0x7FFFFFF});
  }
  return *dc.state.clip;
}

int select_clip(DeviceContext& dc, const Region& region, int mode) {
  switch (mode) {
    case RGN_COPY:
      dc.state.clip = region;
      break;
    case RGN_AND:
      ensure_clip(dc) &= region;
      break;
    case RGN_OR:
      ensure_clip(dc) |= region;
      break;
    case RGN_XOR:
      ensure_clip(dc) ^= region;
      break;
    case RGN_DIFF:
      ensure_clip(dc) -= region;
      break;
    default:
      return fail_parameter<int>(ERROR);
  }
  dc.clip_changed();
  return visible_complexity(dc);
}

int visible_complexity(DeviceContext& dc) {
  // A context without a surface (created for the whole screen) still answers of its clip region.
  if (dc.surface() == nullptr) return dc.state.clip ? dc.state.clip->complexity() : SIMPLEREGION;
  return dc.clip_region().complexity();
}

}  // namespace transom::gdi

// The region is copied; device coordinates. A null region takes the clip away.
// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-extselectcliprgn
int WINAPI ExtSelectClipRgn(HDC handle, HRGN region_handle, int mode) {
  const auto dc = require_dc(handle);
  if (!dc) return ERROR;
  if (region_handle == nullptr) {
    if (mode != RGN_COPY) return fail_parameter<int>(ERROR);
    record(*dc, &Recorder::select_clip, nullptr, mode);
    dc->state.clip.reset();
    dc->clip_changed();
    return visible_complexity(*dc);
  }
  const auto region = require<RegionObject>(region_handle);
  if (!region) return ERROR;
  record(*dc, &Recorder::select_clip, &region->region, mode);
  return select_clip(*dc, region->region, mode);
}

// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-selectcliprgn
int WINAPI SelectClipRgn(HDC dc, HRGN region) {
  return ExtSelectClipRgn(dc, region, RGN_COPY);
}

// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-intersectcliprect
int WINAPI IntersectClipRect(HDC handle, int left, int top, int right, int bottom) {
  const auto dc = require_dc(handle);
  if (!dc) return ERROR;
  record(*dc, &Recorder::clip_rect, false, RECT{left, top, right, bottom});
  const Region rect(dc->state.mapping.to_device(RECT{left, top, right, bottom}));
  // The first rectangle is the clip, even beyond the device's bounds.
  return select_clip(*dc, rect, dc->state.clip ? RGN_AND : RGN_COPY);
}

// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-excludecliprect
int WINAPI ExcludeClipRect(HDC handle, int left, int top, int right, int bottom) {
  const auto dc = require_dc(handle);
  if (!dc) return ERROR;
  record(*dc, &Recorder::clip_rect, true, RECT{left, top, right, bottom});
  return select_clip(*dc, Region(dc->state.mapping.to_device(RECT{left, top, right, bottom})),
                     RGN_DIFF);
}

// Logical units.
// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-offsetcliprgn
int WINAPI OffsetClipRgn(HDC handle, int x, int y) {
  const auto dc = require_dc(handle);
  if (!dc) return ERROR;
  record(*dc, &Recorder::offset_clip, x, y);
  if (dc->state.clip) {
    const POINT by = dc->state.mapping.to_device(POINT{x, y}),
                zero = dc->state.mapping.to_device(POINT{0, 0});
    dc->state.clip->offset(by.x - zero.x, by.y - zero.y);
    dc->clip_changed();
  }
  return visible_complexity(*dc);
}

// What can be drawn in, as a logical rectangle.
// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-getclipbox
int WINAPI GetClipBox(HDC handle, LPRECT rect) {
  const auto dc = require_dc(handle);
  if (!dc) return ERROR;
  if (rect == nullptr) return fail_parameter<int>(ERROR);
  RECT box = dc->clip_region().bounds();
  const POINT origin = dc->origin();
  if (!dc->clip_region().empty()) {
    box = {box.left - origin.x, box.top - origin.y, box.right - origin.x, box.bottom - origin.y};
  }
  const POINT a = dc->state.mapping.to_logical(POINT{box.left, box.top});
  const POINT b = dc->state.mapping.to_logical(POINT{box.right, box.bottom});
  *rect = {a.x, a.y, b.x, b.y};
  if (dc->clip_region().empty()) *rect = {};
  return dc->clip_region().complexity();
}

// 1 and a copy of the clip region, 0 without one, -1 on failure.
// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-getcliprgn
int WINAPI GetClipRgn(HDC handle, HRGN region_handle) {
  const auto dc = require_dc(handle);
  const auto region = require<RegionObject>(region_handle);
  if (!dc || !region) return -1;
  if (!dc->state.clip) return 0;
  region->region = *dc->state.clip;
  return 1;
}

// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-getmetargn
int WINAPI GetMetaRgn(HDC handle, HRGN region_handle) {
  const auto dc = require_dc(handle);
  const auto region = require<RegionObject>(region_handle);
  if (!dc || !region || !dc->state.meta) return 0;
  region->region = *dc->state.meta;
  return 1;
}

// The clip region becomes part of the meta region, and is taken away.
// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-setmetargn
int WINAPI SetMetaRgn(HDC handle) {
  const auto dc = require_dc(handle);
  if (!dc) return ERROR;
  record(*dc, &Recorder::set_meta_region);
  if (dc->state.clip) {
    dc->state.meta = dc->state.meta ? *dc->state.meta & *dc->state.clip : *dc->state.clip;
    dc->state.clip.reset();
    dc->clip_changed();
  }
  return visible_complexity(*dc);
}

// CLIPRGN, METARGN, APIRGN (both) in device coordinates, SYSRGN (the visible region) in the
// screen's. https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-getrandomrgn
int WINAPI GetRandomRgn(HDC handle, HRGN region_handle, INT which) {
  const auto dc = require_dc(handle);
  const auto region = require<RegionObject>(region_handle);
  if (!dc || !region) return -1;
  std::optional<Region> answer;
  const auto& state = dc->state;
  switch (which) {
    case 1:
      answer = state.clip;
      break;
    case 2:
      answer = state.meta;
      break;
    case 3:
      answer = state.clip && state.meta ? *state.clip & *state.meta
               : state.clip             ? state.clip
                                        : state.meta;
      break;
    case SYSRGN: {
      const DisplayTarget& target = dc->target();
      answer = target.visible;
      answer->offset(target.screen_origin.x - target.origin.x,
                     target.screen_origin.y - target.origin.y);
      break;
    }
    default:
      return -1;
  }
  if (!answer) return 0;
  region->region = std::move(*answer);
  return 1;
}

// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-ptvisible
BOOL WINAPI PtVisible(HDC handle, int x, int y) {
  const auto dc = require_dc(handle);
  return dc && dc->clip_region().contains(dc->to_surface(POINT{x, y}));
}

// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-rectvisible
BOOL WINAPI RectVisible(HDC handle, CONST RECT* rect) {
  const auto dc = require_dc(handle);
  return dc && rect != nullptr && dc->clip_region().intersects(dc->to_surface(*rect));
}
