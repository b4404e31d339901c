// Device-independent bitmaps.
// https://learn.microsoft.com/windows/win32/gdi/device-independent-bitmaps
#include "gdi32/api.h"
#include "gdi32/blit.h"
#include "gdi32/dib.h"
#include "gdi32/recorder.h"
#include "gdi32/surface_lock.h"

using namespace transom::gdi;

namespace {

std::optional<DibInfo> require_dib(const BITMAPINFO* info, UINT usage, const DeviceContext* dc) {
  if (usage != DIB_RGB_COLORS && usage != DIB_PAL_COLORS) return {};
  return parse_dib(info, usage, SIZE_MAX, dc);
}

ConversionColors colors_of(const DeviceContext* dc) {
  if (dc == nullptr) return {0x000000, 0xFFFFFF};
  return conversion_colors(*dc);
}

// Copies `count` rows between surfaces of the same width, converting.
void copy_rows(const Surface& from, int from_y, Surface& to, int to_y, int count,
               const ConversionColors& colors) {
  const int width = std::min(from.width(), to.width());
  std::vector<std::uint32_t> row(static_cast<std::size_t>(width));
  for (int i = 0; i < count; ++i) {
    if (from_y + i < 0 || from_y + i >= from.height() || to_y + i < 0 || to_y + i >= to.height())
      continue;
    from.read(0, from_y + i, width, row.data());
    // In a DIB the two colours of a monochrome bitmap are what they are.
    PixelFormat format = to.format();
    if (format.monochrome) {
      for (auto& pixel : row) pixel = format.pack(from.format().unpack(pixel));
    } else {
      convert_row(from.format(), format, colors, width, row.data());
    }
    to.write(0, to_y + i, width, row.data());
  }
}

void fill_masks(BITMAPINFO* info, const PixelFormat& format, DWORD header_size) {
  if (info->bmiHeader.biCompression != BI_BITFIELDS || header_size != sizeof(BITMAPINFOHEADER))
    return;
  const DWORD masks[3] = {format.red, format.green, format.blue};
  std::memcpy(info->bmiColors, masks, sizeof masks);
}

}  // namespace

// A bitmap over memory that the program writes to directly. Without a section it is ours.
// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-createdibsection
HBITMAP WINAPI CreateDIBSection(HDC handle, CONST BITMAPINFO* info, UINT usage, VOID** bits,
                                HANDLE section, DWORD offset) {
  if (bits != nullptr) *bits = nullptr;
  const auto dc = find_dc(handle);
  const auto dib = require_dib(info, usage, dc.get());
  if (!dib || dib->is_rle()) return fail_parameter<HBITMAP>();
  // Sections of files are kernel32's to map.
  if (section != nullptr) return fail_parameter<HBITMAP>();
  const auto stride = static_cast<std::ptrdiff_t>(dib->stride());
  void* memory = std::calloc(1, dib->image_size);
  if (memory == nullptr) return transom::base::fail<HBITMAP>(ERROR_NOT_ENOUGH_MEMORY);
  std::shared_ptr<void> keep(memory, std::free);
  auto* first = static_cast<std::uint8_t*>(memory);
  void* top = dib->top_down ? first : first + (dib->height - 1) * stride;
  Ref<Bitmap> bitmap =
      make<Bitmap>(Surface::wrap(dib->width, dib->height, dib->format(), top,
                                 dib->top_down ? stride : -stride, std::move(keep)));
  BITMAPINFOHEADER header{sizeof(BITMAPINFOHEADER),
                          dib->width,
                          dib->top_down ? -dib->height : dib->height,
                          1,
                          static_cast<WORD>(dib->bits),
                          dib->compression,
                          static_cast<DWORD>(dib->image_size),
                          0,
                          0,
                          static_cast<DWORD>(dib->colors.size()),
                          0};
  bitmap->dib = header;
  if (dib->compression == BI_BITFIELDS || dib->bits == 16)
    std::copy_n(dib->masks, 3, bitmap->dib_masks);
  bitmap->dib_bits = memory;
  bitmap->dib_offset = offset;
  const HBITMAP result = publish<HBITMAP>(bitmap);
  if (result != nullptr && bits != nullptr) *bits = memory;
  return result;
}

// A device-dependent bitmap, with CBM_INIT filled from a DIB.
// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-createdibitmap
HBITMAP WINAPI CreateDIBitmap(HDC handle, CONST BITMAPINFOHEADER* header, DWORD flags,
                              CONST VOID* bits, CONST BITMAPINFO* info, UINT usage) {
  if (header == nullptr || header->biHeight == INT32_MIN || header->biWidth < 0)
    return fail_parameter<HBITMAP>();
  const int height = std::abs(header->biHeight);
  const HBITMAP bitmap = handle == nullptr
                             ? CreateBitmap(header->biWidth, height, 1, 1, nullptr)
                             : CreateCompatibleBitmap(handle, header->biWidth, height);
  if (bitmap != nullptr && (flags & CBM_INIT) != 0 && bits != nullptr &&
      SetDIBits(handle, bitmap, 0, static_cast<UINT>(height), bits, info, usage) == 0) {
    delete_object(bitmap);
    return nullptr;
  }
  return bitmap;
}

// Rows `start` to `start + lines` of a DIB, counted from its first row in memory, into a bitmap;
// the number of rows set. https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-setdibits
int WINAPI SetDIBits(HDC handle, HBITMAP bitmap_handle, UINT start, UINT lines, CONST VOID* bits,
                     CONST BITMAPINFO* info, UINT usage) {
  const auto bitmap = require<Bitmap>(bitmap_handle);
  const auto dc = find_dc(handle);
  const auto dib = require_dib(info, usage, dc.get());
  if (!bitmap) return 0;
  if (!dib || bits == nullptr) return fail_parameter<int>();
  if (start >= static_cast<UINT>(dib->height)) return 0;
  const int count = static_cast<int>(std::min(lines, static_cast<UINT>(dib->height) - start));
  const auto from = surface_over_dib(*dib, bits, dib->is_rle() ? dib->height : count);
  if (!from) return 0;
  Surface& to = *bitmap->surface;
  // `start` counts rows from the bottom of a bottom-up DIB, from the top of the other kind.
  const int top = dib->top_of(static_cast<int>(start), count);
  const int shift = dib->is_rle() ? top : 0;
  {
    const SurfaceLock lock(to);
    copy_rows(*from, shift, to, top, count, colors_of(dc.get()));
  }
  to.add_damage(to.bounds());
  return count;
}

namespace {

// Fills in a header that only asks what the bitmap is.
int describe_bitmap(const Surface& surface, BITMAPINFO* info) {
  BITMAPINFOHEADER& header = info->bmiHeader;
  const DWORD size = header.biSize;
  if (size == sizeof(BITMAPCOREHEADER)) {
    auto* core = reinterpret_cast<BITMAPCOREHEADER*>(info);
    core->bcWidth = static_cast<WORD>(surface.width());
    core->bcHeight = static_cast<WORD>(surface.height());
    core->bcPlanes = 1;
    core->bcBitCount = static_cast<WORD>(surface.format().bits);
    return surface.height();
  }
  header.biWidth = surface.width();
  header.biHeight = surface.height();
  header.biPlanes = 1;
  header.biBitCount = static_cast<WORD>(surface.format().bits);
  header.biCompression = header.biBitCount == 16 || header.biBitCount == 32 ? BI_BITFIELDS : BI_RGB;
  header.biSizeImage = static_cast<DWORD>((surface.width() * surface.format().bits + 31) / 32 * 4 *
                                          surface.height());
  header.biXPelsPerMeter = header.biYPelsPerMeter = 0;
  header.biClrUsed = header.biClrImportant = 0;
  return surface.height();
}

// The table that a DIB of this depth gets when read from a bitmap.
std::vector<std::uint32_t> colors_for(const Surface& surface, int bits) {
  if (surface.format().bits == bits && !surface.format().colors.empty())
    return surface.format().color_table();
  std::vector<std::uint32_t> colors;
  if (bits == 1) return {0x000000, 0xFFFFFF};
  if (bits == 4) {
    return {0x000000, 0x800000, 0x008000, 0x808000, 0x000080, 0x800080, 0x008080, 0x808080,
            0xC0C0C0, 0xFF0000, 0x00FF00, 0xFFFF00, 0x0000FF, 0xFF00FF, 0x00FFFF, 0xFFFFFF};
  }
  // A cube of 6 by 6 by 6 and greys.
  static constexpr std::uint32_t kLevels[6] = {0, 0x33, 0x66, 0x99, 0xCC, 0xFF};
  for (const std::uint32_t r : kLevels)
    for (const std::uint32_t g : kLevels)
      for (const std::uint32_t b : kLevels) colors.push_back(r << 16 | g << 8 | b);
  for (std::uint32_t grey = 0; colors.size() < 256; ++grey)
    colors.push_back((grey * 6 + 8) * 0x010101);
  return colors;
}

void give_colors(BITMAPINFO* info, const std::vector<std::uint32_t>& colors, UINT usage) {
  const DWORD header_size = info->bmiHeader.biSize;
  auto* table = reinterpret_cast<std::uint8_t*>(info) + header_size;
  for (std::size_t i = 0; i < colors.size(); ++i) {
    if (usage == DIB_PAL_COLORS) {
      const auto index = static_cast<std::uint16_t>(i);
      std::memcpy(table + i * 2, &index, 2);
      continue;
    }
    const std::size_t entry = header_size == sizeof(BITMAPCOREHEADER) ? 3 : 4;
    const std::uint32_t rgb = colors[i];
    std::memcpy(table + i * entry, &rgb, entry);
  }
}

}  // namespace

// Rows of a bitmap as a DIB of the depth that the header says. Without bits only the header is
// filled in. The number of rows.
// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-getdibits
int WINAPI GetDIBits(HDC, HBITMAP bitmap_handle, UINT start, UINT lines, LPVOID bits,
                     LPBITMAPINFO info, UINT usage) {
  const auto bitmap = require<Bitmap>(bitmap_handle);
  if (!bitmap) return 0;
  if (info == nullptr || (usage != DIB_RGB_COLORS && usage != DIB_PAL_COLORS))
    return fail_parameter<int>();
  const Surface& from = *bitmap->surface;
  const SurfaceLock lock(from);
  const DWORD header_size = info->bmiHeader.biSize;
  const bool core = header_size == sizeof(BITMAPCOREHEADER);
  if (!core && header_size < sizeof(BITMAPINFOHEADER)) return fail_parameter<int>();
  const int depth =
      core ? reinterpret_cast<BITMAPCOREHEADER*>(info)->bcBitCount : info->bmiHeader.biBitCount;
  if (bits == nullptr && depth == 0) return describe_bitmap(from, info);
  const std::vector<std::uint32_t> colors =
      depth <= 8 ? colors_for(from, depth) : std::vector<std::uint32_t>{};
  if (depth <= 8 && depth > 0) {
    if (!core) info->bmiHeader.biClrUsed = 0;
    give_colors(info, colors, usage);
  }
  if (!core && info->bmiHeader.biCompression == BI_BITFIELDS) {
    PixelFormat masks;
    if (depth == 16) masks.red = 0xF800, masks.green = 0x07E0, masks.blue = 0x001F;
    fill_masks(info, masks, header_size);
  }
  auto dib = require_dib(info, DIB_RGB_COLORS, nullptr);
  if (!dib || dib->is_rle()) return fail_parameter<int>();
  if (!core) info->bmiHeader.biSizeImage = static_cast<DWORD>(dib->image_size);
  if (bits == nullptr) return from.height();
  dib->colors = colors;
  if (start >= static_cast<UINT>(dib->height)) return 0;
  const int count = static_cast<int>(std::min({lines, static_cast<UINT>(dib->height) - start}));
  const auto to = surface_over_dib(*dib, bits, count);
  const int top = dib->top_of(static_cast<int>(start), count);
  copy_rows(from, top, *to, 0, count, {0x000000, 0xFFFFFF});
  return count;
}

// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-setdibcolortable
UINT WINAPI SetDIBColorTable(HDC handle, UINT start, UINT count, CONST RGBQUAD* colors) {
  const auto dc = require_dc(handle);
  if (!dc || colors == nullptr || !dc->state.bitmap || !dc->state.bitmap->is_dib_section())
    return 0;
  const SurfaceLock lock(*dc->surface());
  std::vector<std::uint32_t>& table = dc->surface()->format().colors;
  if (start >= table.size()) return 0;
  count = static_cast<UINT>(std::min<std::size_t>(count, table.size() - start));
  for (UINT i = 0; i < count; ++i) {
    table[start + i] = static_cast<std::uint32_t>(colors[i].rgbRed << 16 | colors[i].rgbGreen << 8 |
                                                  colors[i].rgbBlue);
  }
  return count;
}

// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-getdibcolortable
UINT WINAPI GetDIBColorTable(HDC handle, UINT start, UINT count, RGBQUAD* colors) {
  const auto dc = require_dc(handle);
  if (!dc || colors == nullptr || !dc->state.bitmap || !dc->state.bitmap->is_dib_section())
    return 0;
  const std::vector<std::uint32_t>& table = dc->surface()->format().colors;
  if (start >= table.size()) return 0;
  count = static_cast<UINT>(std::min<std::size_t>(count, table.size() - start));
  for (UINT i = 0; i < count; ++i) {
    const std::uint32_t rgb = table[start + i];
    colors[i] = {static_cast<BYTE>(rgb), static_cast<BYTE>(rgb >> 8), static_cast<BYTE>(rgb >> 16),
                 0};
  }
  return count;
}

// A part of a DIB, rows `start` to `start + lines` of which are at hand, drawn unscaled. The
// source's origin is its lower left corner.
// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-setdibitstodevice
int WINAPI SetDIBitsToDevice(HDC handle, int x, int y, DWORD width, DWORD height, int from_x,
                             int from_y, UINT start, UINT lines, CONST VOID* bits,
                             CONST BITMAPINFO* info, UINT usage) {
  const auto dc = require_dc(handle);
  if (!dc) return 0;
  const auto dib = require_dib(info, usage, dc.get());
  if (!dib || bits == nullptr || width > INT32_MAX / 4 || height > INT32_MAX / 4)
    return fail_parameter<int>();
  if (start >= static_cast<UINT>(dib->height)) return 0;
  const int count = static_cast<int>(std::min(lines, static_cast<UINT>(dib->height) - start));
  const auto from = surface_over_dib(*dib, bits, dib->is_rle() ? dib->height : count);
  if (!from) return 0;
  const POINT at = dc->to_surface(POINT{x, y});
  const int w = static_cast<int>(width), h = static_cast<int>(height);
  record(*dc, &Recorder::dib,
         RecordedDib{.stretched = false,
                     .to = {x, y},
                     .to_size = {w, h},
                     .from = {from_x, from_y},
                     .from_size = {w, h},
                     .start = start,
                     .lines = static_cast<UINT>(count),
                     .info = info,
                     .dib = *dib,
                     .bits = bits,
                     .usage = usage});
  // Rows of the whole image from its top; then those of the surface at hand.
  int top = dib->top_of(from_y, h);
  if (!dib->is_rle()) top -= dib->top_of(static_cast<int>(start), count);
  blit(*dc, {from.get(), colors_of(dc.get())}, {at.x, at.y, w, h, from_x, top, w, h},
       rop3_index(SRCCOPY));
  return count;
}

// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-stretchdibits
int WINAPI StretchDIBits(HDC handle, int x, int y, int width, int height, int from_x, int from_y,
                         int from_width, int from_height, CONST VOID* bits, CONST BITMAPINFO* info,
                         UINT usage, DWORD rop) {
  const auto dc = require_dc(handle);
  if (!dc) return 0;
  const BlitSource none{};
  const RECT target = logical_rect(x, y, width, height);
  if (!rop3_uses_source(rop3_index(rop))) {
    record(*dc, &Recorder::blit,
           RecordedBlit{
               .kind = BlitKind::kPlain, .to = {x, y}, .to_size = {width, height}, .rop = rop});
    blit(*dc, none, geometry_of(*dc, target, nullptr, {0, 0, 1, 1}), rop3_index(rop));
    return 1;
  }
  const auto dib = require_dib(info, usage, dc.get());
  if (!dib || bits == nullptr) return fail_parameter<int>();
  const auto from = surface_over_dib(*dib, bits, dib->height);
  if (!from) return 0;
  record(*dc, &Recorder::dib,
         RecordedDib{.stretched = true,
                     .to = {x, y},
                     .to_size = {width, height},
                     .from = {from_x, from_y},
                     .from_size = {from_width, from_height},
                     .info = info,
                     .dib = *dib,
                     .bits = bits,
                     .usage = usage,
                     .rop = rop});
  const RECT source =
      logical_rect(from_x, dib->top_of(from_y, from_height), from_width, from_height);
  blit(*dc, {from.get(), colors_of(dc.get())}, geometry_of(*dc, target, nullptr, source),
       rop3_index(rop));
  return dib->height;
}
