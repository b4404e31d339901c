#include "gdi32/dib.h"

#include "gdi32/device_context.h"

namespace transom::gdi {
namespace {

constexpr int kLargestSide = 0x7FFF'FFF;

bool is_depth(int bits) {
  return bits == 1 || bits == 4 || bits == 8 || bits == 16 || bits == 24 || bits == 32;
}

// The old OS/2 header: 16-bit sizes, colours of three bytes.
std::optional<DibInfo> parse_core(const BITMAPINFO* info, std::size_t available) {
  BITMAPCOREHEADER header;
  if (available < sizeof header) return {};
  std::memcpy(&header, info, sizeof header);
  DibInfo dib;
  dib.width = header.bcWidth;
  dib.height = header.bcHeight;
  dib.bits = header.bcBitCount;
  return dib;
}

std::optional<DibInfo> parse_info(const BITMAPINFO* info, std::size_t available) {
  BITMAPINFOHEADER header;
  if (available < sizeof header) return {};
  std::memcpy(&header, info, sizeof header);
  if (header.biHeight == INT32_MIN || header.biWidth <= 0) return {};
  DibInfo dib;
  dib.width = header.biWidth;
  dib.height = std::abs(header.biHeight);
  dib.top_down = header.biHeight < 0;
  dib.bits = header.biBitCount;
  dib.compression = header.biCompression;
  dib.image_size = header.biSizeImage;
  return dib;
}

bool is_sane(const DibInfo& dib) {
  if (dib.width <= 0 || dib.height <= 0 || !is_depth(dib.bits)) return false;
  if (dib.width > kLargestSide / dib.bits || dib.height > kLargestSide) return false;
  if (dib.stride() * static_cast<std::size_t>(dib.height) > INT32_MAX) return false;
  switch (dib.compression) {
    case BI_RGB:
      return true;
    case BI_RLE8:
      return dib.bits == 8 && !dib.top_down;
    case BI_RLE4:
      return dib.bits == 4 && !dib.top_down;
    case BI_BITFIELDS:
      return dib.bits == 16 || dib.bits == 32;
    default:
      return false;
  }
}

void set_masks(DibInfo& dib, const std::uint8_t* bytes, std::size_t header_size) {
  if (dib.compression == BI_BITFIELDS) {
    // In larger headers the masks are fields; after the smallest they follow it.
    std::memcpy(dib.masks, bytes + sizeof(BITMAPINFOHEADER), sizeof dib.masks);
    if (header_size == sizeof(BITMAPINFOHEADER)) dib.color_bytes += sizeof dib.masks;
  } else if (dib.bits == 16) {
    std::copy_n(std::initializer_list<DWORD>{0x7C00, 0x03E0, 0x001F}.begin(), 3, dib.masks);
  } else {
    std::copy_n(std::initializer_list<DWORD>{0xFF0000, 0x00FF00, 0x0000FF}.begin(), 3, dib.masks);
  }
}

// Colours beyond those that the table has are black.
bool read_colors(DibInfo& dib, const std::uint8_t* bytes, std::size_t available, DWORD used,
                 bool core, UINT usage, const DeviceContext* dc) {
  const std::size_t all = std::size_t{1} << dib.bits;
  const std::size_t count = used == 0 ? all : std::min<std::size_t>(used, all);
  const std::size_t entry = usage == DIB_PAL_COLORS ? 2 : core ? 3 : 4;
  if (available < dib.color_bytes || (available - dib.color_bytes) / entry < count) return false;
  const std::uint8_t* table = bytes + dib.color_bytes;
  dib.colors.assign(all, 0);
  if (usage == DIB_PAL_COLORS && dc != nullptr) dib.display_pixels.assign(all, 0);
  for (std::size_t i = 0; i < count; ++i, table += entry) {
    if (usage == DIB_PAL_COLORS) {
      const auto index = static_cast<std::uint32_t>(table[0] | table[1] << 8);
      if (dc == nullptr) continue;
      dib.colors[i] = dc->rgb_of(0x01000000 | index);
      dib.display_pixels[i] = dc->state.palette->display_pixel_at(index);
    } else {
      dib.colors[i] = static_cast<std::uint32_t>(table[0] | table[1] << 8 | table[2] << 16);
    }
  }
  dib.color_bytes += (used == 0 ? count : used) * entry;
  return true;
}

}  // namespace

PixelFormat DibInfo::format() const {
  PixelFormat format;
  format.bits = bits;
  format.red = masks[0];
  format.green = masks[1];
  format.blue = masks[2];
  format.colors = colors;
  format.display_pixels = display_pixels;
  return format;
}

std::optional<DibInfo> parse_dib(const BITMAPINFO* info, UINT usage, std::size_t available,
                                 const DeviceContext* dc) {
  if (info == nullptr || available < sizeof(DWORD)) return {};
  DWORD header_size;
  std::memcpy(&header_size, info, sizeof header_size);
  const bool core = header_size == sizeof(BITMAPCOREHEADER);
  if (!core && header_size < sizeof(BITMAPINFOHEADER)) return {};
  if (header_size > available || header_size > 0x10000) return {};
  std::optional<DibInfo> dib = core ? parse_core(info, available) : parse_info(info, available);
  if (!dib || !is_sane(*dib)) return {};
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(info);
  dib->color_bytes = header_size;
  if (dib->compression == BI_BITFIELDS && available < sizeof(BITMAPINFOHEADER) + sizeof dib->masks)
    return {};
  set_masks(*dib, bytes, header_size);
  DWORD used = 0;
  if (!core) std::memcpy(&used, bytes + offsetof(BITMAPINFOHEADER, biClrUsed), sizeof used);
  if (used > 0x10000) return {};
  if (dib->bits <= 8) {
    if (!read_colors(*dib, bytes, available, used, core, usage, dc)) return {};
  } else {
    dib->color_bytes += std::size_t{used} * (usage == DIB_PAL_COLORS ? 2 : 4);
  }
  if (!dib->is_rle()) dib->image_size = dib->stride() * static_cast<std::size_t>(dib->height);
  return dib;
}

void decode_rle(std::span<const std::uint8_t> bytes, Surface& surface) {
  const bool nibbles = surface.format().bits == 4;
  int x = 0, y = surface.height() - 1;
  std::size_t at = 0;
  const auto put = [&](std::uint32_t pixel) {
    if (x < surface.width() && y >= 0) surface.set_pixel(x, y, pixel);
    ++x;
  };
  const auto nibble = [&](std::uint8_t byte, int i) {
    return static_cast<std::uint32_t>(nibbles ? (i % 2 == 0 ? byte >> 4 : byte & 0xF) : byte);
  };
  while (at + 1 < bytes.size() && y >= 0) {
    const int count = bytes[at], value = bytes[at + 1];
    at += 2;
    if (count > 0) {
      for (int i = 0; i < count; ++i) put(nibble(static_cast<std::uint8_t>(value), i));
    } else if (value == 0) {
      x = 0;
      --y;
    } else if (value == 1) {
      return;
    } else if (value == 2) {
      if (at + 1 >= bytes.size()) return;
      x += bytes[at];
      y -= bytes[at + 1];
      at += 2;
    } else {
      const std::size_t length =
          nibbles ? static_cast<std::size_t>(value + 1) / 2 : static_cast<std::size_t>(value);
      if (bytes.size() - at < length) return;
      for (int i = 0; i < value; ++i)
        put(nibble(bytes[at + static_cast<std::size_t>(nibbles ? i / 2 : i)], i));
      at += (length + 1) & ~std::size_t{1};  // runs are padded to words
    }
  }
}

std::shared_ptr<Surface> surface_over_dib(const DibInfo& dib, const void* bits, int lines) {
  if (dib.is_rle()) {
    std::shared_ptr<Surface> surface = Surface::create(dib.width, dib.height, dib.format());
    if (surface) decode_rle({static_cast<const std::uint8_t*>(bits), dib.image_size}, *surface);
    return surface;
  }
  const auto stride = static_cast<std::ptrdiff_t>(dib.stride());
  // Only read from: the source of a copy.
  auto* first = static_cast<std::uint8_t*>(const_cast<void*>(bits));
  if (dib.top_down) return Surface::wrap(dib.width, lines, dib.format(), first, stride, nullptr);
  return Surface::wrap(dib.width, lines, dib.format(), first + (lines - 1) * stride, -stride,
                       nullptr);
}

std::shared_ptr<Surface> surface_of_packed_dib(const void* packed, std::size_t size, UINT usage) {
  const auto dib = parse_dib(static_cast<const BITMAPINFO*>(packed), usage, size);
  if (!dib || size < dib->color_bytes || size - dib->color_bytes < dib->image_size) return nullptr;
  const void* bits = static_cast<const std::uint8_t*>(packed) + dib->color_bytes;
  const std::shared_ptr<Surface> over = surface_over_dib(*dib, bits, dib->height);
  return over ? copy_of(*over) : nullptr;
}

std::shared_ptr<Surface> copy_of(const Surface& surface) {
  std::shared_ptr<Surface> copy =
      Surface::create(surface.width(), surface.height(), surface.format());
  if (!copy) return nullptr;
  const std::size_t bytes =
      (static_cast<std::size_t>(surface.width()) * static_cast<std::size_t>(surface.format().bits) +
       7) /
      8;
  for (int y = 0; y < surface.height(); ++y) std::memcpy(copy->bytes(y), surface.bytes(y), bytes);
  return copy;
}

}  // namespace transom::gdi
