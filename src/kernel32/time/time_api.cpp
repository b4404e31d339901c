// Time as exported. The time of day comes from the one clock, so a virtual run shows virtual time.
#include "base/last_error.h"
#include "kernel32/file_time.h"
#include "kernel32/time/calendar.h"
#include "kernel32/time/time_zone.h"

using namespace transom;
using namespace transom::kernel;

namespace {

WINBOOL store(const std::optional<SYSTEMTIME>& time, LPSYSTEMTIME result) {
  if (!time) return base::fail(ERROR_INVALID_PARAMETER);
  *result = *time;
  return TRUE;
}

WINBOOL shift(const FILETIME* time, std::int64_t by, LPFILETIME result) {
  if (time == nullptr || result == nullptr) return base::fail(ERROR_INVALID_PARAMETER);
  *result = to_file_time(to_ticks(*time) + by);
  return TRUE;
}

// UTC, in FILETIME's ticks. The clock of a virtual run is the program's own; nobody but the
// administrator sets the machine's, and programs of users are not run by one.
WINBOOL set_clock(std::optional<std::int64_t> ticks) {
  if (!ticks) return base::fail(ERROR_INVALID_PARAMETER);
  const std::int64_t milliseconds = (*ticks - kUnixEpochTicks) / kTicksPerMillisecond;
  return base::clock::set_wall_clock(milliseconds) ? TRUE : base::fail(ERROR_PRIVILEGE_NOT_HELD);
}

TIME_ZONE_INFORMATION zone_or_current(const TIME_ZONE_INFORMATION* zone) {
  TIME_ZONE_INFORMATION current{};
  if (zone == nullptr) current_time_zone(current);
  return zone != nullptr ? *zone : current;
}

}  // namespace

// UTC. https://learn.microsoft.com/windows/win32/api/sysinfoapi/nf-sysinfoapi-getsystemtime
VOID WINAPI GetSystemTime(LPSYSTEMTIME time) {
  if (time != nullptr) store(fields_of(to_ticks(current_file_time())), time);
}
// https://learn.microsoft.com/windows/win32/api/sysinfoapi/nf-sysinfoapi-getlocaltime
VOID WINAPI GetLocalTime(LPSYSTEMTIME time) {
  if (time != nullptr) store(fields_of(to_ticks(current_file_time()) - current_bias_ticks()), time);
}
// https://learn.microsoft.com/windows/win32/api/sysinfoapi/nf-sysinfoapi-getsystemtimeasfiletime
VOID WINAPI GetSystemTimeAsFileTime(LPFILETIME time) {
  if (time != nullptr) *time = current_file_time();
}
VOID WINAPI GetSystemTimePreciseAsFileTime(LPFILETIME time) {
  if (time != nullptr) *time = current_file_time();
}

// Sets the clock of a virtual run, and windows get WM_TIMECHANGE. Last errors:
// ERROR_PRIVILEGE_NOT_HELD (the machine's clock), ERROR_INVALID_PARAMETER (what is no time).
// https://learn.microsoft.com/windows/win32/api/sysinfoapi/nf-sysinfoapi-setsystemtime
WINBOOL WINAPI SetSystemTime(const SYSTEMTIME* time) {
  return set_clock(time != nullptr ? ticks_of(*time) : std::nullopt);
}
// https://learn.microsoft.com/windows/win32/api/sysinfoapi/nf-sysinfoapi-setlocaltime
WINBOOL WINAPI SetLocalTime(const SYSTEMTIME* time) {
  auto ticks = time != nullptr ? ticks_of(*time) : std::nullopt;
  if (ticks) *ticks += bias_at_local(zone_or_current(nullptr), *ticks);
  return set_clock(ticks);
}

// Last errors: ERROR_INVALID_PARAMETER.
// https://learn.microsoft.com/windows/win32/api/timezoneapi/nf-timezoneapi-systemtimetofiletime
WINBOOL WINAPI SystemTimeToFileTime(const SYSTEMTIME* time, LPFILETIME result) {
  const auto ticks = time != nullptr ? ticks_of(*time) : std::nullopt;
  if (!ticks || result == nullptr) return base::fail(ERROR_INVALID_PARAMETER);
  *result = to_file_time(*ticks);
  return TRUE;
}
// https://learn.microsoft.com/windows/win32/api/timezoneapi/nf-timezoneapi-filetimetosystemtime
WINBOOL WINAPI FileTimeToSystemTime(const FILETIME* time, LPSYSTEMTIME result) {
  if (time == nullptr || result == nullptr) return base::fail(ERROR_INVALID_PARAMETER);
  return store(fields_of(to_ticks(*time)), result);
}

// By the offset of now, not of then, as documented.
// https://learn.microsoft.com/windows/win32/api/fileapi/nf-fileapi-filetimetolocalfiletime
WINBOOL WINAPI FileTimeToLocalFileTime(const FILETIME* time, LPFILETIME result) {
  return shift(time, -current_bias_ticks(), result);
}
// https://learn.microsoft.com/windows/win32/api/fileapi/nf-fileapi-localfiletimetofiletime
WINBOOL WINAPI LocalFileTimeToFileTime(const FILETIME* time, LPFILETIME result) {
  return shift(time, current_bias_ticks(), result);
}

// -1, 0 or 1; times are unsigned.
// https://learn.microsoft.com/windows/win32/api/fileapi/nf-fileapi-comparefiletime
LONG WINAPI CompareFileTime(const FILETIME* first, const FILETIME* second) {
  if (first == nullptr || second == nullptr) return 0;
  const auto a = static_cast<std::uint64_t>(to_ticks(*first));
  const auto b = static_cast<std::uint64_t>(to_ticks(*second));
  return a < b ? -1 : a > b ? 1 : 0;
}

// TIME_ZONE_ID_UNKNOWN, _STANDARD or _DAYLIGHT.
// https://learn.microsoft.com/windows/win32/api/timezoneapi/nf-timezoneapi-gettimezoneinformation
DWORD WINAPI GetTimeZoneInformation(LPTIME_ZONE_INFORMATION zone) {
  if (zone == nullptr) return base::fail<DWORD>(ERROR_INVALID_PARAMETER, TIME_ZONE_ID_INVALID);
  return current_time_zone(*zone);
}

// A null zone is the current one.
// https://learn.microsoft.com/windows/win32/api/timezoneapi/nf-timezoneapi-systemtimetotzspecificlocaltime
WINBOOL WINAPI SystemTimeToTzSpecificLocalTime(const TIME_ZONE_INFORMATION* zone,
                                               const SYSTEMTIME* utc, LPSYSTEMTIME local) {
  const auto ticks = utc != nullptr ? ticks_of(*utc) : std::nullopt;
  if (!ticks || local == nullptr) return base::fail(ERROR_INVALID_PARAMETER);
  return store(fields_of(*ticks - bias_at_utc(zone_or_current(zone), *ticks)), local);
}
// https://learn.microsoft.com/windows/win32/api/timezoneapi/nf-timezoneapi-tzspecificlocaltimetosystemtime
WINBOOL WINAPI TzSpecificLocalTimeToSystemTime(const TIME_ZONE_INFORMATION* zone,
                                               const SYSTEMTIME* local, LPSYSTEMTIME utc) {
  const auto ticks = local != nullptr ? ticks_of(*local) : std::nullopt;
  if (!ticks || utc == nullptr) return base::fail(ERROR_INVALID_PARAMETER);
  return store(fields_of(*ticks + bias_at_local(zone_or_current(zone), *ticks)), utc);
}

// MS-DOS: from 1980, on two seconds (rounded down here). Last errors: ERROR_INVALID_PARAMETER.
// https://learn.microsoft.com/windows/win32/api/winbase/nf-winbase-filetimetodosdatetime
WINBOOL WINAPI FileTimeToDosDateTime(const FILETIME* time, LPWORD date, LPWORD day_time) {
  if (time == nullptr || date == nullptr || day_time == nullptr) {
    return base::fail(ERROR_INVALID_PARAMETER);
  }
  const auto fields = fields_of(to_ticks(*time));
  if (!fields || fields->wYear < 1980 || fields->wYear > 2107) {
    return base::fail(ERROR_INVALID_PARAMETER);
  }
  *date = static_cast<WORD>((fields->wYear - 1980) << 9 | fields->wMonth << 5 | fields->wDay);
  *day_time = static_cast<WORD>(fields->wHour << 11 | fields->wMinute << 5 | fields->wSecond / 2);
  return TRUE;
}
// https://learn.microsoft.com/windows/win32/api/winbase/nf-winbase-dosdatetimetofiletime
WINBOOL WINAPI DosDateTimeToFileTime(WORD date, WORD day_time, LPFILETIME result) {
  SYSTEMTIME fields{};
  fields.wYear = static_cast<WORD>(1980 + (date >> 9));
  fields.wMonth = date >> 5 & 0xF;
  fields.wDay = date & 0x1F;
  fields.wHour = static_cast<WORD>(day_time >> 11);
  fields.wMinute = day_time >> 5 & 0x3F;
  fields.wSecond = static_cast<WORD>((day_time & 0x1F) * 2);
  return SystemTimeToFileTime(&fields, result);
}
