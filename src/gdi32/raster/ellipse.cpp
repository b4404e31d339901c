#include "gdi32/raster/ellipse.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace transom::gdi {

std::vector<POINT> ellipse_quarter(int width, int height) {
  std::vector<POINT> points;
  if (width <= 0 || height <= 0) return points;
  if (width <= 2 || height <= 2) {
    // A bar: no room for a curve.
    if (width <= 2) {
      for (int y = (height - 1) / 2; y >= 0; --y) points.push_back({0, y});
    } else {
      for (int x = 0; x <= (width - 1) / 2; ++x) points.push_back({x, 0});
    }
    return points;
  }
  // double: the terms reach the fourth power of the size.
  const double a = width - 1, b = height - 1;
  const int odd = (height - 1) & 1;
  double dx = 4 * (1 - a) * b * b, dy = 4 * (odd + 1) * a * a;
  double error = dx + dy + odd * a * a;
  int x0 = 0, x1 = width - 1, y = (height - 1) / 2;
  do {
    points.push_back({x0, y});
    const double doubled = 2 * error;
    if (doubled <= dy) {
      --y;
      dy += 8 * a * a;
      error += dy;
    }
    if (doubled >= dx || 2 * error > dy) {
      ++x0;
      --x1;
      dx += 8 * b * b;
      error += dx;
    }
  } while (x0 <= x1);
  // The tip of a narrow ellipse.
  for (; y >= 0; --y) points.push_back({(width - 1) / 2, y});
  return points;
}

std::vector<int> insets_of(const RoundedRect& shape) {
  const int height = shape.rect.bottom - shape.rect.top;
  std::vector<int> insets(static_cast<std::size_t>(std::max(height, 0)), 0);
  const int w = std::min<int>(shape.width, shape.rect.right - shape.rect.left);
  const int h = std::min(shape.height, height);
  std::vector<bool> seen(insets.size(), false);
  for (const POINT& point : ellipse_quarter(w, h)) {
    const auto top = static_cast<std::size_t>(point.y);
    // Of several points in a row the first is the outermost.
    if (point.y < 0 || point.y >= height || seen[top]) continue;
    seen[top] = true;
    insets[top] = insets[insets.size() - 1 - top] = point.x;
  }
  return insets;
}

void fill_rounded(Raster& raster, const RoundedRect& shape, const Ink& ink) {
  int y = shape.rect.top;
  for (const int inset : insets_of(shape)) {
    raster.span(y++, shape.rect.left + inset, shape.rect.right - inset, ink);
  }
}

void outline_rounded(Raster& raster, const RoundedRect& shape, const Ink& ink) {
  const RECT& rect = shape.rect;
  const int width = rect.right - rect.left, height = rect.bottom - rect.top;
  if (width <= 0 || height <= 0) return;
  const int w = std::min(shape.width, width), h = std::min(shape.height, height);
  if (w <= 0 || h <= 0) return;
  // Pixels of the corners by row: from the first to the last of the quarter's points in it. They
  // are gathered as a region so that each pixel is drawn once, whatever the raster operation.
  std::vector<RECT> outline;
  const RECT& visible = raster.bounds();
  const auto add = [&](const RECT& part) {
    if (part.top < visible.bottom && part.bottom > visible.top) outline.push_back(part);
  };
  const auto mirrored = [&](int y, int x) {
    for (const int row : {rect.top + y, rect.bottom - 1 - y}) {
      add({rect.left + x, row, rect.left + x + 1, row + 1});
      add({rect.right - 1 - x, row, rect.right - x, row + 1});
    }
  };
  const std::vector<POINT> quarter = ellipse_quarter(w, h);
  for (const POINT& point : quarter) {
    if (point.y >= 0) mirrored(point.y, point.x);
  }
  if (!quarter.empty()) {
    const int x = quarter.back().x, y = std::max(quarter.front().y, 0);
    add({rect.left + x, rect.top, rect.right - x, rect.top + 1});
    add({rect.left + x, rect.bottom - 1, rect.right - x, rect.bottom});
    add({rect.left, rect.top + y, rect.left + 1, rect.bottom - y});
    add({rect.right - 1, rect.top + y, rect.right, rect.bottom - y});
  }
  std::erase_if(
      outline, [](const RECT& part) { return part.left >= part.right || part.top >= part.bottom; });
  raster.fill(Region(outline), ink);
}

Region region_of(const RoundedRect& shape) {
  std::vector<RECT> rects;
  int y = shape.rect.top;
  for (const int inset : insets_of(shape)) {
    const RECT row{shape.rect.left + inset, y, shape.rect.right - inset, y + 1};
    ++y;
    if (row.left >= row.right) continue;
    if (!rects.empty() && rects.back().left == row.left && rects.back().bottom == row.top) {
      ++rects.back().bottom;
    } else {
      rects.push_back(row);
    }
  }
  return Region(rects);
}

void append_arc(Path& path, double center_x, double center_y, double radius_x, double radius_y,
                double start, double sweep, bool connect) {
  const auto at = [&](double cosine, double sine) {
    return FixedPoint{static_cast<std::int32_t>(std::lround(center_x + radius_x * cosine)),
                      static_cast<std::int32_t>(std::lround(center_y + radius_y * sine))};
  };
  const int pieces =
      std::max(1, static_cast<int>(std::ceil(std::abs(sweep) / (std::numbers::pi / 2) - 1e-9)));
  const double step = sweep / pieces;
  const double kappa = 4.0 / 3.0 * std::tan(step / 4);
  const FixedPoint first = at(std::cos(start), std::sin(start));
  connect ? path.line_to(first) : path.move_to(first);
  for (int i = 0; i < pieces; ++i) {
    const double a = start + i * step, b = a + step;
    path.curve_to(at(std::cos(a) - kappa * std::sin(a), std::sin(a) + kappa * std::cos(a)),
                  at(std::cos(b) + kappa * std::sin(b), std::sin(b) - kappa * std::cos(b)),
                  at(std::cos(b), std::sin(b)));
  }
}

}  // namespace transom::gdi
