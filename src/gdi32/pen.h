// Pens.
// https://learn.microsoft.com/windows/win32/gdi/about-pens
#pragma once

#include <vector>

#include "gdi32/object.h"

namespace transom::gdi {

// Created by CreatePen (OBJ_PEN) or ExtCreatePen (OBJ_EXTPEN).
class Pen : public Object {
 public:
  static bool is_type(DWORD type) { return type == OBJ_PEN || type == OBJ_EXTPEN; }
  Pen(DWORD type, DWORD style, int width, const LOGBRUSH& brush)
      : Object(type), style(style), width(width), brush(brush) {}

  DWORD style;     // PS_ style, end cap, join and type together
  int width;       // logical units
  LOGBRUSH brush;  // lbColor alone for cosmetic pens; hatches and patterns for geometric ones
  Ref<Object> pattern{};        // keeps the brush that a patterned geometric pen paints with
  std::vector<DWORD> dashes{};  // PS_USERSTYLE
  bool uses_dc_color = false;   // the stock DC_PEN: SetDCPenColor says its colour

  DWORD line_style() const { return style & PS_STYLE_MASK; }
  bool is_geometric() const { return (style & PS_TYPE_MASK) == PS_GEOMETRIC; }

  int describe(int size, void* buffer) const override;
};

}  // namespace transom::gdi
