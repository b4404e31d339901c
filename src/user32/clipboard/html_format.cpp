#include "user32/clipboard/html_format.h"

#include <charconv>
#include <cstdio>
#include <optional>

namespace transom::user {
namespace {

constexpr std::string_view kBefore = "<html><body>\r\n<!--StartFragment-->";
constexpr std::string_view kAfter = "<!--EndFragment-->\r\n</body>\r\n</html>";
constexpr char kHeader[] =
    "Version:0.9\r\nStartHTML:%010zu\r\nEndHTML:%010zu\r\n"
    "StartFragment:%010zu\r\nEndFragment:%010zu\r\n";

// "StartFragment:0000000106": keywords begin lines, whatever these end in.
std::optional<std::size_t> offset_at(std::string_view text, std::string_view keyword) {
  const std::size_t at = text.find(keyword);
  if (at == std::string_view::npos) return std::nullopt;
  std::string_view digits = text.substr(at + keyword.size());
  digits.remove_prefix(std::min(digits.find_first_not_of(' '), digits.size()));
  std::size_t value = 0;
  const auto result = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (result.ec != std::errc() || value > text.size()) return std::nullopt;
  return value;
}

}  // namespace

std::string html_format_of(std::string_view fragment) {
  char header[256];
  const auto length =
      static_cast<std::size_t>(std::snprintf(header, sizeof header, kHeader, std::size_t{0},
                                             std::size_t{0}, std::size_t{0}, std::size_t{0}));
  const std::size_t start = length + kBefore.size(), end = start + fragment.size();
  std::snprintf(header, sizeof header, kHeader, length, end + kAfter.size(), start, end);
  std::string text(header, length);
  text += kBefore;
  text += fragment;
  text += kAfter;
  return text;
}

std::string fragment_of_html_format(std::string_view text) {
  const auto start = offset_at(text, "StartFragment:"), end = offset_at(text, "EndFragment:");
  if (!start || !end || *end < *start) return {};
  return std::string(text.substr(*start, *end - *start));
}

}  // namespace transom::user
