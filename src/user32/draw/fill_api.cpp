// Filling and framing rectangles.
// https://learn.microsoft.com/windows/win32/gdi/filled-shape-functions
#include "gdi32/api.h"
#include "gdi32/ink.h"
#include "gdi32/recorder.h"
#include "user32/draw/sys_colors.h"

using namespace transom;

namespace {

// A brush, or COLOR_ + 1 where a brush is wanted.
gdi::Ref<gdi::Brush> find_brush(HBRUSH handle) {
  const auto value = reinterpret_cast<std::uintptr_t>(handle);
  if (value >= 1 && value <= user::kSystemColors)
    handle = user::system_color_brush(static_cast<int>(value) - 1);
  return gdi::require<gdi::Brush>(handle);
}

void fill(gdi::DeviceContext& dc, const RECT& logical, const gdi::Ink& ink) {
  if (dc.surface() == nullptr) return;
  gdi::Raster raster(*dc.surface(), dc.clip_region());
  raster.fill(dc.to_surface(logical), ink);
}

}  // namespace

// The right and bottom edges are excluded. The brush may be a system colour's index plus one.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-fillrect
int WINAPI FillRect(HDC handle, CONST RECT* rect, HBRUSH brush_handle) {
  const auto dc = gdi::require_dc(handle);
  if (!dc || rect == nullptr) return FALSE;
  const auto brush = find_brush(brush_handle);
  if (!brush) return FALSE;
  gdi::record(*dc, &gdi::Recorder::fill_rect, *rect, *brush);
  fill(*dc, *rect, gdi::realize_brush(*dc, *brush, R2_COPYPEN));
  return TRUE;
}

// A border of one logical unit.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-framerect
int WINAPI FrameRect(HDC handle, CONST RECT* rect, HBRUSH brush_handle) {
  const auto dc = gdi::require_dc(handle);
  if (!dc || rect == nullptr) return FALSE;
  const auto brush = find_brush(brush_handle);
  if (!brush || rect->right <= rect->left || rect->bottom <= rect->top) return FALSE;
  const gdi::RealizedInk ink = gdi::realize_brush(*dc, *brush, R2_COPYPEN);
  for (const RECT& side : {RECT{rect->left, rect->top, rect->right, rect->top + 1},
                           RECT{rect->left, rect->bottom - 1, rect->right, rect->bottom},
                           RECT{rect->left, rect->top, rect->left + 1, rect->bottom},
                           RECT{rect->right - 1, rect->top, rect->right, rect->bottom}}) {
    gdi::record(*dc, &gdi::Recorder::fill_rect, side, *brush);
    fill(*dc, side, ink);
  }
  return TRUE;
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-invertrect
BOOL WINAPI InvertRect(HDC handle, CONST RECT* rect) {
  const auto dc = gdi::require_dc(handle);
  if (!dc || rect == nullptr) return FALSE;
  gdi::record(*dc, &gdi::Recorder::invert_rect, *rect);
  gdi::Ink ink;
  ink.rop2 = R2_NOT;
  fill(*dc, *rect, ink);
  return TRUE;
}

// A dotted border by exclusive or: drawing it again takes it away.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-drawfocusrect
BOOL WINAPI DrawFocusRect(HDC handle, CONST RECT* rect) {
  const auto dc = gdi::require_dc(handle);
  if (!dc || rect == nullptr) return FALSE;
  if (dc->surface() == nullptr) return TRUE;
  const RECT box = dc->to_surface(*rect);
  if (box.left >= box.right || box.top >= box.bottom) return TRUE;
  // Every other pixel, counted from the rectangle's corner.
  gdi::Tile tile{2, 2, {}, {1, 0, 0, 1}, {box.left, box.top}};
  const std::uint32_t white = dc->surface()->format().bits >= 24 ? 0xFFFFFF : ~0u;
  tile.pixels = {white, white, white, white};
  gdi::Ink ink;
  ink.rop2 = R2_XORPEN;
  ink.tile = &tile;
  gdi::Raster raster(*dc->surface(), dc->clip_region());
  gdi::Region border(box);
  border -= RECT{box.left + 1, box.top + 1, box.right - 1, box.bottom - 1};
  raster.fill(border, ink);
  return TRUE;
}
