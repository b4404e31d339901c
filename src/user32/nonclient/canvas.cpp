#include "user32/nonclient/canvas.h"

#include <algorithm>

#include "gdi32/surface_lock.h"

namespace transom::user {
namespace {

// A colour `part` of `whole` of the way from one to the other.
COLORREF between(COLORREF from, COLORREF to, int part, int whole) {
  const auto channel = [&](int shift) {
    const int a = static_cast<int>(from >> shift & 0xFF), b = static_cast<int>(to >> shift & 0xFF);
    return static_cast<COLORREF>(a + (b - a) * part / std::max(whole, 1)) << shift;
  };
  return channel(0) | channel(8) | channel(16);
}

std::uint32_t pixel_of(const gdi::DeviceContext& dc, COLORREF color) {
  return dc.pixel_of(color & 0xFFFFFF);
}

void fill_pixels(gdi::DeviceContext& dc, const RECT& rect, std::uint32_t pixel) {
  gdi::Surface& surface = *dc.surface();
  const RECT target = dc.to_surface(rect);
  if (!dc.clip_region().intersects(target)) return;
  const gdi::Region area = dc.clip_region() & gdi::Region(target);
  gdi::SurfaceLock lock(surface);
  for (const RECT& part : area.rects()) {
    for (int y = part.top; y < part.bottom; ++y) {
      if (surface.format().bits == 32) {
        std::fill_n(surface.row(y) + part.left, part.right - part.left, pixel);
      } else {
        for (int x = part.left; x < part.right; ++x) surface.set_pixel(x, y, pixel);
      }
    }
  }
  lock.unlock();
  surface.add_damage(area.bounds());
}

}  // namespace

void Canvas::fill_rgb(const RECT& rect, COLORREF color) {
  if (rect.left >= rect.right || rect.top >= rect.bottom) return;
  const auto dc = gdi::find_dc(handle_);
  if (dc && dc->surface() != nullptr) fill_pixels(*dc, rect, pixel_of(*dc, color));
}

void Canvas::fill_gradient(const RECT& rect, COLORREF left, COLORREF right) {
  const int width = rect.right - rect.left;
  for (int x = 0; x < width;) {
    // One stripe for all columns of the same colour.
    const COLORREF color = between(left, right, x, width - 1);
    int end = x + 1;
    while (end < width && between(left, right, end, width - 1) == color) ++end;
    fill_rgb({rect.left + x, rect.top, rect.left + end, rect.bottom}, color);
    x = end;
  }
}

void Canvas::fill_checkered(const RECT& rect, int color, int other) {
  fill(rect, color);
  const auto dc = gdi::find_dc(handle_);
  if (!dc || dc->surface() == nullptr) return;
  const std::uint32_t pixel = pixel_of(*dc, GetSysColor(other));
  for (int y = rect.top; y < rect.bottom; ++y) {
    for (int x = rect.left + ((rect.left + y) & 1); x < rect.right; x += 2) {
      fill_pixels(*dc, {x, y, x + 1, y + 1}, pixel);
    }
  }
}

void Canvas::ring(RECT& rect, int top_left, int bottom_right) {
  fill({rect.left, rect.bottom - 1, rect.right, rect.bottom}, bottom_right);
  fill({rect.right - 1, rect.top, rect.right, rect.bottom}, bottom_right);
  fill({rect.left, rect.top, rect.right - 1, rect.top + 1}, top_left);
  fill({rect.left, rect.top, rect.left + 1, rect.bottom - 1}, top_left);
  rect = {rect.left + 1, rect.top + 1, rect.right - 1, rect.bottom - 1};
}

void Canvas::raised_edge(RECT& rect) {
  ring(rect, COLOR_3DLIGHT, COLOR_3DDKSHADOW);
  ring(rect, COLOR_3DHIGHLIGHT, COLOR_3DSHADOW);
}

void Canvas::sunken_edge(RECT& rect) {
  ring(rect, COLOR_3DSHADOW, COLOR_3DHIGHLIGHT);
  ring(rect, COLOR_3DDKSHADOW, COLOR_3DLIGHT);
}

void Canvas::pattern(int x, int y, std::span<const std::string_view> rows, int color) {
  const auto dc = gdi::find_dc(handle_);
  if (!dc || dc->surface() == nullptr) return;
  const std::uint32_t pixel = pixel_of(*dc, GetSysColor(color));
  for (const std::string_view row : rows) {
    int at = x;
    for (const char dot : row) {
      if (dot == '#') fill_pixels(*dc, {at, y, at + 1, y + 1}, pixel);
      ++at;
    }
    ++y;
  }
}

}  // namespace transom::user
