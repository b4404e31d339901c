// Filled shapes.
// https://learn.microsoft.com/windows/win32/gdi/filled-shapes
#include <cmath>
#include <numbers>

#include "gdi32/api.h"
#include "gdi32/arc.h"
#include "gdi32/draw.h"
#include "gdi32/ink.h"
#include "gdi32/recorder.h"

using namespace transom::gdi;

namespace {

// The device rectangle of a shape: half open, right and bottom as the graphics mode has them.
RECT shape_rect(const DeviceContext& dc, const RECT& logical) {
  RECT rect = dc.state.mapping.to_device(logical);
  if (dc.state.mapping.graphics_mode == GM_ADVANCED) ++rect.right, ++rect.bottom;
  return rect;
}

// A shape that the mapping turns or skews.
void draw_turned(DeviceContext& dc, const RECT& rect, int width, int height) {
  const double w = std::min<double>(std::abs(width), rect.right - rect.left) / 2;
  const double h = std::min<double>(std::abs(height), rect.bottom - rect.top) / 2;
  Path path;
  if (w <= 0 || h <= 0) {
    path.move_to({rect.right * 16, rect.top * 16});
    path.line_to({rect.left * 16, rect.top * 16});
    path.line_to({rect.left * 16, rect.bottom * 16});
    path.line_to({rect.right * 16, rect.bottom * 16});
  } else {
    constexpr double kQuarter = std::numbers::pi / 2;
    append_arc(path, (rect.right - w) * 16, (rect.top + h) * 16, w * 16, h * 16, 0, -kQuarter,
               false);
    append_arc(path, (rect.left + w) * 16, (rect.top + h) * 16, w * 16, h * 16, -kQuarter,
               -kQuarter, true);
    append_arc(path, (rect.left + w) * 16, (rect.bottom - h) * 16, w * 16, h * 16, -2 * kQuarter,
               -kQuarter, true);
    append_arc(path, (rect.right - w) * 16, (rect.bottom - h) * 16, w * 16, h * 16, -3 * kQuarter,
               -kQuarter, true);
  }
  path.close_figure();
  const Mapping& mapping = dc.state.mapping;
  for (FixedPoint& point : path.points) {
    const double x = point.x, y = point.y;
    point = {
        static_cast<std::int32_t>(std::lround(x * mapping.m11 + y * mapping.m21 + mapping.dx * 16)),
        static_cast<std::int32_t>(
            std::lround(x * mapping.m12 + y * mapping.m22 + mapping.dy * 16))};
  }
  draw_path(dc, path, Paint::kStrokeAndFill);
}

RECT ordered(int left, int top, int right, int bottom) {
  return FixedPoint::within_reach(RECT{std::min(left, right), std::min(top, bottom),
                                       std::max(left, right), std::max(top, bottom)});
}

BOOL polygons(DeviceContext& dc, const POINT* points, const INT* counts, int polygons) {
  Path path;
  for (int i = 0; i < polygons; ++i) {
    for (int k = 0; k < counts[i]; ++k) {
      const FixedPoint point = to_fixed(dc, *points++);
      k == 0 ? path.move_to(point) : path.line_to(point);
    }
    path.close_figure();
  }
  draw_path(dc, path, Paint::kStrokeAndFill);
  return TRUE;
}

}  // namespace

// The right and bottom edges are excluded; without a pen the shape is one pixel smaller.
// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-rectangle
BOOL WINAPI Rectangle(HDC handle, int left, int top, int right, int bottom) {
  const auto dc = require_dc(handle);
  if (!dc) return FALSE;
  record(*dc, &Recorder::shape, RecordedShape{ShapeKind::kRectangle, {left, top, right, bottom}});
  if (!dc->state.mapping.axis_aligned) {
    draw_turned(*dc, ordered(left, top, right, bottom), 0, 0);
    return TRUE;
  }
  RECT rect = shape_rect(*dc, {left, top, right, bottom});
  if (dc->state.pen->line_style() == PS_NULL && !dc->path_open()) --rect.right, --rect.bottom;
  draw_rounded(*dc, rect, 0, 0);
  return TRUE;
}

// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-roundrect
BOOL WINAPI RoundRect(HDC handle, int left, int top, int right, int bottom, int width, int height) {
  const auto dc = require_dc(handle);
  if (!dc) return FALSE;
  record(*dc, &Recorder::shape,
         RecordedShape{ShapeKind::kRoundRect, {left, top, right, bottom}, {width, height}});
  if (!dc->state.mapping.axis_aligned) {
    draw_turned(*dc, ordered(left, top, right, bottom), width, height);
    return TRUE;
  }
  const double w = std::abs(static_cast<double>(width)) * dc->state.mapping.scale_x();
  const double h = std::abs(static_cast<double>(height)) * dc->state.mapping.scale_y();
  draw_rounded(*dc, shape_rect(*dc, {left, top, right, bottom}),
               static_cast<int>(std::min(std::floor(w + 0.5), 1e8)),
               static_cast<int>(std::min(std::floor(h + 0.5), 1e8)));
  return TRUE;
}

// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-ellipse
BOOL WINAPI Ellipse(HDC handle, int left, int top, int right, int bottom) {
  const auto dc = require_dc(handle);
  if (!dc) return FALSE;
  record(*dc, &Recorder::shape, RecordedShape{ShapeKind::kEllipse, {left, top, right, bottom}});
  if (!dc->state.mapping.axis_aligned) {
    draw_turned(*dc, ordered(left, top, right, bottom), INT_MAX, INT_MAX);
    return TRUE;
  }
  const RECT rect = FixedPoint::within_reach(shape_rect(*dc, {left, top, right, bottom}));
  draw_rounded(*dc, rect, rect.right - rect.left, rect.bottom - rect.top);
  return TRUE;
}

// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-chord
BOOL WINAPI Chord(HDC handle, int left, int top, int right, int bottom, int x1, int y1, int x2,
                  int y2) {
  const auto dc = require_dc(handle);
  if (!dc) return FALSE;
  record(*dc, &Recorder::shape,
         RecordedShape{ShapeKind::kChord, {left, top, right, bottom}, {0, 0}, {x1, y1}, {x2, y2}});
  draw_path(*dc, arc_path(*dc, {left, top, right, bottom}, {x1, y1}, {x2, y2}, ArcShape::kChord),
            Paint::kStrokeAndFill);
  return TRUE;
}

// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-pie
BOOL WINAPI Pie(HDC handle, int left, int top, int right, int bottom, int x1, int y1, int x2,
                int y2) {
  const auto dc = require_dc(handle);
  if (!dc) return FALSE;
  record(*dc, &Recorder::shape,
         RecordedShape{ShapeKind::kPie, {left, top, right, bottom}, {0, 0}, {x1, y1}, {x2, y2}});
  draw_path(*dc, arc_path(*dc, {left, top, right, bottom}, {x1, y1}, {x2, y2}, ArcShape::kPie),
            Paint::kStrokeAndFill);
  return TRUE;
}

// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-polygon
BOOL WINAPI Polygon(HDC handle, CONST POINT* points, int count) {
  const auto dc = require_dc(handle);
  if (!dc) return FALSE;
  if (points == nullptr || count < 2) return fail_parameter();
  record(*dc, &Recorder::poly, PolyKind::kPolygon,
         std::span(points, static_cast<std::size_t>(count)));
  return polygons(*dc, points, &count, 1);
}

// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-polypolygon
BOOL WINAPI PolyPolygon(HDC handle, CONST POINT* points, CONST INT* counts, int count) {
  const auto dc = require_dc(handle);
  if (!dc) return FALSE;
  if (points == nullptr || counts == nullptr || count < 1) return fail_parameter();
  std::size_t total = 0;
  for (int i = 0; i < count; ++i) {
    if (counts[i] < 2) return fail_parameter();
    total += static_cast<std::size_t>(counts[i]);
  }
  // Counts that are positive are the same without a sign.
  record(*dc, &Recorder::poly_poly, PolyKind::kPolygon, std::span(points, total),
         std::span(reinterpret_cast<const DWORD*>(counts), static_cast<std::size_t>(count)));
  return polygons(*dc, points, counts, count);
}
