#include "gdi32/flood.h"

#include <vector>

#include "gdi32/surface_lock.h"

namespace transom::gdi {
namespace {

// A map of what may be filled, from the clip region and the pixels; visited pixels are cleared.
class FillMap {
 public:
  FillMap(const Surface& surface, const Region& clip, std::uint32_t pixel, Flood flood)
      : bounds_(clip.bounds()),
        width_(bounds_.right - bounds_.left),
        open_(static_cast<std::size_t>(width_) *
              static_cast<std::size_t>(bounds_.bottom - bounds_.top)) {
    std::vector<std::uint32_t> row(static_cast<std::size_t>(width_));
    const SurfaceLock lock(surface);
    for (const RECT& rect : clip.rects()) {
      for (int y = rect.top; y < rect.bottom; ++y) {
        const int count = rect.right - rect.left;
        surface.read(rect.left, y, count, row.data());
        for (int i = 0; i < count; ++i) {
          const bool same = row[static_cast<std::size_t>(i)] == pixel;
          at(rect.left + i, y) = same == (flood == Flood::kOverSurface);
        }
      }
    }
  }
  bool is_open(int x, int y) const {
    if (x < bounds_.left || x >= bounds_.right || y < bounds_.top || y >= bounds_.bottom)
      return false;
    return open_[index(x, y)];
  }
  std::vector<bool>::reference at(int x, int y) { return open_[index(x, y)]; }

 private:
  std::size_t index(int x, int y) const {
    return static_cast<std::size_t>(y - bounds_.top) * static_cast<std::size_t>(width_) +
           static_cast<std::size_t>(x - bounds_.left);
  }
  RECT bounds_;
  int width_;
  std::vector<bool> open_;
};

}  // namespace

Region flood_area(const Surface& surface, const Region& clip, POINT start, std::uint32_t pixel,
                  Flood flood) {
  if (!clip.contains(start)) return {};
  FillMap map(surface, clip, pixel, flood);
  std::vector<RECT> spans;
  std::vector<POINT> seeds{start};
  while (!seeds.empty()) {
    const POINT seed = seeds.back();
    seeds.pop_back();
    if (!map.is_open(seed.x, seed.y)) continue;
    int left = seed.x, right = seed.x + 1;
    while (map.is_open(left - 1, seed.y)) --left;
    while (map.is_open(right, seed.y)) ++right;
    for (int x = left; x < right; ++x) map.at(x, seed.y) = false;
    spans.push_back({left, seed.y, right, seed.y + 1});
    // One seed for each run in the rows above and below.
    for (const int y : {seed.y - 1, seed.y + 1}) {
      for (int x = left; x < right; ++x) {
        if (map.is_open(x, y) && (x == left || !map.is_open(x - 1, y))) seeds.push_back({x, y});
      }
    }
  }
  return Region(spans);
}

}  // namespace transom::gdi
