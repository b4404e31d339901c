// Changing the system colours.
#include <vector>

#include "base/last_error.h"
#include "user32/draw/sys_colors.h"
#include "user32/message/broadcast.h"
#include "user32/message/send.h"
#include "user32/paint/paint.h"

namespace transom::user {
namespace {

constexpr INT kMostColors = 1024;

// Every top-level window hears of it and is painted anew; another thread's is not waited for.
void tell_windows() {
  for (const HWND window : broadcast_targets()) {
    send_notify_message(window, WM_SYSCOLORCHANGE, 0, 0);
    if (const WindowRef alive = find_window(window)) {
      redraw_window(*alive, nullptr, RDW_INVALIDATE | RDW_ERASE | RDW_FRAME | RDW_ALLCHILDREN);
    }
  }
}

}  // namespace
}  // namespace transom::user

using namespace transom;
using namespace transom::user;

// Changes `count` colours for the time that the program runs; WM_SYSCOLORCHANGE goes to all
// top-level windows. Last error: ERROR_INVALID_PARAMETER (an index that there is not).
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-setsyscolors
WINBOOL WINAPI SetSysColors(INT count, const INT* indexes, const COLORREF* colors) {
  if (count <= 0 || count > kMostColors || indexes == nullptr || colors == nullptr) {
    return base::fail(ERROR_INVALID_PARAMETER);
  }
  const auto size = static_cast<std::size_t>(count);
  if (!set_system_colors({indexes, size}, {colors, size})) {
    return base::fail(ERROR_INVALID_PARAMETER);
  }
  tell_windows();
  return TRUE;
}
