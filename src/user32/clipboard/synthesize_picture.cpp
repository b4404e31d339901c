// Bitmaps of DIBs and DIBs of bitmaps, for the clipboard.
#include <cstring>
#include <vector>

#include "gdi32/dib.h"
#include "user32/clipboard/synthesis.h"
#include "user32/draw/screen_dc.h"
#include "user32/locked_memory.h"

namespace transom::user {
namespace {

constexpr DWORD kStandardRgb = 0x7352'4742;  // LCS_sRGB, "sRGB" as a number

// 32 bits a pixel, upright, as GetDIBits fills it.
BITMAPV5HEADER header_of(const BITMAP& bitmap, UINT format) {
  BITMAPV5HEADER header{};
  header.bV5Size = format == CF_DIBV5 ? sizeof(BITMAPV5HEADER) : sizeof(BITMAPINFOHEADER);
  header.bV5Width = bitmap.bmWidth;
  header.bV5Height = bitmap.bmHeight;
  header.bV5Planes = 1;
  header.bV5BitCount = 32;
  header.bV5Compression = BI_RGB;
  header.bV5SizeImage =
      static_cast<DWORD>(bitmap.bmWidth) * static_cast<DWORD>(bitmap.bmHeight) * 4;
  header.bV5CSType = kStandardRgb;
  header.bV5Intent = LCS_GM_IMAGES;
  return header;
}

}  // namespace

HANDLE dib_of_bitmap(HBITMAP handle, UINT format) {
  BITMAP bitmap{};
  if (GetObjectW(handle, sizeof bitmap, &bitmap) == 0) return nullptr;
  BITMAPV5HEADER header = header_of(bitmap, format);
  std::vector<std::byte> packed(header.bV5Size + header.bV5SizeImage);
  auto* info = reinterpret_cast<BITMAPINFO*>(&header);
  const ScreenDc screen;
  const int lines = GetDIBits(screen.get(), handle, 0, static_cast<UINT>(bitmap.bmHeight),
                              packed.data() + header.bV5Size, info, DIB_RGB_COLORS);
  if (lines != bitmap.bmHeight) return nullptr;
  std::memcpy(packed.data(), &header, header.bV5Size);
  return clipboard_memory(packed.data(), packed.size());
}

HANDLE bitmap_of_dib(HGLOBAL dib) {
  const LockedMemory memory(dib);
  if (!memory) return nullptr;
  const std::size_t size = memory.size();
  const auto* info = reinterpret_cast<const BITMAPINFO*>(memory.data());
  const auto parsed = gdi::parse_dib(info, DIB_RGB_COLORS, size);
  if (!parsed || parsed->color_bytes > size || parsed->image_size > size - parsed->color_bytes) {
    return nullptr;
  }
  const ScreenDc screen;
  return CreateDIBitmap(screen.get(), &info->bmiHeader, CBM_INIT,
                        memory.data() + parsed->color_bytes, info, DIB_RGB_COLORS);
}

HANDLE dib_of_dib(HGLOBAL from, UINT format) {
  const HANDLE bitmap = bitmap_of_dib(from);
  if (bitmap == nullptr) return nullptr;
  const HANDLE dib = dib_of_bitmap(static_cast<HBITMAP>(bitmap), format);
  DeleteObject(bitmap);
  return dib;
}

}  // namespace transom::user
