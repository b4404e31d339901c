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
void apply_map_mode(Mapping& mapping, const EmfPlacement& device, int mode) {
  mapping.set_mode(mode, device.device_pixels, [&](double units_per_millimetre) {
    const auto units = [&](LONG millimetres) {
      return std::max<LONG>(1, static_cast<LONG>(std::lround(millimetres * units_per_millimetre)));
    };
    return SIZE{units(device.device_millimetres.cx), units(device.device_millimetres.cy)};
  });
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

template <SIZE Mapping::*kField, WINBOOL(WINAPI* kDirect)(HDC, int, int, LPSIZE)>
bool extent(EmfPlayer& player, const View& record) {
  const int x = record.number(8), y = record.number(12);
  Mapping* mapping = player.mapping();
  if (mapping == nullptr) {
    kDirect(player.dc(), x, y, nullptr);
    return true;
  }
  if (mapping->set_extent(kField, {x, y})) player.update_mapping();
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

template <SIZE Mapping::*kField, WINBOOL(WINAPI* kDirect)(HDC, int, int, int, int, LPSIZE)>
bool scale(EmfPlayer& player, const View& record) {
  const int xn = record.number(8), xd = record.number(12);
  const int yn = record.number(16), yd = record.number(20);
  Mapping* mapping = player.mapping();
  if (mapping == nullptr) {
    kDirect(player.dc(), xn, xd, yn, yd, nullptr);
    return true;
  }
  if (mapping->scale_extent(kField, xn, xd, yn, yd)) player.update_mapping();
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
