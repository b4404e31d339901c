#include "gdi32/path.h"

#include <algorithm>
#include <cstdlib>

namespace transom::gdi {

void Path::move_to(FixedPoint point) {
  // Of several moves in a row only the last counts.
  if (!types.empty() && types.back() == PT_MOVETO) {
    points.back() = point;
    return;
  }
  points.push_back(point);
  types.push_back(PT_MOVETO);
}

void Path::line_to(FixedPoint point) {
  points.push_back(point);
  types.push_back(PT_LINETO);
}

void Path::curve_to(FixedPoint control1, FixedPoint control2, FixedPoint end) {
  points.insert(points.end(), {control1, control2, end});
  types.insert(types.end(), 3, PT_BEZIERTO);
}

void Path::close_figure() {
  if (!types.empty() && types.back() != PT_MOVETO) types.back() |= PT_CLOSEFIGURE;
}

namespace {

FixedPoint middle(FixedPoint a, FixedPoint b) {
  return {static_cast<std::int32_t>((std::int64_t{a.x} + b.x) / 2),
          static_cast<std::int32_t>((std::int64_t{a.y} + b.y) / 2)};
}

// The control points are within a quarter pixel of the chord's thirds.
bool is_flat(const FixedPoint (&curve)[4]) {
  const auto deviation = [](std::int64_t a, std::int64_t b, std::int64_t c) {
    return std::abs(a - 2 * b + c);
  };
  constexpr std::int64_t kTolerance = 6;
  return deviation(curve[0].x, curve[1].x, curve[2].x) <= kTolerance &&
         deviation(curve[0].y, curve[1].y, curve[2].y) <= kTolerance &&
         deviation(curve[1].x, curve[2].x, curve[3].x) <= kTolerance &&
         deviation(curve[1].y, curve[2].y, curve[3].y) <= kTolerance;
}

void flatten_curve(const FixedPoint (&curve)[4], int depth, std::vector<FixedPoint>& out) {
  if (depth == 0 || is_flat(curve)) {
    out.push_back(curve[3]);
    return;
  }
  const FixedPoint a = middle(curve[0], curve[1]), b = middle(curve[1], curve[2]);
  const FixedPoint c = middle(curve[2], curve[3]);
  const FixedPoint left = middle(a, b), right = middle(b, c), center = middle(left, right);
  flatten_curve({curve[0], a, left, center}, depth - 1, out);
  flatten_curve({center, right, c, curve[3]}, depth - 1, out);
}

}  // namespace

std::vector<Figure> flatten(const Path& path) {
  constexpr int kMaximumDepth = 12;
  std::vector<Figure> figures;
  for (std::size_t i = 0; i < path.points.size(); ++i) {
    const int type = path.types[i] & ~PT_CLOSEFIGURE;
    bool closes = (path.types[i] & PT_CLOSEFIGURE) != 0;
    if (type == PT_MOVETO || figures.empty()) {
      figures.push_back({{path.points[i]}, false});
      continue;
    }
    // After a closed figure, drawing goes on from its start.
    if (figures.back().closed) figures.push_back({{figures.back().points.front()}, false});
    std::vector<FixedPoint>& points = figures.back().points;
    if (type == PT_BEZIERTO && i + 2 < path.points.size()) {
      flatten_curve({points.back(), path.points[i], path.points[i + 1], path.points[i + 2]},
                    kMaximumDepth, points);
      i += 2;
      closes = (path.types[i] & PT_CLOSEFIGURE) != 0;
    } else {
      points.push_back(path.points[i]);
    }
    figures.back().closed = closes;
  }
  return figures;
}

}  // namespace transom::gdi
