// GetLocaleInfo and SetLocaleInfo.
#include <algorithm>
#include <cstring>
#include <optional>

#include "base/text.h"
#include "kernel32/locale/locale.h"
#include "kernel32/locale/settings.h"
#include "kernel32/text_result.h"

namespace transom::kernel {
namespace {

constexpr LCTYPE kFlags = LOCALE_NOUSEROVERRIDE | LOCALE_USE_CP_ACP | LOCALE_RETURN_NUMBER |
                          LOCALE_RETURN_GENITIVE_NAMES | LOCALE_ALLOW_NEUTRAL_NAMES;

// Those whose text is a number, for LOCALE_RETURN_NUMBER.
constexpr LCTYPE kNumbers[] = {
    LOCALE_ICOUNTRY,
    LOCALE_IDEFAULTCOUNTRY,
    LOCALE_IDEFAULTCODEPAGE,
    LOCALE_IDEFAULTANSICODEPAGE,
    LOCALE_IDEFAULTMACCODEPAGE,
    LOCALE_IDEFAULTEBCDICCODEPAGE,
    LOCALE_IMEASURE,
    LOCALE_IDIGITS,
    LOCALE_ILZERO,
    LOCALE_INEGNUMBER,
    LOCALE_ICURRDIGITS,
    LOCALE_IINTLCURRDIGITS,
    LOCALE_ICURRENCY,
    LOCALE_INEGCURR,
    LOCALE_IDATE,
    LOCALE_ILDATE,
    LOCALE_ITIME,
    LOCALE_ITIMEMARKPOSN,
    LOCALE_ICENTURY,
    LOCALE_ITLZERO,
    LOCALE_IDAYLZERO,
    LOCALE_IMONLZERO,
    LOCALE_ICALENDARTYPE,
    LOCALE_IOPTIONALCALENDAR,
    LOCALE_IFIRSTDAYOFWEEK,
    LOCALE_IFIRSTWEEKOFYEAR,
    LOCALE_IPOSSIGNPOSN,
    LOCALE_INEGSIGNPOSN,
    LOCALE_IPOSSYMPRECEDES,
    LOCALE_IPOSSEPBYSPACE,
    LOCALE_INEGSYMPRECEDES,
    LOCALE_INEGSEPBYSPACE,
    LOCALE_IPAPERSIZE,
    LOCALE_IDIGITSUBSTITUTION,
    LOCALE_IGEOID,
    LOCALE_IREADINGLAYOUT,
    LOCALE_INEUTRAL,
    LOCALE_INEGATIVEPERCENT,
    LOCALE_IPOSITIVEPERCENT,
};

// The Western European ranges and code page that every font has.
constexpr LOCALESIGNATURE kSignature = {
    {0x00000003, 0, 0, 0x80000000}, {0x00000001, 0x80000000}, {0x0000019F, 0xDFD70000}};

// Nothing: no such number (ERROR_INVALID_FLAGS).
std::optional<DWORD> number_of(const LocaleSettings& settings, LCTYPE type) {
  if (type == LOCALE_ILANGUAGE || type == LOCALE_IDEFAULTLANGUAGE) {
    const std::string hexadecimal = base::utf16_to_utf8(settings.text(type));
    return static_cast<DWORD>(std::strtoul(hexadecimal.c_str(), nullptr, 16));
  }
  if (std::ranges::find(kNumbers, type) == std::end(kNumbers)) return std::nullopt;
  return settings.number(type);
}

std::optional<std::u16string> text_of(const LocaleSettings& settings, LCTYPE type, bool genitive) {
  if (type == LOCALE_FONTSIGNATURE) {
    return std::u16string(reinterpret_cast<const char16_t*>(&kSignature),
                          sizeof kSignature / sizeof(char16_t));
  }
  if (!settings.has(type)) return std::nullopt;
  if (genitive && type >= LOCALE_SMONTHNAME1 && type < LOCALE_SMONTHNAME1 + 12) {
    const auto& name = settings.locale().genitive_months[type - LOCALE_SMONTHNAME1];
    if (!name.empty()) return name;
  }
  return settings.text(type);
}

template <class Char>
int answer_number(std::optional<DWORD> number, Char* buffer, int size) {
  if (!number) return base::fail<int>(ERROR_INVALID_FLAGS);
  Char bytes[sizeof(DWORD) / sizeof(Char)];
  std::memcpy(bytes, &*number, sizeof bytes);
  return copy_or_count(std::basic_string_view<Char>(bytes, std::size(bytes)), buffer, size);
}

// Text types end with a null, a font signature is not text.
template <class Char>
int answer_text(std::basic_string<Char> text, LCTYPE type, Char* buffer, int size) {
  if (type != LOCALE_FONTSIGNATURE) text += Char{};
  return copy_or_count(std::basic_string_view<Char>(text), buffer, size);
}

UINT code_page_of(const Locale& locale, LCTYPE flags) {
  const DWORD own = locale.number(LOCALE_IDEFAULTANSICODEPAGE);
  return (flags & LOCALE_USE_CP_ACP) != 0 || own < 100 ? CP_ACP : own;
}

template <class Char, class Convert>
int get_info(const Locale* locale, LCTYPE asked, Char* buffer, int size, Convert&& convert) {
  if (locale == nullptr || size < 0 || (size > 0 && buffer == nullptr)) {
    return base::fail<int>(ERROR_INVALID_PARAMETER);
  }
  const LCTYPE type = asked & ~kFlags;
  const LocaleSettings settings(*locale, asked);
  if ((asked & LOCALE_RETURN_NUMBER) != 0) {
    return answer_number(number_of(settings, type), buffer, size);
  }
  const auto text = text_of(settings, type, (asked & LOCALE_RETURN_GENITIVE_NAMES) != 0);
  if (!text) return base::fail<int>(ERROR_INVALID_FLAGS);
  return answer_text(convert(*text), type, buffer, size);
}

WINBOOL set_info(const Locale* locale, LCTYPE asked, const std::u16string& value) {
  if (locale == nullptr) return base::fail(ERROR_INVALID_PARAMETER);
  if (locale != &user_locale()) return base::fail(ERROR_INVALID_PARAMETER);
  return change_setting(asked & ~kFlags, value) ? TRUE : base::fail(ERROR_INVALID_FLAGS);
}

}  // namespace
}  // namespace transom::kernel

using namespace transom;
using namespace transom::kernel;

// One thing that a locale says (LCTYPE), as text, or as a DWORD with LOCALE_RETURN_NUMBER. Returns
// the characters written or, with size 0, needed, with the end; 0 where it fails.
// Last errors: ERROR_INVALID_PARAMETER (no such locale), ERROR_INVALID_FLAGS (no such type),
// ERROR_INSUFFICIENT_BUFFER.
// https://learn.microsoft.com/windows/win32/api/winnls/nf-winnls-getlocaleinfow
int WINAPI GetLocaleInfoW(LCID id, LCTYPE type, LPWSTR buffer, int size) {
  return get_info(find_locale(id), type, base::as_char16(buffer), size,
                  [](const std::u16string& text) { return text; });
}

// https://learn.microsoft.com/windows/win32/api/winnls/nf-winnls-getlocaleinfoex
int WINAPI GetLocaleInfoEx(LPCWSTR name, LCTYPE type, LPWSTR buffer, int size) {
  return get_info(find_locale(name), type, base::as_char16(buffer), size,
                  [](const std::u16string& text) { return text; });
}

// In the locale's own code page, unless LOCALE_USE_CP_ACP asks for the program's.
// https://learn.microsoft.com/windows/win32/api/winnls/nf-winnls-getlocaleinfoa
int WINAPI GetLocaleInfoA(LCID id, LCTYPE type, LPSTR buffer, int size) {
  const Locale* locale = find_locale(id);
  return get_info(locale, type, buffer, size, [&](const std::u16string& text) {
    if ((type & ~kFlags) == LOCALE_FONTSIGNATURE) {
      return std::string(reinterpret_cast<const char*>(&kSignature), sizeof kSignature);
    }
    return base::to_ansi(text, code_page_of(*locale, type));
  });
}

// Changes what the user's locale says, for this process. Last errors: ERROR_INVALID_PARAMETER (not
// the user's locale), ERROR_INVALID_FLAGS (not for users to change).
// https://learn.microsoft.com/windows/win32/api/winnls/nf-winnls-setlocaleinfow
WINBOOL WINAPI SetLocaleInfoW(LCID id, LCTYPE type, LPCWSTR value) {
  if (value == nullptr) return base::fail(ERROR_INVALID_PARAMETER);
  return set_info(find_locale(id), type, base::as_char16(value));
}

// https://learn.microsoft.com/windows/win32/api/winnls/nf-winnls-setlocaleinfoa
WINBOOL WINAPI SetLocaleInfoA(LCID id, LCTYPE type, LPCSTR value) {
  if (value == nullptr) return base::fail(ERROR_INVALID_PARAMETER);
  const Locale* locale = find_locale(id);
  const UINT code_page = locale != nullptr ? code_page_of(*locale, type) : CP_ACP;
  return set_info(locale, type, base::to_utf16(value, code_page));
}
