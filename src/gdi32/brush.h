// Brushes.
// https://learn.microsoft.com/windows/win32/gdi/about-brushes
#pragma once

#include <memory>

#include "gdi32/object.h"
#include "gdi32/surface.h"

namespace transom::gdi {

class Brush : public Object {
 public:
  static bool is_type(DWORD type) { return type == OBJ_BRUSH; }
  Brush(UINT style, COLORREF color, ULONG_PTR hatch = 0)
      : Object(OBJ_BRUSH), style(style), color(color), hatch(hatch) {}

  UINT style;  // BS_SOLID, BS_NULL, BS_HATCHED, BS_PATTERN or BS_DIBPATTERN
  COLORREF color;
  ULONG_PTR hatch;  // HS_ for hatches; the bitmap's handle for patterns
  std::shared_ptr<Surface> pattern{};
  bool dib_uses_palette_indexes = false;
  bool uses_dc_color = false;      // the stock DC_BRUSH: SetDCBrushColor says its colour
  bool is_never_dithered = false;  // a system colour's

  int describe(int size, void* buffer) const override;
};

}  // namespace transom::gdi
