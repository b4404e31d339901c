// Image lists in streams: a header, the pictures as a bitmap of four side by side, and, with a
// mask, a bitmap of one bit a pixel.
#include <objidl.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <optional>

#include "comctl32/image_list/image_list.h"
#include "gdi32/memory_dc.h"

namespace transom::comctl {
namespace {

constexpr WORD kMagic = 0x4C49;  // "IL"
constexpr WORD kVersion = 0x0101;
constexpr int kAcross = 4;
constexpr int kMostPixels = 0x2000;
constexpr std::size_t kMostBytes = 256u << 20;

#pragma pack(push, 2)
struct Head {
  WORD magic;
  WORD version;
  WORD count;
  WORD room;
  WORD grow;
  WORD width;
  WORD height;
  COLORREF background;
  WORD flags;
  SHORT overlays[4];
};
#pragma pack(pop)
static_assert(sizeof(Head) == 28);

int rows_of(int count) {
  return (count + kAcross - 1) / kAcross;
}

// ---- Reading and writing all that is asked for

bool read_all(IStream& stream, void* to, std::size_t size) {
  auto* place = static_cast<char*>(to);
  while (size > 0) {
    ULONG got = 0;
    const auto wanted = static_cast<ULONG>(std::min<std::size_t>(size, 1u << 20));
    if (FAILED(stream.Read(place, wanted, &got)) || got == 0 || got > wanted) return false;
    place += got;
    size -= got;
  }
  return true;
}

bool write_all(IStream& stream, const void* from, std::size_t size) {
  const auto* place = static_cast<const char*>(from);
  while (size > 0) {
    ULONG done = 0;
    const auto wanted = static_cast<ULONG>(std::min<std::size_t>(size, 1u << 20));
    if (FAILED(stream.Write(place, wanted, &done)) || done == 0 || done > wanted) return false;
    place += done;
    size -= done;
  }
  return true;
}

// ---- Bitmaps, bottom row first

std::size_t row_bytes(int width, int bits) {
  return (static_cast<std::size_t>(width) * static_cast<std::size_t>(bits) + 31) / 32 * 4;
}

bool write_bitmap(IStream& stream, int width, int height, WORD bits,
                  const std::vector<std::uint8_t>& rows) {
  const std::array<std::uint32_t, 2> black_and_white{0x00000000, 0x00FFFFFF};
  const std::size_t colors = bits == 1 ? sizeof black_and_white : 0;
  BITMAPFILEHEADER file{};
  file.bfType = 0x4D42;  // "BM"
  file.bfOffBits = static_cast<DWORD>(sizeof file + sizeof(BITMAPINFOHEADER) + colors);
  file.bfSize = static_cast<DWORD>(file.bfOffBits + rows.size());
  BITMAPINFOHEADER info{};
  info.biSize = sizeof info;
  info.biWidth = width;
  info.biHeight = height;
  info.biPlanes = 1;
  info.biBitCount = bits;
  info.biSizeImage = static_cast<DWORD>(rows.size());
  return write_all(stream, &file, sizeof file) && write_all(stream, &info, sizeof info) &&
         write_all(stream, black_and_white.data(), colors) &&
         write_all(stream, rows.data(), rows.size());
}

// Any bitmap without compression; nothing where it is none or too large to be true.
std::optional<Pixels> read_bitmap(IStream& stream) {
  BITMAPFILEHEADER file{};
  struct {
    BITMAPINFOHEADER header;
    RGBQUAD colors[256];
  } info{};
  if (!read_all(stream, &file, sizeof file) || file.bfType != 0x4D42) return std::nullopt;
  if (!read_all(stream, &info.header, sizeof info.header)) return std::nullopt;
  const BITMAPINFOHEADER& header = info.header;
  const int bits = header.biBitCount;
  const bool known = bits == 1 || bits == 4 || bits == 8 || bits == 16 || bits == 24 || bits == 32;
  if (header.biSize != sizeof header || header.biCompression != BI_RGB || !known ||
      header.biWidth <= 0 || header.biHeight <= 0 || header.biWidth > kMostPixels * kAcross ||
      header.biHeight > 0x7FFF'FFFF / kAcross || header.biClrUsed > 256) {
    return std::nullopt;
  }
  const std::size_t size =
      row_bytes(header.biWidth, bits) * static_cast<std::size_t>(header.biHeight);
  if (size > kMostBytes) return std::nullopt;
  const std::size_t all_colors = bits <= 8 ? std::size_t{1} << bits : 0;
  const std::size_t colors = header.biClrUsed != 0 ? header.biClrUsed : all_colors;
  if (!read_all(stream, info.colors, colors * sizeof(RGBQUAD))) return std::nullopt;
  std::vector<std::uint8_t> rows(size);
  if (!read_all(stream, rows.data(), size)) return std::nullopt;
  const HDC screen = GetDC(nullptr);
  void* bits_of_section = nullptr;
  const BITMAPINFO plain = gdi::describe_pixels(header.biWidth, header.biHeight);
  const HBITMAP bitmap =
      CreateDIBSection(screen, &plain, DIB_RGB_COLORS, &bits_of_section, nullptr, 0);
  SetDIBits(screen, bitmap, 0, static_cast<UINT>(header.biHeight), rows.data(),
            reinterpret_cast<const BITMAPINFO*>(&info), DIB_RGB_COLORS);
  ReleaseDC(nullptr, screen);
  Pixels pixels = pixels_of(bitmap);
  DeleteObject(bitmap);
  if (pixels.empty()) return std::nullopt;
  return pixels;
}

// ---- Pictures

// Calls visit(x, y, pixel) for each pixel of each picture, at its place in the bitmap.
template <class List, class Visit>
void for_each_pixel(List& list, Visit visit) {
  for (std::size_t index = 0; index < list.pictures.size(); ++index) {
    const int left = static_cast<int>(index % kAcross) * list.width;
    const int top = static_cast<int>(index / kAcross) * list.height;
    for (int y = 0; y < list.height; ++y) {
      for (int x = 0; x < list.width; ++x) {
        visit(left + x, top + y,
              list.pictures[index].pixels[static_cast<std::size_t>(y) * list.width + x]);
      }
    }
  }
}

bool write_list(const ImageList& list, IStream& stream) {
  const int count = static_cast<int>(list.pictures.size());
  Head head{kMagic,
            kVersion,
            static_cast<WORD>(count),
            static_cast<WORD>(count),
            kAcross,
            static_cast<WORD>(list.width),
            static_cast<WORD>(list.height),
            list.background,
            static_cast<WORD>(list.flags),
            {}};
  for (int each = 0; each < 4; ++each)
    head.overlays[each] = static_cast<SHORT>(list.overlays[each]);
  if (!write_all(stream, &head, sizeof head)) return false;
  const int width = kAcross * list.width;
  const int height = std::max(rows_of(count), 1) * list.height;
  std::vector<std::uint8_t> colors(row_bytes(width, 32) * static_cast<std::size_t>(height));
  std::vector<std::uint8_t> mask(row_bytes(width, 1) * static_cast<std::size_t>(height));
  for_each_pixel(list, [&](int x, int y, std::uint32_t pixel) {
    const auto row = static_cast<std::size_t>(height - 1 - y);
    std::memcpy(&colors[row * row_bytes(width, 32) + static_cast<std::size_t>(x) * 4], &pixel, 4);
    if (pixel >> 24 == 0) {
      mask[row * row_bytes(width, 1) + static_cast<std::size_t>(x) / 8] |=
          static_cast<std::uint8_t>(0x80 >> x % 8);
    }
  });
  if (!write_bitmap(stream, width, height, 32, colors)) return false;
  return !list.masked() || write_bitmap(stream, width, height, 1, mask);
}

std::shared_ptr<ImageList> read_list(IStream& stream) {
  Head head{};
  if (!read_all(stream, &head, sizeof head) || head.magic != kMagic) return nullptr;
  if (head.width == 0 || head.height == 0 || head.width > kMostPixels ||
      head.height > kMostPixels || head.count > 0x7FFF) {
    return nullptr;
  }
  auto list = std::make_shared<ImageList>();
  list->width = head.width;
  list->height = head.height;
  list->flags = head.flags;
  list->background = head.background;
  std::ranges::copy(head.overlays, list->overlays);
  const auto colors = read_bitmap(stream);
  const auto mask = list->masked() && colors ? read_bitmap(stream) : std::nullopt;
  const int rows = rows_of(head.count) * head.height;
  const auto holds = [&](const std::optional<Pixels>& bitmap) {
    return bitmap && bitmap->width >= kAcross * head.width && bitmap->height >= rows;
  };
  if (!holds(colors) || (list->masked() && !holds(mask))) return nullptr;
  list->pictures.resize(head.count);
  for (Picture& picture : list->pictures) {
    picture.pixels.resize(list->area());
    picture.own_alpha = colors->own_alpha;
  }
  for_each_pixel(*list, [&](int x, int y, std::uint32_t& pixel) {
    const auto place = [&](const Pixels& bitmap) {
      return bitmap.values[static_cast<std::size_t>(y) * bitmap.width + x];
    };
    const bool hidden = mask && (place(*mask) & 0xFFFFFF) != 0;
    pixel = hidden ? 0 : place(*colors);
  });
  return list;
}

}  // namespace
}  // namespace transom::comctl

using namespace transom::comctl;

// A list from what ImageList_Write wrote; null where the stream holds none.
// https://learn.microsoft.com/windows/win32/api/commctrl/nf-commctrl-imagelist_read
extern "C" __attribute__((visibility("default"))) HIMAGELIST WINAPI
ImageList_Read(IStream* stream) {
  if (stream == nullptr) return nullptr;
  auto list = read_list(*stream);
  return list ? insert_image_list(std::move(list)) : nullptr;
}

// FALSE: no such list, or the stream takes no more.
// https://learn.microsoft.com/windows/win32/api/commctrl/nf-commctrl-imagelist_write
extern "C" __attribute__((visibility("default"))) WINBOOL WINAPI ImageList_Write(HIMAGELIST handle,
                                                                                 IStream* stream) {
  const auto list = find_image_list(handle);
  if (!list || stream == nullptr) return FALSE;
  // The stream is the program's: it is called with a copy, without the list's lock.
  ImageList copy;
  {
    const std::lock_guard lock(list->mutex);
    copy.width = list->width;
    copy.height = list->height;
    copy.flags = list->flags;
    copy.background = list->background;
    copy.pictures = list->pictures;
    std::ranges::copy(list->overlays, copy.overlays);
  }
  return write_list(copy, *stream);
}

// What older systems read and what newer ones do is the same here.
// https://learn.microsoft.com/windows/win32/api/commctrl/nf-commctrl-imagelist_writeex
extern "C" __attribute__((visibility("default"))) HRESULT WINAPI
ImageList_WriteEx(HIMAGELIST list, DWORD, IStream* stream) {
  if (!find_image_list(list) || stream == nullptr) return E_INVALIDARG;
  return ImageList_Write(list, stream) ? S_OK : E_FAIL;
}
