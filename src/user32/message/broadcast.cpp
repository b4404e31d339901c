#include "user32/message/broadcast.h"

#include "base/last_error.h"
#include "user32/message/send.h"
#include "user32/message/thread_state.h"
#include "user32/window/tree.h"
#include "user32/window/window.h"
#include "winspool/job.h"

namespace transom::user {

std::vector<HWND> broadcast_targets() {
  return child_handles(desktop_window());
}

namespace {

// Every recipient of a BSF_QUERY must agree; the first that does not ends it.
int query_all(DWORD flags, UINT message, WPARAM wparam, LPARAM lparam) {
  const ThreadState& self = current_thread();
  UINT how =
      (flags & BSF_NOHANG) != 0 || (flags & BSF_FORCEIFHUNG) != 0 ? SMTO_ABORTIFHUNG : SMTO_NORMAL;
  if ((flags & BSF_NOTIMEOUTIFNOTHUNG) != 0) how |= SMTO_NOTIMEOUTIFNOTHUNG;
  for (const HWND window : broadcast_targets()) {
    if ((flags & BSF_IGNORECURRENTTASK) != 0 && find_window_thread(window) == &self) continue;
    DWORD_PTR answer = 0;
    const bool answered =
        SendMessageTimeoutW(window, message, wparam, lparam, how, 2'000, &answer) != 0;
    if (!answered && (flags & BSF_FORCEIFHUNG) == 0) return -1;
    if (answered && answer == BROADCAST_QUERY_DENY) return 0;
  }
  return 1;
}

void tell_all(DWORD flags, UINT message, WPARAM wparam, LPARAM lparam) {
  const ThreadState& self = current_thread();
  for (const HWND window : broadcast_targets()) {
    if ((flags & BSF_IGNORECURRENTTASK) != 0 && find_window_thread(window) == &self) continue;
    if ((flags & BSF_POSTMESSAGE) != 0) {
      PostMessageW(window, message, wparam, lparam);
    } else if ((flags & BSF_SENDNOTIFYMESSAGE) != 0) {
      SendNotifyMessageW(window, message, wparam, lparam);
    } else {
      SendMessageTimeoutW(window, message, wparam, lparam, SMTO_ABORTIFHUNG, 2'000, nullptr);
    }
  }
}

// WM_SPOOLERSTATUS: posted to all top-level windows whenever a job enters or leaves the print
// queue, on the thread that prints.
// https://learn.microsoft.com/windows/win32/printdocs/wm-spoolerstatus
void tell_print_queue(DWORD jobs) {
  const base::PreserveLastError preserve;
  post_message(HWND_BROADCAST, WM_SPOOLERSTATUS, PR_JOBSTATUS, MAKELPARAM(jobs, 0));
}

[[gnu::constructor]] void fill_seam() {
  winspool::set_queue_listener(tell_print_queue);
}

}  // namespace
}  // namespace transom::user

using namespace transom;
using namespace transom::user;

// Sends a message to all applications (BSM_APPLICATIONS; drivers and other desktops there are
// none). With BSF_QUERY: 1 where everyone agreed, 0 where one answered BROADCAST_QUERY_DENY, -1
// where one could not answer. Last errors: ERROR_INVALID_PARAMETER for unknown flags.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-broadcastsystemmessageexw
INT WINAPI BroadcastSystemMessageExW(DWORD flags, LPDWORD recipients, UINT message, WPARAM wparam,
                                     LPARAM lparam, PBSMINFO info) {
  constexpr DWORD kKnown = 0x0FFF;
  if ((flags & ~kKnown) != 0 || (info != nullptr && info->cbSize < sizeof(BSMINFO))) {
    return base::fail<INT>(ERROR_INVALID_PARAMETER);
  }
  DWORD wanted = recipients != nullptr ? *recipients : BSM_ALLCOMPONENTS;
  if (wanted == BSM_ALLCOMPONENTS) wanted = BSM_APPLICATIONS;
  if ((wanted & BSM_APPLICATIONS) == 0) return 1;
  if (recipients != nullptr) *recipients = BSM_APPLICATIONS;
  if ((flags & BSF_QUERY) != 0) return query_all(flags, message, wparam, lparam);
  tell_all(flags, message, wparam, lparam);
  return 1;
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-broadcastsystemmessageexa
INT WINAPI BroadcastSystemMessageExA(DWORD flags, LPDWORD recipients, UINT message, WPARAM wparam,
                                     LPARAM lparam, PBSMINFO info) {
  return BroadcastSystemMessageExW(flags, recipients, message, wparam, lparam, info);
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-broadcastsystemmessagew
INT WINAPI BroadcastSystemMessageW(DWORD flags, LPDWORD recipients, UINT message, WPARAM wparam,
                                   LPARAM lparam) {
  return BroadcastSystemMessageExW(flags, recipients, message, wparam, lparam, nullptr);
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-broadcastsystemmessagea
INT WINAPI BroadcastSystemMessageA(DWORD flags, LPDWORD recipients, UINT message, WPARAM wparam,
                                   LPARAM lparam) {
  return BroadcastSystemMessageExW(flags, recipients, message, wparam, lparam, nullptr);
}
