// Decimal numbers as text, as long as they like: rounding, grouping, and the places of the signs.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "base/win32.h"

namespace transom::kernel {

// What a number looks like: NUMBERFMT and CURRENCYFMT in one.
struct NumberShape {
  UINT digits = 2;
  bool leading_zero = true;
  UINT grouping = 3;  // 3: thousands; 32: as in India; 30: one group only
  std::u16string decimal;
  std::u16string thousand;
  std::u16string negative_sign = u"-";
};

struct Decimal {
  bool negative = false;
  std::u16string digits;  // rounded, grouped, without the sign
};

// Of "[-]digits[.digits]"; nothing where it is anything else.
std::optional<Decimal> shape_decimal(std::u16string_view value, const NumberShape& shape);

// The orders of symbol ($), number (n) and sign, by LOCALE_ICURRENCY and LOCALE_INEGCURR.
// https://learn.microsoft.com/windows/win32/intl/locale-ineg-constants
inline constexpr std::array<std::u16string_view, 4> kPositiveCurrency = {u"$n", u"n$", u"$ n",
                                                                         u"n $"};
inline constexpr std::array<std::u16string_view, 16> kNegativeCurrency = {
    u"($n)", u"-$n",  u"$-n",  u"$n-",  u"(n$)", u"-n$",  u"n-$",   u"n$-",
    u"-n $", u"-$ n", u"n $-", u"$ n-", u"$ -n", u"n- $", u"($ n)", u"(n $)"};

// LOCALE_INEGNUMBER: where the sign of a negative number goes.
std::u16string place_sign(const std::u16string& digits, UINT order, const std::u16string& sign);
// LOCALE_ICURRENCY or LOCALE_INEGCURR.
std::u16string place_currency(const Decimal& value, UINT positive_order, UINT negative_order,
                              const std::u16string& symbol, const std::u16string& sign);

// "3;2;0" is 32, "3;0" is 3, "3" is 30.
UINT grouping_number(std::u16string_view text);

}  // namespace transom::kernel
