// Pictures of windows.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-printwindow
#include "base/last_error.h"
#include "user32/message/send.h"
#include "user32/window/on_owner.h"

using namespace transom;
using namespace transom::user;

// Has a window draw itself into a context, by WM_PRINT on its own thread, which the caller waits
// for. PW_CLIENTONLY: the client area alone. Last errors: ERROR_INVALID_WINDOW_HANDLE,
// ERROR_INVALID_HANDLE.
WINBOOL WINAPI PrintWindow(HWND handle, HDC dc, UINT flags) {
  if (GetObjectType(dc) == 0) return base::fail(ERROR_INVALID_HANDLE);
  const LPARAM parts = PRF_CLIENT | PRF_ERASEBKGND | PRF_CHILDREN |
                       ((flags & PW_CLIENTONLY) != 0 ? 0 : PRF_NONCLIENT);
  return on_owner(handle, [&](Window& window) {
           send_message(window, WM_PRINT, reinterpret_cast<WPARAM>(dc), parts);
           return TRUE;
         }) != 0;
}
