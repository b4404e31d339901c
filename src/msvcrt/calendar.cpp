// Time as the C run-time tells it. clock() counts real time in milliseconds on the one clock, so it
// follows the virtual clock too. https://learn.microsoft.com/cpp/c-runtime-library/time-management
#include <cerrno>
#include <ctime>
#include <string>

#include "base/text.h"
#include "msvcrt/crt.h"

using namespace transom;

namespace {

tm local_now() {
  const time_t now = std::time(nullptr);
  tm result{};
  localtime_r(&now, &result);
  return result;
}

template <class Char>
errno_t put(Char* to, size_t size, const std::string& text) {
  if (!to || size == 0) return errno = EINVAL;
  *to = 0;
  if (text.size() >= size) return errno = ERANGE;
  for (size_t i = 0; i <= text.size(); ++i) to[i] = static_cast<Char>(text.c_str()[i]);
  return 0;
}

std::string formatted(const char* pattern, const tm& time) {
  char buffer[64];
  return {buffer, std::strftime(buffer, sizeof buffer, pattern, &time)};
}

// "Wed Jan 02 02:03:55 1980\n": the day has two digits, unlike the system's.
std::string calendar_text(const tm& time) {
  static constexpr const char* kDays[] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  static constexpr const char* kMonths[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                            "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  if (time.tm_wday < 0 || time.tm_wday > 6 || time.tm_mon < 0 || time.tm_mon > 11) return {};
  return kDays[time.tm_wday] + (' ' + std::string(kMonths[time.tm_mon])) +
         formatted(" %d %H:%M:%S %Y\n", time);
}

wchar_t* wide_calendar_text(const tm* time) {
  thread_local wchar_t text[32];
  if (!time) return nullptr;
  return put(text, 32, calendar_text(*time)) == 0 ? text : nullptr;
}

}  // namespace

long transom_clock() {
  static const ULONGLONG start = GetTickCount64();
  return static_cast<long>(GetTickCount64() - start);
}

char* _strdate(char* buffer) {
  return _strdate_s(buffer, 9) == 0 ? buffer : nullptr;
}
char* _strtime(char* buffer) {
  return _strtime_s(buffer, 9) == 0 ? buffer : nullptr;
}
errno_t _strdate_s(char* buffer, size_t size) {
  return put(buffer, size, formatted("%m/%d/%y", local_now()));
}
errno_t _strtime_s(char* buffer, size_t size) {
  return put(buffer, size, formatted("%H:%M:%S", local_now()));
}
wchar_t* _wstrdate(wchar_t* buffer) {
  return put(buffer, 9, formatted("%m/%d/%y", local_now())) == 0 ? buffer : nullptr;
}
wchar_t* _wstrtime(wchar_t* buffer) {
  return put(buffer, 9, formatted("%H:%M:%S", local_now())) == 0 ? buffer : nullptr;
}
errno_t asctime_s(char* buffer, size_t size, const tm* time) {
  return time ? put(buffer, size, calendar_text(*time)) : errno = EINVAL;
}
errno_t ctime_s(char* buffer, size_t size, const time_t* time) {
  tm local{};
  return time && localtime_r(time, &local) ? put(buffer, size, calendar_text(local))
                                           : errno = EINVAL;
}
// Microsoft's order of arguments is not the standard's.
errno_t localtime_s(tm* result, const time_t* time) {
  if (!result || !time) return errno = EINVAL;
  return localtime_r(time, result) ? 0 : errno;
}
errno_t gmtime_s(tm* result, const time_t* time) {
  if (!result || !time) return errno = EINVAL;
  return gmtime_r(time, result) ? 0 : errno;
}
void _tzset() {
  tzset();
}

wchar_t* _wasctime(const tm* time) {
  return wide_calendar_text(time);
}
wchar_t* _wctime(const time_t* time) {
  tm local{};
  return time && localtime_r(time, &local) ? wide_calendar_text(&local) : nullptr;
}
size_t transom_wcsftime(wchar_t* buffer, size_t size, const wchar_t* format, const tm* time) {
  std::string pattern = base::utf16_to_utf8(base::as_char16(format)) + ' ';
  std::string text(pattern.size() * 32 + 256, '\0');
  // The space in front of the end tells an empty result from one that did not fit.
  const size_t length = std::strftime(text.data(), text.size(), pattern.c_str(), time);
  if (length == 0) return 0;
  const std::u16string wide = base::utf8_to_utf16(std::string_view(text).substr(0, length - 1));
  if (wide.size() >= size) return 0;
  std::memcpy(buffer, wide.c_str(), (wide.size() + 1) * sizeof(wchar_t));
  return wide.size();
}
