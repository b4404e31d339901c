// Creating bitmaps and reaching their bits.
// https://learn.microsoft.com/windows/win32/gdi/bitmap-functions
#include "gdi32/api.h"
#include "gdi32/device_caps.h"
#include "gdi32/dib.h"
#include "gdi32/stock_bitmap.h"
#include "gdi32/surface_lock.h"
#include "gdi32/system_palette.h"

using namespace transom::gdi;

namespace {

// The format of device-dependent bitmaps: monochrome, or what the screen has.
PixelFormat device_format(int bits) {
  if (bits == 1) return monochrome_format();
  if (bits == 8 && is_palette_display()) return system_palette_format();
  PixelFormat format;
  format.bits = bits;
  if (bits == 16) format.red = 0xF800, format.green = 0x07E0, format.blue = 0x001F;
  if (bits <= 8) {
    const auto palette = stock<Palette>(DEFAULT_PALETTE);
    for (std::size_t i = 0; i < std::size_t{1} << bits; ++i) {
      const auto& entries = palette->entries;
      // The first and the last ten static colours lie at the table's ends.
      const std::size_t end = (std::size_t{1} << bits) - i;
      const PALETTEENTRY entry = i < 10      ? entries[i]
                                 : end <= 10 ? entries[20 - end]
                                             : PALETTEENTRY{};
      format.colors.push_back(
          static_cast<std::uint32_t>(entry.peRed << 16 | entry.peGreen << 8 | entry.peBlue));
    }
  }
  return format;
}

int rounded_depth(UINT bits) {
  for (const UINT depth : {1u, 4u, 8u, 16u, 24u, 32u}) {
    if (bits <= depth) return static_cast<int>(depth);
  }
  return 0;
}

HBITMAP publish_surface(std::shared_ptr<Surface> surface) {
  if (!surface) return transom::base::fail<HBITMAP>(ERROR_NOT_ENOUGH_MEMORY);
  return publish<HBITMAP>(make<Bitmap>(std::move(surface)));
}

std::size_t row_bytes(const Surface& surface) {
  return (static_cast<std::size_t>(surface.width()) *
              static_cast<std::size_t>(surface.format().bits) +
          15) /
         16 * 2;
}

// Copies rows between a bitmap and bits whose rows are aligned to 16 bits; answers the bytes
// copied.
template <class Copy>
LONG copy_rows(const Surface& surface, LONG size, Copy&& copy) {
  const SurfaceLock lock(surface);
  const std::size_t bytes = row_bytes(surface);
  const auto total = static_cast<std::size_t>(std::max<LONG>(size, 0));
  std::size_t done = 0;
  for (int y = 0; y < surface.height() && done < total; ++y) {
    // Our own rows are aligned to 32 bits: there is always room for one of 16.
    const std::size_t count = std::min(bytes, total - done);
    copy(surface.bytes(y), done, count);
    done += count;
  }
  return static_cast<LONG>(done);
}

// GDI coordinates have 28 bits.
constexpr int kTooLarge = 0x8000000;

}  // namespace

// Bits (rows aligned to 16 bits, top down) are copied; null leaves the bitmap black.
// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-createbitmap
HBITMAP WINAPI CreateBitmap(int width, int height, UINT planes, UINT bits_per_pixel,
                            CONST VOID* bits) {
  const int depth = rounded_depth(bits_per_pixel == 0 || planes == 0 ? 1 : bits_per_pixel * planes);
  width = std::abs(std::max(width, -kTooLarge));
  height = std::abs(std::max(height, -kTooLarge));
  if (planes > 32 || depth == 0) return fail_parameter<HBITMAP>();
  // A bitmap without size is the one that memory contexts have.
  if (width == 0 || height == 0) return static_cast<HBITMAP>(default_bitmap()->handle());
  if (width >= kTooLarge || height >= kTooLarge) return fail_parameter<HBITMAP>();
  std::shared_ptr<Surface> surface = Surface::create(width, height, device_format(depth));
  const HBITMAP bitmap = publish_surface(std::move(surface));
  if (bitmap != nullptr && bits != nullptr) SetBitmapBits(bitmap, INT32_MAX, bits);
  return bitmap;
}

// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-createbitmapindirect
HBITMAP WINAPI CreateBitmapIndirect(CONST BITMAP* bitmap) {
  if (bitmap == nullptr || bitmap->bmType != 0) return fail_parameter<HBITMAP>();
  return CreateBitmap(bitmap->bmWidth, bitmap->bmHeight, bitmap->bmPlanes, bitmap->bmBitsPixel,
                      bitmap->bmBits);
}

// Of the format of the context's device, or of the bitmap in a memory context: monochrome to begin
// with. https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-createcompatiblebitmap
HBITMAP WINAPI CreateCompatibleBitmap(HDC handle, int width, int height) {
  const auto dc = require_dc(handle);
  if (!dc) return nullptr;
  if (width < 0 || height < 0) return fail_parameter<HBITMAP>();
  if (!dc->is_memory() || dc->surface() == nullptr) {
    return CreateBitmap(width, height, 1, static_cast<UINT>(display_caps().bits_per_pixel),
                        nullptr);
  }
  const PixelFormat& format = dc->surface()->format();
  if (!dc->state.bitmap->is_dib_section() || width == 0 || height == 0) {
    return CreateBitmap(width, height, 1, static_cast<UINT>(format.bits), nullptr);
  }
  return publish_surface(Surface::create(width, height, format));
}

// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-creatediscardablebitmap
HBITMAP WINAPI CreateDiscardableBitmap(HDC dc, int width, int height) {
  return CreateCompatibleBitmap(dc, width, height);
}

// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-setbitmapbits
LONG WINAPI SetBitmapBits(HBITMAP handle, DWORD size, CONST VOID* bits) {
  const auto bitmap = require<Bitmap>(handle);
  if (!bitmap || bits == nullptr) return 0;
  const auto* from = static_cast<const std::uint8_t*>(bits);
  return copy_rows(*bitmap->surface, static_cast<LONG>(std::min<DWORD>(size, INT32_MAX)),
                   [&](std::uint8_t* row, std::size_t at, std::size_t count) {
                     std::memcpy(row, from + at, count);
                   });
}

// With a null buffer the size needed.
// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-getbitmapbits
LONG WINAPI GetBitmapBits(HBITMAP handle, LONG size, LPVOID bits) {
  const auto bitmap = require<Bitmap>(handle);
  if (!bitmap) return 0;
  if (bits == nullptr)
    return static_cast<LONG>(row_bytes(*bitmap->surface)) * bitmap->surface->height();
  auto* to = static_cast<std::uint8_t*>(bits);
  return copy_rows(*bitmap->surface, size,
                   [&](const std::uint8_t* row, std::size_t at, std::size_t count) {
                     std::memcpy(to + at, row, count);
                   });
}

// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-setbitmapdimensionex
BOOL WINAPI SetBitmapDimensionEx(HBITMAP handle, int width, int height, LPSIZE previous) {
  const auto bitmap = require<Bitmap>(handle);
  if (!bitmap) return FALSE;
  if (previous != nullptr) *previous = bitmap->dimension;
  bitmap->dimension = {width, height};
  return TRUE;
}

// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-getbitmapdimensionex
BOOL WINAPI GetBitmapDimensionEx(HBITMAP handle, LPSIZE size) {
  const auto bitmap = require<Bitmap>(handle);
  if (!bitmap || size == nullptr) return FALSE;
  *size = bitmap->dimension;
  return TRUE;
}
