// Small pictures of solid colours that come in one size and are drawn in any.
#pragma once

#include <span>
#include <string_view>

#include "user32/nonclient/canvas.h"

namespace transom::user {

// Rows of letters in a square of `size` pixels, from its row `top` and column `left` on. A dot is
// nothing; what other letters mean is whoever draws it to say.
struct Glyph {
  int size;
  int left, top;
  std::span<const std::string_view> rows;
};

// The square in the middle of `rect` as large as it can be.
RECT middle_square(const RECT& rect);

// Calls `draw(RECT, letter)` for each pixel of the glyph in a square, enlarged or reduced.
template <class Draw>
void for_each_dot(const RECT& square, const Glyph& glyph, Draw&& draw) {
  const int size = static_cast<int>(square.right - square.left);
  for (int y = 0; y < size; ++y) {
    const int row = (2 * y + 1) * glyph.size / (2 * size) - glyph.top;
    if (row < 0 || row >= static_cast<int>(glyph.rows.size())) continue;
    const std::string_view letters = glyph.rows[static_cast<std::size_t>(row)];
    for (int x = 0; x < size; ++x) {
      const int column = (2 * x + 1) * glyph.size / (2 * size) - glyph.left;
      if (column < 0 || column >= static_cast<int>(letters.size())) continue;
      const char letter = letters[static_cast<std::size_t>(column)];
      if (letter == '.') continue;
      const LONG left = square.left + x, top = square.top + y;
      draw(RECT{left, top, left + 1, top + 1}, letter);
    }
  }
}

// `color_of`: from a letter to a COLOR_ index.
template <class ColorOf>
void draw_glyph(Canvas& canvas, const RECT& square, const Glyph& glyph, ColorOf&& color_of) {
  for_each_dot(square, glyph,
               [&](const RECT& dot, char letter) { canvas.fill(dot, color_of(letter)); });
}

}  // namespace transom::user
