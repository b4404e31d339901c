// Drawing frames and controls: rectangles and small patterns of solid colours, straight into what a
// device context may draw in. Coordinates are logical; what is selected into the context does not
// matter. Colours are COLOR_ indexes. Between two calls the canvas has no hold of the context: who
// draws a frame asks the window for its icon meanwhile.
#pragma once

#include <string_view>

#include "base/win32.h"
#include "gdi32/device_context.h"

namespace transom::user {

class Canvas {
 public:
  explicit Canvas(HDC dc) : handle_(dc) {}
  // There is something to draw in.
  explicit operator bool() const {
    const auto dc = gdi::find_dc(handle_);
    return dc && dc->surface() != nullptr;
  }
  // The handle is a device context's, though there may be nothing to draw in.
  bool exists() const { return static_cast<bool>(gdi::find_dc(handle_)); }

  void fill(const RECT& rect, int color) { fill_rgb(rect, GetSysColor(color)); }
  void fill_rgb(const RECT& rect, COLORREF color);
  // From one colour on the left to another on the right.
  void fill_gradient(const RECT& rect, COLORREF left, COLORREF right);
  // Every second pixel, as in a checkerboard: a scroll bar's shaft.
  void fill_checkered(const RECT& rect, int color, int other);
  // A ring of one pixel: top and left in one colour, bottom and right in the other; shrinks `rect`.
  void ring(RECT& rect, int top_left, int bottom_right);
  void raised_edge(RECT& rect);
  void sunken_edge(RECT& rect);
  // Rows of characters, '#' is a pixel.
  void pattern(int x, int y, std::span<const std::string_view> rows, int color);

 private:
  HDC handle_;
};

}  // namespace transom::user
