// Creating pens.
// https://learn.microsoft.com/windows/win32/gdi/pens
#include "gdi32/api.h"

using namespace transom::gdi;

// A pen of solid colour; styles other than solid need a width of 1 at most. Logical units.
// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-createpen
HPEN WINAPI CreatePen(int style, int width, COLORREF color) {
  // The stock pen is what all null pens are.
  if (style == PS_NULL) return static_cast<HPEN>(stock_object(NULL_PEN));
  // Styles that there are not draw solid lines.
  if (style < 0 || style > PS_INSIDEFRAME) style = PS_SOLID;
  return publish<HPEN>(
      make<Pen>(OBJ_PEN, static_cast<DWORD>(style), std::abs(width), LOGBRUSH{BS_SOLID, color, 0}));
}

// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-createpenindirect
HPEN WINAPI CreatePenIndirect(CONST LOGPEN* pen) {
  if (pen == nullptr) return fail_parameter<HPEN>();
  return CreatePen(static_cast<int>(pen->lopnStyle), pen->lopnWidth.x, pen->lopnColor);
}

namespace {

// Whether ExtCreatePen accepts the combination.
bool is_valid(DWORD style, DWORD width, const LOGBRUSH& brush, DWORD count, const DWORD* dashes) {
  const DWORD line = style & PS_STYLE_MASK;
  const bool geometric = (style & PS_TYPE_MASK) == PS_GEOMETRIC;
  if (line > PS_ALTERNATE || (style & PS_TYPE_MASK) > PS_GEOMETRIC) return false;
  if (line == PS_USERSTYLE) {
    if (count == 0 || count > 16 || dashes == nullptr) return false;
    bool any = false;
    for (DWORD i = 0; i < count; ++i) {
      if (static_cast<int>(dashes[i]) < 0) return false;
      any |= dashes[i] != 0;
    }
    if (!any) return false;
  } else if (count != 0 || dashes != nullptr) {
    return false;
  }
  if (geometric) return line != PS_ALTERNATE;
  return width == 1 && brush.lbStyle == BS_SOLID && line != PS_INSIDEFRAME;
}

}  // namespace

// A cosmetic (width 1, device units) or geometric pen.
// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-extcreatepen
HPEN WINAPI ExtCreatePen(DWORD style, DWORD width, CONST LOGBRUSH* brush, DWORD count,
                         CONST DWORD* dashes) {
  if (brush == nullptr || !is_valid(style, width, *brush, count, dashes))
    return fail_parameter<HPEN>();
  if ((style & PS_STYLE_MASK) == PS_NULL) return static_cast<HPEN>(stock_object(NULL_PEN));
  Ref<Pen> pen = make<Pen>(OBJ_EXTPEN, style, static_cast<int>(width & INT_MAX), *brush);
  if (dashes != nullptr) pen->dashes.assign(dashes, dashes + count);
  if (brush->lbStyle == BS_PATTERN || brush->lbStyle == BS_DIBPATTERNPT) {
    HBRUSH pattern = CreateBrushIndirect(brush);
    pen->pattern = find<Brush>(pattern);
    delete_object(pattern);
    if (!pen->pattern) return fail_parameter<HPEN>();
  }
  return publish<HPEN>(pen);
}
