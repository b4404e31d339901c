#include "gdi32/raster/stroker.h"

#include <cmath>
#include <numbers>

namespace transom::gdi {
namespace {

// In 1/16 pixel.
struct Vector {
  double x, y;
  Vector operator+(Vector other) const { return {x + other.x, y + other.y}; }
  Vector operator-(Vector other) const { return {x - other.x, y - other.y}; }
  Vector operator*(double factor) const { return {x * factor, y * factor}; }
  double length() const { return std::hypot(x, y); }
  // A quarter turn.
  Vector turned() const { return {-y, x}; }
};

double cross(Vector a, Vector b) {
  return a.x * b.y - a.y * b.x;
}
double dot(Vector a, Vector b) {
  return a.x * b.x + a.y * b.y;
}

int corners_of_disc(double radius) {
  return std::clamp(static_cast<int>(radius / 4) * 4, 8, 128);
}

// A pattern too fine to see would make more dashes than there are pixels; and where the line is far
// longer than any screen, wide dashes with round ends would have millions of corners.
std::size_t most_dashes(const StrokeStyle& style) {
  constexpr std::size_t kMostDashes = 100'000, kMostCorners = 800'000;
  if (style.cap != PS_ENDCAP_ROUND) return kMostDashes;
  const int corners = 2 * corners_of_disc(style.width * 8);
  return std::min(kMostDashes, kMostCorners / static_cast<std::size_t>(corners));
}

class Stroker {
 public:
  explicit Stroker(const StrokeStyle& style) : style_(style), radius_(style.width * 8) {}

  std::vector<Figure> take() { return std::move(pieces_); }

  void stroke(const std::vector<Vector>& points, bool closed) {
    if (points.size() == 1) return cap_dot(points[0]);
    const std::size_t count = points.size();
    const std::size_t segments = closed ? count : count - 1;
    for (std::size_t i = 0; i < segments; ++i) segment(points[i], points[(i + 1) % count]);
    for (std::size_t i = closed ? 0 : 1; i < (closed ? count : count - 1); ++i) {
      join(points[(i + count - 1) % count], points[i], points[(i + 1) % count]);
    }
    if (closed) return;
    cap(points[1], points[0]);
    cap(points[count - 2], points[count - 1]);
  }

 private:
  // Adds a convex polygon, turned so that all pieces have the same direction.
  void piece(std::vector<Vector> corners) {
    double area = 0;
    for (std::size_t i = 0; i < corners.size(); ++i) {
      area += cross(corners[i], corners[(i + 1) % corners.size()]);
    }
    if (area < 0) corners = {corners.rbegin(), corners.rend()};
    Figure figure;
    figure.closed = true;
    for (const Vector& corner : corners) {
      figure.points.push_back({static_cast<std::int32_t>(std::lround(corner.x)),
                               static_cast<std::int32_t>(std::lround(corner.y))});
    }
    pieces_.push_back(std::move(figure));
  }

  void disc(Vector center) {
    const int corners = corners_of_disc(radius_);
    std::vector<Vector> points;
    for (int i = 0; i < corners; ++i) {
      const double angle = 2 * std::numbers::pi * (i + 0.5) / corners;
      points.push_back(center + Vector{std::cos(angle), std::sin(angle)} * radius_);
    }
    piece(std::move(points));
  }

  Vector offset(Vector from, Vector to) const {
    const Vector along = to - from;
    return along.turned() * (radius_ / along.length());
  }

  void segment(Vector a, Vector b) {
    const Vector side = offset(a, b);
    piece({a + side, b + side, b - side, a - side});
  }

  void join(Vector before, Vector at, Vector after) {
    if (style_.join == PS_JOIN_ROUND) return disc(at);
    Vector in = offset(before, at), out = offset(at, after);
    // The outer side of the turn.
    if (cross(in, out) > 0) {
      in = in * -1;
      out = out * -1;
    }
    std::vector<Vector> corners{at, at + in, at + out};
    const Vector bisector = in + out;
    const double cosine_squared = dot(bisector, bisector) / (4 * radius_ * radius_);
    const bool mitered = style_.join == PS_JOIN_MITER && cosine_squared > 1e-9 &&
                         1 / std::sqrt(cosine_squared) <= style_.miter_limit;
    if (mitered) corners.insert(corners.begin() + 2, at + bisector * (0.5 / cosine_squared));
    piece(std::move(corners));
  }

  void cap(Vector before, Vector end) {
    if (style_.cap == PS_ENDCAP_ROUND) return disc(end);
    if (style_.cap != PS_ENDCAP_SQUARE) return;
    const Vector side = offset(before, end);
    // Forward is a quarter turn back from the side.
    const Vector forward{side.y, -side.x};
    piece({end + side, end + side + forward, end - side + forward, end - side});
  }

  void cap_dot(Vector point) {
    if (style_.cap == PS_ENDCAP_ROUND) return disc(point);
    if (style_.cap != PS_ENDCAP_SQUARE) return;
    const Vector x{radius_, 0}, y{0, radius_};
    piece({point - x - y, point + x - y, point + x + y, point - x + y});
  }

  const StrokeStyle& style_;
  double radius_;
  std::vector<Figure> pieces_;
};

// The corners of a figure without repetitions.
std::vector<Vector> corners_of(const Figure& figure) {
  std::vector<Vector> corners;
  for (const FixedPoint& point : figure.points) {
    const Vector corner{static_cast<double>(point.x), static_cast<double>(point.y)};
    if (corners.empty() || (corner - corners.back()).length() > 0) corners.push_back(corner);
  }
  while (figure.closed && corners.size() > 1 && (corners.front() - corners.back()).length() == 0) {
    corners.pop_back();
  }
  return corners;
}

// Cuts a figure into its dashes, up to so many of them.
std::vector<std::vector<Vector>> cut(std::vector<Vector> points, bool closed,
                                     std::span<const double> dashes, std::size_t most) {
  if (closed) points.push_back(points.front());
  std::vector<std::vector<Vector>> result;
  std::vector<Vector> current{points.front()};
  std::size_t dash = 0;
  double rest = dashes[0] * 16;
  for (std::size_t i = 0; i + 1 < points.size(); ++i) {
    Vector from = points[i];
    double length = (points[i + 1] - from).length();
    while (length > rest && result.size() < most) {
      from = from + (points[i + 1] - from) * (rest / length);
      length -= rest;
      if (dash % 2 == 0) {
        current.push_back(from);
        result.push_back(std::move(current));
      }
      current = {from};
      dash = (dash + 1) % dashes.size();
      rest = std::max(dashes[dash] * 16, 1.0);
    }
    rest -= length;
    if (length > 0) current.push_back(points[i + 1]);
  }
  if (dash % 2 == 0 && current.size() > 1) result.push_back(std::move(current));
  return result;
}

}  // namespace

std::vector<Figure> widen(std::span<const Figure> figures, const StrokeStyle& style) {
  Stroker stroker(style);
  const std::size_t most = most_dashes(style);
  for (const Figure& figure : figures) {
    std::vector<Vector> corners = corners_of(figure);
    if (corners.empty()) continue;
    if (style.dashes.empty() || corners.size() < 2) {
      stroker.stroke(corners, figure.closed && corners.size() > 1);
    } else {
      for (const auto& dash : cut(std::move(corners), figure.closed, style.dashes, most)) {
        stroker.stroke(dash, false);
      }
    }
  }
  return stroker.take();
}

}  // namespace transom::gdi
