#include "user32/system/session_end.h"

#include <atomic>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "base/clock.h"
#include "base/last_error.h"
#include "base/text.h"
#include "host/system/system_events.h"
#include "user32/message/broadcast.h"
#include "user32/message/send.h"
#include "user32/window/window.h"

namespace transom::user {
namespace {

constexpr DWORD kPatience =
    5'000;  // milliseconds a window, as Windows waits before it asks the user

std::atomic<void (*)(EndedBy)> instead_of_ending{nullptr};

struct BlockReasons {
  std::mutex mutex;
  std::map<HWND, std::u16string> texts;
};
BlockReasons& block_reasons() {
  static auto* reasons = new BlockReasons;
  return *reasons;
}

// The login manager has one reason of the program's, whichever. Hold the mutex.
void tell_login_manager() {
  const auto& texts = block_reasons().texts;
  host::block_shutdown(texts.empty() ? std::string() : base::utf16_to_utf8(texts.begin()->second));
}

constexpr UINT kKnownExitFlags = EWX_LOGOFF | EWX_SHUTDOWN | EWX_REBOOT | EWX_FORCE | EWX_POWEROFF |
                                 EWX_FORCEIFHUNG | EWX_QUICKRESOLVE | EWX_RESTARTAPPS |
                                 EWX_HYBRID_SHUTDOWN;

void log_off(bool ask) {
  base::clock::adopt();
  if (end_session({.lparam = static_cast<LPARAM>(ENDSESSION_LOGOFF), .ask = ask})) {
    end_process(EndedBy::kProgram);
  }
  base::clock::leave();
}

}  // namespace

bool end_session(const EndOfSession& how) {
  if (!how.ask) return true;
  std::vector<HWND> asked;
  bool ends = true;
  for (const HWND window : broadcast_targets()) {
    // Who does not answer cannot hold up the others.
    const auto answer = send_message_within(kPatience, window, WM_QUERYENDSESSION, 0, how.lparam);
    asked.push_back(window);
    ends = !how.may_refuse || answer.value_or(TRUE) != 0;
    if (!ends) break;
  }
  for (const HWND window : asked) {
    send_message_within(kPatience, window, WM_ENDSESSION, ends, how.lparam);
  }
  return ends;
}

void end_process(EndedBy how) {
  if (const auto instead = instead_of_ending.load()) return instead(how);
  std::fflush(nullptr);
  if (how == EndedBy::kSignal) {
    // As whoever sent the signal expects it.
    std::signal(SIGTERM, SIG_DFL);
    kill(getpid(), SIGTERM);
  }
  std::_Exit(0);
}

void set_end_of_process(void (*instead)(EndedBy how)) {
  instead_of_ending = instead;
}

void forget_block_reason(HWND window) {
  std::lock_guard lock(block_reasons().mutex);
  if (block_reasons().texts.erase(window) != 0) tell_login_manager();
}

}  // namespace transom::user

using namespace transom;
using namespace transom::user;

// Ends the session, which is this program's alone: EWX_LOGOFF asks all windows
// (WM_QUERYENDSESSION), tells them the outcome (WM_ENDSESSION) and ends the process; with EWX_FORCE
// it neither asks nor tells. Returns at once. Shutting the machine down is not a program's
// business: ERROR_PRIVILEGE_NOT_HELD.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-exitwindowsex
WINBOOL WINAPI ExitWindowsEx(UINT flags, DWORD) {
  if ((flags & ~kKnownExitFlags) != 0) return base::fail(ERROR_INVALID_PARAMETER);
  const UINT machine =
      EWX_SHUTDOWN | EWX_REBOOT | EWX_POWEROFF | EWX_RESTARTAPPS | EWX_HYBRID_SHUTDOWN;
  if ((flags & machine) != 0) return base::fail(ERROR_PRIVILEGE_NOT_HELD);
  base::clock::join();
  std::thread(log_off, (flags & EWX_FORCE) == 0).detach();
  return TRUE;
}

// Says why the session should not end now; the login manager shows it to the user. Last errors:
// ERROR_INVALID_WINDOW_HANDLE, ERROR_ACCESS_DENIED (another thread's window),
// ERROR_INVALID_PARAMETER.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-shutdownblockreasoncreate
WINBOOL WINAPI ShutdownBlockReasonCreate(HWND window, LPCWSTR reason) {
  if (!is_window(window)) return base::fail(ERROR_INVALID_WINDOW_HANDLE);
  if (find_own_window(window) == nullptr) return base::fail(ERROR_ACCESS_DENIED);
  if (reason == nullptr) return base::fail(ERROR_INVALID_PARAMETER);
  std::u16string text = base::as_char16(reason);
  text.resize(std::min<std::size_t>(text.size(), MAX_STR_BLOCKREASON - 1));
  std::lock_guard lock(block_reasons().mutex);
  block_reasons().texts[window] = std::move(text);
  tell_login_manager();
  return TRUE;
}

// Copies the reason with its terminator; *size is then its length with it. Last errors:
// ERROR_INVALID_WINDOW_HANDLE, ERROR_INVALID_PARAMETER (none, or too little room).
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-shutdownblockreasonquery
WINBOOL WINAPI ShutdownBlockReasonQuery(HWND window, LPWSTR to, DWORD* size) {
  if (!is_window(window)) return base::fail(ERROR_INVALID_WINDOW_HANDLE);
  if (size == nullptr) return base::fail(ERROR_INVALID_PARAMETER);
  std::lock_guard lock(block_reasons().mutex);
  const auto found = block_reasons().texts.find(window);
  if (found == block_reasons().texts.end()) return base::fail(ERROR_INVALID_PARAMETER);
  const DWORD room = std::exchange(*size, static_cast<DWORD>(found->second.size() + 1));
  if (to == nullptr) return TRUE;
  if (room < *size) return base::fail(ERROR_INVALID_PARAMETER);
  std::memcpy(to, found->second.c_str(), *size * sizeof(WCHAR));
  return TRUE;
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-shutdownblockreasondestroy
WINBOOL WINAPI ShutdownBlockReasonDestroy(HWND window) {
  if (!is_window(window)) return base::fail(ERROR_INVALID_WINDOW_HANDLE);
  if (find_own_window(window) == nullptr) return base::fail(ERROR_ACCESS_DENIED);
  std::lock_guard lock(block_reasons().mutex);
  block_reasons().texts.erase(window);
  tell_login_manager();
  return TRUE;
}
