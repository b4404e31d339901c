// Locales by number and by name, the defaults, and the thread's.
#include <algorithm>
#include <vector>

#include "base/text.h"
#include "kernel32/locale/icu_names.h"
#include "kernel32/locale/locale.h"
#include "kernel32/text_result.h"

namespace transom::kernel {
namespace {

thread_local LCID thread_locale = 0;  // 0: the user's

LCID user_id() {
  return user_locale().id;
}

// The language that the system's own texts are in.
constexpr LANGID kSystemLanguage = MAKELANGID(LANG_ENGLISH, SUBLANG_ENGLISH_US);

int answer_name(const Locale* locale, WCHAR* buffer, int size) {
  if (locale == nullptr || size < 0 || (size > 0 && buffer == nullptr)) {
    return base::fail<int>(ERROR_INVALID_PARAMETER);
  }
  return copy_ended_or_count(locale->name, base::as_char16(buffer), size);
}

// The locale of a language's first country; one that has a country is that itself.
const Locale& specific(const Locale& locale) {
  if (locale.number(LOCALE_INEUTRAL) == 0) return locale;
  const std::u16string country =
      locale.icu_name == "en" ? u"US" : locale.text(LOCALE_SISO3166CTRYNAME);
  const Locale* found = find_locale(std::u16string_view(locale.name + u"-" + country));
  return found != nullptr ? *found : locale;
}

// "en-US\0", with a second end: what lists of languages are.
WINBOOL answer_languages(DWORD flags, PULONG count, WCHAR* buffer, PULONG size) {
  const bool as_numbers = (flags & MUI_LANGUAGE_ID) != 0;
  std::u16string list = as_numbers ? u"0409" : u"en-US";
  list += std::u16string(2, u'\0');
  if (count == nullptr || size == nullptr) return base::fail(ERROR_INVALID_PARAMETER);
  *count = 1;
  const ULONG room = *size;
  *size = static_cast<ULONG>(list.size());
  if (buffer == nullptr && room == 0) return TRUE;
  if (buffer == nullptr || room < *size) return base::fail(ERROR_INSUFFICIENT_BUFFER);
  std::ranges::copy(list, base::as_char16(buffer));
  return TRUE;
}

}  // namespace
}  // namespace transom::kernel

using namespace transom;
using namespace transom::kernel;

// https://learn.microsoft.com/windows/win32/api/winnls/nf-winnls-getuserdefaultlcid
LCID WINAPI GetUserDefaultLCID() {
  return user_id();
}
// https://learn.microsoft.com/windows/win32/api/winnls/nf-winnls-getsystemdefaultlcid
LCID WINAPI GetSystemDefaultLCID() {
  return user_id();
}
// https://learn.microsoft.com/windows/win32/api/winnls/nf-winnls-getuserdefaultlangid
LANGID WINAPI GetUserDefaultLangID() {
  return LANGIDFROMLCID(user_id());
}
// https://learn.microsoft.com/windows/win32/api/winnls/nf-winnls-getsystemdefaultlangid
LANGID WINAPI GetSystemDefaultLangID() {
  return LANGIDFROMLCID(user_id());
}

// English: the language of the system's messages, whatever the user's locale is.
// https://learn.microsoft.com/windows/win32/api/winnls/nf-winnls-getuserdefaultuilanguage
LANGID WINAPI GetUserDefaultUILanguage() {
  return kSystemLanguage;
}
// https://learn.microsoft.com/windows/win32/api/winnls/nf-winnls-getsystemdefaultuilanguage
LANGID WINAPI GetSystemDefaultUILanguage() {
  return kSystemLanguage;
}
// https://learn.microsoft.com/windows/win32/api/winnls/nf-winnls-getthreaduilanguage
LANGID WINAPI GetThreadUILanguage() {
  return kSystemLanguage;
}
// Answers the language that the thread now has, which stays the system's.
// https://learn.microsoft.com/windows/win32/api/winnls/nf-winnls-setthreaduilanguage
LANGID WINAPI SetThreadUILanguage(LANGID) {
  return kSystemLanguage;
}

// Last errors: ERROR_INVALID_PARAMETER, ERROR_INSUFFICIENT_BUFFER.
// https://learn.microsoft.com/windows/win32/api/winnls/nf-winnls-getuserpreferreduilanguages
WINBOOL WINAPI GetUserPreferredUILanguages(DWORD flags, PULONG count, PZZWSTR buffer, PULONG size) {
  return answer_languages(flags, count, buffer, size);
}
// https://learn.microsoft.com/windows/win32/api/winnls/nf-winnls-getsystempreferreduilanguages
WINBOOL WINAPI GetSystemPreferredUILanguages(DWORD flags, PULONG count, PZZWSTR buffer,
                                             PULONG size) {
  return answer_languages(flags, count, buffer, size);
}
// https://learn.microsoft.com/windows/win32/api/winnls/nf-winnls-getthreadpreferreduilanguages
WINBOOL WINAPI GetThreadPreferredUILanguages(DWORD flags, PULONG count, PZZWSTR buffer,
                                             PULONG size) {
  return answer_languages(flags, count, buffer, size);
}

// https://learn.microsoft.com/windows/win32/api/winnls/nf-winnls-getthreadlocale
LCID WINAPI GetThreadLocale() {
  return thread_locale != 0 ? thread_locale : user_id();
}

// Last errors: ERROR_INVALID_PARAMETER.
// https://learn.microsoft.com/windows/win32/api/winnls/nf-winnls-setthreadlocale
WINBOOL WINAPI SetThreadLocale(LCID id) {
  const Locale* locale = find_locale(id);
  if (locale == nullptr) return base::fail(ERROR_INVALID_PARAMETER);
  thread_locale = ConvertDefaultLocale(id);
  return TRUE;
}

// The real number behind LOCALE_USER_DEFAULT and its like, and behind a language alone; any other
// number, valid or not, as it is.
// https://learn.microsoft.com/windows/win32/api/winnls/nf-winnls-convertdefaultlocale
LCID WINAPI ConvertDefaultLocale(LCID id) {
  const Locale* locale = find_locale(id);
  if (locale == nullptr) return id;
  const bool stands_for_another =
      SUBLANGID(LANGIDFROMLCID(id)) == SUBLANG_NEUTRAL || locale == &user_locale();
  return stands_for_another ? specific(*locale).id : id;
}

// https://learn.microsoft.com/windows/win32/api/winnls/nf-winnls-isvalidlocale
WINBOOL WINAPI IsValidLocale(LCID id, DWORD) {
  return find_locale(id) != nullptr;
}
// https://learn.microsoft.com/windows/win32/api/winnls/nf-winnls-isvalidlocalename
WINBOOL WINAPI IsValidLocaleName(LPCWSTR name) {
  return name != nullptr && find_locale(name) != nullptr;
}

// The name of a number, with the end counted. Last errors: ERROR_INVALID_PARAMETER,
// ERROR_INSUFFICIENT_BUFFER.
// https://learn.microsoft.com/windows/win32/api/winnls/nf-winnls-lcidtolocalename
int WINAPI LCIDToLocaleName(LCID id, LPWSTR buffer, int size, DWORD flags) {
  if ((flags & ~DWORD{LOCALE_ALLOW_NEUTRAL_NAMES}) != 0) {
    return base::fail<int>(ERROR_INVALID_FLAGS);
  }
  const Locale* locale = find_locale(id);
  // A language alone has its first country's name, unless neutral names are allowed.
  if (locale != nullptr && flags == 0) locale = &specific(*locale);
  return answer_name(locale, buffer, size);
}

// 0 where there is no such locale: ERROR_INVALID_PARAMETER.
// https://learn.microsoft.com/windows/win32/api/winnls/nf-winnls-localenametolcid
LCID WINAPI LocaleNameToLCID(LPCWSTR name, DWORD flags) {
  if ((flags & ~DWORD{LOCALE_ALLOW_NEUTRAL_NAMES}) != 0) {
    return base::fail<LCID>(ERROR_INVALID_PARAMETER);
  }
  const Locale* locale = find_locale(name);
  if (locale == nullptr) return base::fail<LCID>(ERROR_INVALID_PARAMETER);
  return flags == 0 ? specific(*locale).id : locale->id;
}

// https://learn.microsoft.com/windows/win32/api/winnls/nf-winnls-getuserdefaultlocalename
int WINAPI GetUserDefaultLocaleName(LPWSTR buffer, int size) {
  return answer_name(&user_locale(), buffer, size);
}
// https://learn.microsoft.com/windows/win32/api/winnls/nf-winnls-getsystemdefaultlocalename
int WINAPI GetSystemDefaultLocaleName(LPWSTR buffer, int size) {
  return answer_name(&user_locale(), buffer, size);
}

// The nearest locale that there is: country by country name, then the language's first one.
// https://learn.microsoft.com/windows/win32/api/winnls/nf-winnls-resolvelocalename
int WINAPI ResolveLocaleName(LPCWSTR name, LPWSTR buffer, int size) {
  if (name == nullptr) return answer_name(&user_locale(), buffer, size);
  std::u16string candidate = base::as_char16(name);
  while (!candidate.empty()) {
    if (const Locale* locale = find_locale(std::u16string_view(candidate))) {
      return answer_name(&specific(*locale), buffer, size);
    }
    const std::size_t dash = candidate.rfind(u'-');
    candidate.resize(dash == std::u16string::npos ? 0 : dash);
  }
  return answer_name(find_locale(std::u16string_view()), buffer, size);
}

// "English", by the number of a language. Returns the length without the end.
// https://learn.microsoft.com/windows/win32/api/winver/nf-winver-verlanguagenamew
DWORD WINAPI VerLanguageNameW(DWORD language, LPWSTR buffer, DWORD size) {
  const Locale* locale = find_locale(static_cast<LCID>(LOWORD(language)));
  const std::u16string name =
      locale != nullptr ? locale->text(LOCALE_SLANGUAGE) : u"Language Neutral";
  return copy_or_tell_size(name, base::as_char16(buffer), size);
}

// https://learn.microsoft.com/windows/win32/api/winver/nf-winver-verlanguagenamea
DWORD WINAPI VerLanguageNameA(DWORD language, LPSTR buffer, DWORD size) {
  const Locale* locale = find_locale(static_cast<LCID>(LOWORD(language)));
  const std::u16string name =
      locale != nullptr ? locale->text(LOCALE_SLANGUAGE) : u"Language Neutral";
  return copy_or_tell_size(base::to_ansi(name), buffer, size);
}
