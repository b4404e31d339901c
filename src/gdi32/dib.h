// Device-independent bitmaps: headers, colour tables and bits as programs and files hold them.
//
// All sizes come from outside and are checked; a header that makes no sense gives nothing.
// https://learn.microsoft.com/windows/win32/gdi/device-independent-bitmaps
#pragma once

#include <memory>
#include <optional>

#include "gdi32/surface.h"

namespace transom::gdi {

class DeviceContext;

struct DibInfo {
  int width = 0;
  int height = 0;  // never negative
  bool top_down = false;
  int bits = 0;  // a pixel
  DWORD compression = BI_RGB;
  DWORD masks[3] = {};                         // of 16 and 32 bits
  std::vector<std::uint32_t> colors{};         // 0x00RRGGBB, as many as the depth has
  std::vector<std::uint8_t> display_pixels{};  // as PixelFormat has them
  std::size_t color_bytes = 0;                 // header and colour table together
  std::size_t image_size = 0;  // bytes of bits; for compressed ones what the header says

  std::size_t stride() const {
    return (static_cast<std::size_t>(width) * static_cast<std::size_t>(bits) + 31) / 32 * 4;
  }
  // Where a part begins, counted from the upper left corner as surfaces have it. Programs measure a
  // bottom-up bitmap from its lower left corner.
  int top_of(int y, int part_height) const {
    return top_down ? y : static_cast<int>(std::int64_t{height} - y - part_height);
  }
  bool is_rle() const { return compression == BI_RLE8 || compression == BI_RLE4; }
  PixelFormat format() const;
};

// Reads a header and its colour table, at most `available` bytes of them. With DIB_PAL_COLORS the
// table has indexes into the palette of `dc`.
std::optional<DibInfo> parse_dib(const BITMAPINFO* info, UINT usage,
                                 std::size_t available = SIZE_MAX,
                                 const DeviceContext* dc = nullptr);

// The bits as a surface: over the program's own memory, or decoded when compressed. `bits` must
// hold `lines` rows (image_size bytes when compressed). Null: out of memory.
std::shared_ptr<Surface> surface_over_dib(const DibInfo& dib, const void* bits, int lines);

// Header, colours and bits in one block, copied; null when they do not fit in `size`.
std::shared_ptr<Surface> surface_of_packed_dib(const void* packed, std::size_t size, UINT usage);

std::shared_ptr<Surface> copy_of(const Surface& surface);

// Run-length decoding of 4 and 8 bits into a surface of that depth; stops at bytes that make no
// sense.
void decode_rle(std::span<const std::uint8_t> bytes, Surface& surface);

}  // namespace transom::gdi
