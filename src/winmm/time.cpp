// Multimedia time: the system's tick, whose resolution is 1 ms whatever is asked for.
#include "base/clock.h"
#include "winmm/periods.h"

using namespace transom;
using namespace transom::winmm;

namespace {

MMRESULT check_period(UINT period) {
  return is_period(period) ? TIMERR_NOERROR : TIMERR_NOCANDO;
}

DWORD milliseconds() {
  return static_cast<DWORD>(base::clock::now() / base::kMillisecond);
}

}  // namespace

// https://learn.microsoft.com/windows/win32/api/timeapi/nf-timeapi-timegettime
DWORD WINAPI timeGetTime() {
  return milliseconds();
}

// https://learn.microsoft.com/windows/win32/api/timeapi/nf-timeapi-timegetsystemtime
MMRESULT WINAPI timeGetSystemTime(LPMMTIME time, UINT size) {
  if (time == nullptr || size < sizeof *time) return TIMERR_NOCANDO;
  time->wType = TIME_MS;
  time->u.ms = milliseconds();
  return TIMERR_NOERROR;
}

// TIMERR_NOCANDO: out of range.
// https://learn.microsoft.com/windows/win32/api/timeapi/nf-timeapi-timebeginperiod
MMRESULT WINAPI timeBeginPeriod(UINT period) {
  return check_period(period);
}
MMRESULT WINAPI timeEndPeriod(UINT period) {
  return check_period(period);
}

// https://learn.microsoft.com/windows/win32/api/timeapi/nf-timeapi-timegetdevcaps
MMRESULT WINAPI timeGetDevCaps(LPTIMECAPS caps, UINT size) {
  if (caps == nullptr || size < sizeof *caps) return TIMERR_NOCANDO;
  *caps = {kFinestPeriod, kCoarsestPeriod};
  return TIMERR_NOERROR;
}
