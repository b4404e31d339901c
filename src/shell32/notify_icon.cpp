// The notification area: there is none, as on a Windows whose taskbar has not come up. Programs are
// told so and go on without their icon.
#include "base/last_error.h"

#include <shellapi.h>

using namespace transom;

namespace {

WINBOOL notify(DWORD message, const void* data) {
  if (data == nullptr || message > NIM_SETVERSION) return base::fail(ERROR_INVALID_PARAMETER);
  return base::fail(ERROR_NOT_SUPPORTED);
}

}  // namespace

// FALSE. https://learn.microsoft.com/windows/win32/api/shellapi/nf-shellapi-shell_notifyiconw
WINBOOL WINAPI Shell_NotifyIconW(DWORD message, PNOTIFYICONDATAW data) {
  return notify(message, data);
}
WINBOOL WINAPI Shell_NotifyIconA(DWORD message, PNOTIFYICONDATAA data) {
  return notify(message, data);
}
