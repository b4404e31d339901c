// https://learn.microsoft.com/windows/win32/sysinfo/time-functions
#include <gtest/gtest.h>

#include <cstdlib>
#include <ctime>

#include "base/win32.h"
#include "kernel32/file_time.h"
#include "kernel32/time/calendar.h"
#include "kernel32/time/time_zone.h"

namespace transom::kernel {
namespace {

SYSTEMTIME time_of(WORD year, WORD month, WORD day, WORD hour = 0, WORD minute = 0) {
  SYSTEMTIME time{};
  time.wYear = year;
  time.wMonth = month;
  time.wDay = day;
  time.wHour = hour;
  time.wMinute = minute;
  return time;
}

// Central Europe: daylight saving from the last Sunday of March, 2:00, to that of October, 3:00.
TIME_ZONE_INFORMATION central_europe() {
  TIME_ZONE_INFORMATION zone{};
  zone.Bias = -60;
  zone.DaylightBias = -60;
  zone.DaylightDate = {0, 3, 0, 5, 2, 0, 0, 0};
  zone.StandardDate = {0, 10, 0, 5, 3, 0, 0, 0};
  return zone;
}

TEST(FileTime, GoesThereAndBack) {
  const SYSTEMTIME time = time_of(2024, 2, 29, 23, 59);
  FILETIME file_time;
  ASSERT_TRUE(SystemTimeToFileTime(&time, &file_time));
  EXPECT_EQ(to_ticks(file_time), 133'537'247'400'000'000);
  SYSTEMTIME back;
  ASSERT_TRUE(FileTimeToSystemTime(&file_time, &back));
  EXPECT_EQ(back.wDay, 29);
  EXPECT_EQ(back.wDayOfWeek, 4);  // a Thursday
  EXPECT_EQ(back.wMinute, 59);
}

TEST(FileTime, RefusesWhatIsNoTime) {
  FILETIME file_time;
  const SYSTEMTIME none = time_of(2023, 2, 29);
  EXPECT_FALSE(SystemTimeToFileTime(&none, &file_time));
  EXPECT_EQ(GetLastError(), DWORD{ERROR_INVALID_PARAMETER});
  const FILETIME negative = to_file_time(-1);
  SYSTEMTIME time;
  EXPECT_FALSE(FileTimeToSystemTime(&negative, &time));
  const FILETIME last = to_file_time(INT64_MAX);
  EXPECT_TRUE(FileTimeToSystemTime(&last, &time) && time.wYear > 30000);
}

TEST(DosTime, CountsInTwoSeconds) {
  FILETIME file_time;
  ASSERT_TRUE(DosDateTimeToFileTime(44 << 9 | 2 << 5 | 29, 12 << 11 | 30 << 5 | 15, &file_time));
  WORD date = 0, time = 0;
  ASSERT_TRUE(FileTimeToDosDateTime(&file_time, &date, &time));
  EXPECT_EQ(date, 44 << 9 | 2 << 5 | 29);
  EXPECT_EQ(time, 12 << 11 | 30 << 5 | 15);
  EXPECT_FALSE(DosDateTimeToFileTime(0, 0, &file_time));
}

TEST(TimeZone, FollowsItsRules) {
  const TIME_ZONE_INFORMATION zone = central_europe();
  const SYSTEMTIME winter = time_of(2024, 3, 31, 0, 59), summer = time_of(2024, 3, 31, 1, 0);
  SYSTEMTIME local;
  ASSERT_TRUE(SystemTimeToTzSpecificLocalTime(&zone, &winter, &local));
  EXPECT_EQ(local.wHour, 1);
  ASSERT_TRUE(SystemTimeToTzSpecificLocalTime(&zone, &summer, &local));
  EXPECT_EQ(local.wHour, 3);
  SYSTEMTIME utc;
  ASSERT_TRUE(TzSpecificLocalTimeToSystemTime(&zone, &local, &utc));
  EXPECT_EQ(utc.wHour, 1);
  const SYSTEMTIME still = time_of(2024, 10, 27, 0, 59), over = time_of(2024, 10, 27, 1, 0);
  SystemTimeToTzSpecificLocalTime(&zone, &still, &local);
  EXPECT_EQ(local.wHour, 2);
  SystemTimeToTzSpecificLocalTime(&zone, &over, &local);
  EXPECT_EQ(local.wHour, 2);
}

TEST(TimeZone, IsTheHosts) {
  const char* before = getenv("TZ");
  const std::string saved = before != nullptr ? before : "";
  setenv("TZ", "CET-1CEST,M3.5.0,M10.5.0/3", 1);
  tzset();
  TIME_ZONE_INFORMATION zone;
  EXPECT_NE(GetTimeZoneInformation(&zone), TIME_ZONE_ID_INVALID);
  EXPECT_EQ(zone.Bias, -60);
  EXPECT_EQ(zone.DaylightBias, -60);
  EXPECT_EQ(zone.DaylightDate.wMonth, 3);
  EXPECT_EQ(zone.DaylightDate.wDay, 5);
  EXPECT_EQ(zone.DaylightDate.wHour, 2);
  EXPECT_EQ(zone.StandardDate.wMonth, 10);
  EXPECT_EQ(zone.StandardDate.wHour, 3);
  before != nullptr ? setenv("TZ", saved.c_str(), 1) : unsetenv("TZ");
  tzset();
}

TEST(SystemTime, CannotBeSet) {
  const SYSTEMTIME time = time_of(2024, 1, 1);
  EXPECT_FALSE(SetSystemTime(&time));
  EXPECT_EQ(GetLastError(), DWORD{ERROR_PRIVILEGE_NOT_HELD});
  SYSTEMTIME now;
  GetSystemTime(&now);
  EXPECT_GE(now.wYear, 2000);
}

}  // namespace
}  // namespace transom::kernel
