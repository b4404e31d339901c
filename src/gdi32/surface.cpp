#include "gdi32/surface.h"

#include <limits>
#include <new>

#include "gdi32/palette.h"
#include "gdi32/system_palette.h"

namespace transom::gdi {
namespace {

int shift_of(std::uint32_t mask) {
  return mask == 0 ? 0 : __builtin_ctz(mask);
}

// 8 bits into a field and back; a field of n bits keeps the top n.
std::uint32_t to_field(std::uint32_t value, std::uint32_t mask) {
  if (mask == 0) return 0;
  const int width = __builtin_popcount(mask);
  const std::uint32_t scaled = width >= 8 ? value << (width - 8) : value >> (8 - width);
  return scaled << shift_of(mask) & mask;
}

std::uint32_t from_field(std::uint32_t pixel, std::uint32_t mask) {
  if (mask == 0) return 0;
  const int width = __builtin_popcount(mask);
  const std::uint32_t value = (pixel & mask) >> shift_of(mask);
  if (width >= 8) return value >> (width - 8);
  // The top bits repeat below, so that the largest value is 255.
  const std::uint32_t top = value << (8 - width);
  std::uint32_t result = top;
  for (int used = width; used < 8; used += width) result |= top >> used;
  return result & 0xFF;
}

std::uint32_t nearest(const std::vector<std::uint32_t>& colors, std::uint32_t rgb) {
  std::uint32_t best = 0;
  int best_distance = std::numeric_limits<int>::max();
  for (std::uint32_t index = 0; index < colors.size(); ++index) {
    const int distance = color_distance(colors[index], rgb);
    if (distance >= best_distance) continue;
    best = index;
    best_distance = distance;
    if (distance == 0) break;
  }
  return best;
}

}  // namespace

std::uint32_t PixelFormat::pack(std::uint32_t rgb) const {
  if (follows_system_palette) return nearest_static_pixel(rgb & 0xFFFFFF);
  if (is_indexed()) return nearest(colors, rgb & 0xFFFFFF);
  if (bits == 24 || is_rgb32()) return rgb & 0xFFFFFF;
  return to_field(rgb >> 16 & 0xFF, red) | to_field(rgb >> 8 & 0xFF, green) |
         to_field(rgb & 0xFF, blue);
}

std::vector<std::uint32_t> PixelFormat::color_table() const {
  if (!follows_system_palette) return colors;
  return {system_colors.begin(), system_colors.end()};
}

std::uint32_t PixelFormat::unpack(std::uint32_t pixel) const {
  if (follows_system_palette) return system_colors[pixel & 0xFF];
  if (is_indexed()) return pixel < colors.size() ? colors[pixel] : 0;
  if (bits == 24 || is_rgb32()) return pixel & 0xFFFFFF;
  return from_field(pixel, red) << 16 | from_field(pixel, green) << 8 | from_field(pixel, blue);
}

std::shared_ptr<Surface> Surface::create(int width, int height) {
  return create(width, height, PixelFormat{});
}

std::shared_ptr<Surface> Surface::create(int width, int height, PixelFormat format) {
  if (width < 0 || height < 0) return nullptr;
  const std::int64_t stride = (std::int64_t{width} * format.bits + 31) / 32 * 4;
  const std::int64_t size = stride * height;
  if (stride > INT32_MAX || size > INT32_MAX) return nullptr;
  // calloc: a large surface that is never drawn in costs no memory.
  void* memory = std::calloc(1, static_cast<std::size_t>(size > 0 ? size : 4));
  if (memory == nullptr) return nullptr;
  return wrap(width, height, std::move(format), memory, static_cast<std::ptrdiff_t>(stride),
              std::shared_ptr<void>(memory, std::free));
}

std::shared_ptr<Surface> Surface::wrap(int width, int height, PixelFormat format, void* top_row,
                                       std::ptrdiff_t stride, std::shared_ptr<void> keep_alive) {
  std::shared_ptr<Surface> surface(new Surface);
  surface->width_ = width;
  surface->height_ = height;
  surface->stride_ = stride;
  surface->top_row_ = static_cast<std::uint8_t*>(top_row);
  surface->format_ = std::move(format);
  surface->memory_ = std::move(keep_alive);
  return surface;
}

void Surface::read(int x, int y, int count, std::uint32_t* pixels) const {
  const std::uint8_t* from = bytes(y);
  switch (format_.bits) {
    case 32:
      std::memcpy(pixels, from + std::ptrdiff_t{x} * 4, static_cast<std::size_t>(count) * 4);
      return;
    case 24:
      from += std::ptrdiff_t{x} * 3;
      for (int i = 0; i < count; ++i, from += 3) {
        pixels[i] = from[0] | static_cast<std::uint32_t>(from[1]) << 8 |
                    static_cast<std::uint32_t>(from[2]) << 16;
      }
      return;
    case 16:
      for (int i = 0; i < count; ++i) {
        std::uint16_t value;
        std::memcpy(&value, from + std::ptrdiff_t{x + i} * 2, 2);
        pixels[i] = value;
      }
      return;
    case 8:
      for (int i = 0; i < count; ++i) pixels[i] = from[x + i];
      return;
    case 4:
      for (int i = 0; i < count; ++i) {
        pixels[i] = from[(x + i) / 2] >> ((x + i) % 2 == 0 ? 4 : 0) & 0xF;
      }
      return;
    default:
      for (int i = 0; i < count; ++i) pixels[i] = from[(x + i) / 8] >> (7 - (x + i) % 8) & 1;
      return;
  }
}

void Surface::write(int x, int y, int count, const std::uint32_t* pixels) {
  std::uint8_t* to = bytes(y);
  switch (format_.bits) {
    case 32:
      std::memcpy(to + std::ptrdiff_t{x} * 4, pixels, static_cast<std::size_t>(count) * 4);
      return;
    case 24:
      to += std::ptrdiff_t{x} * 3;
      for (int i = 0; i < count; ++i, to += 3) {
        to[0] = static_cast<std::uint8_t>(pixels[i]);
        to[1] = static_cast<std::uint8_t>(pixels[i] >> 8);
        to[2] = static_cast<std::uint8_t>(pixels[i] >> 16);
      }
      return;
    case 16:
      for (int i = 0; i < count; ++i) {
        const auto value = static_cast<std::uint16_t>(pixels[i]);
        std::memcpy(to + std::ptrdiff_t{x + i} * 2, &value, 2);
      }
      return;
    case 8:
      for (int i = 0; i < count; ++i) to[x + i] = static_cast<std::uint8_t>(pixels[i]);
      return;
    case 4:
      for (int i = 0; i < count; ++i) {
        std::uint8_t& byte = to[(x + i) / 2];
        const int shift = (x + i) % 2 == 0 ? 4 : 0;
        byte = static_cast<std::uint8_t>((byte & ~(0xF << shift)) | (pixels[i] & 0xF) << shift);
      }
      return;
    default:
      for (int i = 0; i < count; ++i) {
        std::uint8_t& byte = to[(x + i) / 8];
        const int shift = 7 - (x + i) % 8;
        byte = static_cast<std::uint8_t>((byte & ~(1 << shift)) | (pixels[i] & 1) << shift);
      }
      return;
  }
}

std::uint32_t Surface::pixel(int x, int y) const {
  std::uint32_t value;
  read(x, y, 1, &value);
  return value;
}

void Surface::set_pixel(int x, int y, std::uint32_t pixel) {
  write(x, y, 1, &pixel);
}

void Surface::track_damage(std::function<void()> listener) {
  std::lock_guard lock(damage_mutex_);
  listener_ = std::move(listener);
  tracked_ = true;
}

void Surface::note_damage(const RECT& area) {
  // Past this many rectangles the exact shape costs more than presenting too much.
  constexpr std::size_t kMaximumRects = 32;
  std::function<void()> listener;
  {
    std::lock_guard lock(damage_mutex_);
    const RECT& last = last_damage_;
    if (area.left >= last.left && area.right <= last.right && area.top >= last.top &&
        area.bottom <= last.bottom) {
      return;
    }
    last_damage_ = area;
    damage_ |= area;
    if (damage_.rects().size() > kMaximumRects) damage_ = Region(damage_.bounds());
    if (!damaged_.exchange(true)) listener = listener_;
  }
  if (listener) listener();
}

Region Surface::take_damage() {
  std::lock_guard lock(damage_mutex_);
  last_damage_ = {};
  damaged_ = false;
  Region damage = std::move(damage_);
  damage_.clear();
  return damage &= bounds();
}

}  // namespace transom::gdi
