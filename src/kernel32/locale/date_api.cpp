// GetDateFormat and GetTimeFormat.
#include <bit>
#include <optional>

#include "base/text.h"
#include "kernel32/locale/formatted_answer.h"
#include "kernel32/locale/pictures.h"

namespace transom::kernel {
namespace {

// Which of the locale's own pictures.
constexpr DWORD kDatePictures = DATE_SHORTDATE | DATE_LONGDATE | DATE_YEARMONTH | DATE_MONTHDAY;
constexpr DWORD kDateFlags = kDatePictures | DATE_USE_ALT_CALENDAR | DATE_LTRREADING |
                             DATE_RTLREADING | DATE_AUTOLAYOUT | LOCALE_NOUSEROVERRIDE |
                             LOCALE_USE_CP_ACP;
constexpr DWORD kTimeFlags = TIME_NOMINUTESORSECONDS | TIME_NOSECONDS | TIME_NOTIMEMARKER |
                             TIME_FORCE24HOURFORMAT | LOCALE_NOUSEROVERRIDE | LOCALE_USE_CP_ACP;

LCTYPE date_picture(DWORD flags) {
  if ((flags & DATE_LONGDATE) != 0) return LOCALE_SLONGDATE;
  if ((flags & DATE_YEARMONTH) != 0) return LOCALE_SYEARMONTH;
  return (flags & DATE_MONTHDAY) != 0 ? LOCALE_SMONTHDAY : LOCALE_SSHORTDATE;
}

SYSTEMTIME given_or_now(const SYSTEMTIME* time) {
  if (time != nullptr) return *time;
  SYSTEMTIME now;
  GetLocalTime(&now);
  return now;
}

struct Asked {
  const Locale* locale;
  DWORD flags;
  const SYSTEMTIME* time;
  std::optional<std::u16string> picture;
};

// Nothing: the last error says why.
std::optional<std::u16string> date_text(const Asked& asked) {
  const auto fail = [](DWORD error) {
    base::set_last_error(error);
    return std::nullopt;
  };
  if (asked.locale == nullptr) return fail(ERROR_INVALID_PARAMETER);
  const DWORD pictures = asked.flags & kDatePictures;
  if ((asked.flags & ~kDateFlags) != 0 || std::popcount(pictures) > 1 ||
      (asked.picture && pictures != 0)) {
    return fail(ERROR_INVALID_FLAGS);
  }
  const SYSTEMTIME time = given_or_now(asked.time);
  if (!is_valid_date(time)) return fail(ERROR_INVALID_PARAMETER);
  const LocaleSettings settings(*asked.locale, asked.flags);
  return format_date(settings, time,
                     asked.picture ? *asked.picture : settings.text(date_picture(asked.flags)));
}

std::optional<std::u16string> time_text(const Asked& asked) {
  const auto fail = [](DWORD error) {
    base::set_last_error(error);
    return std::nullopt;
  };
  if (asked.locale == nullptr) return fail(ERROR_INVALID_PARAMETER);
  if ((asked.flags & ~kTimeFlags) != 0) return fail(ERROR_INVALID_FLAGS);
  const SYSTEMTIME time = given_or_now(asked.time);
  if (!is_valid_time(time)) return fail(ERROR_INVALID_PARAMETER);
  const LocaleSettings settings(*asked.locale, asked.flags);
  return format_time(settings, time,
                     asked.picture ? *asked.picture : settings.text(LOCALE_STIMEFORMAT),
                     asked.flags);
}

std::optional<std::u16string> wide(LPCWSTR picture) {
  if (picture == nullptr) return std::nullopt;
  return std::u16string(base::as_char16(picture));
}
std::optional<std::u16string> wide(LPCSTR picture) {
  if (picture == nullptr) return std::nullopt;
  return base::to_utf16(picture);
}

}  // namespace
}  // namespace transom::kernel

using namespace transom::kernel;

// Writes a date (null: today) by a picture, or by the locale's picture that `flags` name. Returns
// the characters with the end; with size 0, how many are needed.
// Last errors: ERROR_INVALID_FLAGS (two pictures), ERROR_INVALID_PARAMETER (no such date or
// locale), ERROR_INSUFFICIENT_BUFFER.
// https://learn.microsoft.com/windows/win32/api/datetimeapi/nf-datetimeapi-getdateformatw
int WINAPI GetDateFormatW(LCID id, DWORD flags, const SYSTEMTIME* date, LPCWSTR picture,
                          LPWSTR buffer, int size) {
  return answer(date_text({find_locale(id), flags, date, wide(picture)}), buffer, size);
}
// https://learn.microsoft.com/windows/win32/api/datetimeapi/nf-datetimeapi-getdateformata
int WINAPI GetDateFormatA(LCID id, DWORD flags, const SYSTEMTIME* date, LPCSTR picture,
                          LPSTR buffer, int size) {
  return answer(date_text({find_locale(id), flags, date, wide(picture)}), buffer, size);
}
// https://learn.microsoft.com/windows/win32/api/datetimeapi/nf-datetimeapi-getdateformatex
int WINAPI GetDateFormatEx(LPCWSTR name, DWORD flags, const SYSTEMTIME* date, LPCWSTR picture,
                           LPWSTR buffer, int size, LPCWSTR) {
  return answer(date_text({find_locale(name), flags, date, wide(picture)}), buffer, size);
}

// Writes a time of day (null: now) by a picture or the locale's. TIME_ flags take parts away with
// the separators before them.
// Last errors: as GetDateFormat's.
// https://learn.microsoft.com/windows/win32/api/datetimeapi/nf-datetimeapi-gettimeformatw
int WINAPI GetTimeFormatW(LCID id, DWORD flags, const SYSTEMTIME* time, LPCWSTR picture,
                          LPWSTR buffer, int size) {
  return answer(time_text({find_locale(id), flags, time, wide(picture)}), buffer, size);
}
// https://learn.microsoft.com/windows/win32/api/datetimeapi/nf-datetimeapi-gettimeformata
int WINAPI GetTimeFormatA(LCID id, DWORD flags, const SYSTEMTIME* time, LPCSTR picture,
                          LPSTR buffer, int size) {
  return answer(time_text({find_locale(id), flags, time, wide(picture)}), buffer, size);
}
// https://learn.microsoft.com/windows/win32/api/datetimeapi/nf-datetimeapi-gettimeformatex
int WINAPI GetTimeFormatEx(LPCWSTR name, DWORD flags, const SYSTEMTIME* time, LPCWSTR picture,
                           LPWSTR buffer, int size) {
  return answer(time_text({find_locale(name), flags, time, wide(picture)}), buffer, size);
}
