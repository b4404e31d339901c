#include "gdi32/device_context.h"

#include <algorithm>

#include "base/clock.h"
#include "gdi32/recorder.h"

namespace transom::gdi {
namespace {

DWORD type_of(DcKind kind) {
  switch (kind) {
    case DcKind::kMemory:
      return OBJ_MEMDC;
    case DcKind::kMetafile:
      return OBJ_METADC;
    case DcKind::kEnhancedMetafile:
      return OBJ_ENHMETADC;
    default:
      return OBJ_DC;
  }
}

DcState initial_state() {
  DcState state;
  state.pen = Selection<Pen>(stock<Pen>(BLACK_PEN));
  state.brush = Selection<Brush>(stock<Brush>(WHITE_BRUSH));
  state.font = Selection<Font>(stock<Font>(SYSTEM_FONT));
  state.palette = stock<Palette>(DEFAULT_PALETTE);
  return state;
}

// Device space is 2^27 units wide; beyond it sums of coordinates could not be trusted.
// https://learn.microsoft.com/windows/win32/gdi/coordinate-spaces-and-transformations
LONG surface_coordinate(LONG device, LONG origin) {
  constexpr std::int64_t kLimit = 1 << 27;
  return static_cast<LONG>(std::clamp(std::int64_t{device} + origin, -kLimit, kLimit));
}

}  // namespace

DeviceContext::DeviceContext(DcKind kind)
    : Object(type_of(kind)), kind(kind), state(initial_state()) {}

DeviceContext::~DeviceContext() = default;

void DeviceContext::look_again() {
  constexpr std::uint64_t kFresh = 10;  // milliseconds
  if (target_.make_surface == nullptr) return;
  const std::uint64_t now = base::clock::tick_count();
  if (target_.surface && now < looked_at_ + kFresh) return;
  target_.surface = target_.make_surface();
  looked_at_ = now;
  clip_changed();
}

void DeviceContext::set_target(DisplayTarget target) {
  target_ = std::move(target);
  clip_valid_ = false;
}

const Region& DeviceContext::clip_region() {
  if (clip_valid_) return clip_;
  if (surface() == nullptr && kind != DcKind::kPrinter) {
    clip_.clear();
  } else {
    clip_ = target_.visible;
    if (target_.surface) clip_ &= target_.surface->bounds();
    const auto restrict_to = [this](const std::optional<Region>& region) {
      if (!region) return;
      Region moved = *region;
      clip_ &= moved.offset(target_.origin.x, target_.origin.y);
    };
    restrict_to(state.clip);
    restrict_to(state.meta);
  }
  clip_valid_ = true;
  return clip_;
}

POINT DeviceContext::to_surface(POINT logical) const {
  const POINT device = state.mapping.to_device(logical);
  return {surface_coordinate(device.x, target_.origin.x),
          surface_coordinate(device.y, target_.origin.y)};
}

RECT DeviceContext::to_surface(const RECT& logical) const {
  const RECT device = state.mapping.to_device(logical);
  return {surface_coordinate(device.left, target_.origin.x),
          surface_coordinate(device.top, target_.origin.y),
          surface_coordinate(device.right, target_.origin.x),
          surface_coordinate(device.bottom, target_.origin.y)};
}

std::uint32_t DeviceContext::rgb_of(COLORREF color) const {
  switch (color >> 24) {
    case 1:  // PALETTEINDEX
      return state.palette->rgb_at(LOWORD(color));
    case 0x10:  // DIBINDEX
      return target_.surface ? target_.surface->format().unpack(LOWORD(color)) : 0;
    default:
      return swap_red_blue(color);
  }
}

std::uint32_t DeviceContext::pixel_of(COLORREF color) const {
  if (!target_.surface) return 0;
  const PixelFormat& format = target_.surface->format();
  if (color >> 24 == 0x10 && HIWORD(color) == 0x10FF && format.is_indexed()) {
    return LOWORD(color) < format.colors.size() ? LOWORD(color) : 0;
  }
  if (format.follows_system_palette) {
    if (color >> 24 == 1) return state.palette->display_pixel_at(LOWORD(color));
    if (color >> 24 == 2) return state.palette->display_pixel_of(rgb_of(color));  // PALETTERGB
  }
  return format.pack(rgb_of(color));
}

void DeviceContext::reset() {
  const DcState fresh = initial_state();
  Selection<Bitmap> bitmap = std::move(state.bitmap);
  state = fresh;
  state.bitmap = std::move(bitmap);
  saved.clear();
  path.clear();
  path_stage = PathStage::kNone;
  clip_valid_ = false;
}

void DeviceContext::select_bitmap(Ref<Bitmap> bitmap) {
  DisplayTarget target;
  if (bitmap) {
    target.surface = bitmap->surface;
    target.size = {bitmap->surface->width(), bitmap->surface->height()};
    target.visible = Region(bitmap->surface->bounds());
  }
  state.bitmap = Selection<Bitmap>(std::move(bitmap));
  set_target(std::move(target));
}

void DeviceContext::restore(std::size_t index) {
  const Ref<Bitmap> bitmap = saved[index].bitmap.ref();
  const bool other_bitmap = is_memory() && bitmap.get() != state.bitmap.get();
  state = std::move(saved[index]);
  saved.resize(index);
  if (other_bitmap) select_bitmap(bitmap);
  clip_valid_ = false;
}

DcRefs find_dcs(HDC first, HDC second) {
  // By what is the same however a program writes the handle.
  const auto order = [](HDC handle) {
    return static_cast<std::uint32_t>(reinterpret_cast<std::uintptr_t>(handle));
  };
  DcRefs result;
  const bool in_order = order(first) < order(second);
  if (in_order) result.first = find_dc(first);
  result.second = find_dc(second);
  if (!in_order) result.first = find_dc(first);
  return result;
}

HDC create_display_dc(DisplayTarget target, void* owner) {
  Ref<DeviceContext> dc = make<DeviceContext>(DcKind::kDisplay);
  dc->set_target(std::move(target));
  dc->owner = owner;
  return publish<HDC>(dc);
}

void assign_display_dc(HDC handle, void* owner) {
  Ref<DeviceContext> dc = find<DeviceContext>(handle);
  if (!dc) return;
  dc->owner = owner;
  dc->epoch = 0;
}

void reset_display_dc(DeviceContext& dc) {
  dc.reset();
  dc.set_target({});
  dc.owner = nullptr;
}

bool destroy_display_dc(HDC handle) {
  Ref<DeviceContext> dc = find<DeviceContext>(handle);
  if (!dc) return false;
  kill_handle(*dc);
  forget_dc(handle);
  return true;
}

void* owner_of(HDC handle) {
  Ref<DeviceContext> dc = find<DeviceContext>(handle);
  return dc ? dc->owner : nullptr;
}

}  // namespace transom::gdi
