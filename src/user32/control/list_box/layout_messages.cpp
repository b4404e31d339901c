// Messages about sizes and places, and the scroll bars'.
#include <algorithm>

#include "base/last_error.h"
#include "user32/control/list_box/list_box.h"
#include "user32/default/input_handlers.h"
#include "user32/message/send.h"
#include "user32/system/system_parameters.h"

namespace transom::user {
namespace {

constexpr LPARAM kLargestHeight = 255;

// https://learn.microsoft.com/windows/win32/controls/lb-getitemheight
LRESULT on_get_item_height(ListBox& list, const ControlCall& call) {
  if (!list.variable()) return list.item_height;
  const int index = static_cast<int>(call.wparam);
  const bool none_yet = index == 0 && list.items.count() == 0;
  return none_yet || list.items.has(index) ? list.height_of(index) : LB_ERR;
}

// https://learn.microsoft.com/windows/win32/controls/lb-setitemheight
LRESULT on_set_item_height(ListBox& list, const ControlCall& call) {
  if (call.lparam < 0 || call.lparam > kLargestHeight) return LB_ERR;
  const int index = static_cast<int>(call.wparam), height = static_cast<int>(call.lparam);
  if (list.variable()) {
    if (!list.items.has(index)) return LB_ERR;
    list.items.set_height(index, height);
  } else {
    if (height == 0) return LB_ERR;
    list.item_height = height;
  }
  list.lay_out();
  return LB_OKAY;
}

// Also of items that are out of sight.
// https://learn.microsoft.com/windows/win32/controls/lb-getitemrect
LRESULT on_get_item_rect(ListBox& list, const ControlCall& call) {
  const int index = static_cast<int>(call.wparam);
  auto* rect = reinterpret_cast<RECT*>(call.lparam);
  if (rect == nullptr || !list.items.has(index)) return LB_ERR;
  *rect = list.item_rect(index);
  return list.is_visible(index);
}

// The nearest item in the low word; the high word says that the point lies outside.
// https://learn.microsoft.com/windows/win32/controls/lb-itemfrompoint
LRESULT on_item_from_point(ListBox& list, const ControlCall& call) {
  const POINT point = point_of(call.lparam);
  const RECT area = list.client();
  const bool inside = PtInRect(&area, point) && list.items.count() > 0;
  return static_cast<LRESULT>(MAKELONG(list.nearest_item(point), inside ? 0 : 1));
}

// https://learn.microsoft.com/windows/win32/controls/lb-gettopindex
LRESULT on_get_top_index(ListBox& list, const ControlCall&) {
  return list.top;
}

// https://learn.microsoft.com/windows/win32/controls/lb-settopindex
LRESULT on_set_top_index(ListBox& list, const ControlCall& call) {
  const int index = static_cast<int>(call.wparam);
  if (!list.items.has(index)) return LB_ERR;
  list.set_top(index);
  return LB_OKAY;
}

// https://learn.microsoft.com/windows/win32/controls/lb-setcolumnwidth
LRESULT on_set_column_width(ListBox& list, const ControlCall& call) {
  if (call.wparam == 0) return 0;
  list.column_width = static_cast<int>(std::min<WPARAM>(call.wparam, 0xFFFF));
  list.lay_out();
  return 0;
}

// https://learn.microsoft.com/windows/win32/controls/lb-gethorizontalextent
LRESULT on_get_horizontal_extent(ListBox& list, const ControlCall&) {
  return list.horizontal_extent;
}

// No effect where there are columns, or no horizontal scroll bar.
// https://learn.microsoft.com/windows/win32/controls/lb-sethorizontalextent
LRESULT on_set_horizontal_extent(ListBox& list, const ControlCall& call) {
  if (list.multi_column() || !list.wants_horizontal_bar) return 0;
  list.horizontal_extent = std::max(static_cast<int>(call.wparam), 0);
  list.lay_out();
  return 0;
}

// Tab stops come in quarters of a character's average width, the unit of dialog templates.
// https://learn.microsoft.com/windows/win32/controls/lb-settabstops
LRESULT on_set_tab_stops(ListBox& list, const ControlCall& call) {
  if (!list.has_style(LBS_USETABSTOPS)) return FALSE;
  const auto* stops = reinterpret_cast<const INT*>(call.lparam);
  constexpr int kDefaultUnits = 2;
  const int width = list.font_size().cx;
  const auto count = std::min<std::size_t>(call.wparam, 4096);
  if (count > 0 && stops == nullptr) return FALSE;
  list.tab_stops.clear();
  for (std::size_t i = 0; i < count; ++i) list.tab_stops.push_back(MulDiv(stops[i], width, 4));
  if (count == 0) list.tab_stops.push_back(std::max(kDefaultUnits * width / 4, 1));
  list.invalidate();
  return TRUE;
}

// https://learn.microsoft.com/windows/win32/controls/lb-getlistboxinfo
LRESULT on_get_list_box_info(ListBox& list, const ControlCall&) {
  return list.rows();
}

int tracked_position(const ListBox& list, int bar) {
  SCROLLINFO info{};
  info.cbSize = sizeof info;
  info.fMask = SIF_TRACKPOS;
  GetScrollInfo(list.handle, bar, &info);
  return info.nTrackPos;
}

// Where a request leads, from `position` in steps of `line` and `page`, at most to `last`.
int scrolled(const ListBox& list, int bar, WORD request, int position, int line, int page,
             int last) {
  switch (request) {
    case SB_LINEUP:
      return position - line;
    case SB_LINEDOWN:
      return position + line;
    case SB_PAGEUP:
      return position - page;
    case SB_PAGEDOWN:
      return position + page;
    case SB_THUMBTRACK:
    case SB_THUMBPOSITION:
      return tracked_position(list, bar);
    case SB_TOP:
      return 0;
    case SB_BOTTOM:
      return last;
    default:
      return position;
  }
}

// https://learn.microsoft.com/windows/win32/controls/wm-vscroll
LRESULT on_vertical_scroll(ListBox& list, const ControlCall& call) {
  if (list.multi_column()) return 0;
  const int page = std::max(list.last_visible() - list.top + 1, 1);
  list.set_top(scrolled(list, SB_VERT, LOWORD(call.wparam), list.top, 1, page, list.last_top()));
  return 0;
}

// https://learn.microsoft.com/windows/win32/controls/wm-hscroll
LRESULT on_horizontal_scroll(ListBox& list, const ControlCall& call) {
  const WORD request = LOWORD(call.wparam);
  if (list.multi_column()) {
    const int rows = list.rows();
    const int column = scrolled(list, SB_HORZ, request, list.top / rows, 1, list.columns(),
                                list.last_top() / rows);
    list.set_top(std::max(column, 0) * rows);
  } else {
    const int line = list.font_size().cx, page = list.client().right;
    list.set_scroll_x(
        scrolled(list, SB_HORZ, request, list.scroll_x, line, page, list.horizontal_extent));
  }
  return 0;
}

// Parts of a notch add up.
// https://learn.microsoft.com/windows/win32/inputdev/wm-mousewheel
LRESULT on_mouse_wheel(ListBox& list, const ControlCall& call) {
  const UINT keys = LOWORD(call.wparam);
  const auto lines = static_cast<UINT>(system_parameters().wheel_lines.get());
  if ((keys & (MK_SHIFT | MK_CONTROL)) != 0 || lines == 0) return list.default_action(call);
  const int page = std::max(list.last_visible() - list.top + 1, 1);
  const int notch = static_cast<int>(std::min(lines, static_cast<UINT>(page)));
  list.wheel_rest += static_cast<short>(HIWORD(call.wparam)) * notch;
  const int steps = list.wheel_rest / WHEEL_DELTA;
  list.wheel_rest -= steps * WHEEL_DELTA;
  list.set_top(list.top - steps * (list.multi_column() ? list.rows() : 1));
  return 0;
}

constexpr ListBoxEntry kEntries[] = {
    {LB_GETITEMHEIGHT, on_get_item_height},
    {LB_SETITEMHEIGHT, on_set_item_height},
    {LB_GETITEMRECT, on_get_item_rect},
    {LB_ITEMFROMPOINT, on_item_from_point},
    {LB_GETTOPINDEX, on_get_top_index},
    {LB_SETTOPINDEX, on_set_top_index},
    {LB_SETCOLUMNWIDTH, on_set_column_width},
    {LB_GETHORIZONTALEXTENT, on_get_horizontal_extent},
    {LB_SETHORIZONTALEXTENT, on_set_horizontal_extent},
    {LB_SETTABSTOPS, on_set_tab_stops},
    {LB_GETLISTBOXINFO, on_get_list_box_info},
    {WM_VSCROLL, on_vertical_scroll},
    {WM_HSCROLL, on_horizontal_scroll},
    {WM_MOUSEWHEEL, on_mouse_wheel},
};

}  // namespace

std::span<const ListBoxEntry> list_layout_messages() {
  return kEntries;
}

}  // namespace transom::user

using namespace transom;

// How many items a column of the list box holds. Last error: ERROR_INVALID_WINDOW_HANDLE.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-getlistboxinfo
DWORD WINAPI GetListBoxInfo(HWND handle) {
  if (!user::is_window(handle)) return base::fail<DWORD>(ERROR_INVALID_WINDOW_HANDLE);
  return static_cast<DWORD>(user::send_message(handle, LB_GETLISTBOXINFO, 0, 0));
}
