#include "kernel32/locale/icu_pictures.h"

#include <algorithm>
#include <array>

#include "kernel32/locale/decimal.h"

namespace transom::kernel {
namespace {

std::size_t run_length(std::u16string_view text, std::size_t start) {
  const std::size_t end = text.find_first_not_of(text[start], start);
  return (end == std::u16string_view::npos ? text.size() : end) - start;
}

std::u16string picture_of_field(char16_t letter, std::size_t count) {
  switch (letter) {
    case u'E':
    case u'c':
    case u'e':
      return count > 3 ? u"dddd" : u"ddd";
    case u'L':
      return std::u16string(count, u'M');
    case u'a':
    case u'b':
    case u'B':
      return u"tt";
    case u'G':
      return u"gg";
    case u'u':
      return std::u16string(count, u'y');
    case u'K':
      return std::u16string(count, u'h');
    case u'k':
      return std::u16string(count, u'H');
    default:
      return std::u16string(count, letter);
  }
}

// The order of the sign, the symbol and the number: "-$n", "n $".
std::u16string shape_of(std::u16string_view pattern) {
  std::u16string shape;
  for (const char16_t c : pattern) {
    if (c == u'\u00A4') {
      shape += u'$';
    } else if (c == u' ' || c == u'\u00A0' || c == u'\u202F') {
      shape += u' ';
    } else if (c == u'-' || c == u'\u2212' || c == u'(' || c == u')') {
      shape += c == u'\u2212' ? u'-' : c;
    } else if ((c == u'#' || c == u'0') && shape.find(u'n') == std::u16string::npos) {
      shape += u'n';
    }
  }
  return shape;
}

template <std::size_t kSize>
int index_of(const std::array<std::u16string_view, kSize>& shapes, const std::u16string& shape) {
  const auto found = std::ranges::find(shapes, shape);
  return found != shapes.end() ? static_cast<int>(found - shapes.begin()) : 0;
}

}  // namespace

std::u16string windows_picture(std::u16string_view pattern) {
  std::u16string picture;
  const std::u16string text = plain_text(pattern);
  for (std::size_t i = 0; i < text.size();) {
    const char16_t c = text[i];
    if (c == u'\'') {
      const std::size_t end = std::min(text.find(u'\'', i + 1), text.size() - 1);
      picture += text.substr(i, end - i + 1);
      i = end + 1;
      continue;
    }
    const bool letter = (c | 32) >= u'a' && (c | 32) <= u'z';
    const std::size_t count = letter ? run_length(text, i) : 1;
    picture += letter ? picture_of_field(c, count) : std::u16string(1, c);
    i += count;
  }
  return picture;
}

std::u16string with_whole_year(std::u16string_view picture) {
  std::u16string result(picture);
  bool quoted = false;
  for (std::size_t i = 0; i < result.size(); ++i) {
    if (result[i] == u'\'') quoted = !quoted;
    if (quoted || result[i] != u'y') continue;
    result.replace(i, run_length(result, i), u"yyyy");
    return result;
  }
  return result;
}

std::u16string plain_text(std::u16string_view text) {
  std::u16string plain;
  for (const char16_t c : text) {
    const bool direction = c == u'\u200E' || c == u'\u200F' || c == u'\u061C';
    if (!direction) plain += c == u'\u202F' || c == u'\u2009' ? u' ' : c;
  }
  return plain;
}

CurrencyOrder currency_order(std::u16string_view pattern) {
  const std::size_t semicolon = pattern.find(u';');
  const std::u16string positive = shape_of(pattern.substr(0, semicolon));
  const std::u16string negative = semicolon != std::u16string_view::npos
                                      ? shape_of(pattern.substr(semicolon + 1))
                                      : u"-" + positive;
  return {index_of(kPositiveCurrency, positive), index_of(kNegativeCurrency, negative)};
}

}  // namespace transom::kernel
