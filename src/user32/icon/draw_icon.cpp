// Drawing icons.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-drawiconex
#include "base/last_error.h"
#include "base/saturated.h"
#include "gdi32/device_context.h"
#include "gdi32/object.h"
#include "gdi32/surface_lock.h"
#include "user32/icon/icon.h"

namespace transom::user {
namespace {

std::uint32_t blend(std::uint32_t under, std::uint32_t over) {
  const std::uint32_t alpha = over >> 24;
  const auto channel = [&](int shift) {
    const std::uint32_t a = over >> shift & 0xFF;
    const std::uint32_t b = under >> shift & 0xFF;
    return (a * alpha + b * (255 - alpha) + 127) / 255 << shift;
  };
  return channel(16) | channel(8) | channel(0);
}

std::uint32_t combine(const Icon& icon, std::size_t index, std::uint32_t screen, UINT flags) {
  const std::uint32_t pixel = icon.pixels[index];
  const std::uint32_t inverting = icon.inverting.empty() ? 0 : icon.inverting[index];
  const bool opaque = pixel >> 24 != 0;
  switch (flags & DI_NORMAL) {
    case DI_MASK:
      return opaque ? 0 : 0xFFFFFF;
    case DI_IMAGE:
      return opaque ? pixel & 0xFFFFFF : inverting;
    default:
      return opaque ? blend(screen, pixel) : screen ^ inverting;
  }
}

void draw(gdi::DeviceContext& dc, const Icon& icon, const RECT& place, UINT flags) {
  gdi::Surface* surface = dc.surface();
  if (surface == nullptr) return;
  const std::int64_t width = std::int64_t{place.right} - place.left;
  const std::int64_t height = std::int64_t{place.bottom} - place.top;
  gdi::Region area(place);
  area &= dc.clip_region();
  gdi::SurfaceLock lock(*surface);
  for (const RECT& part : area.rects()) {
    for (LONG y = part.top; y < part.bottom; ++y) {
      const auto source_y = static_cast<int>((std::int64_t{y} - place.top) * icon.height / height);
      for (LONG x = part.left; x < part.right; ++x) {
        const auto source_x = static_cast<int>((std::int64_t{x} - place.left) * icon.width / width);
        const auto index = static_cast<std::size_t>(source_y * icon.width + source_x);
        const int sx = static_cast<int>(x);
        const int sy = static_cast<int>(y);
        const std::uint32_t screen = surface->format().unpack(surface->pixel(sx, sy)) & 0xFFFFFF;
        surface->set_pixel(sx, sy, surface->format().pack(combine(icon, index, screen, flags)));
      }
    }
  }
  lock.unlock();
  surface->add_damage(area.bounds());
}

}  // namespace
}  // namespace transom::user

using namespace transom;
using namespace transom::user;

// Draws the icon stretched to `width` by `height` (0: its own size, or with DI_DEFAULTSIZE the
// system's), over `brush` where one is given. `flags` DI_.
WINBOOL WINAPI DrawIconEx(HDC handle, int x, int y, HICON icon_handle, int width, int height, UINT,
                          HBRUSH brush, UINT flags) {
  const auto icon = find_icon(icon_handle);
  if (icon == nullptr) return base::fail(ERROR_INVALID_CURSOR_HANDLE);
  const auto dc = gdi::find_dc(handle);
  if (!dc) return base::fail(ERROR_INVALID_HANDLE);
  const bool system_size = (flags & DI_DEFAULTSIZE) != 0;
  if (width == 0) width = system_size ? GetSystemMetrics(SM_CXICON) : icon->width;
  if (height == 0) height = system_size ? GetSystemMetrics(SM_CYICON) : icon->height;
  const RECT logical{x, y, base::saturated_sum(x, width), base::saturated_sum(y, height)};
  if (GetObjectType(brush) == OBJ_BRUSH) FillRect(handle, &logical, brush);
  const RECT place = dc->to_surface(logical);
  if (place.right > place.left && place.bottom > place.top) draw(*dc, *icon, place, flags);
  return TRUE;
}

// At the system's size, without stretching otherwise.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-drawicon
WINBOOL WINAPI DrawIcon(HDC dc, int x, int y, HICON icon) {
  return DrawIconEx(dc, x, y, icon, 0, 0, 0, nullptr, DI_NORMAL | DI_DEFAULTSIZE);
}
