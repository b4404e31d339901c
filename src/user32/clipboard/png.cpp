#include "user32/clipboard/png.h"

#include <cairo/cairo.h>

#include <cstring>
#include <memory>
#include <vector>

#include "user32/clipboard/synthesis.h"

namespace transom::user {
namespace {

constexpr LONG kLargest = 16'384;  // pixels a side

struct DestroySurface {
  void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
};
using Picture = std::unique_ptr<cairo_surface_t, DestroySurface>;

cairo_status_t read_piece(void* closure, unsigned char* data, unsigned length) {
  auto& rest = *static_cast<std::string_view*>(closure);
  if (rest.size() < length) return CAIRO_STATUS_READ_ERROR;
  std::memcpy(data, rest.data(), length);
  rest.remove_prefix(length);
  return CAIRO_STATUS_SUCCESS;
}

cairo_status_t write_piece(void* closure, const unsigned char* data, unsigned length) {
  static_cast<std::string*>(closure)->append(reinterpret_cast<const char*>(data), length);
  return CAIRO_STATUS_SUCCESS;
}

// The size stands in the first chunk, so that a file cannot ask for gigabytes.
bool is_reasonable(std::string_view bytes) {
  if (bytes.size() < 24 || !bytes.starts_with("\x89PNG")) return false;
  const auto side = [&](std::size_t at) {
    LONG value = 0;
    for (std::size_t i = 0; i < 4; ++i) {
      value = static_cast<LONG>(static_cast<DWORD>(value) << 8 |
                                static_cast<unsigned char>(bytes[at + i]));
    }
    return value;
  };
  return side(16) > 0 && side(16) <= kLargest && side(20) > 0 && side(20) <= kLargest;
}

BITMAPINFOHEADER header_of(LONG width, LONG height) {
  BITMAPINFOHEADER header{};
  header.biSize = sizeof header;
  header.biWidth = width;
  header.biHeight = height;
  header.biPlanes = 1;
  header.biBitCount = 32;
  header.biSizeImage = static_cast<DWORD>(width) * static_cast<DWORD>(height) * 4;
  return header;
}

// What is transparent shows white: a DIB on the clipboard has no alpha.
Picture on_white(cairo_surface_t* image) {
  const int width = cairo_image_surface_get_width(image);
  const int height = cairo_image_surface_get_height(image);
  Picture picture(cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height));
  cairo_t* context = cairo_create(picture.get());
  cairo_set_source_rgb(context, 1, 1, 1);
  cairo_paint(context);
  cairo_set_source_surface(context, image, 0, 0);
  cairo_paint(context);
  const bool done = cairo_status(context) == CAIRO_STATUS_SUCCESS;
  cairo_destroy(context);
  cairo_surface_flush(picture.get());
  return done ? std::move(picture) : nullptr;
}

}  // namespace

// The last line of the picture comes first in a DIB.
HANDLE dib_of_png(std::string_view bytes) {
  if (!is_reasonable(bytes)) return nullptr;
  const Picture image(cairo_image_surface_create_from_png_stream(read_piece, &bytes));
  if (cairo_surface_status(image.get()) != CAIRO_STATUS_SUCCESS) return nullptr;
  const Picture picture = on_white(image.get());
  if (!picture) return nullptr;
  const BITMAPINFOHEADER header = header_of(cairo_image_surface_get_width(picture.get()),
                                            cairo_image_surface_get_height(picture.get()));
  std::vector<std::byte> block(sizeof header + header.biSizeImage);
  std::memcpy(block.data(), &header, sizeof header);
  const auto row = static_cast<std::size_t>(header.biWidth) * 4;
  const int stride = cairo_image_surface_get_stride(picture.get());
  for (LONG y = 0; y < header.biHeight; ++y) {
    std::memcpy(block.data() + sizeof header + static_cast<std::size_t>(y) * row,
                cairo_image_surface_get_data(picture.get()) + (header.biHeight - 1 - y) * stride,
                row);
  }
  return clipboard_memory(block.data(), block.size());
}

std::string png_of_dib(HANDLE dib) {
  const auto bitmap = static_cast<HBITMAP>(bitmap_of_dib(dib));
  BITMAP about{};
  std::string bytes;
  if (bitmap == nullptr) return bytes;
  if (GetObjectW(bitmap, sizeof about, &about) != 0) {
    const Picture picture(
        cairo_image_surface_create(CAIRO_FORMAT_RGB24, about.bmWidth, about.bmHeight));
    BITMAPINFO info{};
    info.bmiHeader = header_of(about.bmWidth, -about.bmHeight);
    const HDC screen = GetDC(nullptr);
    // Rows of 32-bit pixels have the same length in both.
    GetDIBits(screen, bitmap, 0, static_cast<UINT>(about.bmHeight),
              cairo_image_surface_get_data(picture.get()), &info, DIB_RGB_COLORS);
    ReleaseDC(nullptr, screen);
    cairo_surface_mark_dirty(picture.get());
    cairo_surface_write_to_png_stream(picture.get(), write_piece, &bytes);
  }
  DeleteObject(bitmap);
  return bytes;
}

}  // namespace transom::user
