// Counters of time.
#include <sys/resource.h>

#include "base/clock.h"
#include "base/last_error.h"
#include "kernel32/file_time.h"
#include "kernel32/thread.h"

using namespace transom;

// Milliseconds since start.
// https://learn.microsoft.com/windows/win32/api/sysinfoapi/nf-sysinfoapi-gettickcount
DWORD WINAPI GetTickCount() {
  return static_cast<DWORD>(base::clock::tick_count());
}
// https://learn.microsoft.com/windows/win32/api/sysinfoapi/nf-sysinfoapi-gettickcount64
ULONGLONG WINAPI GetTickCount64() {
  return base::clock::tick_count();
}

// Ticks of 100 ns: 10 MHz, as on every Windows 10.
// https://learn.microsoft.com/windows/win32/api/profileapi/nf-profileapi-queryperformancecounter
WINBOOL WINAPI QueryPerformanceCounter(LARGE_INTEGER* count) {
  if (count == nullptr) return base::fail(ERROR_NOACCESS);
  count->QuadPart = base::clock::now() / 100;
  return TRUE;
}
// https://learn.microsoft.com/windows/win32/api/profileapi/nf-profileapi-queryperformancefrequency
WINBOOL WINAPI QueryPerformanceFrequency(LARGE_INTEGER* frequency) {
  if (frequency == nullptr) return base::fail(ERROR_NOACCESS);
  frequency->QuadPart = 10'000'000;
  return TRUE;
}

namespace {

FILETIME duration(const timeval& time) {
  return kernel::to_file_time(time.tv_sec * 10'000'000 + time.tv_usec * 10);
}

}  // namespace

// Only the calling process's: ERROR_ACCESS_DENIED for another.
// https://learn.microsoft.com/windows/win32/api/processthreadsapi/nf-processthreadsapi-getprocesstimes
WINBOOL WINAPI GetProcessTimes(HANDLE handle, LPFILETIME creation, LPFILETIME exit,
                               LPFILETIME in_kernel, LPFILETIME user) {
  const auto process = kernel::find_as<kernel::Process>(handle);
  if (process == nullptr) return FALSE;
  if (process != kernel::current_process_object()) return base::fail(ERROR_ACCESS_DENIED);
  if (!creation || !exit || !in_kernel || !user) return base::fail(ERROR_NOACCESS);
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  static const FILETIME first_asked = kernel::current_file_time();
  *creation = first_asked;
  *exit = {};
  *in_kernel = duration(usage.ru_stime);
  *user = duration(usage.ru_utime);
  return TRUE;
}
