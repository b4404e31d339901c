// Dates: FILETIME ticks (100 ns since 1601-01-01) and the fields of SYSTEMTIME, in the Gregorian
// calendar, for the years that Windows knows: 1601 to 30827.
#pragma once

#include <cstdint>
#include <optional>

#include "base/win32.h"

namespace transom::kernel {

inline constexpr std::int64_t kTicksPerSecond = 10'000'000;
inline constexpr std::int64_t kTicksPerDay = 86'400 * kTicksPerSecond;

// Nothing: a field is out of range. wDayOfWeek is not looked at.
std::optional<std::int64_t> ticks_of(const SYSTEMTIME& time);
// Nothing: before 1601 or after 30827.
std::optional<SYSTEMTIME> fields_of(std::int64_t ticks);

unsigned days_in_month(unsigned year, unsigned month);
// 0 is Sunday.
unsigned day_of_week(unsigned year, unsigned month, unsigned day);

}  // namespace transom::kernel
