#include "gdi32/text/text_breaking.h"

#include "gdi32/text/text_layout.h"

namespace transom::gdi {
namespace {

constexpr std::u16string_view kEllipsis = u"...";

bool is_newline(char16_t c) {
  return c == u'\n' || c == u'\r';
}

// Between two ideographs a line may break anywhere.
bool is_ideograph(char16_t c) {
  return (c >= 0x2E80 && c <= 0x9FFF) || (c >= 0xAC00 && c <= 0xD7A3) ||
         (c >= 0xF900 && c <= 0xFAFF);
}

std::size_t past_newline(std::u16string_view text, std::size_t at) {
  if (at >= text.size()) return at;
  const bool pair = text[at] == u'\r' && at + 1 < text.size() && text[at + 1] == u'\n';
  return at + (pair ? 2 : 1);
}

// The first place at or before `limit` behind which a line may break; 0 when there is none.
std::size_t break_before(std::u16string_view line, std::size_t limit) {
  for (std::size_t at = limit; at > 0; --at) {
    if (line[at - 1] == u' ') return at;
    if (at < line.size() && is_ideograph(line[at - 1]) && is_ideograph(line[at])) return at;
  }
  return 0;
}

// Where the line that begins at `begin` ends when only `fits` characters of it have room.
std::size_t break_at(std::u16string_view text, std::size_t begin, std::size_t fits,
                     Breaking breaking) {
  const std::u16string_view line = text.substr(begin, fits + 1);
  // A space that no longer fits ends the word before it.
  if (line[fits] == u' ') return begin + fits;
  if (const std::size_t at = break_before(line, fits)) return begin + at;
  if (breaking == Breaking::WordsAndCharacters) return begin + std::max<std::size_t>(fits, 1);
  // A word that does not fit by itself sticks out whole.
  return std::min(text.find_first_of(u" \r\n", begin + fits), text.size());
}

}  // namespace

TextMeasure::TextMeasure(DeviceContext& dc, bool expand_tabs, int tab_width)
    : dc_(dc), units_(dc), expand_tabs_(expand_tabs), tab_width_(std::max(1, tab_width)) {}

int TextMeasure::next_tab(int x) const {
  return (x / tab_width_ + 1) * tab_width_;
}

int TextMeasure::width(std::u16string_view text) const {
  const ScaledFont& font = realize(dc_);
  int x = 0;
  while (expand_tabs_) {
    const std::size_t tab = text.find(u'\t');
    if (tab == std::u16string_view::npos) break;
    x = next_tab(x + units_.logical_x(line_width(dc_, font, text.substr(0, tab))));
    text.remove_prefix(tab + 1);
  }
  return x + units_.logical_x(line_width(dc_, font, text));
}

std::vector<int> TextMeasure::ends(std::u16string_view text) const {
  std::vector<int> ends(text.size());
  character_ends(dc_, realize(dc_), text, ends);
  int shift = 0;
  for (std::size_t i = 0; i < ends.size(); ++i) {
    const int natural = units_.logical_x(ends[i]);
    if (expand_tabs_ && text[i] == u'\t') {
      const int before = i == 0 ? 0 : ends[i - 1];
      ends[i] = next_tab(before);
      shift = ends[i] - natural;
    } else {
      ends[i] = natural + shift;
    }
  }
  return ends;
}

std::size_t TextMeasure::fitting(std::u16string_view text, int limit) const {
  const std::vector<int> all = ends(text);
  std::size_t count = 0;
  while (count < all.size() && all[count] <= limit) ++count;
  return count;
}

PrefixedText strip_prefixes(std::u16string_view text) {
  PrefixedText result;
  result.text.reserve(text.size());
  result.source.reserve(text.size() + 1);
  for (std::size_t i = 0; i < text.size(); ++i) {
    // A prefix at the very end marks nothing and stays, as the oracle has it (wine 8.0).
    if (text[i] == u'&' && i + 1 < text.size()) {
      ++i;
      if (text[i] != u'&') result.underlined = result.text.size();
    }
    result.source.push_back(i);
    result.text += text[i];
  }
  result.source.push_back(text.size());
  return result;
}

BrokenLine next_line(std::u16string_view text, std::size_t begin, int width, Breaking breaking,
                     const TextMeasure& measure) {
  // Looking at the rest of a long paragraph for each of its lines would take quadratic time.
  for (std::size_t window = breaking == Breaking::Newlines ? text.size() : 256;; window *= 4) {
    const std::u16string_view part = text.substr(begin, window);
    const std::size_t newline = part.find_first_of(u"\r\n");
    const std::u16string_view line = part.substr(0, newline);
    const std::size_t fits =
        breaking == Breaking::Newlines ? line.size() : measure.fitting(line, width);
    if (fits < line.size()) {
      const std::size_t end = break_at(text, begin, fits, breaking);
      std::size_t next = end;
      while (next < text.size() && text[next] == u' ') ++next;
      // Spaces at the end of a paragraph do not make a line of their own.
      if (next < text.size() && is_newline(text[next])) next = past_newline(text, next);
      return {begin, end, next};
    }
    if (newline == std::u16string_view::npos && begin + part.size() < text.size()) continue;
    return {begin, begin + line.size(), past_newline(text, begin + line.size())};
  }
}

std::u16string with_end_ellipsis(std::u16string_view line, int width, const TextMeasure& measure) {
  std::size_t kept = measure.fitting(line, width - measure.width(kEllipsis));
  // Not between the halves of a surrogate pair.
  if (kept > 0 && kept < line.size() && line[kept] >= 0xDC00 && line[kept] <= 0xDFFF) --kept;
  return std::u16string(line.substr(0, kept)).append(kEllipsis);
}

std::u16string with_path_ellipsis(std::u16string_view line, int width, const TextMeasure& measure) {
  const std::size_t separator = line.find_last_of(u"\\/");
  const std::u16string_view tail =
      separator == std::u16string_view::npos ? line : line.substr(separator);
  const std::u16string_view head = line.substr(0, line.size() - tail.size());
  const int room = width - measure.width(std::u16string(kEllipsis).append(tail));
  const std::size_t kept = room > 0 ? measure.fitting(head, room) : 0;
  return std::u16string(head.substr(0, kept)).append(kEllipsis).append(tail);
}

}  // namespace transom::gdi
