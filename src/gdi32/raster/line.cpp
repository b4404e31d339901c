#include "gdi32/raster/line.h"

#include <algorithm>

namespace transom::gdi {
namespace {

// A line as steps along its major axis; step 0 is the first pixel.
struct Steps {
  POINT from;
  bool x_major;
  int major_sign, minor_sign;
  std::int64_t major, minor;  // lengths

  // How far the minor axis has gone at a step. Ties go to the smaller coordinate: back if the axis
  // grows, on if it shrinks.
  std::int64_t minor_at(std::int64_t step) const {
    const std::int64_t bias = minor_sign > 0 ? 1 : 0;
    return (2 * minor * step + major - bias) / (2 * major);
  }
};

Steps steps_of(POINT from, POINT to) {
  const std::int64_t dx = std::int64_t{to.x} - from.x, dy = std::int64_t{to.y} - from.y;
  Steps steps{from, std::abs(dx) >= std::abs(dy), 1, 1, 0, 0};
  const std::int64_t major = steps.x_major ? dx : dy, minor = steps.x_major ? dy : dx;
  steps.major_sign = major < 0 ? -1 : 1;
  steps.minor_sign = minor < 0 ? -1 : 1;
  steps.major = std::abs(major);
  steps.minor = std::abs(minor);
  return steps;
}

// The steps whose major coordinate lies in [low, high).
std::pair<std::int64_t, std::int64_t> steps_within(const Steps& steps, int low, int high) {
  const std::int64_t start = steps.x_major ? steps.from.x : steps.from.y;
  const std::int64_t first = steps.major_sign > 0 ? low - start : start - high + 1;
  const std::int64_t last = steps.major_sign > 0 ? high - start : start - low + 1;
  return {std::max<std::int64_t>(first, 0), std::min(last, steps.major)};
}

// Writes single pixels, straight where the format allows.
class PixelWriter {
 public:
  PixelWriter(Raster& raster, const Ink& ink) : surface_(raster.surface()), ink_(ink) {
    if (surface_.format().bits != 32 || ink.tile != nullptr) return;
    const BinaryRop rop(ink.rop2);
    direct_ = true;
    xor_ = rop(ink.pixel, 0);
    and_ = xor_ ^ rop(ink.pixel, ~0u);
  }
  void operator()(int x, int y) const {
    if (direct_) {
      std::uint32_t& pixel = surface_.row(y)[x];
      pixel = (pixel & and_) ^ xor_;
      return;
    }
    std::uint32_t pixel = surface_.pixel(x, y);
    apply_ink(ink_, x, y, 1, &pixel);
    surface_.set_pixel(x, y, pixel);
  }

 private:
  Surface& surface_;
  const Ink& ink_;
  bool direct_ = false;
  std::uint32_t and_ = 0, xor_ = 0;
};

// Calls visit(x, y, step) for each of the line's pixels within one box of the clip.
template <class Visit>
void walk(const Steps& steps, const RECT& box, Visit&& visit) {
  const auto [first, last] = steps.x_major ? steps_within(steps, box.left, box.right)
                                           : steps_within(steps, box.top, box.bottom);
  if (first >= last) return;
  const std::int64_t minor_first = steps.minor_at(first);
  // The running error of minor_at, so that each step costs an addition.
  const std::int64_t bias = steps.minor_sign > 0 ? 1 : 0;
  std::int64_t error = 2 * steps.minor * first + steps.major - bias - minor_first * 2 * steps.major;
  std::int64_t major = (steps.x_major ? steps.from.x : steps.from.y) + first * steps.major_sign;
  std::int64_t minor =
      (steps.x_major ? steps.from.y : steps.from.x) + minor_first * steps.minor_sign;
  const int low = steps.x_major ? box.top : box.left;
  const int high = steps.x_major ? box.bottom : box.right;
  for (std::int64_t step = first; step < last; ++step) {
    if (minor >= low && minor < high) {
      const int a = static_cast<int>(major), b = static_cast<int>(minor);
      steps.x_major ? visit(a, b, step) : visit(b, a, step);
    }
    major += steps.major_sign;
    error += 2 * steps.minor;
    if (error >= 2 * steps.major) {
      error -= 2 * steps.major;
      minor += steps.minor_sign;
    }
  }
}

void draw_straight(Raster& raster, POINT from, POINT to, const Ink& ink) {
  // The end is excluded on whichever side it is.
  RECT rect{std::min(from.x, to.x), std::min(from.y, to.y), std::max(from.x, to.x),
            std::max(from.y, to.y)};
  if (from.y == to.y) {
    if (to.x < from.x) ++rect.left, ++rect.right;
    ++rect.bottom;
  } else {
    if (to.y < from.y) ++rect.top, ++rect.bottom;
    ++rect.right;
  }
  raster.fill(rect, ink);
}

}  // namespace

bool DashState::in_dash(std::int64_t at) const {
  std::int64_t rest = at % period;
  for (std::size_t i = 0; i < lengths.size(); ++i) {
    if (rest < lengths[i]) return i % 2 == 0;
    rest -= lengths[i];
  }
  return true;
}

void draw_line(Raster& raster, POINT from, POINT to, const Ink& ink, DashState* dashes) {
  if (from.x == to.x && from.y == to.y) return;
  const bool solid = dashes == nullptr || dashes->lengths.empty();
  if (solid && (ink.invisible || ink.rop2 == R2_NOP)) return;
  if (solid && (from.x == to.x || from.y == to.y)) return draw_straight(raster, from, to, ink);

  const Steps steps = steps_of(from, to);
  const RECT around{std::min(from.x, to.x), std::min(from.y, to.y), std::max(from.x, to.x) + 1,
                    std::max(from.y, to.y) + 1};
  const PixelWriter write(raster, ink);
  std::optional<PixelWriter> write_gap;
  if (!solid && dashes->gap != nullptr) write_gap.emplace(raster, *dashes->gap);
  raster.for_each_visible(around, [&](const RECT& part) {
    walk(steps, part, [&](int x, int y, std::int64_t step) {
      if (solid || dashes->in_dash(dashes->position + step)) {
        write(x, y);
      } else if (write_gap) {
        (*write_gap)(x, y);
      }
    });
  });
  if (!solid) dashes->position += steps.major;
}

}  // namespace transom::gdi
