#include "user32/draw/edge.h"

#include <algorithm>

#include "base/last_error.h"
#include "gdi32/path.h"

namespace transom::user {
namespace {

// COLOR_ indexes of one ring.
struct RingColors {
  int top_left;
  int bottom_right;
};

constexpr UINT kOuter = BDR_RAISEDOUTER | BDR_SUNKENOUTER;
constexpr UINT kInner = BDR_RAISEDINNER | BDR_SUNKENINNER;

RingColors outer_colors(UINT edge, UINT flags) {
  if (flags & BF_MONO) return {COLOR_WINDOWFRAME, COLOR_WINDOWFRAME};
  if (flags & BF_FLAT) return {COLOR_3DSHADOW, COLOR_3DSHADOW};
  const bool soft = (flags & BF_SOFT) != 0;
  if (edge & BDR_RAISEDOUTER) return {soft ? COLOR_3DHIGHLIGHT : COLOR_3DLIGHT, COLOR_3DDKSHADOW};
  return {soft ? COLOR_3DDKSHADOW : COLOR_3DSHADOW, COLOR_3DHIGHLIGHT};
}

RingColors inner_colors(UINT edge, UINT flags) {
  if (flags & BF_MONO) return {COLOR_WINDOW, COLOR_WINDOW};
  if (flags & BF_FLAT) return {COLOR_3DFACE, COLOR_3DFACE};
  const bool soft = (flags & BF_SOFT) != 0;
  if (edge & BDR_RAISEDINNER) return {soft ? COLOR_3DLIGHT : COLOR_3DHIGHLIGHT, COLOR_3DSHADOW};
  return {soft ? COLOR_3DSHADOW : COLOR_3DDKSHADOW, COLOR_3DLIGHT};
}

// The sides that `flags` name; each later one has the corner that it shares with an earlier one.
void draw_sides(Canvas& canvas, const RECT& rect, const RingColors& colors, UINT flags) {
  if (flags & BF_LEFT) {
    canvas.fill({rect.left, rect.top, rect.left + 1, rect.bottom}, colors.top_left);
  }
  if (flags & BF_TOP) {
    canvas.fill({rect.left, rect.top, rect.right, rect.top + 1}, colors.top_left);
  }
  if (flags & BF_RIGHT) {
    canvas.fill({rect.right - 1, rect.top, rect.right, rect.bottom}, colors.bottom_right);
  }
  if (flags & BF_BOTTOM) {
    canvas.fill({rect.left, rect.bottom - 1, rect.right, rect.bottom}, colors.bottom_right);
  }
}

RECT inside(const RECT& rect, UINT flags, int width) {
  const auto by = [&](UINT side) { return flags & side ? width : 0; };
  return {rect.left + by(BF_LEFT), rect.top + by(BF_TOP), rect.right - by(BF_RIGHT),
          rect.bottom - by(BF_BOTTOM)};
}

// A diagonal of 45 degrees begins at the left, at one corner, and ends where the rectangle does.
struct Diagonal {
  bool rises;        // from the bottom left corner to the top right
  bool inside_left;  // what it closes off lies to its left: inner line and filling go there
  bool light;        // has the colour of a top left side
};

Diagonal diagonal_of(UINT flags) {
  switch (flags & BF_RECT) {
    case BF_TOPLEFT:
      return {false, false, true};
    case BF_BOTTOMRIGHT:
      return {false, true, false};
    case BF_BOTTOMLEFT:
    case BF_BOTTOM:
      return {true, true, false};
    default:
      return {true, false, true};
  }
}

int diagonal_length(const RECT& rect) {
  constexpr LONG kLongest = 1 << 16;  // longer than any surface
  return std::min({rect.right - rect.left, rect.bottom - rect.top, kLongest});
}

// `shift`: how far to the inside of the outer line.
void draw_diagonal_line(Canvas& canvas, const RECT& rect, const Diagonal& diagonal, int shift,
                        int color) {
  const int length = diagonal_length(rect);
  const int step = diagonal.inside_left ? -shift : shift;
  for (int i = 0; i < length; ++i) {
    const int x = rect.left + i + step;
    if (x < rect.left || x >= rect.left + length) continue;
    const int y = diagonal.rises ? rect.bottom - 1 - i : rect.top + i;
    canvas.fill({x, y, x + 1, y + 1}, color);
  }
}

void fill_beside_diagonal(Canvas& canvas, const RECT& rect, const Diagonal& diagonal, int width,
                          int color) {
  const int length = diagonal_length(rect);
  for (int i = 0; i < length; ++i) {
    const int y = diagonal.rises ? rect.bottom - 1 - i : rect.top + i;
    if (diagonal.inside_left) {
      canvas.fill({rect.left, y, rect.left + i + 1 - width, y + 1}, color);
    } else {
      canvas.fill({rect.left + i + width, y, rect.right, y + 1}, color);
    }
  }
}

struct EdgeDrawing {
  UINT edge;
  UINT flags;
  int width;          // how many rings are drawn
  int middle;         // what BF_MIDDLE fills with
  bool outer, inner;  // which rings
};

void draw_diagonal_edge(Canvas& canvas, const RECT& rect, const EdgeDrawing& drawing) {
  const Diagonal diagonal = diagonal_of(drawing.flags);
  const auto pick = [&](const RingColors& colors) {
    return diagonal.light ? colors.top_left : colors.bottom_right;
  };
  if (drawing.flags & BF_MIDDLE) {
    fill_beside_diagonal(canvas, rect, diagonal, drawing.width, drawing.middle);
  }
  if (drawing.outer) {
    draw_diagonal_line(canvas, rect, diagonal, 0, pick(outer_colors(drawing.edge, drawing.flags)));
  }
  if (drawing.inner) {
    draw_diagonal_line(canvas, rect, diagonal, drawing.outer ? 1 : 0,
                       pick(inner_colors(drawing.edge, drawing.flags)));
  }
}

void draw_straight_edge(Canvas& canvas, const RECT& rect, const EdgeDrawing& drawing) {
  RECT ring = rect;
  if (drawing.outer) {
    draw_sides(canvas, ring, outer_colors(drawing.edge, drawing.flags), drawing.flags);
    ring = inside(ring, drawing.flags, 1);
  }
  if (drawing.inner) {
    draw_sides(canvas, ring, inner_colors(drawing.edge, drawing.flags), drawing.flags);
    ring = inside(ring, drawing.flags, 1);
  }
  if (drawing.flags & BF_MIDDLE) canvas.fill(ring, drawing.middle);
}

}  // namespace

bool draw_edge(Canvas& canvas, RECT& rect, UINT edge, UINT flags) {
  const RECT area = gdi::FixedPoint::within_reach(rect);
  const bool colored = (flags & (BF_FLAT | BF_MONO)) == 0;
  // A ring can be raised or sunken; flat ones are neither.
  const bool contradiction = colored && ((edge & kOuter) == kOuter || (edge & kInner) == kInner);
  EdgeDrawing drawing{edge,
                      flags,
                      0,
                      flags & BF_MONO ? COLOR_WINDOW : COLOR_3DFACE,
                      (edge & kOuter) != 0,
                      (edge & kInner) != 0};
  drawing.width = (drawing.outer ? 1 : 0) + (drawing.inner ? 1 : 0);
  if (!contradiction) {
    if (flags & BF_DIAGONAL) {
      draw_diagonal_edge(canvas, area, drawing);
    } else {
      draw_straight_edge(canvas, area, drawing);
    }
  }
  if (flags & BF_ADJUST) rect = inside(area, flags, drawing.width);
  return !contradiction;
}

}  // namespace transom::user

using namespace transom;
using namespace transom::user;

// Draws the sides of a rectangle, or a diagonal in it. FALSE where an edge is to be raised and
// sunken at once. Last error: ERROR_INVALID_HANDLE.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-drawedge
WINBOOL WINAPI DrawEdge(HDC dc, LPRECT rect, UINT edge, UINT flags) {
  Canvas canvas(dc);
  if (!canvas.exists()) return base::fail(ERROR_INVALID_HANDLE);
  if (rect == nullptr) return base::fail(ERROR_INVALID_PARAMETER);
  return draw_edge(canvas, *rect, edge, flags);
}
