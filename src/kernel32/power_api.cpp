// Line and battery.
#include "base/last_error.h"
#include "host/system/system_events.h"

namespace transom::kernel {
namespace {

constexpr BYTE kHigh = 1, kLow = 2, kCritical = 4, kCharging = 8, kNoBattery = 128;
constexpr BYTE kUnknown = 255;

BYTE line_status(host::PowerLine line) {
  if (line == host::PowerLine::kUnknown) return AC_LINE_UNKNOWN;
  return line == host::PowerLine::kOnline ? AC_LINE_ONLINE : AC_LINE_OFFLINE;
}

// "High: more than 66 percent; low: less than 33; critical: less than five."
BYTE battery_flag(const host::PowerStatus& status) {
  if (!status.has_battery) return kNoBattery;
  if (status.percent < 0) return kUnknown;
  BYTE flag = status.charging ? kCharging : 0;
  if (status.percent > 66) flag |= kHigh;
  if (status.percent < 33) flag |= kLow;
  if (status.percent < 5) flag |= kCritical;
  return flag;
}

}  // namespace
}  // namespace transom::kernel

using namespace transom;
using namespace transom::kernel;

// As the host's power daemon says, or its kernel.
// https://learn.microsoft.com/windows/win32/api/winbase/nf-winbase-getsystempowerstatus
WINBOOL WINAPI GetSystemPowerStatus(LPSYSTEM_POWER_STATUS result) {
  if (result == nullptr) return base::fail(ERROR_INVALID_PARAMETER);
  const host::PowerStatus status = host::current_power_status();
  *result = {};
  result->ACLineStatus = line_status(status.line);
  result->BatteryFlag = battery_flag(status);
  result->BatteryLifePercent = status.percent >= 0 ? static_cast<BYTE>(status.percent) : kUnknown;
  result->BatteryLifeTime = static_cast<DWORD>(status.seconds_left);
  result->BatteryFullLifeTime = static_cast<DWORD>(-1);
  return TRUE;
}
