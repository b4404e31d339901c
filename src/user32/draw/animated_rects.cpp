// Captions that travel.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-drawanimatedrects
#include "base/last_error.h"
#include "gdi32/memory_dc.h"
#include "user32/message/thread_state.h"
#include "user32/paint/present.h"
#include "user32/system/system_parameters.h"
#include "user32/window/window.h"

namespace transom::user {
namespace {

constexpr int kSteps = 10;
constexpr DWORD kStepTime = 20;  // milliseconds

RECT between(const RECT& from, const RECT& to, int step) {
  const auto at = [&](LONG a, LONG b) { return a + (b - a) * step / kSteps; };
  return {at(from.left, to.left), at(from.top, to.top), at(from.right, to.right),
          at(from.bottom, to.bottom)};
}

// One picture of the caption, shown for a moment over what is there.
void show_step(HWND window, HDC dc, const RECT& place) {
  const int width = place.right - place.left;
  const int height = std::min<int>(place.bottom - place.top, GetSystemMetrics(SM_CYCAPTION));
  if (width <= 0 || height <= 0) return;
  const HBITMAP bitmap = CreateCompatibleBitmap(dc, width, height);
  {
    const gdi::MemoryDc kept(bitmap, dc);
    BitBlt(kept.get(), 0, 0, width, height, dc, place.left, place.top, SRCCOPY);
    const RECT caption{place.left, place.top, place.right, place.top + height};
    DrawCaption(window, dc, &caption, DC_ACTIVE | DC_ICON | DC_TEXT | DC_GRADIENT);
    present_damage(current_thread());
    Sleep(kStepTime);
    BitBlt(dc, place.left, place.top, width, height, kept.get(), 0, 0, SRCCOPY);
  }
  DeleteObject(bitmap);
}

}  // namespace
}  // namespace transom::user

using namespace transom;
using namespace transom::user;

// Shows a window's caption on its way from one rectangle to another, within its parent; nothing
// where the user does not want such animation (SPI_SETANIMATION). Last errors:
// ERROR_INVALID_WINDOW_HANDLE, ERROR_INVALID_PARAMETER.
WINBOOL WINAPI DrawAnimatedRects(HWND handle, int animation, CONST RECT* from, CONST RECT* to) {
  if (find_window_thread(handle) == nullptr) return base::fail(ERROR_INVALID_WINDOW_HANDLE);
  if (animation != IDANI_CAPTION || from == nullptr || to == nullptr) {
    return base::fail(ERROR_INVALID_PARAMETER);
  }
  if (system_parameters().minimize_animation == 0) return TRUE;
  const HWND parent = GetAncestor(handle, GA_PARENT);
  const HDC dc = GetDCEx(parent, nullptr, DCX_CACHE | DCX_LOCKWINDOWUPDATE);
  if (dc == nullptr) return FALSE;
  for (int step = 0; step <= kSteps; ++step) show_step(handle, dc, between(*from, *to, step));
  present_damage(current_thread());
  ReleaseDC(parent, dc);
  return TRUE;
}
