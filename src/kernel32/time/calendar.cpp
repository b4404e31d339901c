#include "kernel32/time/calendar.h"

#include <chrono>

namespace transom::kernel {
namespace {

namespace chrono = std::chrono;

constexpr int kFirstYear = 1601;
constexpr int kLastYear = 30827;
constexpr chrono::sys_days kEpoch{chrono::year{1601} / 1 / 1};

bool is_date(unsigned year, unsigned month, unsigned day) {
  return year >= kFirstYear && year <= kLastYear && month >= 1 && month <= 12 && day >= 1 &&
         day <= days_in_month(year, month);
}

chrono::sys_days to_days(unsigned year, unsigned month, unsigned day) {
  return chrono::sys_days{chrono::year{static_cast<int>(year)} / chrono::month{month} /
                          chrono::day{day}};
}

}  // namespace

unsigned days_in_month(unsigned year, unsigned month) {
  constexpr unsigned kDays[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = chrono::year{static_cast<int>(year)}.is_leap();
  return kDays[month - 1] + (month == 2 && leap ? 1 : 0);
}

unsigned day_of_week(unsigned year, unsigned month, unsigned day) {
  return chrono::weekday{to_days(year, month, day)}.c_encoding();
}

std::optional<std::int64_t> ticks_of(const SYSTEMTIME& time) {
  if (!is_date(time.wYear, time.wMonth, time.wDay) || time.wHour > 23 || time.wMinute > 59 ||
      time.wSecond > 59 || time.wMilliseconds > 999) {
    return std::nullopt;
  }
  const std::int64_t days = (to_days(time.wYear, time.wMonth, time.wDay) - kEpoch).count();
  const std::int64_t seconds =
      days * 86'400 + time.wHour * 3'600 + time.wMinute * 60 + time.wSecond;
  return seconds * kTicksPerSecond + time.wMilliseconds * 10'000;
}

std::optional<SYSTEMTIME> fields_of(std::int64_t ticks) {
  if (ticks < 0) return std::nullopt;
  const chrono::sys_days day = kEpoch + chrono::days{ticks / kTicksPerDay};
  const chrono::year_month_day date{day};
  const std::int64_t milliseconds = ticks % kTicksPerDay / 10'000;
  // The calendar's year has 16 bits; beyond what Windows allows it would wrap.
  if (ticks / kTicksPerDay > 10'675'199) return std::nullopt;
  SYSTEMTIME time{};
  time.wYear = static_cast<WORD>(static_cast<int>(date.year()));
  time.wMonth = static_cast<WORD>(static_cast<unsigned>(date.month()));
  time.wDay = static_cast<WORD>(static_cast<unsigned>(date.day()));
  time.wDayOfWeek = static_cast<WORD>(chrono::weekday{day}.c_encoding());
  time.wHour = static_cast<WORD>(milliseconds / 3'600'000);
  time.wMinute = static_cast<WORD>(milliseconds / 60'000 % 60);
  time.wSecond = static_cast<WORD>(milliseconds / 1'000 % 60);
  time.wMilliseconds = static_cast<WORD>(milliseconds % 1'000);
  return time;
}

}  // namespace transom::kernel
