// The parts of DrawText that know only characters and widths: prefixes, tabs, line breaks,
// ellipses.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "gdi32/text/dc_text.h"

namespace transom::gdi {

// Widths of text with tabs, in the context's logical units.
class TextMeasure {
 public:
  TextMeasure(DeviceContext& dc, bool expand_tabs, int tab_width);

  int width(std::u16string_view text) const;
  // How many characters from the start are within `limit`.
  std::size_t fitting(std::u16string_view text, int limit) const;
  // The next tab stop after `x`.
  int next_tab(int x) const;
  bool expands_tabs() const { return expand_tabs_; }

 private:
  std::vector<int> ends(std::u16string_view text) const;

  DeviceContext& dc_;
  TextUnits units_;
  bool expand_tabs_;
  int tab_width_;
};

// Text without its prefix characters, and what they marked.
struct PrefixedText {
  std::u16string text;
  std::vector<std::size_t> source;  // of each character, in the caller's text; and one at the end
  std::size_t underlined = std::u16string::npos;
};
PrefixedText strip_prefixes(std::u16string_view text);

// A line of a text, and where the next begins.
struct BrokenLine {
  std::size_t begin;
  std::size_t end;
  std::size_t next;
};

enum class Breaking { Newlines, Words, WordsAndCharacters };
BrokenLine next_line(std::u16string_view text, std::size_t begin, int width, Breaking breaking,
                     const TextMeasure& measure);

// Shortened to fit, with "..." at the end or in the middle, before the last path separator.
std::u16string with_end_ellipsis(std::u16string_view line, int width, const TextMeasure& measure);
std::u16string with_path_ellipsis(std::u16string_view line, int width, const TextMeasure& measure);

}  // namespace transom::gdi
