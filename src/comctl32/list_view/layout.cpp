// Where a list view's items are.
#include <algorithm>

#include "comctl32/image_list/image_list.h"
#include "comctl32/list_view/list_view.h"
#include "comctl32/scrolling.h"

namespace transom::comctl {
namespace {

constexpr int kTextGap = 2;
constexpr int kListGap = 10;

int small_width(const ListView& list) {
  const int state =
      list.state_images != nullptr ? static_cast<int>(image_size(list.state_images).cx) : 0;
  const int image =
      list.small_images != nullptr ? static_cast<int>(image_size(list.small_images).cx) : 0;
  return state + image;
}

int line_height_of(const ListView& list) {
  int height = text_height(MeasuringDc(list)) + 1;
  if (list.small_images != nullptr) {
    height = std::max(height, static_cast<int>(image_size(list.small_images).cy));
  }
  return height + 1;
}

void place_header(ListView& list) {
  list.header_height = 0;
  if (!user::is_window(list.header)) return;
  const bool shown = list.report() && !list.has_style(LVS_NOCOLUMNHEADER);
  if (!shown) {
    ShowWindow(list.header, SW_HIDE);
    return;
  }
  RECT area = list.client();
  WINDOWPOS place{};
  HDLAYOUT layout{&area, &place};
  if (!user::send_message(list.header, HDM_LAYOUT, 0, reinterpret_cast<LPARAM>(&layout))) return;
  list.header_height = place.cy;
  SetWindowPos(list.header, nullptr, -list.origin.x, 0, place.cx + list.origin.x, place.cy,
               SWP_NOZORDER | SWP_NOACTIVATE | SWP_SHOWWINDOW);
}

// How large everything is, in pixels; of a report the rows alone.
SIZE content_size(const ListView& list) {
  const int count = list.count();
  const RECT area = list.client();
  switch (list.view()) {
    case LVS_REPORT:
      return {list.total_width(), count * list.row_height()};
    case LVS_LIST: {
      const int rows = std::max(list.per_column(), 1);
      return {(count + rows - 1) / rows * list.list_width, area.bottom};
    }
    case LVS_SMALLICON: {
      const int across = std::max<int>(area.right / list.list_width, 1);
      return {area.right, (count + across - 1) / across * list.row_height()};
    }
    default: {
      const int across = std::max<int>(area.right / list.icon_spacing.cx, 1);
      return {area.right, (count + across - 1) / across * list.icon_spacing.cy};
    }
  }
}

}  // namespace

int ListView::column_width(int column) const {
  HDITEMW item{};
  item.mask = HDI_WIDTH;
  user::send_message(header, HDM_GETITEMW, static_cast<WPARAM>(column),
                     reinterpret_cast<LPARAM>(&item));
  return item.cxy;
}

int ListView::total_width() const {
  int width = 0;
  for (std::size_t column = 0; column < columns.size(); ++column) {
    width += column_width(static_cast<int>(column));
  }
  return width;
}

int ListView::per_page() const {
  return std::max<int>(client().bottom - header_height, 0) / std::max(line_height, 1);
}

int ListView::per_column() const {
  return std::max<int>(client().bottom / std::max(line_height, 1), 1);
}

void ListView::lay_out() {
  line_height = line_height_of(*this);
  place_header(*this);
  if (!alive()) return;
  if (large_images != nullptr) {
    const SIZE image = image_size(large_images);
    icon_spacing.cx = std::max(icon_spacing.cx, image.cx + 10);
  }
  list_width = small_width(*this) + 80;
  if (!owner_data() && (view() == LVS_LIST || view() == LVS_SMALLICON)) {
    const MeasuringDc dc(*this);
    const int around = small_width(*this) + kListGap;
    // Every new item comes here: the others are not measured again.
    for (ListItem& item : items) {
      ListText& name = item.texts[0];
      if (name.width < 0) name.width = text_width(dc, name.text);
      list_width = std::max(list_width, name.width + around);
    }
  }
  update_scroll_bars();
  if (alive()) InvalidateRect(handle, nullptr, TRUE);
}

void ListView::update_scroll_bars() {
  if (has_style(LVS_NOSCROLL)) return;
  const SIZE content = content_size(*this);
  RECT area = client();
  set_scroll_bar(handle, SB_HORZ, content.cx, area.right, origin.x);
  if (!alive()) return;
  area = client();
  if (report()) {
    // In rows, so that the first is always whole.
    LONG top = origin.y / line_height;
    set_scroll_bar(handle, SB_VERT, count(), per_page(), top);
    origin.y = top * line_height;
  } else {
    set_scroll_bar(handle, SB_VERT, content.cy, area.bottom, origin.y);
  }
}

void ListView::scroll_by(int dx, int dy) {
  const POINT before = origin;
  const LONG row = report() ? line_height : 1;
  origin.x += dx;
  origin.y = (origin.y + dy) / row * row;
  update_scroll_bars();
  if (!alive() || (before.x == origin.x && before.y == origin.y)) return;
  if (before.x != origin.x) place_header(*this);
  if (alive()) InvalidateRect(handle, nullptr, TRUE);
}

// LVIR_BOUNDS, LVIR_ICON, LVIR_LABEL, LVIR_SELECTBOUNDS; client coordinates.
RECT ListView::item_rect(int item, int code) {
  RECT bounds{};
  const RECT area = client();
  if (report()) {
    bounds = {0, item * line_height, total_width(), (item + 1) * line_height};
    OffsetRect(&bounds, -origin.x, header_height - origin.y);
  } else if (view() == LVS_ICON) {
    const int across = std::max<int>(area.right / icon_spacing.cx, 1);
    const int x = item % across * icon_spacing.cx;
    const int y = item / across * icon_spacing.cy;
    bounds = {x, y, x + icon_spacing.cx, y + icon_spacing.cy};
    OffsetRect(&bounds, -origin.x, -origin.y);
  } else {
    const bool down = view() == LVS_LIST;
    const int along = down ? per_column() : std::max<int>(area.right / list_width, 1);
    const int x = (down ? item / along : item % along) * list_width;
    const int y = (down ? item % along : item / along) * line_height;
    bounds = {x, y, x + list_width, y + line_height};
    OffsetRect(&bounds, -origin.x, -origin.y);
  }
  if (code == LVIR_BOUNDS) return bounds;
  if (view() == LVS_ICON) {
    const LONG icon = large_images != nullptr ? image_size(large_images).cy : 32;
    if (code == LVIR_ICON) {
      bounds.bottom = bounds.top + icon + 4;
    } else if (code == LVIR_LABEL) {
      bounds.top += icon + 4;
      bounds.bottom = bounds.top + line_height;
    }
    return bounds;
  }
  RECT first = report() ? column_rect(item, 0) : bounds;
  const LONG indent = owner_data() || !has(item) ? 0 : at(item).indent * small_width(*this);
  const LONG images = first.left + indent + small_width(*this) + (report() ? kTextGap : 0);
  if (code == LVIR_ICON) return {first.left, first.top, images, first.bottom};
  if (code == LVIR_SELECTBOUNDS && report() && full_row()) return bounds;
  const std::u16string label = text_of_item(item, 0);
  const LONG text = text_width(MeasuringDc(*this), label) + 6;
  const LONG right = report() ? std::min(first.right, images + text) : images + text;
  if (code == LVIR_SELECTBOUNDS) return {first.left, first.top, right, first.bottom};
  return {images, first.top, right, first.bottom};
}

RECT ListView::column_rect(int item, int column) const {
  RECT place{-origin.x, item * line_height - origin.y + header_height, 0, 0};
  for (int each = 0; each < column; ++each) place.left += column_width(each);
  place.right = place.left + column_width(column);
  place.bottom = place.top + line_height;
  return place;
}

ListHit ListView::hit(POINT point) {
  const RECT area = client();
  if (!PtInRect(&area, point)) {
    UINT flags = 0;
    if (point.x < area.left) flags |= LVHT_TOLEFT;
    if (point.x >= area.right) flags |= LVHT_TORIGHT;
    if (point.y < area.top) flags |= LVHT_ABOVE;
    if (point.y >= area.bottom) flags |= LVHT_BELOW;
    return {-1, -1, flags};
  }
  if (point.y < header_height) return {};
  int first = 0;
  int last = count();
  if (report()) {
    first = (point.y - header_height + origin.y) / line_height;
    last = std::min(first + 1, count());
  }
  for (int item = first; item < last; ++item) {
    const RECT bounds = item_rect(item, LVIR_BOUNDS);
    if (!PtInRect(&bounds, point)) continue;
    ListHit found{item, 0, LVHT_NOWHERE};
    for (std::size_t column = 1; report() && column < columns.size(); ++column) {
      const RECT place = column_rect(item, static_cast<int>(column));
      if (PtInRect(&place, point)) found.column = static_cast<int>(column);
    }
    const RECT icon = item_rect(item, LVIR_ICON);
    const RECT label = item_rect(item, LVIR_LABEL);
    const RECT chosen = item_rect(item, LVIR_SELECTBOUNDS);
    if (PtInRect(&icon, point)) {
      found.flags = LVHT_ONITEMICON;
    } else if (PtInRect(&label, point) || PtInRect(&chosen, point)) {
      found.flags = LVHT_ONITEMLABEL;
    }
    return found;
  }
  return {};
}

void ListView::ensure_visible(int item) {
  const RECT area = client();
  const RECT place = item_rect(item, LVIR_BOUNDS);
  int dx = 0;
  int dy = 0;
  if (place.top < area.top + header_height) dy = place.top - area.top - header_height;
  if (place.bottom > area.bottom) {
    dy = report() ? (place.bottom - area.bottom + line_height - 1) / line_height * line_height
                  : place.bottom - area.bottom;
  }
  if (view() == LVS_LIST && place.left < area.left) dx = place.left - area.left;
  if (view() == LVS_LIST && place.right > area.right) dx = place.right - area.right;
  if (dx != 0 || dy != 0) scroll_by(dx, dy);
}

void ListView::redraw_item(int item) {
  if (!has(item)) return;
  RECT place = item_rect(item, LVIR_BOUNDS);
  if (!alive()) return;
  place.right = std::max(place.right, report() ? client().right : place.right);
  InvalidateRect(handle, &place, TRUE);
}

}  // namespace transom::comctl
