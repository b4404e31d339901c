// Writing dates and times by pictures: "dddd, MMMM d, yyyy", "h:mm:ss tt".
// https://learn.microsoft.com/windows/win32/intl/day--month--year--and-era-format-pictures
// https://learn.microsoft.com/windows/win32/intl/hour--minute--and-second-format-pictures
#pragma once

#include <string>
#include <string_view>

#include "kernel32/locale/settings.h"

namespace transom::kernel {

// The weekday is reckoned from the date. The month's name has its genitive where the picture has
// the day's number.
std::u16string format_date(const LocaleSettings& settings, const SYSTEMTIME& time,
                           std::u16string_view picture);
// `flags`: TIME_ bits, which take parts out of the picture.
std::u16string format_time(const LocaleSettings& settings, const SYSTEMTIME& time,
                           std::u16string_view picture, DWORD flags);

bool is_valid_date(const SYSTEMTIME& time);
bool is_valid_time(const SYSTEMTIME& time);
// 0 is Sunday.
int weekday_of(const SYSTEMTIME& time);

}  // namespace transom::kernel
