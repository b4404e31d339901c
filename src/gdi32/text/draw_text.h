// DrawText: text formatted in a rectangle. Breaking, prefixes and ellipses are here; drawing is
// text_out's.
//
// Everything is in logical units. No callbacks, no locks held between calls.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-drawtextexw
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "gdi32/text/dc_text.h"

namespace transom::gdi {

struct DrawTextOptions {
  UINT flags = 0;
  int tab_characters = 8;
  int left_margin = 0;  // average characters
  int right_margin = 0;
};

struct DrawTextResult {
  int height = 0;            // what DrawText returns
  std::size_t consumed = 0;  // characters of the caller's text, for uiLengthDrawn
  bool shortened = false;    // an ellipsis went in; `modified` is what the text became
  std::u16string modified;
};

DrawTextResult draw_text(DeviceContext& dc, std::u16string_view text, RECT& rect,
                         const DrawTextOptions& options);

}  // namespace transom::gdi
