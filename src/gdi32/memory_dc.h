// Memory device contexts for code that draws through GDI's own functions.
// https://learn.microsoft.com/windows/win32/gdi/memory-device-contexts
#pragma once

#include <cstdint>
#include <span>

#include "base/win32.h"

namespace transom::gdi {

// Pixels of 32 bits, the top row first, for the functions of device-independent bitmaps.
inline BITMAPINFO describe_pixels(int width, int height) {
  BITMAPINFO info{};
  info.bmiHeader = {.biSize = sizeof info.bmiHeader,
                    .biWidth = width,
                    .biHeight = -height,
                    .biPlanes = 1,
                    .biBitCount = 32};
  return info;
}

// A bitmap, selected for as long as it is drawn into or read.
class MemoryDc {
 public:
  // Compatible with `like`, or with the screen.
  explicit MemoryDc(HGDIOBJ bitmap, HDC like = nullptr)
      : dc_(CreateCompatibleDC(like)), before_(SelectObject(dc_, bitmap)) {}
  ~MemoryDc() {
    if (before_ != nullptr) SelectObject(dc_, before_);
    DeleteDC(dc_);
  }
  MemoryDc(const MemoryDc&) = delete;
  MemoryDc& operator=(const MemoryDc&) = delete;

  // False: it is no bitmap, or another context has it.
  explicit operator bool() const { return before_ != nullptr; }
  HDC get() const { return dc_; }

 private:
  HDC dc_;
  HGDIOBJ before_;
};

// Pixels of its own, 32 bits each, the top row first, black and transparent to begin with. None
// where there is no memory for them.
class PixelDc {
 public:
  PixelDc(int width, int height)
      : count_(static_cast<std::size_t>(width) * static_cast<std::size_t>(height)),
        bitmap_(make(width, height, bits_)),
        dc_(bitmap_) {}
  PixelDc(const PixelDc&) = delete;
  PixelDc& operator=(const PixelDc&) = delete;

  HDC get() const { return dc_.get(); }
  HBITMAP bitmap() const { return bitmap_.handle; }
  std::span<std::uint32_t> pixels() { return {bits_, bits_ != nullptr ? count_ : 0}; }
  std::span<const std::uint32_t> pixels() const { return {bits_, bits_ != nullptr ? count_ : 0}; }

 private:
  struct Bitmap {
    HBITMAP handle;
    operator HBITMAP() const { return handle; }
    ~Bitmap() { DeleteObject(handle); }
  };
  static Bitmap make(int width, int height, std::uint32_t*& bits) {
    const BITMAPINFO info = describe_pixels(width, height);
    void* pixels = nullptr;
    const HBITMAP bitmap = CreateDIBSection(nullptr, &info, DIB_RGB_COLORS, &pixels, nullptr, 0);
    bits = static_cast<std::uint32_t*>(pixels);
    return {bitmap};
  }

  std::size_t count_;
  std::uint32_t* bits_ = nullptr;
  Bitmap bitmap_;  // deleted once the context has let go of it
  MemoryDc dc_;
};

}  // namespace transom::gdi
