#include "kernel32/time/time_zone.h"

#include <time.h>

#include <algorithm>

#include "base/clock.h"
#include "base/text.h"
#include "kernel32/file_time.h"
#include "kernel32/time/calendar.h"

namespace transom::kernel {
namespace {

constexpr std::int64_t kTicksPerMinute = 60 * kTicksPerSecond;

tm local_fields(time_t time) {
  tm fields{};
  localtime_r(&time, &fields);
  return fields;
}

time_t wall_seconds() {
  return static_cast<time_t>(base::clock::wall_clock() / 1000);
}

LONG bias_of(const tm& fields) {
  return static_cast<LONG>(-fields.tm_gmtoff / 60);
}

time_t start_of_year(int year) {
  tm first{};
  first.tm_year = year;
  first.tm_mday = 1;
  return timegm(&first);
}

// The first second after `from` whose offset differs; `to` if there is none.
time_t next_change(time_t from, time_t to) {
  const auto offset = [](time_t time) { return local_fields(time).tm_gmtoff; };
  const long before = offset(from);
  time_t day = from;
  while (day < to && offset(day) == before) day += 86'400;
  if (day >= to) return to;
  time_t low = day - 86'400;
  while (day - low > 1) {
    const time_t middle = low + (day - low) / 2;
    (offset(middle) == before ? low : day) = middle;
  }
  return day;
}

// The change in Windows' form: month, weekday, which of them (5: the last), and the local time that
// the clock showed before.
SYSTEMTIME rule_of(time_t change) {
  const time_t shown = change + local_fields(change - 1).tm_gmtoff;
  tm fields{};
  gmtime_r(&shown, &fields);
  SYSTEMTIME rule{};
  rule.wMonth = static_cast<WORD>(fields.tm_mon + 1);
  rule.wDayOfWeek = static_cast<WORD>(fields.tm_wday);
  const auto days = days_in_month(static_cast<unsigned>(fields.tm_year + 1900), rule.wMonth);
  const bool last = fields.tm_mday + 7 > static_cast<int>(days);
  rule.wDay = static_cast<WORD>(last ? 5 : (fields.tm_mday + 6) / 7);
  rule.wHour = static_cast<WORD>(fields.tm_hour);
  rule.wMinute = static_cast<WORD>(fields.tm_min);
  return rule;
}

void set_name(WCHAR (&name)[32], const char* zone) {
  const std::u16string text = base::utf8_to_utf16(zone != nullptr ? zone : "");
  const std::size_t count = std::min<std::size_t>(text.size(), 31);
  std::copy_n(text.data(), count, base::as_char16(name));
  name[count] = 0;
}

void set_standard(TIME_ZONE_INFORMATION& zone, const tm& fields) {
  zone.Bias = bias_of(fields);
  set_name(zone.StandardName, fields.tm_zone);
  set_name(zone.DaylightName, fields.tm_zone);
}

// When a rule comes to pass in a year, in local ticks as shown before the change.
std::int64_t occurrence(const SYSTEMTIME& rule, unsigned year) {
  SYSTEMTIME time = rule;
  time.wYear = static_cast<WORD>(year);
  if (rule.wYear == 0) {
    const unsigned first = day_of_week(year, rule.wMonth, 1);
    unsigned day = 1 + (rule.wDayOfWeek + 7u - first) % 7 + (rule.wDay - 1u) * 7;
    while (day > days_in_month(year, rule.wMonth)) day -= 7;
    time.wDay = static_cast<WORD>(day);
  }
  return ticks_of(time).value_or(0);
}

bool has_rules(const TIME_ZONE_INFORMATION& zone) {
  const auto valid = [](const SYSTEMTIME& rule) {
    return rule.wMonth >= 1 && rule.wMonth <= 12 && rule.wDayOfWeek < 7 && rule.wDay >= 1 &&
           (rule.wYear != 0 || rule.wDay <= 5);
  };
  return valid(zone.StandardDate) && valid(zone.DaylightDate);
}

// Whether `shown` lies between the two changes of its year, which are given in the same terms.
bool is_daylight(const TIME_ZONE_INFORMATION& zone, std::int64_t shown, std::int64_t start_shift,
                 std::int64_t end_shift) {
  const auto fields = fields_of(shown);
  if (!fields || !has_rules(zone)) return false;
  const std::int64_t start = occurrence(zone.DaylightDate, fields->wYear) + start_shift;
  const std::int64_t end = occurrence(zone.StandardDate, fields->wYear) + end_shift;
  // South of the equator the year begins in daylight saving.
  return start < end ? shown >= start && shown < end : shown >= start || shown < end;
}

std::int64_t bias_ticks(const TIME_ZONE_INFORMATION& zone, bool daylight) {
  const LONG extra = daylight ? zone.DaylightBias : zone.StandardBias;
  return (std::int64_t{zone.Bias} + extra) * kTicksPerMinute;
}

}  // namespace

std::int64_t current_bias_ticks() {
  return -local_fields(wall_seconds()).tm_gmtoff * kTicksPerSecond;
}

DWORD current_time_zone(TIME_ZONE_INFORMATION& zone) {
  zone = {};
  const time_t now = wall_seconds();
  const tm here = local_fields(now);
  const time_t year_start = start_of_year(here.tm_year);
  const time_t year_end = start_of_year(here.tm_year + 1);
  const time_t first = next_change(year_start, year_end);
  const time_t second = first < year_end ? next_change(first, year_end) : year_end;
  if (second >= year_end || local_fields(first).tm_isdst == local_fields(second).tm_isdst) {
    set_standard(zone, here);
    return TIME_ZONE_ID_UNKNOWN;
  }
  const bool first_is_daylight = local_fields(first).tm_isdst > 0;
  const time_t to_daylight = first_is_daylight ? first : second;
  const time_t to_standard = first_is_daylight ? second : first;
  const tm daylight = local_fields(to_daylight);
  set_standard(zone, local_fields(to_standard));
  set_name(zone.DaylightName, daylight.tm_zone);
  zone.DaylightBias = bias_of(daylight) - zone.Bias;
  zone.DaylightDate = rule_of(to_daylight);
  zone.StandardDate = rule_of(to_standard);
  return here.tm_isdst > 0 ? TIME_ZONE_ID_DAYLIGHT : TIME_ZONE_ID_STANDARD;
}

std::int64_t bias_at_utc(const TIME_ZONE_INFORMATION& zone, std::int64_t utc) {
  // In standard time throughout: the end is given in daylight saving time, the start in standard.
  const std::int64_t standard = utc - bias_ticks(zone, false);
  const std::int64_t end_shift = bias_ticks(zone, true) - bias_ticks(zone, false);
  return bias_ticks(zone, is_daylight(zone, standard, 0, end_shift));
}

std::int64_t bias_at_local(const TIME_ZONE_INFORMATION& zone, std::int64_t local) {
  return bias_ticks(zone, is_daylight(zone, local, 0, 0));
}

}  // namespace transom::kernel
