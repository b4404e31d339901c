// Grey text of old.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-graystringw
#include "base/last_error.h"
#include "base/text.h"
#include "user32/draw/mask.h"
#include "user32/draw/sys_colors.h"
#include "user32/lock.h"

namespace transom::user {
namespace {

struct GrayRequest {
  HBRUSH brush;
  GRAYSTRINGPROC procedure;
  LPARAM data;
  int count;
  std::u16string text;  // where there is no procedure
};

BOOL gray_string(HDC dc, const GrayRequest& request, int x, int y, int width, int height) {
  if (GetObjectType(dc) == 0) return base::fail(ERROR_INVALID_HANDLE);
  if (width == 0 || height == 0) {
    SIZE size{};
    GetTextExtentPoint32W(dc, base::as_wchar(request.text), static_cast<int>(request.text.size()),
                          &size);
    if (width == 0) width = static_cast<int>(size.cx);
    if (height == 0) height = static_cast<int>(size.cy);
  }
  Mask mask(dc, width, height);
  if (!mask) return FALSE;
  BOOL drawn = TRUE;
  if (request.procedure != nullptr) {
    // White on black: it may rely on neither, so it is turned round afterwards.
    PatBlt(mask.dc(), 0, 0, width, height, BLACKNESS);
    SetTextColor(mask.dc(), RGB(255, 255, 255));
    SetBkColor(mask.dc(), RGB(0, 0, 0));
    UserLock::assert_not_held();
    drawn = request.procedure(mask.dc(), request.data, request.count);
    PatBlt(mask.dc(), 0, 0, width, height, DSTINVERT);
  } else {
    drawn = TextOutW(mask.dc(), 0, 0, base::as_wchar(request.text),
                     static_cast<int>(request.text.size()));
  }
  // Documented: with a count of -1 a procedure that answers FALSE shows its image ungrayed.
  if (drawn || request.count != -1) mask.thin_out();
  mask.paint(dc, x, y,
             request.brush != nullptr ? request.brush : system_color_brush(COLOR_WINDOWTEXT));
  return drawn;
}

}  // namespace
}  // namespace transom::user

using namespace transom;
using namespace transom::user;

// Draws text in every other pixel of `brush` (null: the colour of window text). `procedure` draws
// something else instead; without it `data` is the text. A zero count, width or height is worked
// out. Returns what the drawing did. Last errors: ERROR_INVALID_HANDLE, ERROR_INVALID_PARAMETER.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-graystringw
WINBOOL WINAPI GrayStringW(HDC dc, HBRUSH brush, GRAYSTRINGPROC procedure, LPARAM data, int count,
                           int x, int y, int width, int height) {
  GrayRequest request{brush, procedure, data, count, {}};
  const bool is_text = procedure == nullptr || count == 0 || width == 0 || height == 0;
  if (is_text) {
    if (data == 0) return base::fail(ERROR_INVALID_PARAMETER);
    const auto* text = base::as_char16(reinterpret_cast<LPCWSTR>(data));
    request.text =
        count > 0 ? std::u16string(text, static_cast<std::size_t>(count)) : std::u16string(text);
    if (count == 0) request.count = static_cast<int>(request.text.size());
  }
  return gray_string(dc, request, x, y, width, height);
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-graystringa
WINBOOL WINAPI GrayStringA(HDC dc, HBRUSH brush, GRAYSTRINGPROC procedure, LPARAM data, int count,
                           int x, int y, int width, int height) {
  GrayRequest request{brush, procedure, data, count, {}};
  const bool is_text = procedure == nullptr || count == 0 || width == 0 || height == 0;
  if (is_text) {
    if (data == 0) return base::fail(ERROR_INVALID_PARAMETER);
    const auto* text = reinterpret_cast<LPCSTR>(data);
    request.text = base::to_utf16(count > 0 ? std::string(text, static_cast<std::size_t>(count))
                                            : std::string(text));
    if (count == 0) request.count = static_cast<int>(std::string_view(text).size());
  }
  return gray_string(dc, request, x, y, width, height);
}
