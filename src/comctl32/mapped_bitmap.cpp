// Bitmaps of tool bars in the user's colours.
#include <algorithm>
#include <span>
#include <vector>

#include "base/common_controls.h"
#include "gdi32/memory_dc.h"

namespace {

using namespace transom;

// What a program's grey button pictures become without a map of its own.
std::vector<COLORMAP> default_map() {
  return {{RGB(0, 0, 0), GetSysColor(COLOR_BTNTEXT)},
          {RGB(128, 128, 128), GetSysColor(COLOR_BTNSHADOW)},
          {RGB(192, 192, 192), GetSysColor(COLOR_BTNFACE)},
          {RGB(255, 255, 255), GetSysColor(COLOR_BTNHIGHLIGHT)}};
}

void map_colors(HBITMAP bitmap, std::span<const COLORMAP> map) {
  const gdi::MemoryDc memory(bitmap);
  RGBQUAD colors[256];
  const UINT count = GetDIBColorTable(memory.get(), 0, 256, colors);
  for (RGBQUAD& color : std::span(colors, count)) {
    const COLORREF before = RGB(color.rgbRed, color.rgbGreen, color.rgbBlue);
    const auto found = std::ranges::find(map, before, &COLORMAP::from);
    if (found == map.end()) continue;
    color = {GetBValue(found->to), GetGValue(found->to), GetRValue(found->to), 0};
  }
  SetDIBColorTable(memory.get(), 0, count, colors);
}

}  // namespace

// A bitmap resource with some of its colours replaced; those of its table, that is: pictures of
// more than 256 colours stay as they are. CMB_MASKED gives one of black and white. Last errors: the
// resource's. https://learn.microsoft.com/windows/win32/api/commctrl/nf-commctrl-createmappedbitmap
HBITMAP WINAPI CreateMappedBitmap(HINSTANCE module, INT_PTR id, UINT flags, LPCOLORMAP map,
                                  int count) {
  const auto name = reinterpret_cast<LPCWSTR>(id);
  const auto picture =
      static_cast<HBITMAP>(LoadImageW(module, name, IMAGE_BITMAP, 0, 0, LR_CREATEDIBSECTION));
  if (picture == nullptr) return nullptr;
  if (map != nullptr) {
    map_colors(picture, {map, static_cast<std::size_t>(std::max(count, 0))});
  } else {
    map_colors(picture, default_map());
  }
  const UINT how = (flags & CMB_MASKED) != 0 ? LR_MONOCHROME : 0;
  const auto made = static_cast<HBITMAP>(CopyImage(picture, IMAGE_BITMAP, 0, 0, how));
  DeleteObject(picture);
  return made;
}
