#include "user32/control/scroll_bar_draw.h"

#include <algorithm>

#include "user32/nonclient/canvas.h"
#include "user32/system/system_metrics.h"

namespace transom::user {
namespace {

constexpr int kSmallestThumb = 8;

int thumb_length(const ScrollBarState& state, int shaft) {
  const std::int64_t range = std::int64_t{state.maximum} - state.minimum + 1;
  if (state.page == 0 || range <= 0) return system_metric(SM_CYVTHUMB);
  const auto length = static_cast<int>((std::int64_t{shaft} * state.page + range / 2) / range);
  return std::max(length, kSmallestThumb);
}

// A triangle of four rows that points along the bar.
void draw_arrow(Canvas& canvas, const RECT& box, bool vertical, bool towards_end, int color) {
  const int middle_x = (box.left + box.right - 1) / 2, middle_y = (box.top + box.bottom - 1) / 2;
  for (int row = 0; row < 4; ++row) {
    const int depth = towards_end ? 2 - row : row - 1;
    const int x = middle_x, y = middle_y;
    if (vertical) {
      canvas.fill({x - row, y + depth, x + row + 1, y + depth + 1}, color);
    } else {
      canvas.fill({x + depth, y - row, x + depth + 1, y + row + 1}, color);
    }
  }
}

void draw_arrow_button(Canvas& canvas, RECT box, bool vertical, bool towards_end, bool enabled,
                       bool pressed) {
  if (pressed) {
    canvas.ring(box, COLOR_3DSHADOW, COLOR_3DSHADOW);
  } else {
    canvas.ring(box, COLOR_3DLIGHT, COLOR_3DDKSHADOW);
    canvas.ring(box, COLOR_3DHIGHLIGHT, COLOR_3DSHADOW);
  }
  canvas.fill(box, COLOR_3DFACE);
  RECT place = box;
  if (pressed) place = {box.left + 1, box.top + 1, box.right + 1, box.bottom + 1};
  if (!enabled) {
    const RECT below{place.left + 1, place.top + 1, place.right + 1, place.bottom + 1};
    draw_arrow(canvas, below, vertical, towards_end, COLOR_3DHIGHLIGHT);
  }
  draw_arrow(canvas, place, vertical, towards_end, enabled ? COLOR_BTNTEXT : COLOR_3DSHADOW);
}

RECT along(const RECT& bar, bool vertical, int begin, int end) {
  return vertical ? RECT{bar.left, bar.top + begin, bar.right, bar.top + end}
                  : RECT{bar.left + begin, bar.top, bar.left + end, bar.bottom};
}

void draw_thumb(Canvas& canvas, RECT box) {
  if (box.left >= box.right || box.top >= box.bottom) return;
  canvas.ring(box, COLOR_3DLIGHT, COLOR_3DDKSHADOW);
  canvas.ring(box, COLOR_3DHIGHLIGHT, COLOR_3DSHADOW);
  canvas.fill(box, COLOR_3DFACE);
}

void draw_shaft(HDC dc, Canvas& canvas, const RECT& part, bool pressed, HBRUSH brush) {
  if (pressed) {
    canvas.fill(part, COLOR_3DDKSHADOW);
  } else if (brush != nullptr && brush != GetSysColorBrush(COLOR_SCROLLBAR)) {
    FillRect(dc, &part, brush);
  } else {
    canvas.fill_checkered(part, COLOR_SCROLLBAR, COLOR_3DHIGHLIGHT);
  }
}

}  // namespace

ScrollBarGeometry scroll_bar_geometry(const ScrollBarState& state, int length) {
  ScrollBarGeometry geometry;
  geometry.length = length;
  geometry.arrow = std::min(system_metric(SM_CYVSCROLL), length / 2);
  const int shaft = length - 2 * geometry.arrow;
  const int thumb = thumb_length(state, shaft);
  const std::int64_t last = state.last_position();
  geometry.thumb_begin = geometry.thumb_end = geometry.arrow;
  if (thumb > shaft || last <= state.minimum || state.disabled == ESB_DISABLE_BOTH) {
    return geometry;
  }
  const std::int64_t room = shaft - thumb;
  if (state.dragged()) {
    const int end = geometry.arrow + static_cast<int>(room);
    geometry.thumb_begin = std::clamp(state.dragged_thumb, geometry.arrow, end);
    geometry.thumb_end = geometry.thumb_begin + thumb;
    return geometry;
  }
  const std::int64_t offset =
      (std::clamp<std::int64_t>(state.position, state.minimum, last) - state.minimum) * room;
  geometry.thumb_begin += static_cast<int>(offset / (last - state.minimum));
  geometry.thumb_end = geometry.thumb_begin + thumb;
  return geometry;
}

ScrollBarPart scroll_bar_part(const ScrollBarGeometry& geometry, int offset) {
  if (offset < 0 || offset >= geometry.length) return ScrollBarPart::kNone;
  if (offset < geometry.arrow) return ScrollBarPart::kLineUp;
  if (offset >= geometry.length - geometry.arrow) return ScrollBarPart::kLineDown;
  if (geometry.thumb_begin == geometry.thumb_end) return ScrollBarPart::kNone;
  if (offset < geometry.thumb_begin) return ScrollBarPart::kPageUp;
  return offset < geometry.thumb_end ? ScrollBarPart::kThumb : ScrollBarPart::kPageDown;
}

int position_of_thumb(const ScrollBarState& state, const ScrollBarGeometry& geometry,
                      int thumb_begin) {
  const int thumb = geometry.thumb_end - geometry.thumb_begin;
  const std::int64_t room = geometry.length - 2 * geometry.arrow - thumb;
  if (room <= 0) return state.position;
  const std::int64_t offset = std::clamp<std::int64_t>(thumb_begin - geometry.arrow, 0, room);
  const std::int64_t range = state.last_position() - state.minimum;
  return static_cast<int>(state.minimum + (offset * range + room / 2) / room);
}

void draw_scroll_bar(HDC dc, const RECT& bar, bool vertical, const ScrollBarState& state,
                     HBRUSH shaft) {
  Canvas canvas(dc);
  if (!canvas || bar.left >= bar.right || bar.top >= bar.bottom) return;
  const int length = vertical ? bar.bottom - bar.top : bar.right - bar.left;
  const ScrollBarGeometry geometry = scroll_bar_geometry(state, length);
  const int end = length - geometry.arrow;
  const ScrollBarPart pressed = state.pressed;
  draw_arrow_button(canvas, along(bar, vertical, 0, geometry.arrow), vertical, false,
                    !(state.disabled & ESB_DISABLE_UP), pressed == ScrollBarPart::kLineUp);
  draw_arrow_button(canvas, along(bar, vertical, end, length), vertical, true,
                    !(state.disabled & ESB_DISABLE_DOWN), pressed == ScrollBarPart::kLineDown);
  draw_shaft(dc, canvas, along(bar, vertical, geometry.arrow, geometry.thumb_begin),
             pressed == ScrollBarPart::kPageUp, shaft);
  draw_shaft(dc, canvas, along(bar, vertical, geometry.thumb_end, end),
             pressed == ScrollBarPart::kPageDown, shaft);
  draw_thumb(canvas, along(bar, vertical, geometry.thumb_begin, geometry.thumb_end));
}

void draw_size_grip(HDC dc, const RECT& box) {
  Canvas canvas(dc);
  for (int stroke = 0; stroke < 3; ++stroke) {
    for (int step = 0; step < 4 * (stroke + 1); ++step) {
      const int x = box.right - 1 - 4 * (stroke + 1) + step, y = box.bottom - 1 - step;
      canvas.fill({x, y, x + 1, y + 1}, COLOR_3DHIGHLIGHT);
      if (step > 0) canvas.fill({x, y + 1, x + 1, y + 2}, COLOR_3DSHADOW);
    }
  }
}

void draw_standard_scroll_bar(Window& window, HDC dc, int bar, const RECT& area) {
  if (area.left >= area.right || area.top >= area.bottom) return;
  const ScrollBarState empty;
  const ScrollBarState& state = window.scroll_bars == nullptr ? empty : window.scroll_bars->of(bar);
  draw_scroll_bar(dc, area, bar == SB_VERT, state);
}

}  // namespace transom::user
