#include "user32/system/session_notification.h"

#include <algorithm>
#include <mutex>
#include <vector>

#include "base/last_error.h"
#include "base/terminal_services.h"
#include "user32/message/send.h"
#include "user32/system/host_system.h"
#include "user32/window/window.h"

namespace transom::user {
namespace {

struct Registrations {
  std::mutex mutex;
  std::vector<HWND> windows;  // one each time that it registered
};
Registrations& registrations() {
  static auto* made = new Registrations;
  return *made;
}

}  // namespace

void tell_session_registrations(WPARAM event, DWORD session) {
  std::vector<HWND> windows;
  {
    std::lock_guard lock(registrations().mutex);
    windows = registrations().windows;
  }
  std::ranges::sort(windows);
  windows.erase(std::unique(windows.begin(), windows.end()), windows.end());
  for (const HWND window : windows) {
    send_message_within(kWindowsPatience, window, WM_WTSSESSION_CHANGE, event, session);
  }
}

}  // namespace transom::user

using namespace transom;
using namespace transom::user;

// The window gets WM_WTSSESSION_CHANGE when its session is locked, unlocked, or loses or regains
// the screen. Each call asks for one of WTSUnRegisterSessionNotification. Last errors:
// ERROR_INVALID_WINDOW_HANDLE, ERROR_INVALID_PARAMETER.
// https://learn.microsoft.com/windows/win32/api/wtsapi32/nf-wtsapi32-wtsregistersessionnotification
WINBOOL WINAPI WTSRegisterSessionNotification(HWND window, DWORD flags) {
  if (!is_window(window)) return base::fail(ERROR_INVALID_WINDOW_HANDLE);
  if (flags > NOTIFY_FOR_ALL_SESSIONS) return base::fail(ERROR_INVALID_PARAMETER);
  std::lock_guard lock(registrations().mutex);
  registrations().windows.push_back(window);
  return TRUE;
}

// https://learn.microsoft.com/windows/win32/api/wtsapi32/nf-wtsapi32-wtsunregistersessionnotification
WINBOOL WINAPI WTSUnRegisterSessionNotification(HWND window) {
  std::lock_guard lock(registrations().mutex);
  auto& windows = registrations().windows;
  const auto found = std::ranges::find(windows, window);
  if (found == windows.end()) return base::fail(ERROR_INVALID_PARAMETER);
  windows.erase(found);
  return TRUE;
}
