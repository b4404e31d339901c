#include "base/text.h"

#include <algorithm>
#include <array>
#include <cstdlib>

#include "base/code_page.h"

namespace transom::base {
namespace {

constexpr char16_t kReplacement = 0xFFFD;
constexpr UINT kWestern = 1252;
constexpr UINT kOem = 437;

// What Windows-1252 has at 0x80 to 0x9F; the five that it leaves open map to themselves, as Windows
// does it.
constexpr std::array<char16_t, 32> kWesternHigh = {
    0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x008D, 0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178};

std::u16string western_to_utf16(std::string_view text) {
  std::u16string out(text.size(), u'\0');
  std::transform(text.begin(), text.end(), out.begin(), [](char byte) -> char16_t {
    const auto value = static_cast<unsigned char>(byte);
    return value >= 0x80 && value < 0xA0 ? kWesternHigh[value - 0x80] : value;
  });
  return out;
}

char to_western(char16_t character) {
  if (character < 0x80 || (character >= 0xA0 && character <= 0xFF)) {
    return static_cast<char>(character);
  }
  const auto found = std::find(kWesternHigh.begin(), kWesternHigh.end(), character);
  return found == kWesternHigh.end() ? '?'
                                     : static_cast<char>(0x80 + (found - kWesternHigh.begin()));
}

std::string utf16_to_western(std::u16string_view text) {
  std::string out(text.size(), '\0');
  std::transform(text.begin(), text.end(), out.begin(), to_western);
  return out;
}

bool is_high_surrogate(char16_t unit) {
  return unit >= 0xD800 && unit < 0xDC00;
}
bool is_low_surrogate(char16_t unit) {
  return unit >= 0xDC00 && unit < 0xE000;
}

struct Decoded {
  char32_t character;
  std::size_t length;  // bytes used; of an ill-formed sequence, its longest valid beginning
};

// The ranges of the second byte are what keeps over-long forms and surrogates out.
Decoded decode_utf8(std::string_view text) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned first = byte(0);
  if (first < 0x80) return {first, 1};
  if (first < 0xC2 || first > 0xF4) return {kReplacement, 1};
  const std::size_t length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
  const unsigned low = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
  const unsigned high = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
  char32_t character = first & (0x7Fu >> length);
  for (std::size_t i = 1; i < length; ++i) {
    if (i >= text.size()) return {kReplacement, i};
    const unsigned next = byte(i);
    if (i == 1 ? next < low || next > high : (next & 0xC0) != 0x80) return {kReplacement, i};
    character = character << 6 | (next & 0x3F);
  }
  return {character, length};
}

void append_utf8(std::string& out, char32_t character) {
  if (character < 0x80) {
    out += static_cast<char>(character);
    return;
  }
  const int extra = character < 0x800 ? 1 : character < 0x10000 ? 2 : 3;
  constexpr unsigned char kLead[] = {0, 0xC0, 0xE0, 0xF0};
  out += static_cast<char>(kLead[extra] | character >> (6 * extra));
  for (int i = extra - 1; i >= 0; --i) {
    out += static_cast<char>(0x80 | (character >> (6 * i) & 0x3F));
  }
}

UINT choose_ansi_code_page() {
  const char* choice = std::getenv("TRANSOM_ACP");
  const long number = choice != nullptr ? std::strtol(choice, nullptr, 10) : 0;
  return number > 0 && number <= 0xFFFF ? static_cast<UINT>(number) : kWestern;
}

}  // namespace

std::u16string utf8_to_utf16(std::string_view text) {
  std::u16string out;
  out.reserve(text.size());
  while (!text.empty()) {
    const Decoded decoded = decode_utf8(text);
    text.remove_prefix(decoded.length);
    if (decoded.character < 0x10000) {
      out += static_cast<char16_t>(decoded.character);
    } else {
      out += static_cast<char16_t>(0xD7C0 + (decoded.character >> 10));
      out += static_cast<char16_t>(0xDC00 + (decoded.character & 0x3FF));
    }
  }
  return out;
}

std::string utf16_to_utf8(std::u16string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char16_t unit = text[i];
    if (is_high_surrogate(unit) && i + 1 < text.size() && is_low_surrogate(text[i + 1])) {
      append_utf8(out, 0x10000 + ((unit - 0xD800u) << 10) + (text[++i] - 0xDC00u));
    } else {
      append_utf8(out, is_high_surrogate(unit) || is_low_surrogate(unit) ? kReplacement : unit);
    }
  }
  return out;
}

UINT resolve_code_page(UINT code_page) {
  static const UINT ansi = choose_ansi_code_page();
  if (code_page == CP_ACP || code_page == CP_THREAD_ACP) return ansi;
  if (code_page == CP_OEMCP) return ansi == CP_UTF8 ? CP_UTF8 : kOem;
  return code_page;
}

std::u16string to_utf16(std::string_view text, UINT code_page) {
  code_page = resolve_code_page(code_page);
  if (code_page == CP_UTF8) return utf8_to_utf16(text);
  if (code_page == kWestern) return western_to_utf16(text);
  return code_page_to_utf16(text, code_page);
}

std::string to_ansi(std::u16string_view text, UINT code_page) {
  code_page = resolve_code_page(code_page);
  if (code_page == CP_UTF8) return utf16_to_utf8(text);
  if (code_page == kWestern) return utf16_to_western(text);
  return utf16_to_code_page(text, code_page);
}

char16_t fold_case(char16_t c) {
  if (c < 0x80) return c >= 'A' && c <= 'Z' ? static_cast<char16_t>(c + 32) : c;
  if (c >= 0xC0 && c <= 0xDE && c != 0xD7) return static_cast<char16_t>(c + 32);
  if ((c >= 0x100 && c <= 0x137) || (c >= 0x14A && c <= 0x177)) return c | 1;
  if (c >= 0x391 && c <= 0x3A9) return static_cast<char16_t>(c + 32);
  if (c >= 0x410 && c <= 0x42F) return static_cast<char16_t>(c + 32);
  if (c >= 0x400 && c <= 0x40F) return static_cast<char16_t>(c + 80);
  return c;
}

std::u16string fold_case(std::u16string_view text) {
  std::u16string out(text);
  for (char16_t& character : out) character = fold_case(character);
  return out;
}

bool equals_ignoring_case(std::u16string_view a, std::u16string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char16_t x, char16_t y) { return x == y || fold_case(x) == fold_case(y); });
}

}  // namespace transom::base
