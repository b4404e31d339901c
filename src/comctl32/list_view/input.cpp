// What the user does in a list view: mouse, keys, scroll bars.
#include <algorithm>
#include <cstdlib>
#include <utility>

#include "comctl32/list_view/list_view.h"
#include "comctl32/scrolling.h"
#include "user32/default/input_handlers.h"

namespace transom::comctl {
namespace {

using user::point_of;

bool is_down(int key) {
  return GetKeyState(key) < 0;
}

bool single(const ListView& list) {
  return list.has_style(LVS_SINGLESEL);
}

// With Ctrl an item is turned over, with Shift a range selected from the mark on.
void select_by_click(ListView& list, int item) {
  const bool shift = is_down(VK_SHIFT) && !single(list);
  const bool control = is_down(VK_CONTROL) && !single(list);
  if (shift && list.has(list.mark)) {
    list.select_range(list.mark, item);
  } else if (control) {
    list.set_state(item, ~list.state_of(item) & LVIS_SELECTED, LVIS_SELECTED);
    if (list.alive()) list.mark = item;
  } else {
    if ((list.state_of(item) & LVIS_SELECTED) == 0) list.select_only(item);
    if (list.alive()) list.mark = item;
  }
  if (list.alive() && list.has(item)) list.focus_on(item);
}

bool on_check_box(ListView& list, const ListHit& hit, POINT point) {
  if ((list.extended_style & LVS_EX_CHECKBOXES) == 0 || hit.flags != LVHT_ONITEMICON) return false;
  const RECT icon = list.item_rect(hit.item, LVIR_ICON);
  return point.x < icon.left + GetSystemMetrics(SM_CXSMICON) + 2;
}

void toggle_check(ListView& list, int item) {
  const UINT now = (list.state_of(item) & LVIS_STATEIMAGEMASK) >> 12;
  list.set_state(item, INDEXTOSTATEIMAGEMASK(now == 2 ? 1 : 2), LVIS_STATEIMAGEMASK);
}

bool on_item(const ListView& list, const ListHit& hit) {
  if (hit.item < 0) return false;
  return (hit.flags & LVHT_ONITEM) != 0 || (list.report() && list.full_row());
}

void edit_label(ListView& list, int item) {
  user::send_message(list.handle, LVM_EDITLABELW, static_cast<WPARAM>(item), 0);
}

// https://learn.microsoft.com/windows/win32/inputdev/wm-lbuttondown
LRESULT on_left_down(ListView& list, const ControlCall& call) {
  const POINT point = point_of(call.lparam);
  const ListHit hit = list.hit(point);
  const bool had_focus = list.focused();
  if (!had_focus) SetFocus(list.handle);
  if (!list.alive()) return 0;
  list.press = {};
  if (!on_item(list, hit)) {
    if (!is_down(VK_CONTROL) && !is_down(VK_SHIFT)) list.select_only(-1);
  } else if (on_check_box(list, hit, point)) {
    toggle_check(list, hit.item);
  } else {
    const bool selected = (list.state_of(hit.item) & LVIS_SELECTED) != 0;
    list.press.item = hit.item;
    list.press.was_selected = selected;
    list.press.edits = had_focus && selected && list.focused_item == hit.item &&
                       list.has_style(LVS_EDITLABELS) && hit.flags == LVHT_ONITEMLABEL;
    select_by_click(list, hit.item);
  }
  if (!list.alive()) return 0;
  list.press.down = true;
  list.press.point = point;
  SetCapture(list.handle);
  return 0;
}

// As far as the system calls a drag.
// https://learn.microsoft.com/windows/win32/controls/lvn-begindrag
LRESULT on_mouse_move(ListView& list, const ControlCall& call) {
  if (!list.press.down || list.press.item < 0) return 0;
  const POINT point = point_of(call.lparam);
  const bool far = std::abs(point.x - list.press.point.x) > GetSystemMetrics(SM_CXDRAG) ||
                   std::abs(point.y - list.press.point.y) > GetSystemMetrics(SM_CYDRAG);
  if (!far) return 0;
  const ListView::Press press = std::exchange(list.press, {});
  ReleaseCapture();
  if (list.alive()) list.tell_list(LVN_BEGINDRAG, press.item, 0, 0, 0, press.point);
  return 0;
}

// A click on one of several selected items selects that one alone, but only now: it could have
// been the beginning of a drag.
LRESULT on_left_up(ListView& list, const ControlCall& call) {
  const ListView::Press press = std::exchange(list.press, {});
  if (!press.down) return 0;
  ReleaseCapture();
  if (!list.alive()) return 0;
  const POINT point = point_of(call.lparam);
  const bool alone = press.was_selected && !is_down(VK_CONTROL) && !is_down(VK_SHIFT);
  if (alone && list.has(press.item)) list.select_only(press.item);
  if (!list.alive()) return 0;
  const ListHit hit = list.hit(point);
  list.tell_activate(NM_CLICK, on_item(list, hit) ? hit.item : -1, hit.column, point);
  if (list.alive() && press.edits && list.has(press.item)) edit_label(list, press.item);
  return 0;
}

LRESULT on_capture_changed(ListView& list, const ControlCall&) {
  list.press.down = false;
  return 0;
}

LRESULT on_double_click(ListView& list, const ControlCall& call) {
  const POINT point = point_of(call.lparam);
  const ListHit hit = list.hit(point);
  const int item = on_item(list, hit) ? hit.item : -1;
  list.tell_activate(NM_DBLCLK, item, hit.column, point);
  if (list.alive() && list.has(item)) list.tell_activate(LVN_ITEMACTIVATE, item, hit.column, point);
  return 0;
}

LRESULT on_right_down(ListView& list, const ControlCall& call) {
  const POINT point = point_of(call.lparam);
  const ListHit hit = list.hit(point);
  if (!list.focused()) SetFocus(list.handle);
  if (list.alive() && on_item(list, hit)) {
    if ((list.state_of(hit.item) & LVIS_SELECTED) == 0) list.select_only(hit.item);
    if (list.alive() && list.has(hit.item)) list.focus_on(hit.item);
  }
  return 0;
}

LRESULT on_right_up(ListView& list, const ControlCall& call) {
  const POINT point = point_of(call.lparam);
  const ListHit hit = list.hit(point);
  const int item = on_item(list, hit) ? hit.item : -1;
  if (list.tell_activate(NM_RCLICK, item, hit.column, point) != 0 || !list.alive()) return 0;
  return list.default_action(call);
}

// ---- Keys

// How far a key goes; nothing for other keys.
std::optional<int> target_of(const ListView& list, WPARAM key) {
  const int now = std::max(list.focused_item, 0);
  const int last = list.count() - 1;
  const RECT area = list.client();
  const bool grid = list.view() == LVS_ICON || list.view() == LVS_SMALLICON;
  const int width =
      list.view() == LVS_ICON ? static_cast<int>(list.icon_spacing.cx) : list.list_width;
  const int across = grid ? std::max<int>(area.right / width, 1) : 1;
  const int sideways = list.view() == LVS_LIST ? list.per_column() : grid ? 1 : 0;
  switch (key) {
    case VK_UP:
      return now - across >= 0 ? now - across : now;
    case VK_DOWN:
      return now + across <= last ? now + across : now;
    case VK_LEFT:
      return sideways == 0 ? std::nullopt : std::optional(std::max(now - sideways, 0));
    case VK_RIGHT:
      return sideways == 0 ? std::nullopt : std::optional(std::min(now + sideways, last));
    case VK_PRIOR:
      return std::max(now - std::max(list.per_page() - 1, 1), 0);
    case VK_NEXT:
      return std::min(now + std::max(list.per_page() - 1, 1), last);
    case VK_HOME:
      return 0;
    case VK_END:
      return last;
    default:
      return std::nullopt;
  }
}

void go_to(ListView& list, int item) {
  if (!list.has(item)) return;
  if (is_down(VK_SHIFT) && !single(list) && list.has(list.mark)) {
    list.select_range(list.mark, item);
  } else if (!is_down(VK_CONTROL)) {
    list.select_only(item);
    if (list.alive()) list.mark = item;
  }
  if (list.alive() && list.has(item)) list.focus_on(item);
}

// https://learn.microsoft.com/windows/win32/controls/lvn-keydown
LRESULT on_key_down(ListView& list, const ControlCall& call) {
  NMLVKEYDOWN about{};
  about.wVKey = static_cast<WORD>(call.wparam);
  list.tell(about.hdr, LVN_KEYDOWN);
  if (!list.alive()) return 0;
  const int focus = list.focused_item;
  if (call.wparam == VK_RETURN) {
    list.tell(NM_RETURN);
    if (list.alive() && list.has(focus)) list.tell_activate(LVN_ITEMACTIVATE, focus, 0, {});
    return 0;
  }
  if (call.wparam == VK_SPACE && list.has(focus)) {
    if ((list.extended_style & LVS_EX_CHECKBOXES) != 0) {
      toggle_check(list, focus);
    } else if (is_down(VK_CONTROL)) {
      list.set_state(focus, ~list.state_of(focus) & LVIS_SELECTED, LVIS_SELECTED);
    } else {
      list.select_only(focus);
    }
    return 0;
  }
  if (call.wparam == VK_F2 && list.has(focus) && list.has_style(LVS_EDITLABELS)) {
    edit_label(list, focus);
    return 0;
  }
  if (call.wparam == 'A' && is_down(VK_CONTROL) && !single(list)) {
    list.select_range(0, list.count() - 1);
    return 0;
  }
  if (const auto target = target_of(list, call.wparam)) {
    go_to(list, *target);
    return 0;
  }
  return list.default_action(call);
}

// Letters find the next item that begins so; typed quickly, they are one text.
LRESULT on_character(ListView& list, const ControlCall& call) {
  constexpr DWORD kPause = 1000;
  const auto unit = static_cast<char16_t>(call.wparam);
  if (unit <= u' ' || list.owner_data() || list.count() == 0) return 0;
  const DWORD now = GetTickCount();
  if (now - list.typed_at > kPause) list.typed.clear();
  list.typed_at = now;
  list.typed += unit;
  LVFINDINFOW what{};
  what.flags = LVFI_PARTIAL | LVFI_WRAP;
  what.psz = base::as_wchar(list.typed);
  const int from = list.typed.size() > 1 ? list.focused_item - 1 : list.focused_item;
  const LRESULT found = user::send_message(list.handle, LVM_FINDITEMW, static_cast<WPARAM>(from),
                                           reinterpret_cast<LPARAM>(&what));
  if (list.alive() && found >= 0) go_to(list, static_cast<int>(found));
  return 0;
}

// ---- Scroll bars

LRESULT on_vertical(ListView& list, const ControlCall& call) {
  const int row = list.report() ? list.row_height() : 1;
  const int page = std::max<int>(list.client().bottom - list.header_height - row, row);
  const int step = list.report() ? row : 16;
  const int now = list.origin.y;
  const int to = scrolled_position(list.handle, SB_VERT, LOWORD(call.wparam), now,
                                   {.line = step, .page = page, .unit = row});
  list.scroll_by(0, to - now);
  return 0;
}

LRESULT on_horizontal(ListView& list, const ControlCall& call) {
  const int now = list.origin.x;
  const int page = std::max<int>(list.client().right - 16, 1);
  const int to =
      scrolled_position(list.handle, SB_HORZ, LOWORD(call.wparam), now, {.line = 16, .page = page});
  list.scroll_by(to - now, 0);
  return 0;
}

LRESULT on_wheel(ListView& list, const ControlCall& call) {
  UINT lines = 3;
  SystemParametersInfoW(SPI_GETWHEELSCROLLLINES, 0, &lines, 0);
  const int notches = static_cast<short>(HIWORD(call.wparam)) / WHEEL_DELTA;
  const int row = list.report() ? list.row_height() : 16;
  list.scroll_by(0, -notches * static_cast<int>(std::min(lines, 100u)) * row);
  return 0;
}

constexpr ControlEntry<ListView> kEntries[] = {
    {WM_MOUSEMOVE, on_mouse_move},
    {WM_LBUTTONUP, on_left_up},
    {WM_CAPTURECHANGED, on_capture_changed},
    {WM_LBUTTONDOWN, on_left_down},
    {WM_LBUTTONDBLCLK, on_double_click},
    {WM_RBUTTONDOWN, on_right_down},
    {WM_RBUTTONUP, on_right_up},
    {WM_KEYDOWN, on_key_down},
    {WM_CHAR, on_character},
    {WM_VSCROLL, on_vertical},
    {WM_HSCROLL, on_horizontal},
    {WM_MOUSEWHEEL, on_wheel},
};

}  // namespace

std::span<const ControlEntry<ListView>> list_input_entries() {
  return kEntries;
}

}  // namespace transom::comctl
