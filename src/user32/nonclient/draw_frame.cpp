#include "user32/control/scroll_bar_draw.h"
#include "user32/nonclient/canvas.h"
#include "user32/nonclient/frame.h"
#include "user32/nonclient/minimized_icon.h"
#include "user32/paint/window_paint.h"
#include "user32/window/tree.h"

namespace transom::user {
namespace {

void fill_ring(Canvas& canvas, RECT& rect, int color, int width) {
  for (int i = 0; i < width; ++i) canvas.ring(rect, color, color);
}

// What border_width() counts: an edge of two, then a line in the border's colour, then the face.
void draw_border(Window& window, Canvas& canvas, const FrameLayout& layout) {
  const DWORD style = window.style, ex_style = window.ex_style;
  RECT rect = layout.window;
  const bool modal = (ex_style & WS_EX_DLGMODALFRAME) != 0;
  if ((ex_style & WS_EX_STATICEDGE) && !modal) {
    canvas.ring(rect, COLOR_3DSHADOW, COLOR_3DHIGHLIGHT);
  } else if (modal || (style & (WS_THICKFRAME | WS_DLGFRAME))) {
    canvas.raised_edge(rect);
  }
  if (style & WS_THICKFRAME) {
    fill_ring(canvas, rect, frame_is_active(window) ? COLOR_ACTIVEBORDER : COLOR_INACTIVEBORDER, 1);
  }
  const bool line = (style & (WS_BORDER | WS_DLGFRAME)) || modal;
  if (!line) return;
  const bool three_dimensional = modal || (style & (WS_DLGFRAME | WS_THICKFRAME));
  fill_ring(canvas, rect, three_dimensional ? COLOR_3DFACE : COLOR_WINDOWFRAME, 1);
}

void draw_menu(Window& window, HDC dc, Canvas& canvas, const FrameLayout& layout) {
  if (layout.menu.bottom <= layout.menu.top) return;
  if (menu_bar.draw != nullptr) {
    menu_bar.draw(window, dc, layout.menu);
    return;
  }
  canvas.fill(layout.menu, COLOR_MENU);
}

void draw_grip(Window& window, HDC dc, Canvas& canvas, const RECT& grip) {
  if (grip.right <= grip.left) return;
  canvas.fill(grip, COLOR_3DFACE);
  if (top_level_of(window).style & WS_THICKFRAME) draw_size_grip(dc, grip);
}

}  // namespace

bool frame_is_active(const Window& window) {
  return window.paint != nullptr && window.paint->frame_active;
}

void draw_frame(Window& window, HDC dc) {
  Canvas canvas(dc);
  if (!canvas || is_icon(window)) return;
  const FrameLayout layout = frame_layout(window);
  draw_border(window, canvas, layout);
  if (layout.caption.bottom > layout.caption.top) {
    const WindowRef keep(&window);
    draw_caption_part(window, dc, layout);
    if (!keep.alive()) return;
  }
  draw_menu(window, dc, canvas, layout);
  if (layout.client_edge.right > layout.client_edge.left) {
    RECT edge = layout.client_edge;
    canvas.sunken_edge(edge);
  }
  draw_standard_scroll_bar(window, dc, SB_VERT, layout.vertical_scroll);
  draw_standard_scroll_bar(window, dc, SB_HORZ, layout.horizontal_scroll);
  draw_grip(window, dc, canvas, layout.grip);
}

}  // namespace transom::user
