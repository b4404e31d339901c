// Counters of time, and MulDiv.
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

// number * numerator / denominator, rounded to the nearest, halves away from zero; -1 when it does
// not fit or the denominator is 0.
// https://learn.microsoft.com/windows/win32/api/winbase/nf-winbase-muldiv
int WINAPI MulDiv(int number, int numerator, int denominator) {
  if (denominator == 0) return -1;
  std::int64_t product = std::int64_t{number} * numerator;
  std::int64_t divisor = denominator;
  if (divisor < 0) {
    product = -product;
    divisor = -divisor;
  }
  const std::int64_t half = divisor / 2;
  const std::int64_t result = (product < 0 ? product - half : product + half) / divisor;
  if (result > INT32_MAX || result < -std::int64_t{INT32_MAX}) return -1;
  return static_cast<int>(result);
}
