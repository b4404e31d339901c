// Lines and curves.
// https://learn.microsoft.com/windows/win32/gdi/lines-and-curves
#include <cmath>
#include <numbers>

#include "gdi32/api.h"
#include "gdi32/arc.h"
#include "gdi32/draw.h"
#include "gdi32/recorder.h"

using namespace transom::gdi;

namespace {

// Programs may not draw more points than they can have in memory.
constexpr DWORD kMaximumPoints = 0x4000000;

Path polyline(const DeviceContext& dc, const POINT* points, DWORD count, const POINT* start) {
  Path path;
  if (start != nullptr) path.move_to(to_fixed(dc, *start));
  for (DWORD i = 0; i < count; ++i) {
    const FixedPoint point = to_fixed(dc, points[i]);
    path.empty() ? path.move_to(point) : path.line_to(point);
  }
  return path;
}

Path bezier(const DeviceContext& dc, POINT start, const POINT* points, DWORD count) {
  Path path;
  path.move_to(to_fixed(dc, start));
  for (DWORD i = 0; i + 2 < count; i += 3) {
    path.curve_to(to_fixed(dc, points[i]), to_fixed(dc, points[i + 1]),
                  to_fixed(dc, points[i + 2]));
  }
  return path;
}

void record_poly(DeviceContext& dc, PolyKind kind, const POINT* points, DWORD count) {
  record(dc, &Recorder::poly, kind, std::span(points, count));
}

}  // namespace

// Moves the current position; logical units.
// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-movetoex
BOOL WINAPI MoveToEx(HDC handle, int x, int y, LPPOINT previous) {
  const auto dc = require_dc(handle);
  if (!dc) return FALSE;
  if (previous != nullptr) *previous = dc->state.position;
  record(*dc, &Recorder::move_to, POINT{x, y});
  dc->state.position = {x, y};
  if (dc->path_open()) dc->path.move_to(to_fixed(*dc, {x, y}));
  return TRUE;
}

// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-getcurrentpositionex
BOOL WINAPI GetCurrentPositionEx(HDC handle, LPPOINT point) {
  const auto dc = require_dc(handle);
  if (!dc || point == nullptr) return FALSE;
  *point = dc->state.position;
  return TRUE;
}

// Draws up to, but not including, the point, and moves there.
// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-lineto
BOOL WINAPI LineTo(HDC handle, int x, int y) {
  const auto dc = require_dc(handle);
  if (!dc) return FALSE;
  record(*dc, &Recorder::line_to, POINT{x, y});
  draw_segment(*dc, dc->state.position, {x, y});
  dc->state.position = {x, y};
  return TRUE;
}

// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-polyline
BOOL WINAPI Polyline(HDC handle, CONST POINT* points, int count) {
  const auto dc = require_dc(handle);
  if (!dc) return FALSE;
  if (points == nullptr || count < 2) return fail_parameter();
  record_poly(*dc, PolyKind::kPolyline, points, static_cast<DWORD>(count));
  draw_path(*dc, polyline(*dc, points, static_cast<DWORD>(count), nullptr), Paint::kStroke);
  return TRUE;
}

// From the current position, which moves to the last point.
// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-polylineto
BOOL WINAPI PolylineTo(HDC handle, CONST POINT* points, DWORD count) {
  const auto dc = require_dc(handle);
  if (!dc) return FALSE;
  if (count == 0) return TRUE;
  if (points == nullptr || count > kMaximumPoints) return fail_parameter();
  record_poly(*dc, PolyKind::kPolylineTo, points, count);
  for (DWORD i = 0; i < count && dc->path_open(); ++i) {
    draw_segment(*dc, i == 0 ? dc->state.position : points[i - 1], points[i]);
  }
  if (!dc->path_open()) {
    draw_path(*dc, polyline(*dc, points, count, &dc->state.position), Paint::kStroke);
  }
  dc->state.position = points[count - 1];
  return TRUE;
}

// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-polypolyline
BOOL WINAPI PolyPolyline(HDC handle, CONST POINT* points, CONST DWORD* counts, DWORD lines) {
  const auto dc = require_dc(handle);
  if (!dc) return FALSE;
  if (points == nullptr || counts == nullptr || lines == 0) return fail_parameter();
  std::size_t total = 0;
  for (DWORD i = 0; i < lines; ++i) {
    if (counts[i] < 2 || counts[i] > kMaximumPoints) return fail_parameter();
    total += counts[i];
  }
  record(*dc, &Recorder::poly_poly, PolyKind::kPolyline, std::span(points, total),
         std::span(counts, lines));
  for (DWORD i = 0; i < lines; ++i) {
    draw_path(*dc, polyline(*dc, points, counts[i], nullptr), Paint::kStroke);
    points += counts[i];
  }
  return TRUE;
}

// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-polybezier
BOOL WINAPI PolyBezier(HDC handle, CONST POINT* points, DWORD count) {
  const auto dc = require_dc(handle);
  if (!dc) return FALSE;
  if (points == nullptr || count < 4 || count % 3 != 1 || count > kMaximumPoints)
    return fail_parameter();
  record_poly(*dc, PolyKind::kBezier, points, count);
  draw_path(*dc, bezier(*dc, points[0], points + 1, count - 1), Paint::kStroke);
  return TRUE;
}

// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-polybezierto
BOOL WINAPI PolyBezierTo(HDC handle, CONST POINT* points, DWORD count) {
  const auto dc = require_dc(handle);
  if (!dc) return FALSE;
  if (points == nullptr || count < 3 || count % 3 != 0 || count > kMaximumPoints)
    return fail_parameter();
  record_poly(*dc, PolyKind::kBezierTo, points, count);
  draw_path(*dc, bezier(*dc, dc->state.position, points, count), Paint::kStroke);
  dc->state.position = points[count - 1];
  return TRUE;
}

// Lines, curves and moves by PT_ types.
// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-polydraw
BOOL WINAPI PolyDraw(HDC handle, CONST POINT* points, CONST BYTE* types, int count) {
  const auto dc = require_dc(handle);
  if (!dc) return FALSE;
  if (points == nullptr || types == nullptr || count < 0) return fail_parameter();
  Path path;
  path.move_to(to_fixed(*dc, dc->state.position));
  for (int i = 0; i < count; ++i) {
    const int type = types[i] & ~PT_CLOSEFIGURE;
    if (type == PT_MOVETO) {
      path.move_to(to_fixed(*dc, points[i]));
    } else if (type == PT_LINETO) {
      path.line_to(to_fixed(*dc, points[i]));
    } else if (type == PT_BEZIERTO && i + 2 < count) {
      path.curve_to(to_fixed(*dc, points[i]), to_fixed(*dc, points[i + 1]),
                    to_fixed(*dc, points[i + 2]));
      i += 2;
    } else {
      return fail_parameter();
    }
    if (types[i] & PT_CLOSEFIGURE) path.close_figure();
  }
  const auto size = static_cast<std::size_t>(count);
  record(*dc, &Recorder::poly_draw, std::span(points, size), std::span(types, size));
  if (count > 0) dc->state.position = points[count - 1];
  draw_path(*dc, path, Paint::kStroke);
  return TRUE;
}

// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-arc
BOOL WINAPI Arc(HDC handle, int left, int top, int right, int bottom, int x1, int y1, int x2,
                int y2) {
  const auto dc = require_dc(handle);
  if (!dc) return FALSE;
  record(*dc, &Recorder::shape,
         RecordedShape{ShapeKind::kArc, {left, top, right, bottom}, {0, 0}, {x1, y1}, {x2, y2}});
  draw_path(*dc, arc_path(*dc, {left, top, right, bottom}, {x1, y1}, {x2, y2}, ArcShape::kOpen),
            Paint::kStroke);
  return TRUE;
}

// A line from the current position to the arc, the arc, and the position at its end.
// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-arcto
BOOL WINAPI ArcTo(HDC handle, int left, int top, int right, int bottom, int x1, int y1, int x2,
                  int y2) {
  const auto dc = require_dc(handle);
  if (!dc) return FALSE;
  record(*dc, &Recorder::shape,
         RecordedShape{ShapeKind::kArcTo, {left, top, right, bottom}, {0, 0}, {x1, y1}, {x2, y2}});
  const Path arc = arc_path(*dc, {left, top, right, bottom}, {x1, y1}, {x2, y2}, ArcShape::kOpen);
  if (arc.empty()) return TRUE;
  Path path;
  path.move_to(to_fixed(*dc, dc->state.position));
  path.line_to(arc.points.front());
  path.points.insert(path.points.end(), arc.points.begin() + 1, arc.points.end());
  path.types.insert(path.types.end(), arc.types.begin() + 1, arc.types.end());
  draw_path(*dc, path, Paint::kStroke);
  dc->state.position = dc->state.mapping.to_logical(path.points.back().to_pixel());
  return TRUE;
}

// A line to the start of an arc of a circle, and the arc; degrees, anticlockwise.
// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-anglearc
BOOL WINAPI AngleArc(HDC handle, int x, int y, DWORD radius, FLOAT start, FLOAT sweep) {
  const auto dc = require_dc(handle);
  if (!dc) return FALSE;
  if (radius > INT_MAX || !std::isfinite(start) || !std::isfinite(sweep)) return fail_parameter();
  record(*dc, &Recorder::angle_arc, POINT{x, y}, radius, start, sweep);
  const double radians = std::numbers::pi / 180;
  const FixedPoint center = to_fixed(*dc, {x, y});
  const Mapping& mapping = dc->state.mapping;
  Path path;
  path.move_to(to_fixed(*dc, dc->state.position));
  append_arc(path, center.x, center.y, radius * mapping.scale_x() * 16,
             radius * mapping.scale_y() * 16, -start * radians,
             -std::clamp(sweep, -3600.f, 3600.f) * radians, true);
  draw_path(*dc, path, Paint::kStroke);
  const double end = (static_cast<double>(start) + sweep) * radians;
  dc->state.position = {static_cast<LONG>(std::lround(x + std::cos(end) * radius)),
                        static_cast<LONG>(std::lround(y - std::sin(end) * radius))};
  return TRUE;
}
