// Creating brushes.
// https://learn.microsoft.com/windows/win32/gdi/brushes
#include "gdi32/api.h"
#include "gdi32/dib.h"
#include "gdi32/surface_lock.h"

using namespace transom::gdi;

namespace {

HBRUSH pattern_brush(std::shared_ptr<Surface> pattern, UINT style, ULONG_PTR hatch) {
  if (!pattern || pattern->width() == 0 || pattern->height() == 0) return fail_parameter<HBRUSH>();
  Ref<Brush> brush = make<Brush>(style, 0, hatch);
  brush->pattern = std::move(pattern);
  return publish<HBRUSH>(brush);
}

HBRUSH dib_pattern_brush(const void* packed, SIZE_T size, UINT usage) {
  return pattern_brush(surface_of_packed_dib(packed, size, usage), BS_DIBPATTERN, 0);
}

}  // namespace

// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-createsolidbrush
HBRUSH WINAPI CreateSolidBrush(COLORREF color) {
  return publish<HBRUSH>(make<Brush>(BS_SOLID, color));
}

// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-createhatchbrush
HBRUSH WINAPI CreateHatchBrush(int hatch, COLORREF color) {
  if (hatch < 0 || hatch >= HS_API_MAX) return fail_parameter<HBRUSH>();
  return publish<HBRUSH>(make<Brush>(BS_HATCHED, color, static_cast<ULONG_PTR>(hatch)));
}

// The bitmap is copied and may be deleted.
// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-createpatternbrush
HBRUSH WINAPI CreatePatternBrush(HBITMAP handle) {
  const auto bitmap = require<Bitmap>(handle);
  if (!bitmap) return nullptr;
  const SurfaceLock lock(*bitmap->surface);
  return pattern_brush(copy_of(*bitmap->surface), BS_PATTERN, reinterpret_cast<ULONG_PTR>(handle));
}

// A packed DIB: header, colours, bits.
// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-createdibpatternbrushpt
HBRUSH WINAPI CreateDIBPatternBrushPt(CONST VOID* packed, UINT usage) {
  if (packed == nullptr) return nullptr;
  return dib_pattern_brush(packed, SIZE_MAX, usage);
}

// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-createbrushindirect
HBRUSH WINAPI CreateBrushIndirect(CONST LOGBRUSH* brush) {
  if (brush == nullptr) return fail_parameter<HBRUSH>();
  switch (brush->lbStyle) {
    case BS_SOLID:
      return CreateSolidBrush(brush->lbColor);
    case BS_NULL:
      return static_cast<HBRUSH>(stock_object(NULL_BRUSH));
    case BS_HATCHED:
      return CreateHatchBrush(static_cast<int>(brush->lbHatch & INT_MAX), brush->lbColor);
    case BS_PATTERN:
    case BS_PATTERN8X8:
      return CreatePatternBrush(reinterpret_cast<HBITMAP>(brush->lbHatch));
    case BS_DIBPATTERNPT:
      return CreateDIBPatternBrushPt(reinterpret_cast<const void*>(brush->lbHatch),
                                     LOWORD(brush->lbColor));
    default:
      return fail_parameter<HBRUSH>();
  }
}
