// GetCalendarInfo: what a locale says of the Gregorian calendar, which is the one that there is.
#include <optional>

#include "base/last_error.h"
#include "base/text.h"
#include "kernel32/locale/settings.h"
#include "kernel32/text_result.h"

namespace transom::kernel {
namespace {

constexpr CALTYPE kFlags = CAL_NOUSEROVERRIDE | CAL_USE_CP_ACP | CAL_RETURN_NUMBER |
                           static_cast<CALTYPE>(CAL_RETURN_GENITIVE_NAMES);
constexpr DWORD kLastTwoDigitYear = 2049;

struct Range {
  CALTYPE first, last;
  LCTYPE locale_type;
};
// What the calendar shares with the locale.
constexpr Range kShared[] = {
    {CAL_SSHORTDATE, CAL_SSHORTDATE, LOCALE_SSHORTDATE},
    {CAL_SLONGDATE, CAL_SLONGDATE, LOCALE_SLONGDATE},
    {CAL_SDAYNAME1, CAL_SDAYNAME7, LOCALE_SDAYNAME1},
    {CAL_SABBREVDAYNAME1, CAL_SABBREVDAYNAME7, LOCALE_SABBREVDAYNAME1},
    {CAL_SMONTHNAME1, CAL_SMONTHNAME12, LOCALE_SMONTHNAME1},
    {CAL_SMONTHNAME13, CAL_SMONTHNAME13, LOCALE_SMONTHNAME13},
    {CAL_SABBREVMONTHNAME1, CAL_SABBREVMONTHNAME12, LOCALE_SABBREVMONTHNAME1},
    {CAL_SABBREVMONTHNAME13, CAL_SABBREVMONTHNAME13, LOCALE_SABBREVMONTHNAME13},
    {CAL_SYEARMONTH, CAL_SYEARMONTH, LOCALE_SYEARMONTH},
    {CAL_SSHORTESTDAYNAME1, CAL_SSHORTESTDAYNAME7, LOCALE_SSHORTESTDAYNAME1},
    {CAL_SMONTHDAY, CAL_SMONTHDAY, LOCALE_SMONTHDAY},
    {CAL_SRELATIVELONGDATE, CAL_SRELATIVELONGDATE, LOCALE_SRELATIVELONGDATE},
};

std::optional<std::u16string> text_of(const LocaleSettings& settings, CALTYPE type) {
  for (const Range& range : kShared) {
    if (type >= range.first && type <= range.last) {
      return settings.text(range.locale_type + (type - range.first));
    }
  }
  switch (type) {
    case CAL_ICALINTVALUE:
      return u"1";
    case CAL_SCALNAME:
      return u"Gregorian Calendar";
    case CAL_IYEAROFFSETRANGE:
      return u"0";
    case CAL_SERASTRING:
      return u"A.D.";
    case CAL_SABBREVERASTRING:
      return u"AD";
    case CAL_ITWODIGITYEARMAX:
      return base::utf8_to_utf16(std::to_string(kLastTwoDigitYear));
    default:
      return std::nullopt;
  }
}

bool is_number(CALTYPE type) {
  return type == CAL_ICALINTVALUE || type == CAL_IYEAROFFSETRANGE || type == CAL_ITWODIGITYEARMAX;
}

bool is_gregorian(CALID calendar) {
  return calendar == CAL_GREGORIAN || calendar == CAL_GREGORIAN_US;
}

template <class Char, class Convert>
int get_info(const Locale* locale, CALID calendar, CALTYPE asked, Char* buffer, int size,
             DWORD* value, Convert&& convert) {
  const bool as_number = (asked & CAL_RETURN_NUMBER) != 0;
  if (locale == nullptr || !is_gregorian(calendar) || size < 0 || as_number != (value != nullptr) ||
      (as_number && (buffer != nullptr || size != 0))) {
    return base::fail<int>(ERROR_INVALID_PARAMETER);
  }
  const CALTYPE type = asked & ~kFlags;
  const auto text = text_of(LocaleSettings(*locale, asked), type);
  if (!text || (as_number && !is_number(type))) return base::fail<int>(ERROR_INVALID_FLAGS);
  if (!as_number) return copy_ended_or_count(convert(*text), buffer, size);
  *value = number_in(*text);
  return static_cast<int>(sizeof *value / sizeof(Char));
}

}  // namespace
}  // namespace transom::kernel

using namespace transom;
using namespace transom::kernel;

// One thing about a calendar, as text, or with CAL_RETURN_NUMBER as a number in `value`. Returns
// the count with the end. Last errors: ERROR_INVALID_PARAMETER (no such locale or calendar),
// ERROR_INVALID_FLAGS (no such type), ERROR_INSUFFICIENT_BUFFER.
// https://learn.microsoft.com/windows/win32/api/winnls/nf-winnls-getcalendarinfow
int WINAPI GetCalendarInfoW(LCID id, CALID calendar, CALTYPE type, LPWSTR buffer, int size,
                            LPDWORD value) {
  return get_info(find_locale(id), calendar, type, base::as_char16(buffer), size, value,
                  [](const std::u16string& text) { return text; });
}
// https://learn.microsoft.com/windows/win32/api/winnls/nf-winnls-getcalendarinfoex
int WINAPI GetCalendarInfoEx(LPCWSTR name, CALID calendar, LPCWSTR, CALTYPE type, LPWSTR buffer,
                             int size, LPDWORD value) {
  return get_info(find_locale(name), calendar, type, base::as_char16(buffer), size, value,
                  [](const std::u16string& text) { return text; });
}
// https://learn.microsoft.com/windows/win32/api/winnls/nf-winnls-getcalendarinfoa
int WINAPI GetCalendarInfoA(LCID id, CALID calendar, CALTYPE type, LPSTR buffer, int size,
                            LPDWORD value) {
  return get_info(find_locale(id), calendar, type, buffer, size, value,
                  [](const std::u16string& text) { return base::to_ansi(text); });
}
