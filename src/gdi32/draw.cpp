#include "gdi32/draw.h"

#include <cmath>

#include "gdi32/ink.h"
#include "gdi32/raster/line.h"
#include "gdi32/raster/scan.h"
#include "gdi32/raster/stroker.h"
#include "gdi32/recorder.h"

namespace transom::gdi {
namespace {

void offset(std::span<Figure> figures, POINT by) {
  for (Figure& figure : figures) {
    for (FixedPoint& point : figure.points) {
      point.x += by.x * 16;
      point.y += by.y * 16;
    }
  }
}

StrokeStyle stroke_style(const DeviceContext& dc, const Pen& pen, double width,
                         std::span<const double> dashes) {
  StrokeStyle style;
  style.width = width;
  style.cap = pen.style & PS_ENDCAP_MASK;
  style.join = pen.style & PS_JOIN_MASK;
  style.miter_limit = dc.state.miter_limit;
  style.dashes = dashes;
  return style;
}

std::vector<Figure> widened_by(const DeviceContext& dc, std::span<const Figure> figures,
                               double width) {
  const Pen& pen = *dc.state.pen;
  const std::vector<double> dashes = wide_dashes(dc, pen, width);
  return widen(figures, stroke_style(dc, pen, width, dashes));
}

// A pen as thin lines are drawn with it.
class ThinPen {
 public:
  explicit ThinPen(const DeviceContext& dc)
      : ink_(realize_pen(dc, *dc.state.pen)), lengths_(thin_dashes(*dc.state.pen)) {
    dashes_.lengths = lengths_;
    for (const int length : lengths_) dashes_.period += length;
    if (dashes_.period == 0) dashes_.lengths = {};
    // Only pens of CreatePen fill their gaps.
    if (dc.state.background_mode == OPAQUE && dc.state.pen->type() == OBJ_PEN) {
      gap_ = realize_background(dc);
      dashes_.gap = &gap_.ink;
    }
  }
  bool invisible() const { return ink_.ink.invisible; }
  void draw(Raster& raster, POINT from, POINT to) { draw_line(raster, from, to, ink_, &dashes_); }
  void restart() { dashes_.position = 0; }
  const Ink& ink() const { return ink_.ink; }
  bool solid() const { return dashes_.lengths.empty(); }

 private:
  RealizedInk ink_, gap_;
  std::vector<int> lengths_;
  DashState dashes_;
};

// Figures in surface coordinates.
void stroke(DeviceContext& dc, Raster& raster, std::span<const Figure> figures) {
  const double width = device_width(dc, *dc.state.pen);
  if (width > 0) {
    const RealizedInk ink = realize_pen(dc, *dc.state.pen);
    if (ink.ink.invisible) return;
    return fill_figures(raster, widened_by(dc, figures, width), FillRule::kWinding, ink);
  }
  ThinPen pen(dc);
  if (pen.invisible()) return;
  for (const Figure& figure : figures) {
    pen.restart();
    const std::size_t count = figure.points.size();
    for (std::size_t i = 0; i + 1 < count; ++i) {
      pen.draw(raster, figure.points[i].to_pixel(), figure.points[i + 1].to_pixel());
    }
    if (figure.closed && count > 1) {
      pen.draw(raster, figure.points[count - 1].to_pixel(), figure.points[0].to_pixel());
    }
  }
}

void append(Path& to, const Path& path) {
  to.points.insert(to.points.end(), path.points.begin(), path.points.end());
  to.types.insert(to.types.end(), path.types.begin(), path.types.end());
}

}  // namespace

FixedPoint to_fixed(const DeviceContext& dc, POINT logical) {
  const Mapping& mapping = dc.state.mapping;
  if (mapping.translation_only || mapping.graphics_mode != GM_ADVANCED) {
    return FixedPoint::from_pixel(mapping.to_device(logical));
  }
  const auto fixed = [](double value) {
    return static_cast<std::int32_t>(std::lround(std::clamp(value, -1e8, 1e8) * 16));
  };
  return {fixed(logical.x * mapping.m11 + logical.y * mapping.m21 + mapping.dx),
          fixed(logical.x * mapping.m12 + logical.y * mapping.m22 + mapping.dy)};
}

std::vector<Figure> widened(const DeviceContext& dc, std::span<const Figure> figures) {
  return widened_by(dc, figures, std::max(device_width(dc, *dc.state.pen), 1.0));
}

void paint_path(DeviceContext& dc, const Path& path, Paint paint) {
  record(dc, &Recorder::figure, path, paint);
  if (dc.surface() == nullptr || dc.clip_region().empty()) return;
  std::vector<Figure> figures = flatten(path);
  offset(figures, dc.origin());
  Raster raster(*dc.surface(), dc.clip_region());
  if (paint != Paint::kStroke) {
    fill_figures(raster, figures, fill_rule_of(dc.state.poly_fill_mode), realize_brush(dc));
  }
  if (paint != Paint::kFill) stroke(dc, raster, figures);
}

void draw_path(DeviceContext& dc, const Path& path, Paint paint) {
  if (dc.path_open()) return append(dc.path, path);
  paint_path(dc, path, paint);
}

void draw_segment(DeviceContext& dc, POINT from, POINT to) {
  if (dc.path_open() || dc.recorder != nullptr || device_width(dc, *dc.state.pen) > 0) {
    Path path;
    // In a bracket the line goes on from where the path ended.
    const FixedPoint start = to_fixed(dc, from);
    const bool goes_on = dc.path_open() && !dc.path.empty() && dc.path.points.back() == start &&
                         (dc.path.types.back() & PT_CLOSEFIGURE) == 0;
    if (!goes_on) path.move_to(start);
    path.line_to(to_fixed(dc, to));
    return draw_path(dc, path, Paint::kStroke);
  }
  if (dc.surface() == nullptr || dc.clip_region().empty()) return;
  ThinPen pen(dc);
  Raster raster(*dc.surface(), dc.clip_region());
  if (!pen.invisible()) pen.draw(raster, dc.to_surface(from), dc.to_surface(to));
}

namespace {

// The outline as a path through the middle of the line.
Path rounded_path(const RECT& rect, int width, int height) {
  const double left = rect.left * 16, top = rect.top * 16;
  const double right = (rect.right - 1) * 16, bottom = (rect.bottom - 1) * 16;
  const double rx = std::min((width - 1) * 8.0, (right - left) / 2);
  const double ry = std::min((height - 1) * 8.0, (bottom - top) / 2);
  Path path;
  if (rx <= 0 || ry <= 0) {
    for (const POINT corner :
         {POINT{rect.right - 1, rect.top}, POINT{rect.left, rect.top},
          POINT{rect.left, rect.bottom - 1}, POINT{rect.right - 1, rect.bottom - 1}}) {
      const FixedPoint point = FixedPoint::from_pixel(corner);
      path.empty() ? path.move_to(point) : path.line_to(point);
    }
  } else {
    constexpr double kQuarter = 1.5707963267948966;
    append_arc(path, right - rx, top + ry, rx, ry, 0, -kQuarter, false);
    append_arc(path, left + rx, top + ry, rx, ry, -kQuarter, -kQuarter, true);
    append_arc(path, left + rx, bottom - ry, rx, ry, -2 * kQuarter, -kQuarter, true);
    append_arc(path, right - rx, bottom - ry, rx, ry, -3 * kQuarter, -kQuarter, true);
  }
  path.close_figure();
  return path;
}

RECT inset(RECT rect, int by) {
  return {rect.left + by, rect.top + by, rect.right - by, rect.bottom - by};
}

void outline_rectangle(Raster& raster, const RECT& rect, ThinPen& pen) {
  if (!pen.solid()) {
    const POINT a{rect.right - 1, rect.top}, b{rect.left, rect.top};
    const POINT c{rect.left, rect.bottom - 1}, d{rect.right - 1, rect.bottom - 1};
    pen.draw(raster, a, b);
    pen.draw(raster, b, c);
    pen.draw(raster, c, d);
    return pen.draw(raster, d, a);
  }
  raster.fill({rect.left, rect.top, rect.right, rect.top + 1}, pen.ink());
  if (rect.bottom - rect.top > 1) {
    raster.fill({rect.left, rect.bottom - 1, rect.right, rect.bottom}, pen.ink());
  }
  raster.fill({rect.left, rect.top + 1, rect.left + 1, rect.bottom - 1}, pen.ink());
  if (rect.right - rect.left > 1) {
    raster.fill({rect.right - 1, rect.top + 1, rect.right, rect.bottom - 1}, pen.ink());
  }
}

void draw_thin_rounded(Raster& raster, const DeviceContext& dc, const RoundedRect& shape) {
  ThinPen pen(dc);
  const RealizedInk brush = realize_brush(dc);
  const bool rectangular = shape.width <= 1 || shape.height <= 1;
  if (rectangular) {
    if (pen.invisible()) return raster.fill(shape.rect, brush);
    raster.fill(inset(shape.rect, 1), brush);
    return outline_rectangle(raster, shape.rect, pen);
  }
  fill_rounded(raster, shape, brush);
  if (!pen.invisible()) outline_rounded(raster, shape, pen.ink());
}

}  // namespace

void draw_rounded(DeviceContext& dc, const RECT& device, int width, int height) {
  RECT rect = device;
  const Pen& pen = *dc.state.pen;
  const double pen_width = device_width(dc, pen);
  if (rect.left >= rect.right || rect.top >= rect.bottom) return;
  if (dc.path_open())
    return draw_path(dc, rounded_path(rect, width, height), Paint::kStrokeAndFill);
  const bool draws_pixels = dc.surface() != nullptr && !dc.clip_region().empty();
  if (dc.recorder == nullptr && !draws_pixels) return;
  if (pen.line_style() == PS_INSIDEFRAME && pen_width > 1) {
    const int half = static_cast<int>(pen_width) / 2;
    const int rest = static_cast<int>(pen_width) - 1 - half;
    rect = {rect.left + half, rect.top + half, rect.right - rest, rect.bottom - rest};
  }
  // Beyond this size pixels are not counted one by one: the outline is a path like others.
  constexpr LONG kLargestExact = 0x7FFF;
  const bool huge = dc.recorder != nullptr ||
                    std::int64_t{rect.right} - rect.left > kLargestExact ||
                    std::int64_t{rect.bottom} - rect.top > kLargestExact;
  if (huge) {
    return paint_path(dc, rounded_path(FixedPoint::within_reach(rect), width, height),
                      Paint::kStrokeAndFill);
  }
  const bool thin = pen_width == 0 || pen.line_style() == PS_NULL;
  const bool curved_dashes = width > 1 && height > 1 && !thin_dashes(pen).empty();
  if (!thin || curved_dashes)
    return paint_path(dc, rounded_path(rect, width, height), Paint::kStrokeAndFill);
  Raster raster(*dc.surface(), dc.clip_region());
  const POINT origin = dc.origin();
  draw_thin_rounded(
      raster, dc,
      {{rect.left + origin.x, rect.top + origin.y, rect.right + origin.x, rect.bottom + origin.y},
       width,
       height});
}

}  // namespace transom::gdi
