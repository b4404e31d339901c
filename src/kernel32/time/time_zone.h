// The time zone: what the C library says of TZ, in Windows' form (two rules a year).
//
//  bias: minutes to add to local time for UTC, so east of Greenwich is negative.
// https://learn.microsoft.com/windows/win32/api/timezoneapi/ns-timezoneapi-time_zone_information
#pragma once

#include <cstdint>

#include "base/win32.h"

namespace transom::kernel {

// UTC minus local time, now, in ticks of 100 ns.
std::int64_t current_bias_ticks();

// The zone's rules for this year, and TIME_ZONE_ID_UNKNOWN (no daylight saving), _STANDARD or
// _DAYLIGHT.
DWORD current_time_zone(TIME_ZONE_INFORMATION& zone);

// UTC minus local time in ticks, by those rules, at a time given as UTC or as local.
std::int64_t bias_at_utc(const TIME_ZONE_INFORMATION& zone, std::int64_t utc);
std::int64_t bias_at_local(const TIME_ZONE_INFORMATION& zone, std::int64_t local);

}  // namespace transom::kernel
