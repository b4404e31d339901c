// The filter for messages of less trusted programs. All that reach a window here come from the
// user's own programs, which are equals, so that nothing is ever held back.
// https://learn.microsoft.com/windows/win32/winmsg/window-features
#include "base/last_error.h"
#include "user32/window/window.h"

using namespace transom;
using namespace transom::user;

// Last errors: ERROR_INVALID_PARAMETER.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-changewindowmessagefilter
WINBOOL WINAPI ChangeWindowMessageFilter(UINT, DWORD action) {
  return action == MSGFLT_ADD || action == MSGFLT_REMOVE ? TRUE
                                                         : base::fail(ERROR_INVALID_PARAMETER);
}

// Last errors: ERROR_INVALID_WINDOW_HANDLE, ERROR_INVALID_PARAMETER; ERROR_ACCESS_DENIED for a
// window of another process.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-changewindowmessagefilterex
WINBOOL WINAPI ChangeWindowMessageFilterEx(HWND window, UINT, DWORD action,
                                           PCHANGEFILTERSTRUCT answer) {
  if (!is_window(window)) return base::fail(ERROR_INVALID_WINDOW_HANDLE);
  if (action > MSGFLT_DISALLOW || (answer != nullptr && answer->cbSize != sizeof *answer)) {
    return base::fail(ERROR_INVALID_PARAMETER);
  }
  if (answer != nullptr) answer->ExtStatus = MSGFLTINFO_NONE;
  return TRUE;
}
