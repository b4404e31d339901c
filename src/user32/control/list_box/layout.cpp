// Where items are, and scrolling.
#include <algorithm>
#include <cstdlib>

#include "user32/control/list_box/list_box.h"

namespace transom::user {
namespace {

int floor_divide(int a, int b) {
  return a / b - ((a % b != 0 && (a % b < 0) != (b < 0)) ? 1 : 0);
}

SCROLLINFO scroll_info(UINT mask, int count, int page, int position) {
  SCROLLINFO info{};
  info.cbSize = sizeof info;
  info.fMask = mask | SIF_RANGE | SIF_PAGE | SIF_POS;
  info.nMax = std::max(count - 1, 0);
  info.nPage = static_cast<UINT>(page);
  info.nPos = position;
  return info;
}

}  // namespace

SIZE ListBox::font_size() const {
  const HDC dc = GetDC(handle);
  TEXTMETRICW metrics{};
  {
    const ControlFont selected_font(dc, font);
    GetTextMetricsW(dc, &metrics);
  }
  ReleaseDC(handle, dc);
  return {std::max(metrics.tmAveCharWidth, LONG{1}), std::max(metrics.tmHeight, LONG{1})};
}

int ListBox::height_of(int index) const {
  return std::max(variable() && items.has(index) ? items.at(index).height : item_height, 1);
}

int ListBox::rows() const {
  return std::max(client().bottom / std::max(item_height, 1), LONG{1});
}

int ListBox::columns() const {
  return std::max(client().right / std::max(column_width, 1), LONG{1});
}

int ListBox::last_top() const {
  const int count = items.count();
  if (multi_column()) {
    const int all = (count + rows() - 1) / rows();
    return std::max(all - columns(), 0) * rows();
  }
  if (!variable()) return std::max(count - rows(), 0);
  // As many from the end as fit, at least one.
  int room = client().bottom, first = count;
  while (first > 0 && (room -= height_of(first - 1)) >= 0) --first;
  return first == count ? std::max(count - 1, 0) : first;
}

int ListBox::last_visible() const {
  const int count = items.count();
  if (multi_column()) return std::min(top + rows() * columns(), count) - 1;
  if (!variable()) return std::min(top + rows(), count) - 1;
  int room = client().bottom, index = top;
  while (index < count && (room -= height_of(index)) >= 0) ++index;
  return std::max(index - 1, std::min(top, count - 1));
}

RECT ListBox::item_rect(int index) const {
  const RECT area = client();
  if (multi_column()) {
    const int column = floor_divide(index - top, rows());
    const int left = column * column_width, row = index - top - column * rows();
    return {left, row * item_height, left + column_width, (row + 1) * item_height};
  }
  int y = 0;
  if (!variable()) {
    y = (index - top) * item_height;
  } else {
    for (int each = top; each < index; ++each) y += height_of(each);
    for (int each = index; each < top; ++each) y -= height_of(each);
  }
  const int left = -scroll_x;
  const int width = std::max<int>(area.right, horizontal_extent);
  return {left, y, left + width, y + height_of(index)};
}

bool ListBox::begins_beyond(int index) const {
  const RECT area = client();
  if (multi_column()) return (index - top) / rows() * column_width >= area.right;
  if (!variable()) return std::int64_t{index - top} * item_height >= area.bottom;
  int y = 0;
  for (int each = top; each < index && y < area.bottom; ++each) y += height_of(each);
  return y >= area.bottom;
}

bool ListBox::is_visible(int index) const {
  return index >= top && items.has(index) && !begins_beyond(index);
}

int ListBox::nearest_item(POINT point) const {
  const int count = items.count();
  if (count == 0) return kNone;
  const RECT area = client();
  point.x = std::clamp(point.x, LONG{0}, std::max(area.right - 1, LONG{0}));
  point.y = std::clamp(point.y, LONG{0}, std::max(area.bottom - 1, LONG{0}));
  if (multi_column()) {
    const int row = std::clamp(floor_divide(point.y, std::max(item_height, 1)), 0, rows() - 1);
    const int column = floor_divide(point.x, std::max(column_width, 1));
    return std::clamp(top + column * rows() + row, 0, count - 1);
  }
  if (!variable()) {
    return std::clamp(top + floor_divide(point.y, std::max(item_height, 1)), 0, count - 1);
  }
  int index = top, y = 0;
  while (index < count - 1 && (y += height_of(index)) <= point.y) ++index;
  return std::clamp(index, 0, count - 1);
}

std::optional<int> ListBox::item_at(POINT point) const {
  const RECT area = client();
  const int index = nearest_item(point);
  if (index == kNone || !PtInRect(&area, point)) return std::nullopt;
  const RECT item = item_rect(index);
  return PtInRect(&item, point) ? std::optional(index) : std::nullopt;
}

void ListBox::set_top(int index) {
  if (multi_column()) index -= index % rows();
  index = std::clamp(index, 0, last_top());
  if (index == top) return;
  const RECT area = client();
  const RECT target = item_rect(index);
  top = index;
  if (redraw) {
    const int dx = multi_column() ? -target.left : 0, dy = multi_column() ? 0 : -target.top;
    if (std::abs(dx) >= area.right || std::abs(dy) >= area.bottom) {
      invalidate();
    } else {
      ScrollWindowEx(handle, dx, dy, nullptr, nullptr, nullptr, nullptr, SW_INVALIDATE | SW_ERASE);
    }
  }
  update_scroll_bars();
}

void ListBox::scroll_into_view(int index) {
  if (!items.has(index)) return;
  if (index < top) {
    set_top(index);
    return;
  }
  if (index <= last_visible()) return;
  if (multi_column()) {
    set_top(index - (columns() - 1) * rows());
    return;
  }
  if (!variable()) {
    set_top(index - rows() + 1);
    return;
  }
  int room = client().bottom - height_of(index), first = index;
  while (first > 0 && (room -= height_of(first - 1)) >= 0) --first;
  set_top(first);
}

void ListBox::set_scroll_x(int pixels) {
  const int width = client().right;
  pixels = std::clamp(pixels, 0, std::max(horizontal_extent - width, 0));
  const int dx = scroll_x - pixels;
  if (dx == 0) return;
  scroll_x = pixels;
  if (redraw) {
    ScrollWindowEx(handle, dx, 0, nullptr, nullptr, nullptr, nullptr, SW_INVALIDATE | SW_ERASE);
  }
  update_scroll_bars();
}

// Bars that come or go change the client area, and with it what the bars say.
void ListBox::update_scroll_bars() {
  if (!redraw || laying_out) return;
  laying_out = true;
  const UINT mask = has_style(LBS_DISABLENOSCROLL) ? SIF_DISABLENOSCROLL : 0;
  for (int round = 0; round < 3 && alive(); ++round) {
    const RECT before = client();
    if (wants_vertical_bar && !multi_column()) {
      const int page = variable() ? items.count() - last_top() : rows();
      const SCROLLINFO info = scroll_info(mask, items.count(), page, top);
      SetScrollInfo(handle, SB_VERT, &info, TRUE);
    }
    if (alive() && wants_horizontal_bar) {
      const int all = (items.count() + rows() - 1) / rows();
      const SCROLLINFO info = multi_column()
                                  ? scroll_info(mask, all, columns(), top / rows())
                                  : scroll_info(mask, horizontal_extent, client().right, scroll_x);
      SetScrollInfo(handle, SB_HORZ, &info, TRUE);
    }
    const RECT after = client();
    if (EqualRect(&before, &after)) break;
  }
  laying_out = false;
}

// Without LBS_NOINTEGRALHEIGHT the window shrinks until it shows whole items only. A combo box
// sizes its drop-down itself.
void ListBox::fit_integral_height() {
  if (!integral_height() || is_drop_down() || item_height <= 0) return;
  const int height = client().bottom, rest = height % item_height;
  if (height < item_height || rest == 0) return;
  const RECT& all = window.rect;
  SetWindowPos(handle, nullptr, 0, 0, all.right - all.left, all.bottom - all.top - rest,
               SWP_NOMOVE | SWP_NOZORDER | SWP_NOACTIVATE);
}

void ListBox::lay_out() {
  if (laying_out) return;
  fit_integral_height();
  if (!alive()) return;
  top = std::min(top, last_top());
  if (multi_column()) top -= top % rows();
  scroll_x = std::clamp(scroll_x, 0, std::max<int>(horizontal_extent - client().right, 0));
  update_scroll_bars();
  if (alive()) invalidate();
}

}  // namespace transom::user
