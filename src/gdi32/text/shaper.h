// From characters to glyphs, in the order in which they are drawn.
//
// Text whose characters stand for themselves (Latin, Greek, Cyrillic, Han, kana …) takes one table
// look-up a character and no kerning, as in GDI. Scripts that join, stack or run from right to left
// go through the bidirectional algorithm (ICU) and HarfBuzz; what they made is kept, per thread and
// bounded, by font and text.
#pragma once

#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "gdi32/text/scaled_font.h"

namespace transom::gdi {

struct RunGlyph {
  GlyphId id;
  std::int16_t advance = 0;
  std::int16_t x_offset = 0;
  std::int16_t y_offset = 0;    // downwards
  std::uint32_t character = 0;  // index of the first character of its cluster
};

struct ShapedRun {
  std::vector<RunGlyph> glyphs;         // from left to right
  std::vector<int> character_advances;  // by character; a cluster's width is its first character's
  int width = 0;
};

enum class Reading { LeftToRight, RightToLeft };

// Characters that do not simply stand for themselves.
bool is_complex(char16_t c);
inline bool is_simple(char16_t c) {
  return c < 0x300 || !is_complex(c);
}
bool needs_shaping(std::u16string_view text);

std::shared_ptr<const ShapedRun> shape(const ScaledFont& font, std::u16string_view text,
                                       Reading reading);

}  // namespace transom::gdi
