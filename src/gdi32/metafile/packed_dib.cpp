#include "gdi32/metafile/packed_dib.h"

#include <cstring>

#include "gdi32/surface_lock.h"

namespace transom::gdi {
namespace {

BITMAPINFOHEADER header_of(int width, int height, int bits, std::size_t size) {
  BITMAPINFOHEADER header{};
  header.biSize = sizeof header;
  header.biWidth = width;
  header.biHeight = height;
  header.biPlanes = 1;
  header.biBitCount = static_cast<WORD>(bits);
  header.biSizeImage = static_cast<DWORD>(size);
  return header;
}

void append(std::vector<std::uint8_t>& to, const void* bytes, std::size_t size) {
  const auto* from = static_cast<const std::uint8_t*>(bytes);
  to.insert(to.end(), from, from + size);
}

std::vector<std::uint32_t> table_of(const PixelFormat& format, const ConversionColors& colors) {
  if (format.monochrome) return {colors.text, colors.background};
  std::vector<std::uint32_t> table = format.color_table();
  table.resize(std::size_t{1} << format.bits);
  return table;
}

}  // namespace

PackedDib pack_dib(const Surface& surface, const RECT& part, const ConversionColors& colors) {
  const SurfaceLock lock(surface);
  const PixelFormat& format = surface.format();
  const int width = part.right - part.left, height = part.bottom - part.top;
  PixelFormat packed_format;
  packed_format.bits = format.is_indexed() ? format.bits : 32;
  packed_format.colors = format.is_indexed() ? table_of(format, colors) : packed_format.colors;
  const auto packed = Surface::create(width, height, packed_format);
  PackedDib dib;
  if (!packed) return dib;
  std::vector<std::uint32_t> row(static_cast<std::size_t>(width));
  for (int y = 0; y < height; ++y) {
    surface.read(part.left, part.top + y, width, row.data());
    if (!format.is_indexed() && !format.is_rgb32()) {
      for (auto& pixel : row) pixel = format.unpack(pixel);
    }
    packed->write(0, height - 1 - y, width, row.data());
  }
  const auto stride = static_cast<std::size_t>(packed->stride());
  const BITMAPINFOHEADER header =
      header_of(width, height, packed_format.bits, stride * static_cast<std::size_t>(height));
  append(dib.info, &header, sizeof header);
  append(dib.info, packed_format.colors.data(), packed_format.colors.size() * sizeof(RGBQUAD));
  append(dib.bits, packed->bytes(0), stride * static_cast<std::size_t>(height));
  return dib;
}

PackedDib pack_dib(const BITMAPINFO* info, const DibInfo& dib, const void* bits, int lines) {
  PackedDib packed;
  append(packed.info, info, dib.color_bytes);
  const std::size_t size =
      dib.is_rle() ? dib.image_size : dib.stride() * static_cast<std::size_t>(lines);
  append(packed.bits, bits, size);
  return packed;
}

std::optional<StoredDib> stored_dib(std::span<const std::uint8_t> header,
                                    std::optional<std::span<const std::uint8_t>> bits, UINT usage,
                                    UINT lines) {
  if (header.empty() || usage > DIB_PAL_COLORS) return {};
  const auto* info = reinterpret_cast<const BITMAPINFO*>(header.data());
  const auto parsed = parse_dib(info, usage, header.size());
  // Colours that nobody needs count, too: those of bitmaps without a table.
  if (!parsed || parsed->color_bytes > header.size()) return {};
  // Few bytes of a compressed bitmap may stand for any number of pixels.
  constexpr std::int64_t kMostPixels = 1 << 26;
  if (parsed->is_rle() && std::int64_t{parsed->width} * parsed->height > kMostPixels) return {};
  std::size_t needed = parsed->image_size;
  if (!parsed->is_rle() && lines != 0) needed = parsed->stride() * std::size_t{lines};
  const auto rows = bits ? *bits : header.subspan(parsed->color_bytes);
  if (rows.size() < needed) return {};
  return StoredDib{info, rows.data(), *parsed};
}

}  // namespace transom::gdi
