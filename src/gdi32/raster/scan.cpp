#include "gdi32/raster/scan.h"

#include <algorithm>

#include "base/last_error.h"

namespace transom::gdi {
namespace {

struct Edge {
  std::int64_t x0, y0, x1, y1;  // 1/16 pixel, y0 < y1
  int first_row, last_row;      // rows that it crosses, last excluded
  int direction;

  // The first pixel at or right of the edge on a row.
  int pixel_at(int row) const {
    const std::int64_t dy = y1 - y0;
    const std::int64_t numerator = x0 * dy + (x1 - x0) * (std::int64_t{row} * 16 - y0);
    return static_cast<int>(ceil_divide(numerator, dy * 16));
  }
  static std::int64_t ceil_divide(std::int64_t a, std::int64_t b) {
    return a >= 0 ? (a + b - 1) / b : -(-a / b);
  }
};

int ceil_row(std::int32_t y) {
  return (y + 15) >> 4;
}

void add_edge(std::vector<Edge>& edges, FixedPoint a, FixedPoint b, const RECT& bounds) {
  if (a.y == b.y) return;
  const int direction = a.y < b.y ? 1 : -1;
  if (direction < 0) std::swap(a, b);
  const int first = std::max(ceil_row(a.y), static_cast<int>(bounds.top));
  const int last = std::min(ceil_row(b.y), static_cast<int>(bounds.bottom));
  if (first < last) edges.push_back({a.x, a.y, b.x, b.y, first, last, direction});
}

std::vector<Edge> edges_of(std::span<const Figure> figures, const RECT& bounds) {
  std::vector<Edge> edges;
  for (const Figure& figure : figures) {
    const std::size_t count = figure.points.size();
    for (std::size_t i = 0; i < count; ++i) {
      add_edge(edges, figure.points[i], figure.points[(i + 1) % count], bounds);
    }
  }
  std::sort(edges.begin(), edges.end(),
            [](const Edge& a, const Edge& b) { return a.first_row < b.first_row; });
  return edges;
}

struct Crossing {
  int x;
  int direction;
};

// Turns one row's sorted crossings into spans; touching ones are joined.
template <class Visit>
void emit_row(std::span<const Crossing> crossings, FillRule rule, int left, int right,
              Visit&& visit) {
  int winding = 0;
  int start = 0, end = INT32_MIN;
  for (std::size_t i = 0; i + 1 < crossings.size(); ++i) {
    winding += rule == FillRule::kWinding ? crossings[i].direction : 1;
    const bool inside = rule == FillRule::kWinding ? winding != 0 : (winding & 1) != 0;
    if (!inside) continue;
    const int x0 = std::max(crossings[i].x, left), x1 = std::min(crossings[i + 1].x, right);
    if (x0 >= x1) continue;
    if (x0 == end) {
      end = x1;
      continue;
    }
    if (end != INT32_MIN) visit(start, end);
    start = x0;
    end = x1;
  }
  if (end != INT32_MIN) visit(start, end);
}

RECT bounds_of(std::span<const Figure> figures) {
  RECT bounds{INT32_MAX, INT32_MAX, INT32_MIN, INT32_MIN};
  for (const Figure& figure : figures) {
    for (const FixedPoint& point : figure.points) {
      bounds.left = std::min(bounds.left, point.x >> 4);
      bounds.top = std::min(bounds.top, point.y >> 4);
      bounds.right = std::max(bounds.right, (point.x >> 4) + 2);
      bounds.bottom = std::max(bounds.bottom, (point.y >> 4) + 2);
    }
  }
  return bounds;
}

// How many rows from this one on look the same: more than one where all edges are upright.
// `next_row`: where the next edge begins.
int rows_alike(std::span<const Edge* const> active, int row, int next_row) {
  int end = next_row;
  for (const Edge* edge : active) {
    if (edge->x0 != edge->x1) return 1;
    end = std::min(end, edge->last_row);
  }
  return std::max(end - row, 1);
}

// Rows of slanted edges have to be looked at one by one.
std::int64_t slanted_rows(std::span<const Edge> edges) {
  std::int64_t rows = 0;
  for (const Edge& edge : edges) rows += edge.x0 != edge.x1 ? edge.last_row - edge.first_row : 0;
  return rows;
}

// Calls visit(row, rows, x0, x1), top to bottom. False: the rows cross edges more than
// `most_crossings` times. That is mostly known before the first visit.
template <class Visit>
bool sweep(std::span<const Figure> figures, FillRule rule, const RECT& bounds,
           std::int64_t most_crossings, Visit&& visit) {
  const std::vector<Edge> edges = edges_of(figures, bounds);
  if (slanted_rows(edges) > most_crossings) return false;
  std::vector<const Edge*> active;
  std::vector<Crossing> crossings;
  std::size_t next = 0;
  std::int64_t all_crossings = 0;
  int rows = 1;
  for (int row = edges.empty() ? 0 : edges[0].first_row; next < edges.size() || !active.empty();
       row += rows) {
    if (active.empty()) row = std::max(row, edges[next].first_row);
    while (next < edges.size() && edges[next].first_row <= row) active.push_back(&edges[next++]);
    std::erase_if(active, [row](const Edge* edge) { return edge->last_row <= row; });
    crossings.clear();
    for (const Edge* edge : active) crossings.push_back({edge->pixel_at(row), edge->direction});
    all_crossings += std::ssize(crossings);
    if (all_crossings > most_crossings) return false;
    std::sort(crossings.begin(), crossings.end(),
              [](const Crossing& a, const Crossing& b) { return a.x < b.x; });
    rows = rows_alike(active, row, next < edges.size() ? edges[next].first_row : INT32_MAX);
    emit_row(crossings, rule, bounds.left, bounds.right,
             [&](int x0, int x1) { visit(row, rows, x0, x1); });
  }
  return true;
}

}  // namespace

FillRule fill_rule_of(int poly_fill_mode) {
  return poly_fill_mode == WINDING ? FillRule::kWinding : FillRule::kAlternate;
}

void scan(std::span<const Figure> figures, FillRule rule, const RECT& bounds,
          const std::function<void(int, int, int)>& visit) {
  const auto visit_each = [&](int first, int rows, int x0, int x1) {
    for (int row = first; row < first + rows; ++row) visit(row, x0, x1);
  };
  sweep(figures, rule, bounds, INT64_MAX, visit_each);
}

void fill_figures(Raster& raster, std::span<const Figure> figures, FillRule rule, const Ink& ink) {
  if (ink.invisible || raster.clip().empty()) return;
  scan(figures, rule, raster.bounds(), [&](int y, int x0, int x1) { raster.span(y, x0, x1, ink); });
}

std::optional<Region> region_of(std::span<const Figure> figures, FillRule rule) {
  // Pages full of text at a printer's resolution have a third of these.
  constexpr std::int64_t kMostCrossings = std::int64_t{1} << 22;
  std::vector<RECT> rects;
  const auto add = [&](int y, int rows, int x0, int x1) {
    // Rows alike make one rectangle, which is what most of a figure is.
    if (!rects.empty() && rects.back().bottom == y && rects.back().left == x0 &&
        rects.back().right == x1) {
      rects.back().bottom += rows;
    } else {
      rects.push_back({x0, y, x1, y + rows});
    }
  };
  if (!sweep(figures, rule, bounds_of(figures), kMostCrossings, add)) return std::nullopt;
  return Region(rects);
}

HRGN create_region(std::optional<Region> region) {
  if (!region) return base::fail<HRGN>(ERROR_NOT_ENOUGH_MEMORY);
  return create_region(std::move(*region));
}

}  // namespace transom::gdi
