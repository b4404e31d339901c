// GetNumberFormat and GetCurrencyFormat.
#include <optional>

#include "base/text.h"
#include "kernel32/locale/decimal.h"
#include "kernel32/locale/formatted_answer.h"
#include "kernel32/locale/settings.h"

namespace transom::kernel {
namespace {

constexpr UINT kMostDigits = 9;

struct CurrencyShape : NumberShape {
  UINT positive_order = 0;
  std::u16string symbol;
};

// A shape with the order of negative numbers, of either function.
template <class Shape>
struct Format {
  Shape shape;
  UINT negative_order = 1;
};

std::u16string wide(LPCWSTR text) {
  return base::as_char16(text);
}
std::u16string wide(LPCSTR text) {
  return base::to_utf16(text);
}

// Nothing: a structure with impossible values.
template <class Given>
std::optional<Format<NumberShape>> number_format(const Given& given) {
  if (given.NumDigits > kMostDigits || given.LeadingZero > 1 || given.NegativeOrder > 4 ||
      given.lpDecimalSep == nullptr || given.lpThousandSep == nullptr) {
    return std::nullopt;
  }
  return Format<NumberShape>{{given.NumDigits, given.LeadingZero != 0, given.Grouping,
                              wide(given.lpDecimalSep), wide(given.lpThousandSep)},
                             given.NegativeOrder};
}

template <class Given>
std::optional<Format<CurrencyShape>> currency_format(const Given& given) {
  if (given.NumDigits > kMostDigits || given.LeadingZero > 1 || given.NegativeOrder > 15 ||
      given.PositiveOrder > 3 || given.lpDecimalSep == nullptr || given.lpThousandSep == nullptr ||
      given.lpCurrencySymbol == nullptr) {
    return std::nullopt;
  }
  return Format<CurrencyShape>{{{given.NumDigits, given.LeadingZero != 0, given.Grouping,
                                 wide(given.lpDecimalSep), wide(given.lpThousandSep)},
                                given.PositiveOrder,
                                wide(given.lpCurrencySymbol)},
                               given.NegativeOrder};
}

Format<NumberShape> number_format_of(const LocaleSettings& settings) {
  return {{settings.number(LOCALE_IDIGITS), settings.number(LOCALE_ILZERO) != 0,
           grouping_number(settings.text(LOCALE_SGROUPING)), settings.text(LOCALE_SDECIMAL),
           settings.text(LOCALE_STHOUSAND)},
          settings.number(LOCALE_INEGNUMBER)};
}

Format<CurrencyShape> currency_format_of(const LocaleSettings& settings) {
  return {{{settings.number(LOCALE_ICURRDIGITS), settings.number(LOCALE_ILZERO) != 0,
            grouping_number(settings.text(LOCALE_SMONGROUPING)),
            settings.text(LOCALE_SMONDECIMALSEP), settings.text(LOCALE_SMONTHOUSANDSEP)},
           settings.number(LOCALE_ICURRENCY),
           settings.text(LOCALE_SCURRENCY)},
          settings.number(LOCALE_INEGCURR)};
}

std::u16string written(const Decimal& value, const Format<NumberShape>& format,
                       const std::u16string& sign) {
  return value.negative ? place_sign(value.digits, format.negative_order, sign) : value.digits;
}
std::u16string written(const Decimal& value, const Format<CurrencyShape>& format,
                       const std::u16string& sign) {
  return place_currency(value, format.shape.positive_order, format.negative_order,
                        format.shape.symbol, sign);
}

// Nothing: the last error says why. `given` is nothing where the structure is a bad one.
template <class Shape, class FromLocale, class FromGiven, class Given>
std::optional<std::u16string> format(const Locale* locale, DWORD flags, std::u16string_view value,
                                     const Given* given, FromLocale&& from_locale,
                                     FromGiven&& from_given) {
  constexpr DWORD kFlags = LOCALE_NOUSEROVERRIDE | LOCALE_USE_CP_ACP;
  const auto fail = [](DWORD error) {
    base::set_last_error(error);
    return std::nullopt;
  };
  if (locale == nullptr) return fail(ERROR_INVALID_PARAMETER);
  if ((flags & ~kFlags) != 0 || (given != nullptr && (flags & LOCALE_NOUSEROVERRIDE) != 0)) {
    return fail(ERROR_INVALID_FLAGS);
  }
  const LocaleSettings settings(*locale, flags);
  const std::optional<Format<Shape>> how =
      given != nullptr ? from_given(*given) : std::optional(from_locale(settings));
  if (!how) return fail(ERROR_INVALID_PARAMETER);
  const auto shaped = shape_decimal(value, how->shape);
  if (!shaped) return fail(ERROR_INVALID_PARAMETER);
  return written(*shaped, *how, settings.text(LOCALE_SNEGATIVESIGN));
}

template <class Given>
std::optional<std::u16string> number_text(const Locale* locale, DWORD flags,
                                          const std::u16string& value, const Given* given) {
  return format<NumberShape>(locale, flags, value, given, number_format_of, number_format<Given>);
}
template <class Given>
std::optional<std::u16string> currency_text(const Locale* locale, DWORD flags,
                                            const std::u16string& value, const Given* given) {
  return format<CurrencyShape>(locale, flags, value, given, currency_format_of,
                               currency_format<Given>);
}

}  // namespace
}  // namespace transom::kernel

using namespace transom;
using namespace transom::kernel;

// Writes a number, given as "[-]digits[.digits]", as the locale does or as `format` says. Returns
// the characters with the end; with size 0, how many are needed.
// Last errors: ERROR_INVALID_PARAMETER (not a number, a bad format, no such locale),
// ERROR_INVALID_FLAGS, ERROR_INSUFFICIENT_BUFFER.
// https://learn.microsoft.com/windows/win32/api/winnls/nf-winnls-getnumberformatw
int WINAPI GetNumberFormatW(LCID id, DWORD flags, LPCWSTR value, const NUMBERFMTW* format,
                            LPWSTR buffer, int size) {
  if (value == nullptr) return base::fail<int>(ERROR_INVALID_PARAMETER);
  return answer(number_text(find_locale(id), flags, wide(value), format), buffer, size);
}
// https://learn.microsoft.com/windows/win32/api/winnls/nf-winnls-getnumberformata
int WINAPI GetNumberFormatA(LCID id, DWORD flags, LPCSTR value, const NUMBERFMTA* format,
                            LPSTR buffer, int size) {
  if (value == nullptr) return base::fail<int>(ERROR_INVALID_PARAMETER);
  return answer(number_text(find_locale(id), flags, wide(value), format), buffer, size);
}
// https://learn.microsoft.com/windows/win32/api/winnls/nf-winnls-getnumberformatex
int WINAPI GetNumberFormatEx(LPCWSTR name, DWORD flags, LPCWSTR value, const NUMBERFMTW* format,
                             LPWSTR buffer, int size) {
  if (value == nullptr) return base::fail<int>(ERROR_INVALID_PARAMETER);
  return answer(number_text(find_locale(name), flags, wide(value), format), buffer, size);
}

// The same for an amount of money.
// https://learn.microsoft.com/windows/win32/api/winnls/nf-winnls-getcurrencyformatw
int WINAPI GetCurrencyFormatW(LCID id, DWORD flags, LPCWSTR value, const CURRENCYFMTW* format,
                              LPWSTR buffer, int size) {
  if (value == nullptr) return base::fail<int>(ERROR_INVALID_PARAMETER);
  return answer(currency_text(find_locale(id), flags, wide(value), format), buffer, size);
}
// https://learn.microsoft.com/windows/win32/api/winnls/nf-winnls-getcurrencyformata
int WINAPI GetCurrencyFormatA(LCID id, DWORD flags, LPCSTR value, const CURRENCYFMTA* format,
                              LPSTR buffer, int size) {
  if (value == nullptr) return base::fail<int>(ERROR_INVALID_PARAMETER);
  return answer(currency_text(find_locale(id), flags, wide(value), format), buffer, size);
}
// https://learn.microsoft.com/windows/win32/api/winnls/nf-winnls-getcurrencyformatex
int WINAPI GetCurrencyFormatEx(LPCWSTR name, DWORD flags, LPCWSTR value, const CURRENCYFMTW* format,
                               LPWSTR buffer, int size) {
  if (value == nullptr) return base::fail<int>(ERROR_INVALID_PARAMETER);
  return answer(currency_text(find_locale(name), flags, wide(value), format), buffer, size);
}
