// Selecting with the mouse.
#include <algorithm>

#include "user32/control/list_box/list_box.h"
#include "user32/default/input_handlers.h"
#include "user32/message/timers.h"

namespace transom::user {
namespace {

constexpr UINT_PTR kScrollTimer = 0xFFF6;
constexpr UINT kScrollPeriod = 50;  // milliseconds

// What a press, or a drag that it began, does to the item it reaches.
void reach(ListBox& list, int index) {
  if (list.multiple_toggled() || !list.selectable()) return;
  if (!list.extended()) {
    list.select_single(index);
  } else if (list.press.control) {
    list.select_range(list.anchor, index, list.press.adds);
  } else {
    list.select_exactly(list.anchor, index);
  }
}

void press_item(ListBox& list, int index, UINT keys) {
  const bool shift = (keys & MK_SHIFT) != 0 && list.extended() && list.anchor != ListBox::kNone;
  list.press.control = (keys & MK_CONTROL) != 0 && list.extended();
  list.press.adds = !list.press.control || shift || !list.is_selected(index);
  if (!shift) list.anchor = index;
  list.hide_focus();
  if (list.multiple_toggled() && list.selectable()) list.mark(index, !list.is_selected(index));
  reach(list, index);
  list.caret = index;
  if (list.alive()) list.show_focus();
}

// In a combo box the edit control has the focus.
void take_focus(const ListBox& list) {
  const HWND target = list.combo != nullptr ? list.combo : list.handle;
  const HWND now = GetFocus();
  if (now != target && !IsChild(target, now)) SetFocus(target);
}

// https://learn.microsoft.com/windows/win32/inputdev/wm-lbuttondown
LRESULT on_left_button_down(ListBox& list, const ControlCall& call) {
  const POINT point = point_of(call.lparam);
  take_focus(list);
  if (!list.alive()) return 0;
  const auto index = list.item_at(point);
  if (!index) return 0;
  list.press = {};
  list.press.on = true;
  list.press.selected_before = list.selected;
  list.press.pointer = point;
  SetCapture(list.handle);
  if (list.alive()) press_item(list, *index, static_cast<UINT>(call.wparam));
  return 0;
}

// Which way the list scrolls while the pointer is above or below it (beside, with columns).
int scrolling_direction(const ListBox& list) {
  const RECT area = list.client();
  const POINT at = list.press.pointer;
  if (list.multi_column()) return at.x < 0 ? -1 : at.x >= area.right ? 1 : 0;
  return at.y < 0 ? -1 : at.y >= area.bottom ? 1 : 0;
}

void drag_to(ListBox& list, int index) {
  index = std::clamp(index, list.top, std::max(list.last_visible(), list.top));
  if (!list.items.has(index) || (index == list.caret && list.is_selected(index))) return;
  list.hide_focus();
  reach(list, index);
  list.caret = index;
  if (list.alive()) list.show_focus();
}

// https://learn.microsoft.com/windows/win32/inputdev/wm-mousemove
LRESULT on_mouse_move(ListBox& list, const ControlCall& call) {
  if (!list.press.on) return list.default_action(call);
  list.drag(point_of(call.lparam));
  return 0;
}

LRESULT on_system_timer(ListBox& list, const ControlCall& call) {
  if (call.wparam != kScrollTimer) return list.default_action(call);
  const int direction = list.press.on ? scrolling_direction(list) : 0;
  if (direction == 0) {
    kill_system_timer(list.window, kScrollTimer);
    return 0;
  }
  list.set_top(list.top + direction * (list.multi_column() ? list.rows() : 1));
  if (list.alive()) drag_to(list, list.nearest_item(list.press.pointer));
  return 0;
}

// https://learn.microsoft.com/windows/win32/inputdev/wm-lbuttonup
LRESULT on_left_button_up(ListBox& list, const ControlCall& call) {
  if (!list.press.on) return list.default_action(call);
  list.end_press();
  ReleaseCapture();
  list.notify_if_wanted(LBN_SELCHANGE);
  return 0;
}

// The first press has selected; the second one only tells.
// https://learn.microsoft.com/windows/win32/controls/lbn-dblclk
LRESULT on_left_double_click(ListBox& list, const ControlCall& call) {
  take_focus(list);
  if (list.alive() && list.item_at(point_of(call.lparam))) list.notify_if_wanted(LBN_DBLCLK);
  return 0;
}

// The press ends without a release, as when a dialog opens: a single selection is what it was.
// https://learn.microsoft.com/windows/win32/controls/lbn-selcancel
LRESULT on_capture_changed(ListBox& list, const ControlCall&) {
  if (!list.press.on) return 0;
  list.end_press();
  if (!list.multiple()) {
    list.hide_focus();
    list.select_single(list.press.selected_before);
    if (list.items.has(list.selected)) list.caret = list.selected;
    if (list.alive()) list.show_focus();
  }
  list.notify_if_wanted(LBN_SELCANCEL);
  return 0;
}

constexpr ListBoxEntry kEntries[] = {
    {WM_LBUTTONDOWN, on_left_button_down},   {WM_LBUTTONDBLCLK, on_left_double_click},
    {WM_MOUSEMOVE, on_mouse_move},           {WM_LBUTTONUP, on_left_button_up},
    {WM_CAPTURECHANGED, on_capture_changed}, {WM_SYSTIMER, on_system_timer},
};

}  // namespace

void ListBox::end_press() {
  press.on = false;
  kill_system_timer(window, kScrollTimer);
}

void ListBox::drag(POINT point) {
  press.pointer = point;
  if (scrolling_direction(*this) != 0) {
    set_system_timer(window, kScrollTimer, kScrollPeriod, nullptr);
  } else {
    kill_system_timer(window, kScrollTimer);
  }
  drag_to(*this, nearest_item(point));
}

std::span<const ListBoxEntry> list_mouse_messages() {
  return kEntries;
}

}  // namespace transom::user
