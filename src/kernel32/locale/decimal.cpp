#include "kernel32/locale/decimal.h"

#include <algorithm>
#include <vector>

namespace transom::kernel {
namespace {

bool all_digits(std::u16string_view text) {
  return std::ranges::all_of(text, [](char16_t c) { return c >= u'0' && c <= u'9'; });
}

// Adds one to the last digit; true where a digit more comes out.
bool increment(std::u16string& digits) {
  for (auto digit = digits.rbegin(); digit != digits.rend(); ++digit) {
    if (*digit != u'9') {
      ++*digit;
      return false;
    }
    *digit = u'0';
  }
  return true;
}

// How large each group is, the rightmost first; the last one repeats unless it is 0.
std::vector<std::size_t> groups_of(UINT grouping) {
  std::vector<std::size_t> groups;
  for (; grouping > 0; grouping /= 10) groups.insert(groups.begin(), grouping % 10);
  return groups;
}

std::u16string grouped(std::u16string_view digits, UINT grouping, const std::u16string& separator) {
  const auto groups = groups_of(grouping);
  std::u16string out;
  std::size_t left = digits.size();
  for (std::size_t i = 0; left > 0; ++i) {
    const std::size_t size = groups.empty() ? 0 : groups[std::min(i, groups.size() - 1)];
    const std::size_t count = size == 0 ? left : std::min(size, left);
    left -= count;
    if (!out.empty()) out.insert(0, separator);
    out.insert(0, digits.substr(left, count));
  }
  return out;
}

// Puts each letter's text in the place of the letter: n the number, $ the symbol, - the sign.
std::u16string arrange(std::u16string_view order, const std::u16string& number,
                       const std::u16string& symbol, const std::u16string& sign) {
  std::u16string out;
  for (const char16_t c : order) {
    if (c == u'n') {
      out += number;
    } else if (c == u'$') {
      out += symbol;
    } else if (c == u'-') {
      out += sign;
    } else {
      out += c;
    }
  }
  return out;
}

}  // namespace

std::optional<Decimal> shape_decimal(std::u16string_view value, const NumberShape& shape) {
  Decimal result;
  if (value.starts_with(u'-')) {
    result.negative = true;
    value.remove_prefix(1);
  }
  const std::size_t point = value.find(u'.');
  std::u16string whole(value.substr(0, point));
  std::u16string fraction(point == std::u16string_view::npos ? u"" : value.substr(point + 1));
  if (!all_digits(whole) || !all_digits(fraction)) return std::nullopt;
  whole.erase(0, std::min(whole.find_first_not_of(u'0'), whole.size()));
  const bool up = fraction.size() > shape.digits && fraction[shape.digits] >= u'5';
  fraction.resize(shape.digits, u'0');
  if (up && increment(fraction) && increment(whole)) whole.insert(0, 1, u'1');
  if (whole.empty() && shape.leading_zero) whole = u"0";
  result.digits = grouped(whole, shape.grouping, shape.thousand);
  if (shape.digits > 0) result.digits += shape.decimal + fraction;
  return result;
}

// https://learn.microsoft.com/windows/win32/intl/locale-ineg-constants
std::u16string place_sign(const std::u16string& digits, UINT order, const std::u16string& sign) {
  constexpr const char16_t* kOrders[] = {u"(n)", u"-n", u"- n", u"n-", u"n -"};
  return arrange(kOrders[std::min<UINT>(order, 4)], digits, {}, sign);
}

std::u16string place_currency(const Decimal& value, UINT positive_order, UINT negative_order,
                              const std::u16string& symbol, const std::u16string& sign) {
  const std::u16string_view order =
      value.negative ? kNegativeCurrency[std::min<std::size_t>(negative_order, 15)]
                     : kPositiveCurrency[std::min<std::size_t>(positive_order, 3)];
  return arrange(order, value.digits, symbol, sign);
}

UINT grouping_number(std::u16string_view text) {
  UINT number = 0;
  bool repeats = false;
  for (const char16_t c : text) {
    if (c == u'0') {
      repeats = true;
    } else if (c > u'0' && c <= u'9') {
      number = number * 10 + (c - u'0');
    }
  }
  return repeats ? number : number * 10;
}

}  // namespace transom::kernel
