// Colours and modes of a device context.
// https://learn.microsoft.com/windows/win32/gdi/about-device-contexts
#include "gdi32/api.h"
#include "gdi32/recorder.h"

using namespace transom::gdi;

namespace {

// Sets a field and answers what it was; 0 (or CLR_INVALID for colours) for dead handles.
template <class T>
T exchange(HDC handle, T DcState::*field, T value, T failure = T{}) {
  const auto dc = require_dc(handle);
  if (!dc) return failure;
  return std::exchange(dc->state.*field, value);
}

// The same, of what recorders hear of.
template <class T>
T exchange(HDC handle, DcAttribute which, T DcState::*field, T value, T failure = T{}) {
  const auto dc = require_dc(handle);
  if (!dc) return failure;
  record(*dc, &Recorder::attribute, which, static_cast<LONG>(value));
  return std::exchange(dc->state.*field, value);
}

template <class T>
T field_of(HDC handle, T DcState::*field, T failure = T{}) {
  const auto dc = require_dc(handle);
  return dc ? dc->state.*field : failure;
}

int exchange_mode(HDC handle, DcAttribute which, int DcState::*field, int value, int lowest,
                  int highest) {
  if (value < lowest || value > highest) return fail_parameter<int>();
  return exchange(handle, which, field, value);
}

}  // namespace

// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-settextcolor
COLORREF WINAPI SetTextColor(HDC dc, COLORREF color) {
  return exchange(dc, DcAttribute::kTextColor, &DcState::text_color, color, CLR_INVALID);
}

// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-gettextcolor
COLORREF WINAPI GetTextColor(HDC dc) {
  return field_of(dc, &DcState::text_color, CLR_INVALID);
}

// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-setbkcolor
COLORREF WINAPI SetBkColor(HDC dc, COLORREF color) {
  return exchange(dc, DcAttribute::kBackgroundColor, &DcState::background_color, color,
                  CLR_INVALID);
}

// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-getbkcolor
COLORREF WINAPI GetBkColor(HDC dc) {
  return field_of(dc, &DcState::background_color, CLR_INVALID);
}

// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-setdcbrushcolor
COLORREF WINAPI SetDCBrushColor(HDC dc, COLORREF color) {
  return exchange(dc, &DcState::dc_brush_color, color, CLR_INVALID);
}

// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-getdcbrushcolor
COLORREF WINAPI GetDCBrushColor(HDC dc) {
  return field_of(dc, &DcState::dc_brush_color, CLR_INVALID);
}

// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-setdcpencolor
COLORREF WINAPI SetDCPenColor(HDC dc, COLORREF color) {
  return exchange(dc, &DcState::dc_pen_color, color, CLR_INVALID);
}

// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-getdcpencolor
COLORREF WINAPI GetDCPenColor(HDC dc) {
  return field_of(dc, &DcState::dc_pen_color, CLR_INVALID);
}

// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-setbkmode
int WINAPI SetBkMode(HDC dc, int mode) {
  return exchange_mode(dc, DcAttribute::kBackgroundMode, &DcState::background_mode, mode,
                       TRANSPARENT, OPAQUE);
}

// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-getbkmode
int WINAPI GetBkMode(HDC dc) {
  return field_of(dc, &DcState::background_mode);
}

// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-setrop2
int WINAPI SetROP2(HDC dc, int mode) {
  return exchange_mode(dc, DcAttribute::kRop2, &DcState::rop2, mode, R2_BLACK, R2_WHITE);
}

// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-getrop2
int WINAPI GetROP2(HDC dc) {
  return field_of(dc, &DcState::rop2);
}

// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-setpolyfillmode
int WINAPI SetPolyFillMode(HDC dc, int mode) {
  return exchange_mode(dc, DcAttribute::kPolyFillMode, &DcState::poly_fill_mode, mode, ALTERNATE,
                       WINDING);
}

// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-getpolyfillmode
int WINAPI GetPolyFillMode(HDC dc) {
  return field_of(dc, &DcState::poly_fill_mode);
}

// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-setstretchbltmode
int WINAPI SetStretchBltMode(HDC dc, int mode) {
  return exchange_mode(dc, DcAttribute::kStretchMode, &DcState::stretch_mode, mode, BLACKONWHITE,
                       HALFTONE);
}

// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-getstretchbltmode
int WINAPI GetStretchBltMode(HDC dc) {
  return field_of(dc, &DcState::stretch_mode);
}

// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-setarcdirection
int WINAPI SetArcDirection(HDC dc, int mode) {
  return exchange_mode(dc, DcAttribute::kArcDirection, &DcState::arc_direction, mode,
                       AD_COUNTERCLOCKWISE, AD_CLOCKWISE);
}

// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-getarcdirection
int WINAPI GetArcDirection(HDC dc) {
  return field_of(dc, &DcState::arc_direction);
}

// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-setmiterlimit
BOOL WINAPI SetMiterLimit(HDC handle, FLOAT limit, PFLOAT previous) {
  const auto dc = require_dc(handle);
  if (!dc) return FALSE;
  if (!(limit >= 1)) return fail_parameter();
  record(*dc, &Recorder::miter_limit, limit);
  if (previous != nullptr) *previous = dc->state.miter_limit;
  dc->state.miter_limit = limit;
  return TRUE;
}

// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-getmiterlimit
BOOL WINAPI GetMiterLimit(HDC handle, PFLOAT limit) {
  const auto dc = require_dc(handle);
  if (!dc || limit == nullptr) return FALSE;
  *limit = dc->state.miter_limit;
  return TRUE;
}

// The origin of brush patterns, device units.
// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-setbrushorgex
BOOL WINAPI SetBrushOrgEx(HDC handle, int x, int y, LPPOINT previous) {
  const auto dc = require_dc(handle);
  if (!dc) return FALSE;
  record(*dc, &Recorder::pair, DcPair::kBrushOrigin, x, y);
  if (previous != nullptr) *previous = dc->state.brush_origin;
  dc->state.brush_origin = {x, y};
  return TRUE;
}

// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-getbrushorgex
BOOL WINAPI GetBrushOrgEx(HDC handle, LPPOINT origin) {
  const auto dc = require_dc(handle);
  if (!dc || origin == nullptr) return FALSE;
  *origin = dc->state.brush_origin;
  return TRUE;
}
