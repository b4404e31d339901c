#include "comdlg32/page_ranges.h"

#include <charconv>

#include "base/text.h"

namespace transom::comdlg {
namespace {

std::optional<DWORD> number_of(std::string_view digits) {
  while (digits.starts_with(' ')) digits.remove_prefix(1);
  while (digits.ends_with(' ')) digits.remove_suffix(1);
  DWORD value = 0;
  const auto [stop, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error != std::errc{} || stop != digits.data() + digits.size()) return std::nullopt;
  return value;
}

std::optional<PRINTPAGERANGE> range_of(std::string_view text) {
  const std::size_t dash = text.find('-');
  const auto from = number_of(text.substr(0, dash));
  const auto to = dash == std::string_view::npos ? from : number_of(text.substr(dash + 1));
  if (!from || !to || *from > *to) return std::nullopt;
  return PRINTPAGERANGE{*from, *to};
}

}  // namespace

std::optional<std::vector<PRINTPAGERANGE>> parse_page_ranges(const std::u16string& text) {
  const std::string whole = base::utf16_to_utf8(text);
  std::vector<PRINTPAGERANGE> ranges;
  for (std::size_t at = 0; at <= whole.size();) {
    const std::size_t comma = std::min(whole.find(',', at), whole.size());
    const auto range = range_of(std::string_view(whole).substr(at, comma - at));
    if (!range) return std::nullopt;
    ranges.push_back(*range);
    at = comma + 1;
  }
  return ranges;
}

std::u16string page_ranges_text(const PRINTPAGERANGE* ranges, DWORD count) {
  std::string text;
  for (DWORD i = 0; i < count; ++i) {
    if (i != 0) text += ",";
    text += std::to_string(ranges[i].nFromPage);
    if (ranges[i].nToPage != ranges[i].nFromPage) text += "-" + std::to_string(ranges[i].nToPage);
  }
  return base::utf8_to_utf16(text);
}

}  // namespace transom::comdlg
