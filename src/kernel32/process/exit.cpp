// The ends of a process.
//
// Linux keeps 8 bits of an exit code.
#include <signal.h>
#include <unistd.h>

#include <atomic>

#include "base/last_error.h"
#include "base/text.h"
#include "kernel32/thread.h"
#include "kernel32/wait.h"

using namespace transom;

// Leaves as exit() does, so that what was written is flushed. A call from within that ends at once.
// https://learn.microsoft.com/windows/win32/api/processthreadsapi/nf-processthreadsapi-exitprocess
DECLSPEC_NORETURN VOID WINAPI ExitProcess(UINT code) {
  static std::atomic<bool> leaving{false};
  if (leaving.exchange(true)) _exit(static_cast<int>(code));
  std::exit(static_cast<int>(code));
}

// Last errors: ERROR_INVALID_HANDLE, ERROR_ACCESS_DENIED.
// https://learn.microsoft.com/windows/win32/api/processthreadsapi/nf-processthreadsapi-terminateprocess
WINBOOL WINAPI TerminateProcess(HANDLE handle, UINT code) {
  const auto process = kernel::find_as<kernel::Process>(handle);
  if (process == nullptr) return FALSE;
  if (process->pid == getpid()) _exit(static_cast<int>(code));
  kernel::DispatcherLock lock;
  // A number that was freed may be somebody else's now.
  if (process->ended) return base::fail(ERROR_ACCESS_DENIED);
  process->asked_exit_code = code;
  return kill(process->pid, SIGKILL) == 0 ? TRUE : base::fail(ERROR_ACCESS_DENIED);
}

// STILL_ACTIVE (259) while it runs.
// https://learn.microsoft.com/windows/win32/api/processthreadsapi/nf-processthreadsapi-getexitcodeprocess
WINBOOL WINAPI GetExitCodeProcess(HANDLE handle, LPDWORD code) {
  const auto process = kernel::find_as<kernel::Process>(handle);
  if (process == nullptr) return FALSE;
  if (code == nullptr) return base::fail(ERROR_NOACCESS);
  kernel::DispatcherLock lock;
  *code = process->ended ? process->exit_code : STILL_ACTIVE;
  return TRUE;
}

// https://learn.microsoft.com/windows/win32/api/winbase/nf-winbase-fatalexit
VOID WINAPI FatalExit(int code) {
  ExitProcess(static_cast<UINT>(code));
}

// A message box, then the end.
// https://learn.microsoft.com/windows/win32/api/errhandlingapi/nf-errhandlingapi-fatalappexitw
VOID WINAPI FatalAppExitW(UINT, LPCWSTR text) {
  MessageBoxW(nullptr, text, nullptr, MB_OK | MB_ICONSTOP | MB_SYSTEMMODAL);
  ExitProcess(1);
}
VOID WINAPI FatalAppExitA(UINT action, LPCSTR text) {
  FatalAppExitW(action, text != nullptr ? base::as_wchar(base::to_utf16(text)) : nullptr);
}
