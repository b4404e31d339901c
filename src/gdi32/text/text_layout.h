// Where the glyphs of one line go, measured along the baseline from its start, in device pixels.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "gdi32/text/dc_text.h"
#include "gdi32/text/glyph_painter.h"
#include "gdi32/text/shaper.h"

namespace transom::gdi {

struct LineInput {
  std::u16string_view text;
  bool glyph_indexes = false;      // ETO_GLYPH_INDEX: `text` holds glyphs, not characters
  const INT* distances = nullptr;  // lpDx, logical units
  bool pairs = false;              // ETO_PDY: `distances` alternates x and y
  Reading reading = Reading::LeftToRight;
};

struct Line {
  std::vector<PlacedGlyph> glyphs;
  int width = 0;
};

// A line, into `line`, whose memory is used again.
void lay_out(DeviceContext& dc, const ScaledFont& font, const LineInput& input, Line& line);

// Width of a line without distances of the program's, with character extra and justification.
int line_width(DeviceContext& dc, const ScaledFont& font, std::u16string_view text);

// Where each character ends, from the line's start. ends.size() == text.size().
void character_ends(DeviceContext& dc, const ScaledFont& font, std::u16string_view text,
                    std::span<int> ends);

}  // namespace transom::gdi
