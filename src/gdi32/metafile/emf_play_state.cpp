// Attributes, mapping, clipping.
#include <algorithm>
#include <cmath>

#include "gdi32/metafile/emf_player.h"

namespace transom::gdi {
namespace {

using View = EmfRecordView;

constexpr std::size_t kBody = sizeof(EMR);

// Records with one value.
template <auto kSet>
bool attribute(EmfPlayer& player, const View& record) {
  kSet(player.dc(), record.at<DWORD>(kBody));
  return true;
}

bool miter_limit(EmfPlayer& player, const View& record) {
  SetMiterLimit(player.dc(), record.at<FLOAT>(kBody), nullptr);
  return true;
}

bool brush_origin(EmfPlayer& player, const View& record) {
  const POINT at = player.to_target({record.number(8), record.number(12)});
  SetBrushOrgEx(player.dc(), at.x, at.y, nullptr);
  return true;
}

// The metric modes as the metafile's device has them.
void set_metric(Mapping& mapping, const EmfPlacement& device, double per_millimetre) {
  const auto units = [&](LONG millimetres) {
    return std::max<LONG>(1, static_cast<LONG>(std::lround(millimetres * per_millimetre)));
  };
  mapping.window_extent = {units(device.device_millimetres.cx),
                           units(device.device_millimetres.cy)};
  mapping.viewport_extent = {device.device_pixels.cx, -device.device_pixels.cy};
}

void apply_map_mode(Mapping& mapping, const EmfPlacement& device, int mode) {
  mapping.map_mode = mode;
  switch (mode) {
    case MM_TEXT:
      mapping.window_extent = mapping.viewport_extent = {1, 1};
      break;
    case MM_LOMETRIC:
    case MM_ISOTROPIC:
      set_metric(mapping, device, 10);
      break;
    case MM_HIMETRIC:
      set_metric(mapping, device, 100);
      break;
    case MM_LOENGLISH:
      set_metric(mapping, device, 100 / 25.4);
      break;
    case MM_HIENGLISH:
      set_metric(mapping, device, 1000 / 25.4);
      break;
    case MM_TWIPS:
      set_metric(mapping, device, 1440 / 25.4);
      break;
    default:
      break;
  }
}

bool map_mode(EmfPlayer& player, const View& record) {
  const int mode = record.number(kBody);
  if (mode < MM_MIN || mode > MM_MAX) return true;
  Mapping* mapping = player.mapping();
  if (mapping == nullptr) {
    SetMapMode(player.dc(), mode);
    return true;
  }
  apply_map_mode(*mapping, player.placement(), mode);
  player.update_mapping();
  return true;
}

// MM_ISOTROPIC: the larger of the viewport's extents shrinks until both units are as long.
void keep_isotropic(Mapping& mapping) {
  if (mapping.map_mode != MM_ISOTROPIC) return;
  const double x =
      std::abs(static_cast<double>(mapping.viewport_extent.cx) / mapping.window_extent.cx);
  const double y =
      std::abs(static_cast<double>(mapping.viewport_extent.cy) / mapping.window_extent.cy);
  const auto shrunk = [](LONG extent, double by) {
    const auto size = std::max<LONG>(1, static_cast<LONG>(std::lround(std::abs(extent * by))));
    return extent < 0 ? -size : size;
  };
  if (x > y) mapping.viewport_extent.cx = shrunk(mapping.viewport_extent.cx, y / x);
  if (y > x) mapping.viewport_extent.cy = shrunk(mapping.viewport_extent.cy, x / y);
}

bool has_free_extents(const Mapping& mapping) {
  return mapping.map_mode == MM_ISOTROPIC || mapping.map_mode == MM_ANISOTROPIC;
}

template <SIZE Mapping::*kField, WINBOOL(WINAPI* kDirect)(HDC, int, int, LPSIZE)>
bool extent(EmfPlayer& player, const View& record) {
  const int x = record.number(8), y = record.number(12);
  Mapping* mapping = player.mapping();
  if (mapping == nullptr) {
    kDirect(player.dc(), x, y, nullptr);
    return true;
  }
  if (x == 0 || y == 0 || !has_free_extents(*mapping)) return true;
  mapping->*kField = {x, y};
  keep_isotropic(*mapping);
  player.update_mapping();
  return true;
}

template <POINT Mapping::*kField, WINBOOL(WINAPI* kDirect)(HDC, int, int, LPPOINT)>
bool origin(EmfPlayer& player, const View& record) {
  const int x = record.number(8), y = record.number(12);
  Mapping* mapping = player.mapping();
  if (mapping == nullptr) {
    kDirect(player.dc(), x, y, nullptr);
    return true;
  }
  mapping->*kField = {x, y};
  player.update_mapping();
  return true;
}

LONG scaled(LONG value, int by, int over) {
  const std::int64_t result = std::int64_t{value} * by / over;
  if (result == 0) return 1;
  return static_cast<LONG>(std::clamp<std::int64_t>(result, -INT32_MAX, INT32_MAX));
}

template <SIZE Mapping::*kField, WINBOOL(WINAPI* kDirect)(HDC, int, int, int, int, LPSIZE)>
bool scale(EmfPlayer& player, const View& record) {
  const int xn = record.number(8), xd = record.number(12);
  const int yn = record.number(16), yd = record.number(20);
  Mapping* mapping = player.mapping();
  if (mapping == nullptr) {
    kDirect(player.dc(), xn, xd, yn, yd, nullptr);
    return true;
  }
  if (xn == 0 || xd == 0 || yn == 0 || yd == 0 || !has_free_extents(*mapping)) return true;
  mapping->*kField = {scaled((mapping->*kField).cx, xn, xd), scaled((mapping->*kField).cy, yn, yd)};
  keep_isotropic(*mapping);
  player.update_mapping();
  return true;
}

bool is_usable(const XFORM& transform) {
  const double determinant = static_cast<double>(transform.eM11) * transform.eM22 -
                             static_cast<double>(transform.eM12) * transform.eM21;
  return std::isfinite(determinant) && determinant != 0 && std::isfinite(transform.eDx) &&
         std::isfinite(transform.eDy);
}

bool set_world(EmfPlayer& player, const XFORM& transform) {
  if (!is_usable(transform)) return true;
  if (Mapping* mapping = player.mapping()) {
    mapping->world = transform;
    player.update_mapping();
  } else {
    SetGraphicsMode(player.dc(), GM_ADVANCED);
    SetWorldTransform(player.dc(), &transform);
  }
  return true;
}

bool world_transform(EmfPlayer& player, const View& record) {
  return set_world(player, record.at<XFORM>(kBody));
}

bool modify_world_transform(EmfPlayer& player, const View& record) {
  const XFORM transform = record.at<XFORM>(kBody);
  const DWORD mode = record.at<DWORD>(kBody + sizeof(XFORM));
  Mapping* mapping = player.mapping();
  if (mapping == nullptr) {
    SetGraphicsMode(player.dc(), GM_ADVANCED);
    ModifyWorldTransform(player.dc(), &transform, mode);
    return true;
  }
  XFORM result{1, 0, 0, 1, 0, 0};
  if (mode == MWT_LEFTMULTIPLY) CombineTransform(&result, &transform, &mapping->world);
  if (mode == MWT_RIGHTMULTIPLY) CombineTransform(&result, &mapping->world, &transform);
  constexpr DWORD kSet = 4;  // MWT_SET
  if (mode == kSet) result = transform;
  return set_world(player, result);
}

bool save(EmfPlayer& player, const View&) {
  player.save();
  return true;
}

bool restore(EmfPlayer& player, const View& record) {
  player.restore(record.number(kBody));
  return true;
}

bool exclude_clip(EmfPlayer& player, const View& record) {
  const RECT r = record.at<RECT>(kBody);
  ExcludeClipRect(player.dc(), r.left, r.top, r.right, r.bottom);
  return true;
}

bool intersect_clip(EmfPlayer& player, const View& record) {
  const RECT r = record.at<RECT>(kBody);
  IntersectClipRect(player.dc(), r.left, r.top, r.right, r.bottom);
  return true;
}

bool offset_clip(EmfPlayer& player, const View& record) {
  OffsetClipRgn(player.dc(), record.number(8), record.number(12));
  return true;
}

bool meta_region(EmfPlayer& player, const View&) {
  SetMetaRgn(player.dc());
  return true;
}

// Without a region and with RGN_COPY everything shows again that showed before the metafile.
bool select_clip(EmfPlayer& player, const View& record) {
  const DWORD size = record.at<DWORD>(8);
  const int mode = record.number(12);
  if (size == 0) {
    ExtSelectClipRgn(player.dc(), nullptr, mode);
    return true;
  }
  const HRGN region = emf_region(record, 16, size, &player);
  if (region == nullptr) return false;
  ExtSelectClipRgn(player.dc(), region, mode);
  DeleteObject(region);
  return true;
}

void set_background_mode(HDC dc, DWORD mode) {
  SetBkMode(dc, static_cast<int>(mode));
}
void set_poly_fill_mode(HDC dc, DWORD mode) {
  SetPolyFillMode(dc, static_cast<int>(mode));
}
void set_rop2(HDC dc, DWORD mode) {
  SetROP2(dc, static_cast<int>(mode));
}
void set_stretch_mode(HDC dc, DWORD mode) {
  SetStretchBltMode(dc, static_cast<int>(mode));
}
void set_arc_direction(HDC dc, DWORD direction) {
  SetArcDirection(dc, static_cast<int>(direction));
}

constexpr EmfEntry kEntries[] = {
    {EMR_SETBKMODE, attribute<set_background_mode>},
    {EMR_SETPOLYFILLMODE, attribute<set_poly_fill_mode>},
    {EMR_SETROP2, attribute<set_rop2>},
    {EMR_SETSTRETCHBLTMODE, attribute<set_stretch_mode>},
    {EMR_SETARCDIRECTION, attribute<set_arc_direction>},
    {EMR_SETTEXTALIGN, attribute<SetTextAlign>},
    {EMR_SETMAPPERFLAGS, attribute<SetMapperFlags>},
    {EMR_SETTEXTCOLOR, attribute<SetTextColor>},
    {EMR_SETBKCOLOR, attribute<SetBkColor>},
    {EMR_SETMITERLIMIT, miter_limit},
    {EMR_SETBRUSHORGEX, brush_origin},
    {EMR_SETMAPMODE, map_mode},
    {EMR_SETWINDOWEXTEX, extent<&Mapping::window_extent, SetWindowExtEx>},
    {EMR_SETVIEWPORTEXTEX, extent<&Mapping::viewport_extent, SetViewportExtEx>},
    {EMR_SETWINDOWORGEX, origin<&Mapping::window_origin, SetWindowOrgEx>},
    {EMR_SETVIEWPORTORGEX, origin<&Mapping::viewport_origin, SetViewportOrgEx>},
    {EMR_SCALEWINDOWEXTEX, scale<&Mapping::window_extent, ScaleWindowExtEx>},
    {EMR_SCALEVIEWPORTEXTEX, scale<&Mapping::viewport_extent, ScaleViewportExtEx>},
    {EMR_SETWORLDTRANSFORM, world_transform},
    {EMR_MODIFYWORLDTRANSFORM, modify_world_transform},
    {EMR_SAVEDC, save},
    {EMR_RESTOREDC, restore},
    {EMR_EXCLUDECLIPRECT, exclude_clip},
    {EMR_INTERSECTCLIPRECT, intersect_clip},
    {EMR_OFFSETCLIPRGN, offset_clip},
    {EMR_SETMETARGN, meta_region},
    {EMR_EXTSELECTCLIPRGN, select_clip},
};

}  // namespace

std::span<const EmfEntry> emf_state_records() {
  return kEntries;
}

}  // namespace transom::gdi
