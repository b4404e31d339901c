#include "user32/paint/copy_bits.h"

#include <algorithm>

#include "gdi32/surface_lock.h"

namespace transom::user {
namespace {

// Against the direction of the move, so that nothing is overwritten before it was read.
void sort_for_move(std::vector<RECT>& rects, int dx, int dy) {
  std::sort(rects.begin(), rects.end(), [=](const RECT& a, const RECT& b) {
    if (a.top != b.top) return dy > 0 ? a.top > b.top : a.top < b.top;
    return dx > 0 ? a.left > b.left : a.left < b.left;
  });
}

void copy_rect(gdi::Surface& to, const gdi::Surface& from, const RECT& rect, int dx, int dy) {
  const std::ptrdiff_t size = to.format().bits / 8;  // both are surfaces of the same display
  const auto bytes = static_cast<std::size_t>((rect.right - rect.left) * size);
  const auto copy_row = [&](int y) {
    std::memmove(to.bytes(y) + rect.left * size, from.bytes(y - dy) + (rect.left - dx) * size,
                 bytes);
  };
  if (dy > 0) {
    for (int y = rect.bottom - 1; y >= rect.top; --y) copy_row(y);
  } else {
    for (int y = rect.top; y < rect.bottom; ++y) copy_row(y);
  }
}

}  // namespace

void copy_bits(gdi::Surface& to, const gdi::Surface& from, const gdi::Region& destination, int dx,
               int dy) {
  if (&to == &from && dx == 0 && dy == 0) return;
  gdi::Region safe(from.bounds());
  safe.offset(dx, dy);
  safe &= to.bounds();
  safe &= destination;
  if (safe.empty()) return;
  std::vector<RECT> rects(safe.rects().begin(), safe.rects().end());
  sort_for_move(rects, dx, dy);
  {
    const gdi::SurfaceLock lock(to, &from);
    for (const RECT& rect : rects) copy_rect(to, from, rect, dx, dy);
  }
  to.add_damage(safe.bounds());
}

}  // namespace transom::user
