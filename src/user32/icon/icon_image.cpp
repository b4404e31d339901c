// Reading icon images: the DIB with a mask, or the PNG, that resources and .ico files hold.
// https://learn.microsoft.com/windows/win32/menurc/resource-file-formats#icon-and-cursor-resources
#include <cairo/cairo.h>

#include <cstring>

#include "user32/icon/icon.h"

namespace transom::user {
namespace {

constexpr int kLargest = 1024;  // pixels a side; Windows's own icons end at 256

struct PngSource {
  std::span<const std::uint8_t> bytes;
};

cairo_status_t read_png(void* closure, unsigned char* data, unsigned length) {
  auto& source = *static_cast<PngSource*>(closure);
  if (source.bytes.size() < length) return CAIRO_STATUS_READ_ERROR;
  std::memcpy(data, source.bytes.data(), length);
  source.bytes = source.bytes.subspan(length);
  return CAIRO_STATUS_SUCCESS;
}

std::uint32_t unpremultiply(std::uint32_t pixel) {
  const std::uint32_t alpha = pixel >> 24;
  if (alpha == 0 || alpha == 255) return pixel;
  const auto channel = [&](int shift) {
    return std::min(255u, (pixel >> shift & 0xFF) * 255 / alpha) << shift;
  };
  return alpha << 24 | channel(16) | channel(8) | channel(0);
}

// The size stands in the first chunk, so that a file cannot ask for gigabytes.
bool png_size_is_reasonable(std::span<const std::uint8_t> bytes) {
  if (bytes.size() < 24) return false;
  const auto big_endian = [&](std::size_t at) {
    return static_cast<std::uint32_t>(bytes[at] << 24 | bytes[at + 1] << 16 | bytes[at + 2] << 8 |
                                      bytes[at + 3]);
  };
  return big_endian(16) - 1 < kLargest && big_endian(20) - 1 < kLargest;
}

std::optional<Icon> decode_png(std::span<const std::uint8_t> bytes) {
  if (!png_size_is_reasonable(bytes)) return std::nullopt;
  PngSource source{bytes};
  cairo_surface_t* surface = cairo_image_surface_create_from_png_stream(read_png, &source);
  std::optional<Icon> icon;
  const cairo_format_t format = cairo_image_surface_get_format(surface);
  if (cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS &&
      (format == CAIRO_FORMAT_ARGB32 || format == CAIRO_FORMAT_RGB24)) {
    icon.emplace();
    icon->width = cairo_image_surface_get_width(surface);
    icon->height = cairo_image_surface_get_height(surface);
    const unsigned char* data = cairo_image_surface_get_data(surface);
    const int stride = cairo_image_surface_get_stride(surface);
    for (int y = 0; y < icon->height; ++y) {
      for (int x = 0; x < icon->width; ++x) {
        std::uint32_t pixel;
        std::memcpy(&pixel, data + y * stride + x * 4, sizeof pixel);
        icon->pixels.push_back(format == CAIRO_FORMAT_RGB24 ? pixel | 0xFF000000
                                                            : unpremultiply(pixel));
      }
    }
  }
  cairo_surface_destroy(surface);
  return icon;
}

std::size_t row_bytes(int width, int bits) {
  return static_cast<std::size_t>((width * bits + 31) / 32 * 4);
}

// Reads pixel x of a row of uncompressed DIB data.
std::uint32_t read_pixel(const std::uint8_t* row, int x, int bits,
                         std::span<const std::uint8_t> palette) {
  switch (bits) {
    case 32: {
      std::uint32_t pixel;
      std::memcpy(&pixel, row + x * 4, sizeof pixel);
      return pixel;
    }
    case 24:
      return static_cast<std::uint32_t>(row[x * 3 + 2] << 16 | row[x * 3 + 1] << 8 | row[x * 3]);
    default: {
      const int per_byte = 8 / bits;
      const int shift = (per_byte - 1 - x % per_byte) * bits;
      const auto index =
          static_cast<std::size_t>(row[x / per_byte] >> shift & ((1 << bits) - 1)) * 4;
      if (index + 3 >= palette.size()) return 0;
      return static_cast<std::uint32_t>(palette[index + 2] << 16 | palette[index + 1] << 8 |
                                        palette[index]);
    }
  }
}

bool is_supported(const BITMAPINFOHEADER& header) {
  const int bits = header.biBitCount;
  const bool depth = bits == 1 || bits == 4 || bits == 8 || bits == 24 || bits == 32;
  return header.biSize >= sizeof header && header.biCompression == BI_RGB && depth &&
         header.biWidth > 0 && header.biWidth <= kLargest && header.biHeight >= 2 &&
         header.biHeight <= 2 * kLargest;
}

// The image, then its mask, both from the bottom up; the header's height counts both.
std::optional<Icon> decode_dib(std::span<const std::uint8_t> bytes) {
  BITMAPINFOHEADER header;
  if (bytes.size() < sizeof header) return std::nullopt;
  std::memcpy(&header, bytes.data(), sizeof header);
  if (!is_supported(header)) return std::nullopt;
  const int bits = header.biBitCount;
  Icon icon{.width = static_cast<int>(header.biWidth),
            .height = static_cast<int>(header.biHeight / 2)};
  const std::size_t colors = bits > 8 ? 0 : header.biClrUsed != 0 ? header.biClrUsed : 1u << bits;
  if (colors > 256 || header.biSize > bytes.size()) return std::nullopt;
  const std::size_t image = header.biSize + colors * 4;
  const std::size_t stride = row_bytes(icon.width, bits);
  const std::size_t mask_stride = row_bytes(icon.width, 1);
  const auto height = static_cast<std::size_t>(icon.height);
  const std::size_t mask = image + stride * height;
  if (mask > bytes.size()) return std::nullopt;
  const bool has_mask = mask + mask_stride * height <= bytes.size();
  const auto palette = bytes.subspan(header.biSize, colors * 4);
  bool alpha = false;
  std::vector<bool> kept;
  for (std::size_t y = height; y-- > 0;) {
    for (int x = 0; x < icon.width; ++x) {
      const std::uint32_t pixel = read_pixel(bytes.data() + image + y * stride, x, bits, palette);
      const std::uint8_t* mask_row = bytes.data() + mask + y * mask_stride;
      kept.push_back(has_mask && (mask_row[x / 8] >> (7 - x % 8) & 1) != 0);
      alpha = alpha || pixel >> 24 != 0;
      icon.pixels.push_back(pixel);
    }
  }
  for (std::size_t i = 0; i < icon.pixels.size() && !alpha; ++i) {
    const std::uint32_t rgb = icon.pixels[i] & 0xFFFFFF;
    icon.pixels[i] = kept[i] ? 0 : 0xFF000000 | rgb;
    if (kept[i] && rgb != 0) {
      icon.inverting.resize(icon.pixels.size());
      icon.inverting[i] = rgb;
    }
  }
  return icon;
}

}  // namespace

std::optional<Icon> decode_icon(std::span<const std::uint8_t> bytes, bool is_cursor) {
  POINT hot_spot{};
  // A cursor resource begins with its hot spot.
  if (is_cursor) {
    WORD spot[2];
    if (bytes.size() < sizeof spot) return std::nullopt;
    std::memcpy(spot, bytes.data(), sizeof spot);
    hot_spot = {spot[0], spot[1]};
    bytes = bytes.subspan(sizeof spot);
  }
  constexpr std::uint8_t kPng[] = {0x89, 'P', 'N', 'G'};
  const bool png = bytes.size() >= 4 && std::memcmp(bytes.data(), kPng, 4) == 0;
  auto icon = png ? decode_png(bytes) : decode_dib(bytes);
  if (!icon) return std::nullopt;
  icon->is_cursor = is_cursor;
  icon->hot_spot = is_cursor ? hot_spot : POINT{icon->width / 2, icon->height / 2};
  return icon;
}

}  // namespace transom::user
