// Pixels in memory: what windows are drawn in, what bitmaps hold.
//
// A display surface has 32 bits a pixel, 0x00RRGGBB in a uint32_t (BGRx in memory); the top byte
// carries nothing. Bitmaps may also have 1, 4, 8, 16 or 24 bits, as DIB sections ask for, and rows
// from the bottom up (negative stride). "Pixel" below means the raw value in the surface's format.
//
// Lifetime: std::shared_ptr. Threads: whoever draws or reads holds a SurfaceLock (surface_lock.h),
// by hand or by the Raster that it draws with; size and layout never change. The damage has its own
// lock and may be taken on any thread.
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <vector>

#include "base/module_api.h"
#include "base/win32.h"
#include "gdi32/region.h"

namespace transom::gdi {

// What raw pixel values mean.
struct PixelFormat {
  int bits = 32;
  // For 16 and 32 bits.
  std::uint32_t red = 0xFF0000, green = 0x00FF00, blue = 0x0000FF;
  // For 1, 4 and 8 bits: 0x00RRGGBB for each value. A monochrome device-dependent bitmap has
  // {0, 0xFFFFFF} here and `monochrome` set: text and background colours apply when it is
  // converted.
  std::vector<std::uint32_t> colors{};
  bool monochrome = false;
  // Of an 8-bit display and what is compatible with it: pixels are places of the system palette
  // (system_palette.h), and `colors` only tells how many there are.
  bool follows_system_palette = false;
  // Of a DIB whose table has indexes of a logical palette: where those are in the system palette.
  std::vector<std::uint8_t> display_pixels{};

  bool is_indexed() const { return bits <= 8; }
  bool is_rgb32() const { return bits == 32 && red == 0xFF0000 && green == 0xFF00 && blue == 0xFF; }
  // From 0x00RRGGBB to a raw pixel: the nearest colour where there is not this one.
  std::uint32_t pack(std::uint32_t rgb) const;
  std::uint32_t unpack(std::uint32_t pixel) const;
  // What the pixels of an indexed format mean at present.
  std::vector<std::uint32_t> color_table() const;
  bool operator==(const PixelFormat&) const = default;
};

// 0x00BBGGRR as programs give it, 0x00RRGGBB as surfaces keep it; its own inverse.
constexpr std::uint32_t swap_red_blue(std::uint32_t color) {
  return (color & 0xFF) << 16 | (color & 0xFF00) | (color >> 16 & 0xFF);
}

class TRANSOM_MODULE_API Surface {
 public:
  // A display surface with memory of its own, black; null when it cannot be had.
  static std::shared_ptr<Surface> create(int width, int height);
  static std::shared_ptr<Surface> create(int width, int height, PixelFormat format);
  // Over memory of someone else's (MIT-SHM, a DIB section): `top_row` is the address of row 0,
  // `stride` the bytes from one row to the next, negative when rows go upwards. `keep_alive` is
  // held as long as the surface lives.
  static std::shared_ptr<Surface> wrap(int width, int height, PixelFormat format, void* top_row,
                                       std::ptrdiff_t stride, std::shared_ptr<void> keep_alive);

  int width() const { return width_; }
  int height() const { return height_; }
  std::ptrdiff_t stride() const { return stride_; }
  const PixelFormat& format() const { return format_; }
  PixelFormat& format() { return format_; }
  RECT bounds() const { return {0, 0, width_, height_}; }

  // Pixels, with the lock held. A row; `y` must be within the surface. row() is for 32-bit formats.
  std::uint8_t* bytes(int y) const { return top_row_ + y * stride_; }
  std::uint32_t* row(int y) const { return reinterpret_cast<std::uint32_t*>(bytes(y)); }

  // Raw pixels of any format, `count` of them from x; all within the surface.
  void read(int x, int y, int count, std::uint32_t* pixels) const;
  void write(int x, int y, int count, const std::uint32_t* pixels);
  std::uint32_t pixel(int x, int y) const;
  void set_pixel(int x, int y, std::uint32_t pixel);

  // Damage: what changed since it was last taken. Kept only after track_damage(), which says whom
  // to tell when a clean surface becomes damaged; `listener` is called by the drawing thread,
  // without locks, and must be quick. It may be empty.
  void track_damage(std::function<void()> listener);
  void add_damage(const RECT& area) {
    if (tracked_.load(std::memory_order_relaxed)) note_damage(area);
  }
  bool is_damaged() const { return damaged_.load(std::memory_order_acquire); }
  Region take_damage();

 private:
  friend class SurfaceLock;
  Surface() = default;
  void note_damage(const RECT& area);

  int width_ = 0;
  int height_ = 0;
  std::ptrdiff_t stride_ = 0;
  std::uint8_t* top_row_ = nullptr;
  PixelFormat format_;
  std::shared_ptr<void> memory_;
  mutable std::mutex pixels_mutex_;

  std::atomic<bool> tracked_{false};
  std::atomic<bool> damaged_{false};
  std::mutex damage_mutex_;
  // Guarded by damage_mutex_.
  Region damage_;
  RECT last_damage_{};
  std::function<void()> listener_;
};

}  // namespace transom::gdi
