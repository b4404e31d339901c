// Enumerating what locales there are and what each one offers. A callback ends it by answering
// FALSE.
#include <string>
#include <vector>

#include "base/code_page.h"
#include "base/last_error.h"
#include "base/text.h"
#include "kernel32/locale/icu_names.h"
#include "kernel32/locale/settings.h"

namespace transom::kernel {
namespace {

using Texts = std::vector<std::u16string>;

template <class Callback>
WINBOOL call_wide(Callback* callback, const Texts& texts) {
  for (std::u16string text : texts) {
    if (!callback(base::as_wchar(text.data()))) break;
  }
  return TRUE;
}

template <class Callback>
WINBOOL call_narrow(Callback* callback, const Texts& texts) {
  for (const std::u16string& text : texts) {
    std::string narrow = base::to_ansi(text);
    if (!callback(narrow.data())) break;
  }
  return TRUE;
}

// Those that Windows has numbers for, with a country.
Texts locale_numbers() {
  Texts numbers;
  for (const LocaleNames& names : all_locale_names()) {
    const bool neutral = SUBLANGID(LANGIDFROMLCID(names.id)) == SUBLANG_NEUTRAL;
    if (names.id != LOCALE_CUSTOM_UNSPECIFIED && !neutral)
      numbers.push_back(hexadecimal(names.id, 8));
  }
  return numbers;
}

Texts date_pictures(const Locale& locale, DWORD which) {
  const LocaleSettings settings(locale, 0);
  switch (which) {
    case DATE_LONGDATE:
      return {settings.text(LOCALE_SLONGDATE)};
    case DATE_YEARMONTH:
      return {settings.text(LOCALE_SYEARMONTH)};
    case DATE_MONTHDAY:
      return {settings.text(LOCALE_SMONTHDAY)};
    case 0:
    case DATE_SHORTDATE:
      return {settings.text(LOCALE_SSHORTDATE), u"yyyy-MM-dd"};
    default:
      return {};
  }
}

Texts time_pictures(const Locale& locale, DWORD which) {
  const LocaleSettings settings(locale, 0);
  return {settings.text(which == TIME_NOSECONDS ? LOCALE_SSHORTTIME : LOCALE_STIMEFORMAT)};
}

// Nothing to tell of: a null callback, no such locale (ERROR_INVALID_PARAMETER), flags that name
// nothing (ERROR_INVALID_FLAGS).
template <class Callback, class Pictures, class Call>
WINBOOL enumerate(Callback* callback, const Locale* locale, DWORD flags, Pictures&& pictures,
                  Call&& call) {
  if (callback == nullptr || locale == nullptr) return base::fail(ERROR_INVALID_PARAMETER);
  const Texts texts = pictures(*locale, flags & ~DWORD{LOCALE_USE_CP_ACP});
  return texts.empty() ? base::fail(ERROR_INVALID_FLAGS) : call(callback, texts);
}

Texts code_pages() {
  Texts found;
  for (const UINT page :
       {437u,  850u,  852u,  866u,  874u,  932u,  936u,   949u,   950u,   1250u,  1251u,  1252u,
        1253u, 1254u, 1255u, 1256u, 1257u, 1258u, 20127u, 20866u, 28591u, 28592u, 28605u, 65001u}) {
    if (base::is_code_page_known(page)) {
      found.push_back(base::utf8_to_utf16(std::to_string(page)));
    }
  }
  return found;
}

}  // namespace
}  // namespace transom::kernel

using namespace transom;
using namespace transom::kernel;

// The numbers of all locales, as eight hexadecimal digits. Last errors: ERROR_INVALID_PARAMETER.
// https://learn.microsoft.com/windows/win32/api/winnls/nf-winnls-enumsystemlocalesw
WINBOOL WINAPI EnumSystemLocalesW(LOCALE_ENUMPROCW callback, DWORD) {
  if (callback == nullptr) return base::fail(ERROR_INVALID_PARAMETER);
  return call_wide(callback, locale_numbers());
}
// https://learn.microsoft.com/windows/win32/api/winnls/nf-winnls-enumsystemlocalesa
WINBOOL WINAPI EnumSystemLocalesA(LOCALE_ENUMPROCA callback, DWORD) {
  if (callback == nullptr) return base::fail(ERROR_INVALID_PARAMETER);
  return call_narrow(callback, locale_numbers());
}

// The names of all locales, or of those with or without a country.
// https://learn.microsoft.com/windows/win32/api/winnls/nf-winnls-enumsystemlocalesex
WINBOOL WINAPI EnumSystemLocalesEx(LOCALE_ENUMPROCEX callback, DWORD flags, LPARAM context,
                                   LPVOID reserved) {
  if (callback == nullptr || reserved != nullptr) return base::fail(ERROR_INVALID_PARAMETER);
  for (const LocaleNames& names : all_locale_names()) {
    const bool neutral = with_likely_country(names.icu_name) != names.icu_name;
    const DWORD kind = neutral ? LOCALE_NEUTRALDATA : LOCALE_SPECIFICDATA;
    constexpr DWORD kKinds = LOCALE_NEUTRALDATA | LOCALE_SPECIFICDATA;
    if ((flags & kKinds) != 0 && (flags & kind) == 0) continue;
    std::u16string name = names.name;
    if (!callback(base::as_wchar(name.data()), kind | LOCALE_WINDOWS, context)) break;
  }
  return TRUE;
}

// The pictures that a locale offers for dates. Last errors: ERROR_INVALID_PARAMETER,
// ERROR_INVALID_FLAGS.
// https://learn.microsoft.com/windows/win32/api/winnls/nf-winnls-enumdateformatsw
WINBOOL WINAPI EnumDateFormatsW(DATEFMT_ENUMPROCW callback, LCID id, DWORD flags) {
  return enumerate(callback, find_locale(id), flags, date_pictures,
                   call_wide<std::remove_pointer_t<DATEFMT_ENUMPROCW>>);
}
// https://learn.microsoft.com/windows/win32/api/winnls/nf-winnls-enumdateformatsa
WINBOOL WINAPI EnumDateFormatsA(DATEFMT_ENUMPROCA callback, LCID id, DWORD flags) {
  return enumerate(callback, find_locale(id), flags, date_pictures,
                   call_narrow<std::remove_pointer_t<DATEFMT_ENUMPROCA>>);
}
// https://learn.microsoft.com/windows/win32/api/winnls/nf-winnls-enumdateformatsexex
WINBOOL WINAPI EnumDateFormatsExEx(DATEFMT_ENUMPROCEXEX callback, LPCWSTR name, DWORD flags,
                                   LPARAM context) {
  const auto call = [&](DATEFMT_ENUMPROCEXEX each, const Texts& texts) -> WINBOOL {
    for (std::u16string text : texts) {
      if (!each(base::as_wchar(text.data()), CAL_GREGORIAN, context)) break;
    }
    return TRUE;
  };
  return enumerate(callback, find_locale(name), flags, date_pictures, call);
}

// The pictures that a locale offers for times. Last errors: ERROR_INVALID_PARAMETER.
// https://learn.microsoft.com/windows/win32/api/winnls/nf-winnls-enumtimeformatsw
WINBOOL WINAPI EnumTimeFormatsW(TIMEFMT_ENUMPROCW callback, LCID id, DWORD flags) {
  return enumerate(callback, find_locale(id), flags, time_pictures,
                   call_wide<std::remove_pointer_t<TIMEFMT_ENUMPROCW>>);
}
// https://learn.microsoft.com/windows/win32/api/winnls/nf-winnls-enumtimeformatsa
WINBOOL WINAPI EnumTimeFormatsA(TIMEFMT_ENUMPROCA callback, LCID id, DWORD flags) {
  return enumerate(callback, find_locale(id), flags, time_pictures,
                   call_narrow<std::remove_pointer_t<TIMEFMT_ENUMPROCA>>);
}
// https://learn.microsoft.com/windows/win32/api/winnls/nf-winnls-enumtimeformatsex
WINBOOL WINAPI EnumTimeFormatsEx(TIMEFMT_ENUMPROCEX callback, LPCWSTR name, DWORD flags,
                                 LPARAM context) {
  const auto call = [&](TIMEFMT_ENUMPROCEX each, const Texts& texts) -> WINBOOL {
    for (std::u16string text : texts) {
      if (!each(base::as_wchar(text.data()), context)) break;
    }
    return TRUE;
  };
  return enumerate(callback, find_locale(name), flags, time_pictures, call);
}

// The code pages that text can be converted with. Last errors: ERROR_INVALID_PARAMETER.
// https://learn.microsoft.com/windows/win32/api/winnls/nf-winnls-enumsystemcodepagesw
WINBOOL WINAPI EnumSystemCodePagesW(CODEPAGE_ENUMPROCW callback, DWORD) {
  if (callback == nullptr) return base::fail(ERROR_INVALID_PARAMETER);
  return call_wide(callback, code_pages());
}
// https://learn.microsoft.com/windows/win32/api/winnls/nf-winnls-enumsystemcodepagesa
WINBOOL WINAPI EnumSystemCodePagesA(CODEPAGE_ENUMPROCA callback, DWORD) {
  if (callback == nullptr) return base::fail(ERROR_INVALID_PARAMETER);
  return call_narrow(callback, code_pages());
}

// The languages that the system's own texts are in: English.
// https://learn.microsoft.com/windows/win32/api/winnls/nf-winnls-enumuilanguagesw
WINBOOL WINAPI EnumUILanguagesW(UILANGUAGE_ENUMPROCW callback, DWORD flags, LONG_PTR context) {
  if (callback == nullptr) return base::fail(ERROR_INVALID_PARAMETER);
  std::u16string language = (flags & MUI_LANGUAGE_NAME) != 0 ? u"en-US" : u"0409";
  callback(base::as_wchar(language.data()), context);
  return TRUE;
}
// https://learn.microsoft.com/windows/win32/api/winnls/nf-winnls-enumuilanguagesa
WINBOOL WINAPI EnumUILanguagesA(UILANGUAGE_ENUMPROCA callback, DWORD flags, LONG_PTR context) {
  if (callback == nullptr) return base::fail(ERROR_INVALID_PARAMETER);
  std::string language = (flags & MUI_LANGUAGE_NAME) != 0 ? "en-US" : "0409";
  callback(language.data(), context);
  return TRUE;
}
