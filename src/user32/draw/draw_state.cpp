// Images in the look of a control's state.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-drawstatew
#include "base/last_error.h"
#include "base/text.h"
#include "gdi32/memory_dc.h"
#include "user32/draw/mask.h"
#include "user32/draw/sys_colors.h"
#include "user32/lock.h"

namespace transom::user {
namespace {

constexpr UINT kTypeMask = 0xF;
constexpr UINT kStateMask = DSS_UNION | DSS_DISABLED | DSS_MONO;

struct StateRequest {
  HBRUSH brush;
  DRAWSTATEPROC procedure;
  LPARAM data;
  WPARAM extra;
  UINT flags;
  std::u16string text;  // DST_TEXT, DST_PREFIXTEXT

  UINT type() const { return flags & kTypeMask; }
  bool is_text() const { return type() == DST_TEXT || type() == DST_PREFIXTEXT; }
};

UINT text_format(const StateRequest& request) {
  UINT format = DT_SINGLELINE;
  if (request.type() == DST_TEXT) format |= DT_NOPREFIX;
  if (request.flags & DSS_RIGHT) format |= DT_RIGHT;
  if (request.flags & DSS_HIDEPREFIX) format |= DT_HIDEPREFIX;
  if (request.flags & DSS_PREFIXONLY) format |= DT_PREFIXONLY;
  return format;
}

// Of what is to be drawn; nothing where there is no such thing.
SIZE natural_size(HDC dc, const StateRequest& request) {
  if (request.is_text()) {
    RECT rect{};
    DrawTextW(dc, base::as_wchar(request.text), static_cast<int>(request.text.size()), &rect,
              text_format(request) | DT_CALCRECT);
    return {rect.right, rect.bottom};
  }
  HBITMAP bitmap = reinterpret_cast<HBITMAP>(request.data);
  ICONINFO icon{};
  if (request.type() == DST_ICON) {
    if (!GetIconInfo(reinterpret_cast<HICON>(request.data), &icon)) return {};
    bitmap = icon.hbmColor != nullptr ? icon.hbmColor : icon.hbmMask;
  }
  BITMAP description{};
  GetObjectW(bitmap, sizeof description, &description);
  if (icon.hbmColor == nullptr && icon.hbmMask != nullptr) description.bmHeight /= 2;
  for (const HBITMAP made : {icon.hbmColor, icon.hbmMask}) {
    if (made != nullptr) DeleteObject(made);
  }
  return {description.bmWidth, description.bmHeight};
}

bool draw_bitmap(HDC dc, HBITMAP bitmap, int x, int y) {
  BITMAP description{};
  if (!GetObjectW(bitmap, sizeof description, &description)) return false;
  const gdi::MemoryDc from(bitmap, dc);
  return from &&
         BitBlt(dc, x, y, description.bmWidth, description.bmHeight, from.get(), 0, 0, SRCCOPY);
}

bool draw_complex(HDC dc, const StateRequest& request, int x, int y, int width, int height) {
  if (request.procedure == nullptr) return false;
  const int saved = SaveDC(dc);
  POINT origin;
  // The procedure draws at the origin.
  OffsetViewportOrgEx(dc, x, y, &origin);
  UserLock::assert_not_held();
  const bool drawn = request.procedure(dc, request.data, request.extra, width, height);
  SetViewportOrgEx(dc, origin.x, origin.y, nullptr);
  RestoreDC(dc, saved);
  return drawn;
}

bool draw_plain(HDC dc, const StateRequest& request, int x, int y, int width, int height) {
  switch (request.type()) {
    case DST_TEXT:
    case DST_PREFIXTEXT: {
      RECT rect{x, y, x + width, y + height};
      return DrawTextW(dc, base::as_wchar(request.text), static_cast<int>(request.text.size()),
                       &rect, text_format(request)) != 0;
    }
    case DST_ICON:
      return DrawIconEx(dc, x, y, reinterpret_cast<HICON>(request.data), width, height, 0, nullptr,
                        DI_NORMAL);
    case DST_BITMAP:
      return draw_bitmap(dc, reinterpret_cast<HBITMAP>(request.data), x, y);
    default:
      return draw_complex(dc, request, x, y, width, height);
  }
}

bool draw_in_state(HDC dc, const StateRequest& request, int x, int y, int width, int height) {
  Mask mask(dc, width, height);
  if (!mask || !draw_plain(mask.dc(), request, 0, 0, width, height)) return false;
  if (request.flags & DSS_UNION) mask.thin_out();
  if (request.flags & DSS_DISABLED) {
    mask.paint_carved(dc, x, y);
  } else {
    mask.paint(dc, x, y,
               request.brush != nullptr ? request.brush : system_color_brush(COLOR_WINDOWTEXT));
  }
  return true;
}

BOOL draw_state(HDC dc, const StateRequest& request, int x, int y, int width, int height) {
  if (GetObjectType(dc) == 0) return base::fail(ERROR_INVALID_HANDLE);
  if (request.type() > DST_BITMAP) return base::fail(ERROR_INVALID_PARAMETER);
  if (request.type() != DST_COMPLEX && (width == 0 || height == 0)) {
    const SIZE size = natural_size(dc, request);
    if (width == 0) width = static_cast<int>(size.cx);
    if (height == 0) height = static_cast<int>(size.cy);
  }
  if (width <= 0 || height <= 0) return FALSE;
  if ((request.flags & kStateMask) == 0) return draw_plain(dc, request, x, y, width, height);
  return draw_in_state(dc, request, x, y, width, height);
}

}  // namespace
}  // namespace transom::user

using namespace transom;
using namespace transom::user;

// Draws text, an icon, a bitmap or whatever `procedure` draws: as it is, in one brush (DSS_MONO),
// every other pixel (DSS_UNION), or as disabled (DSS_DISABLED). `extra` is a text's length, 0: up
// to its end. Last errors: ERROR_INVALID_HANDLE, ERROR_INVALID_PARAMETER.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-drawstatew
WINBOOL WINAPI DrawStateW(HDC dc, HBRUSH brush, DRAWSTATEPROC procedure, LPARAM data, WPARAM extra,
                          int x, int y, int width, int height, UINT flags) {
  StateRequest request{brush, procedure, data, extra, flags, {}};
  if (request.is_text()) {
    if (data == 0) return base::fail(ERROR_INVALID_PARAMETER);
    const auto* text = base::as_char16(reinterpret_cast<LPCWSTR>(data));
    request.text = extra != 0 ? std::u16string(text, extra) : std::u16string(text);
  }
  return draw_state(dc, request, x, y, width, height);
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-drawstatea
WINBOOL WINAPI DrawStateA(HDC dc, HBRUSH brush, DRAWSTATEPROC procedure, LPARAM data, WPARAM extra,
                          int x, int y, int width, int height, UINT flags) {
  StateRequest request{brush, procedure, data, extra, flags, {}};
  if (request.is_text()) {
    if (data == 0) return base::fail(ERROR_INVALID_PARAMETER);
    const auto* text = reinterpret_cast<LPCSTR>(data);
    request.text = base::to_utf16(extra != 0 ? std::string(text, extra) : std::string(text));
  }
  return draw_state(dc, request, x, y, width, height);
}
