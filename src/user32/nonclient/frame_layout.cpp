#include "user32/nonclient/frame.h"
#include "user32/nonclient/minimized_icon.h"
#include "user32/system/system_metrics.h"
#include "user32/window/adjust_rect.h"

namespace transom::user {
namespace {

RECT deflated(const RECT& rect, int by) {
  return {rect.left + by, rect.top + by, rect.right - by, rect.bottom - by};
}

bool has_menu_bar(const Window& window) {
  return !window.is_child() && window.id_or_menu != 0;
}

int menu_height(Window& window, int width) {
  if (!has_menu_bar(window)) return 0;
  return menu_bar.height != nullptr ? menu_bar.height(window, width) : system_metric(SM_CYMENU);
}

// From right to left: close, then maximize and minimize side by side, then help in their place.
void place_buttons(const Window& window, FrameLayout& layout) {
  const DWORD style = window.style, ex_style = window.ex_style;
  if (!(style & WS_SYSMENU)) return;
  const bool small_caption = (ex_style & WS_EX_TOOLWINDOW) != 0;
  const int width = system_metric(small_caption ? SM_CXSMSIZE : SM_CXSIZE) - 2;
  const RECT& bar = layout.caption;
  int right = bar.right - 2;
  const auto place = [&](CaptionButton button) {
    layout.buttons[button] = {right - width, bar.top + 2, right, bar.bottom - 2};
    right -= width;
  };
  place(kCloseButton);
  if (small_caption) return;
  right -= 2;
  if (style & (WS_MAXIMIZEBOX | WS_MINIMIZEBOX)) {
    place(kMaximizeButton);
    place(kMinimizeButton);
  } else if (ex_style & WS_EX_CONTEXTHELP) {
    place(kHelpButton);
  }
}

bool has_caption_icon(const Window& window) {
  const DWORD style = window.style, ex_style = window.ex_style;
  return (style & WS_SYSMENU) && !(ex_style & (WS_EX_TOOLWINDOW | WS_EX_DLGMODALFRAME));
}

void place_icon(FrameLayout& layout) {
  const int side = system_metric(SM_CXSMICON);
  const RECT& bar = layout.caption;
  const int y = bar.top + (bar.bottom - bar.top - side) / 2;
  layout.icon = {bar.left + 2, y, bar.left + 2 + side, y + side};
}

void place_caption(const Window& window, FrameLayout& layout, RECT& inner) {
  const int height = caption_height(window.style, window.ex_style);
  if (height == 0) return;
  layout.caption = {inner.left, inner.top, inner.right, inner.top + height - 1};
  inner.top += height;
  place_buttons(window, layout);
  if (has_caption_icon(window)) place_icon(layout);
}

void place_scroll_bars(const Window& window, FrameLayout& layout, RECT& inner) {
  const DWORD style = window.style;
  const int width = system_metric(SM_CXVSCROLL), height = system_metric(SM_CYHSCROLL);
  const bool vertical = (style & WS_VSCROLL) && inner.right - inner.left >= width;
  const bool horizontal = (style & WS_HSCROLL) && inner.bottom - inner.top > height;
  const bool left = (window.ex_style & WS_EX_LEFTSCROLLBAR) != 0;
  RECT column = inner, row = inner;
  if (vertical) {
    (left ? column.right : column.left) = left ? inner.left + width : inner.right - width;
    (left ? inner.left : inner.right) = left ? column.right : column.left;
  }
  if (horizontal) row.top = inner.bottom -= height;
  row.left = inner.left;
  row.right = inner.right;
  if (vertical && horizontal) layout.grip = {column.left, row.top, column.right, row.bottom};
  if (vertical) layout.vertical_scroll = {column.left, inner.top, column.right, inner.bottom};
  if (horizontal) layout.horizontal_scroll = row;
}

}  // namespace

FrameLayout frame_layout(Window& window, SIZE size) {
  FrameLayout layout;
  layout.window = {0, 0, size.cx, size.cy};
  if (is_icon(window)) {
    layout.client = layout.window;
    return layout;
  }
  layout.border = border_width(window.style, window.ex_style);
  RECT inner = deflated(layout.window, layout.border);
  place_caption(window, layout, inner);
  if (window.style & WS_MINIMIZE) {
    // A minimized window is a caption; its client area is empty, in the corner.
    layout.client = {0, 0, 0, 0};
    return layout;
  }
  if (const int height = menu_height(window, inner.right - inner.left)) {
    layout.menu = {inner.left, inner.top, inner.right, inner.top + height};
    inner.top += height;
  }
  const int edge = system_metric(SM_CXEDGE);
  if ((window.ex_style & WS_EX_CLIENTEDGE) && inner.right - inner.left > 2 * edge &&
      inner.bottom - inner.top > 2 * edge) {
    layout.client_edge = inner;
    inner = deflated(inner, edge);
  }
  place_scroll_bars(window, layout, inner);
  inner.right = std::max(inner.right, inner.left);
  inner.bottom = std::max(inner.bottom, inner.top);
  layout.client = inner;
  return layout;
}

FrameLayout caption_layout(const Window& window, const RECT& bar, UINT flags) {
  FrameLayout layout;
  layout.caption = bar;
  if (flags & DC_ICON) place_icon(layout);
  if (flags & DC_BUTTONS) place_buttons(window, layout);
  return layout;
}

FrameLayout frame_layout(Window& window) {
  return frame_layout(window,
                      {window.rect.right - window.rect.left, window.rect.bottom - window.rect.top});
}

}  // namespace transom::user
