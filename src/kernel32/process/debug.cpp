// Talking to a debugger.
#include <signal.h>
#include <unistd.h>

#include <atomic>
#include <fstream>
#include <string>

#include "base/last_error.h"
#include "base/text.h"

using namespace transom;

namespace {

// The debugger's process, from the kernel; 0: nobody debugs us.
int tracer() {
  std::ifstream status("/proc/self/status");
  for (std::string word; status >> word;) {
    int process = 0;
    if (word == "TracerPid:" && status >> process) return process;
  }
  return 0;
}

void write_debug_text(const std::string& text) {
  [[maybe_unused]] const ssize_t written = write(STDERR_FILENO, text.data(), text.size());
}

std::atomic<UINT> error_mode{0};

}  // namespace

// Goes to standard error, where Linux's debuggers show it.
// https://learn.microsoft.com/windows/win32/api/debugapi/nf-debugapi-outputdebugstringw
VOID WINAPI OutputDebugStringW(LPCWSTR text) {
  if (text != nullptr) write_debug_text(base::utf16_to_utf8(base::as_char16(text)));
}
VOID WINAPI OutputDebugStringA(LPCSTR text) {
  if (text != nullptr) write_debug_text(base::utf16_to_utf8(base::to_utf16(text)));
}

// https://learn.microsoft.com/windows/win32/api/debugapi/nf-debugapi-isdebuggerpresent
WINBOOL WINAPI IsDebuggerPresent() {
  return tracer() != 0;
}

// Without a debugger the process ends by SIGTRAP.
// https://learn.microsoft.com/windows/win32/api/debugapi/nf-debugapi-debugbreak
VOID WINAPI DebugBreak() {
  raise(SIGTRAP);
}

// Kept and answered; Linux shows none of the boxes that it turns off.
// https://learn.microsoft.com/windows/win32/api/errhandlingapi/nf-errhandlingapi-seterrormode
UINT WINAPI SetErrorMode(UINT mode) {
  return error_mode.exchange(mode);
}
// https://learn.microsoft.com/windows/win32/api/errhandlingapi/nf-errhandlingapi-geterrormode
UINT WINAPI GetErrorMode() {
  return error_mode;
}

// Rings the terminal's bell, if there is one, and waits as long as the tone would sound.
// Last errors: ERROR_INVALID_PARAMETER (37 to 32,767 Hz).
// https://learn.microsoft.com/windows/win32/api/utilapiset/nf-utilapiset-beep
WINBOOL WINAPI Beep(DWORD frequency, DWORD milliseconds) {
  if (frequency < 37 || frequency > 32767) return base::fail(ERROR_INVALID_PARAMETER);
  if (isatty(STDERR_FILENO)) write_debug_text("\a");
  Sleep(milliseconds);
  return TRUE;
}
