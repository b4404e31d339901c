// GetObject: what each kind of object says of itself.
// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-getobject
#include "gdi32/bitmap.h"
#include "gdi32/brush.h"
#include "gdi32/font.h"
#include "gdi32/palette.h"
#include "gdi32/pen.h"

namespace transom::gdi {
namespace {

// All or nothing: a buffer that is too short for the structure gets none of it.
template <class T>
int give(const T& value, int size, void* buffer) {
  if (buffer == nullptr) return sizeof(T);
  if (size < static_cast<int>(sizeof(T))) return 0;
  std::memcpy(buffer, &value, sizeof(T));
  return sizeof(T);
}

// As much as fits.
template <class T>
int give_part(const T& value, int size, void* buffer) {
  if (buffer == nullptr) return sizeof(T);
  if (size <= 0) return 0;
  const int count = std::min(size, static_cast<int>(sizeof(T)));
  std::memcpy(buffer, &value, static_cast<std::size_t>(count));
  return count;
}

}  // namespace

int Pen::describe(int size, void* buffer) const {
  if (type() == OBJ_PEN) {
    return give(LOGPEN{static_cast<UINT>(style), {width, 0}, brush.lbColor}, size, buffer);
  }
  const int entries = static_cast<int>(dashes.size());
  const int needed = static_cast<int>(offsetof(EXTLOGPEN, elpStyleEntry)) +
                     std::max(entries, 1) * static_cast<int>(sizeof(DWORD));
  if (buffer == nullptr) return needed;
  if (size < needed) return 0;
  EXTLOGPEN pen{};
  pen.elpPenStyle = style;
  pen.elpWidth = static_cast<DWORD>(width);
  pen.elpBrushStyle = brush.lbStyle;
  pen.elpColor = brush.lbColor;
  pen.elpHatch = brush.lbHatch;
  pen.elpNumEntries = static_cast<DWORD>(entries);
  std::memcpy(buffer, &pen, offsetof(EXTLOGPEN, elpStyleEntry) + sizeof(DWORD));
  if (entries > 0) {
    std::memcpy(static_cast<char*>(buffer) + offsetof(EXTLOGPEN, elpStyleEntry), dashes.data(),
                dashes.size() * sizeof(DWORD));
  }
  return needed;
}

int Brush::describe(int size, void* buffer) const {
  return give(LOGBRUSH{style, color, hatch}, size, buffer);
}

int Font::describe(int size, void* buffer) const {
  return give_part(description, size, buffer);
}

int Font::describe_ansi(int size, void* buffer) const {
  LOGFONTA font{};
  std::memcpy(&font, &description, offsetof(LOGFONTA, lfFaceName));
  for (int i = 0; i < LF_FACESIZE - 1 && description.lfFaceName[i] != 0; ++i) {
    const auto unit = static_cast<char16_t>(description.lfFaceName[i]);
    font.lfFaceName[i] = unit < 0x100 ? static_cast<char>(unit) : '?';
  }
  return give_part(font, size, buffer);
}

int Bitmap::describe(int size, void* buffer) const {
  DIBSECTION section{};
  BITMAP& bitmap = section.dsBm;
  bitmap.bmWidth = surface->width();
  bitmap.bmHeight = surface->height();
  bitmap.bmPlanes = 1;
  bitmap.bmBitsPixel = static_cast<WORD>(surface->format().bits);
  if (!is_dib_section()) {
    // Rows of device-dependent bitmaps are said to be aligned to 16 bits.
    bitmap.bmWidthBytes = (bitmap.bmWidth * bitmap.bmBitsPixel + 15) / 16 * 2;
    return give(bitmap, size, buffer);
  }
  bitmap.bmWidthBytes = static_cast<LONG>(std::abs(surface->stride()));
  bitmap.bmBits = dib_bits;
  if (buffer == nullptr || size < static_cast<int>(sizeof section)) {
    return give(bitmap, size, buffer);
  }
  section.dsBmih = *dib;
  std::copy(std::begin(dib_masks), std::end(dib_masks), section.dsBitfields);
  section.dshSection = dib_section;
  section.dsOffset = dib_offset;
  return give(section, size, buffer);
}

int Palette::describe(int size, void* buffer) const {
  return give(static_cast<WORD>(entries.size()), size, buffer);
}

}  // namespace transom::gdi
