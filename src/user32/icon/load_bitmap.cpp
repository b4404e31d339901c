#include "user32/icon/load_bitmap.h"

#include <cstring>

#include "base/last_error.h"
#include "gdi32/dib.h"
#include "gdi32/memory_dc.h"
#include "gdi32/metafile/file_bytes.h"
#include "kernel32/module/module.h"

namespace transom::user {
namespace {

using Bytes = std::span<const std::uint8_t>;

std::uint32_t system_color(int index) {
  return gdi::swap_red_blue(GetSysColor(index));
}

// LR_LOADMAP3DCOLORS: three greys become what the user chose for the three-dimensional look.
void map_greys(std::vector<std::uint32_t>& colors) {
  for (std::uint32_t& color : colors) {
    if (color == 0x808080)
      color = system_color(COLOR_3DSHADOW);
    else if (color == 0xC0C0C0)
      color = system_color(COLOR_3DFACE);
    else if (color == 0xDFDFDF)
      color = system_color(COLOR_3DLIGHT);
  }
}

// The pixel at the beginning of the bits; nothing for colours that are in no table.
std::optional<std::size_t> first_pixel(const gdi::DibInfo& dib, Bytes bits) {
  if (dib.bits > 8 || dib.is_rle() || bits.empty()) return std::nullopt;
  // "The first pixel in the image" is at the top left, and most images lie upside down.
  const std::size_t row = dib.top_down ? 0 : static_cast<std::size_t>(dib.height) - 1;
  return bits[row * dib.stride()] >> (8 - dib.bits);
}

void apply_color_flags(gdi::DibInfo& dib, Bytes bits, UINT flags) {
  if ((flags & LR_LOADTRANSPARENT) != 0) {
    if (const auto pixel = first_pixel(dib, bits)) {
      const bool mapped = (flags & LR_LOADMAP3DCOLORS) != 0;
      dib.colors[*pixel] = system_color(mapped ? COLOR_3DFACE : COLOR_WINDOW);
    }
  }
  if ((flags & LR_LOADMAP3DCOLORS) != 0) map_greys(dib.colors);
}

// A BITMAPINFO for pixels like these in another size.
std::vector<std::uint8_t> describe(const gdi::DibInfo& dib, int width, int height,
                                   DWORD compression) {
  BITMAPINFOHEADER header{};
  header.biSize = sizeof header;
  header.biWidth = width;
  header.biHeight = dib.top_down ? -height : height;
  header.biPlanes = 1;
  header.biBitCount = static_cast<WORD>(dib.bits);
  header.biCompression = compression;
  header.biSizeImage = static_cast<DWORD>(compression == dib.compression ? dib.image_size : 0);
  const std::size_t masks = compression == BI_BITFIELDS ? sizeof dib.masks : 0;
  const std::size_t table = dib.colors.size() * sizeof(RGBQUAD);
  std::vector<std::uint8_t> info(sizeof header + masks + table);
  std::memcpy(info.data(), &header, sizeof header);
  if (masks != 0) std::memcpy(info.data() + sizeof header, dib.masks, masks);
  if (table != 0) std::memcpy(info.data() + sizeof header + masks, dib.colors.data(), table);
  return info;
}

bool is_black_and_white(const gdi::DibInfo& dib) {
  return dib.bits == 1 && dib.colors[0] == 0 && dib.colors[1] == 0xFFFFFF;
}

HBITMAP make_empty(const gdi::DibInfo& dib, int width, int height, UINT flags, void** pixels) {
  if ((flags & LR_CREATEDIBSECTION) != 0) {
    const auto info = describe(dib, width, height, dib.is_rle() ? BI_RGB : dib.compression);
    return CreateDIBSection(nullptr, reinterpret_cast<const BITMAPINFO*>(info.data()),
                            DIB_RGB_COLORS, pixels, nullptr, 0);
  }
  if ((flags & LR_MONOCHROME) != 0 || is_black_and_white(dib)) {
    return CreateBitmap(width, height, 1, 1, nullptr);
  }
  const HDC screen = GetDC(nullptr);
  const HBITMAP bitmap = CreateCompatibleBitmap(screen, width, height);
  ReleaseDC(nullptr, screen);
  return bitmap;
}

// From a header with its colours, and the bits at `bits_at` (0: behind them).
HBITMAP make_bitmap(Bytes bytes, std::size_t bits_at, int width, int height, UINT flags) {
  auto dib = gdi::parse_dib(reinterpret_cast<const BITMAPINFO*>(bytes.data()), DIB_RGB_COLORS,
                            bytes.size());
  if (!dib) return base::fail<HBITMAP>(ERROR_INVALID_DATA);
  if (bits_at == 0) bits_at = dib->color_bytes;
  if (bits_at < dib->color_bytes || bits_at > bytes.size()) {
    return base::fail<HBITMAP>(ERROR_INVALID_DATA);
  }
  const Bytes bits = bytes.subspan(bits_at);
  if (dib->is_rle()) dib->image_size = bits.size();
  if (dib->image_size > bits.size()) return base::fail<HBITMAP>(ERROR_INVALID_DATA);
  if (width == 0) width = dib->width;
  if (height == 0) height = dib->height;
  apply_color_flags(*dib, bits, flags);
  void* pixels = nullptr;
  const HBITMAP bitmap = make_empty(*dib, width, height, flags, &pixels);
  if (bitmap == nullptr) return nullptr;
  if (pixels != nullptr && !dib->is_rle() && width == dib->width && height == dib->height) {
    // Bit for bit: what a program keeps in the fourth byte stays.
    std::memcpy(pixels, bits.data(), dib->image_size);
    return bitmap;
  }
  const gdi::MemoryDc to(bitmap);
  SetStretchBltMode(to.get(), COLORONCOLOR);
  const auto info = describe(*dib, dib->width, dib->height, dib->compression);
  StretchDIBits(to.get(), 0, 0, width, height, 0, 0, dib->width, dib->height, bits.data(),
                reinterpret_cast<const BITMAPINFO*>(info.data()), DIB_RGB_COLORS, SRCCOPY);
  return bitmap;
}

// What GetDIBits tells of a bitmap's pixels.
std::optional<gdi::DibInfo> describe_pixels(HBITMAP bitmap) {
  struct {
    BITMAPINFOHEADER header;
    RGBQUAD colors[256];
  } info{};
  info.header.biSize = sizeof info.header;
  const HDC screen = GetDC(nullptr);
  auto* described = reinterpret_cast<BITMAPINFO*>(&info);
  const bool known = GetDIBits(screen, bitmap, 0, 0, nullptr, described, DIB_RGB_COLORS) != 0;
  if (known && info.header.biBitCount <= 8) {
    // Asked for lines, it fills in the table, too.
    std::vector<std::uint8_t> line(static_cast<std::size_t>(info.header.biWidth) + 4);
    GetDIBits(screen, bitmap, 0, 1, line.data(), described, DIB_RGB_COLORS);
  }
  ReleaseDC(nullptr, screen);
  if (!known) return std::nullopt;
  return gdi::parse_dib(described, DIB_RGB_COLORS, sizeof info);
}

}  // namespace

HBITMAP load_bitmap_resource(HINSTANCE module, LPCWSTR name, int width, int height, UINT flags) {
  if (module == nullptr && IS_INTRESOURCE(name)) {
    if (const HBITMAP bitmap = system_bitmap(LOWORD(name))) return bitmap;
  }
  const Bytes bytes = kernel::find_resource_data(module, MAKEINTRESOURCEW(2), name);
  if (bytes.empty()) return base::fail<HBITMAP>(ERROR_RESOURCE_NAME_NOT_FOUND);
  return make_bitmap(bytes, 0, width, height, flags);
}

HBITMAP load_bitmap_file(LPCWSTR path, int width, int height, UINT flags) {
  const auto file = gdi::read_file(path);
  if (!file) return nullptr;
  BITMAPFILEHEADER header{};
  if (file->size() <= sizeof header) return base::fail<HBITMAP>(ERROR_INVALID_DATA);
  std::memcpy(&header, file->data(), sizeof header);
  constexpr WORD kSignature = 0x4D42;  // "BM"
  if (header.bfType != kSignature || header.bfOffBits < sizeof header) {
    return base::fail<HBITMAP>(ERROR_INVALID_DATA);
  }
  return make_bitmap(Bytes(*file).subspan(sizeof header), header.bfOffBits - sizeof header, width,
                     height, flags);
}

HBITMAP copy_bitmap(HBITMAP bitmap, int width, int height, UINT flags) {
  const auto source = describe_pixels(bitmap);
  if (!source) return base::fail<HBITMAP>(ERROR_INVALID_HANDLE);
  if (width == 0) width = source->width;
  if (height == 0) height = source->height;
  const bool same_size = width == source->width && height == source->height;
  const bool same_kind =
      (flags & LR_CREATEDIBSECTION) == 0 && ((flags & LR_MONOCHROME) == 0 || source->bits == 1);
  if ((flags & LR_COPYRETURNORG) != 0 && same_size && same_kind) return bitmap;
  void* pixels = nullptr;
  const HBITMAP copy = make_empty(*source, width, height, flags, &pixels);
  if (copy == nullptr) return nullptr;
  {
    const gdi::MemoryDc from(bitmap);
    const gdi::MemoryDc to(copy);
    SetStretchBltMode(to.get(), COLORONCOLOR);
    StretchBlt(to.get(), 0, 0, width, height, from.get(), 0, 0, source->width, source->height,
               SRCCOPY);
  }
  if ((flags & LR_COPYDELETEORG) != 0) DeleteObject(bitmap);
  return copy;
}

}  // namespace transom::user
