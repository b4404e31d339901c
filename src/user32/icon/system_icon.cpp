// IDI_APPLICATION and its company, drawn.
#include <cmath>
#include <mutex>

#include "user32/icon/icon.h"

namespace transom::user {
namespace {

constexpr int kSide = 32;

bool in_disc(int x, int y, int radius) {
  const int dx = 2 * x - kSide + 1;
  const int dy = 2 * y - kSide + 1;
  return dx * dx + dy * dy <= 4 * radius * radius;
}

bool in_box(int x, int y, int left, int top, int right, int bottom) {
  return x >= left && x < right && y >= top && y < bottom;
}

// The stroke of '!', 'i', '?' or 'X', in a 32 by 32 box.
bool in_sign(WORD id, int x, int y) {
  switch (id) {
    case 32513: {  // IDI_HAND: a cross
      const int dx = std::abs(2 * x - kSide + 1);
      const int dy = std::abs(2 * y - kSide + 1);
      return std::abs(dx - dy) <= 4 && dx <= 16;
    }
    case 32514:  // IDI_QUESTION
      return in_box(x, y, 11, 7, 21, 10) || in_box(x, y, 18, 10, 21, 16) ||
             in_box(x, y, 14, 14, 18, 20) || in_box(x, y, 10, 8, 13, 13) ||
             in_box(x, y, 14, 22, 18, 26);
    case 32515:  // IDI_EXCLAMATION
      return in_box(x, y, 14, 11, 18, 21) || in_box(x, y, 14, 23, 18, 27);
    default:  // IDI_ASTERISK
      return in_box(x, y, 14, 7, 18, 11) || in_box(x, y, 14, 13, 18, 25);
  }
}

std::uint32_t system_pixel(WORD id, int x, int y) {
  if (id == 32512 || id == 32517 || id == 32518) {  // application: a small window
    if (!in_box(x, y, 3, 5, 29, 27)) return 0;
    if (!in_box(x, y, 4, 6, 28, 26)) return 0xFF000000;
    return in_box(x, y, 4, 6, 28, 11) ? 0xFF000080 : 0xFFFFFFFF;
  }
  const bool sign = in_sign(id, x, y);
  if (id == 32515) {  // a triangle
    const int half = (y - 2) * 16 / 28;
    if (y < 2 || y >= 30 || std::abs(2 * x - kSide + 1) > 2 * half) return 0;
    return sign ? 0xFF000000 : 0xFFFFFF00;
  }
  if (!in_disc(x, y, 15)) return 0;
  if (id == 32513) return sign ? 0xFFFFFFFF : 0xFFFF0000;
  return sign ? 0xFF0000FF : in_disc(x, y, 14) ? 0xFFFFFFFF : 0xFF808080;
}

}  // namespace

HICON system_icon(WORD id) {
  if (id < 32512 || id > 32518) return nullptr;
  static std::mutex* mutex = new std::mutex;
  static HICON icons[7] = {};
  std::lock_guard lock(*mutex);
  HICON& handle = icons[id - 32512];
  if (handle != nullptr) return handle;
  Icon icon{.shared = true, .hot_spot = {16, 16}, .width = kSide, .height = kSide};
  for (int y = 0; y < kSide; ++y) {
    for (int x = 0; x < kSide; ++x) icon.pixels.push_back(system_pixel(id, x, y));
  }
  return handle = insert_icon(std::move(icon));
}

}  // namespace transom::user
