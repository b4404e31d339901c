// Dropping the list down and closing it again, by mouse and keyboard.
#include <algorithm>

#include "user32/control/combo_box/combo_box.h"
#include "user32/default/input_handlers.h"
#include "user32/message/send.h"

namespace transom::user {
namespace {

constexpr int kBorder = 1;  // of the list

// As many items as there are, at most as high as asked for.
int height_of_list(const ComboBox& combo, const ListBox& list) {
  const int asked = combo.list_height - 2 * kBorder;
  const int count = list.items.count();
  if (list.variable()) {
    int height = 0;
    for (int index = 0; index < count && height < asked; ++index) height += list.height_of(index);
    return std::min(std::max(height, list.item_height), std::max(asked, list.item_height));
  }
  const int row = std::max(list.item_height, 1);
  const int rows_asked = combo.most_rows > 0 ? combo.most_rows
                         : asked < row       ? kDefaultMostRows
                                             : asked / row;
  const int rows = count == 0 ? rows_asked : std::min(count, rows_asked);
  const bool exact = combo.has_style(CBS_NOINTEGRALHEIGHT) && count > rows && asked >= row;
  return exact ? asked : rows * row;
}

RECT work_area(HWND window) {
  MONITORINFO info{};
  info.cbSize = sizeof info;
  GetMonitorInfoW(MonitorFromWindow(window, MONITOR_DEFAULTTONEAREST), &info);
  return info.rcWork;
}

// Below the field, or above where there is no room below.
RECT place_of_list(const ComboBox& combo, const ListBox& list) {
  RECT at{};
  GetWindowRect(combo.handle, &at);
  const RECT area = work_area(combo.handle);
  const int width = std::max<int>(at.right - at.left, combo.least_list_width);
  const int height = height_of_list(combo, list) + 2 * kBorder;
  const int room_below = area.bottom - at.bottom, room_above = at.top - area.top;
  const bool above = height > room_below && room_above > room_below;
  const int top = above ? at.top - height : at.bottom;
  const int left = std::max<int>(std::min<int>(at.left, area.right - width), area.left);
  return {left, top, left + width, top + height};
}

// Typed text selects the first item that begins with it.
void select_typed_text(ComboBox& combo, ListBox& list) {
  if (!combo.editable() || !combo.keeps_strings()) return;
  const std::u16string text = combo.edit_text();
  if (text == combo.selected_text()) return;
  const int found =
      text.empty() ? ListBox::kNone : list.find_text(ListBox::kNone, text, ListBox::Match::kPrefix);
  list.select_single(found);
  list.caret = std::max(found, 0);
  if (found != ListBox::kNone) combo.show_selection();
}

void show_list(ComboBox& combo, ListBox& list) {
  const RECT at = place_of_list(combo, list);
  SetWindowPos(list.handle, HWND_TOPMOST, at.left, at.top, at.right - at.left, at.bottom - at.top,
               SWP_NOACTIVATE | SWP_SHOWWINDOW);
  if (!combo.alive() || !list.alive()) return;
  list.set_top(std::max(list.selected, 0));
  SetCapture(list.handle);
  UpdateWindow(list.handle);
}

}  // namespace

void ComboBox::drop_down() {
  if (simple() || dropped) return;
  const ControlUse<ListBox> items(list);
  notify(CBN_DROPDOWN);
  if (!alive() || !items) return;
  select_typed_text(*this, *items);
  if (!alive()) return;
  told_selection = selection();
  dropped = true;
  invalidate_field();
  show_list(*this, *items);
}

// A cancel brings back the selection that was told last.
void ComboBox::close_up(Close how) {
  if (!dropped) return;
  dropped = false;
  button_pressed = false;
  if (const ControlUse<ListBox> items(list); items) {
    items->end_press();
    if (how == Close::kCancel) {
      items->select_single(told_selection);
      if (items->items.has(told_selection)) items->caret = told_selection;
    }
  }
  if (alive()) notify(how == Close::kOk ? CBN_SELENDOK : CBN_SELENDCANCEL);
  if (!alive()) return;
  if (GetCapture() == list) ReleaseCapture();
  ShowWindow(list, SW_HIDE);
  if (!alive()) return;
  InvalidateRect(handle, nullptr, FALSE);
  notify(CBN_CLOSEUP);
}

// https://learn.microsoft.com/windows/win32/controls/cbn-selchange
void ComboBox::choose() {
  told_selection = selection();
  show_selection();
  if (alive()) close_up(Close::kOk);
  if (alive()) notify(CBN_SELCHANGE);
}

void ComboBox::release_button() {
  if (!std::exchange(button_pressed, false) || !alive()) return;
  const RECT area = button();
  InvalidateRect(handle, &area, FALSE);
}

// https://learn.microsoft.com/windows/win32/controls/cb-setextendedui
bool ComboBox::handle_key(WPARAM key, bool alt) {
  const bool arrow = key == VK_UP || key == VK_DOWN;
  if (is_closing_key(key)) {
    close_up(key == VK_RETURN ? Close::kOk : Close::kCancel);
    return true;
  }
  const bool opens = (arrow && alt) || (key == VK_F4 && !alt && !extended_ui) ||
                     (key == VK_DOWN && extended_ui && !dropped);
  if (drops_down() && opens) {
    if (dropped) {
      close_up(Close::kCancel);
    } else {
      drop_down();
    }
    return true;
  }
  const bool moves = arrow || key == VK_PRIOR || key == VK_NEXT;
  const bool moves_in_list =
      !editable() && (key == VK_HOME || key == VK_END || key == VK_LEFT || key == VK_RIGHT);
  if (alt || (!moves && !moves_in_list)) return false;
  ask_list(WM_KEYDOWN, key);
  return true;
}

namespace {

// https://learn.microsoft.com/windows/win32/inputdev/wm-keydown
LRESULT on_key_down(ComboBox& combo, const ControlCall& call) {
  return combo.handle_key(call.wparam, false) ? 0 : combo.default_action(call);
}

// The default action has to see that Alt did not come alone.
LRESULT on_sys_key_down(ComboBox& combo, const ControlCall& call) {
  const bool alt = (HIWORD(call.lparam) & KF_ALTDOWN) != 0;
  combo.handle_key(call.wparam, alt);
  return combo.alive() ? combo.default_action(call) : 0;
}

// A drop-down list finds items by their beginnings.
LRESULT on_char(ComboBox& combo, const ControlCall& call) {
  return combo.editable() ? combo.default_action(call) : combo.ask_list(WM_CHAR, call.wparam, 0);
}

// https://learn.microsoft.com/windows/win32/inputdev/wm-lbuttondown
LRESULT on_left_button_down(ComboBox& combo, const ControlCall& call) {
  const POINT point = point_of(call.lparam);
  const RECT button = combo.button();
  if (!combo.has_focus) SetFocus(combo.handle);
  if (!combo.alive() || combo.simple()) return 0;
  const bool on_button = PtInRect(&button, point);
  if (!on_button && combo.editable()) return 0;
  if (combo.dropped) {
    combo.close_up(ComboBox::Close::kCancel);
    return 0;
  }
  combo.button_pressed = on_button;
  if (on_button) InvalidateRect(combo.handle, &button, FALSE);
  combo.drop_down();
  return 0;
}

// Turns through the items, or scrolls an open list. The extended interface does without.
// https://learn.microsoft.com/windows/win32/inputdev/wm-mousewheel
LRESULT on_mouse_wheel(ComboBox& combo, const ControlCall& call) {
  if (combo.dropped) return combo.ask_list(WM_MOUSEWHEEL, call.wparam, call.lparam);
  if ((LOWORD(call.wparam) & (MK_SHIFT | MK_CONTROL)) != 0) return combo.default_action(call);
  if (combo.extended_ui) return 0;
  combo.wheel_rest += static_cast<short>(HIWORD(call.wparam));
  for (; combo.alive() && combo.wheel_rest >= WHEEL_DELTA; combo.wheel_rest -= WHEEL_DELTA) {
    combo.ask_list(WM_KEYDOWN, VK_UP);
  }
  for (; combo.alive() && combo.wheel_rest <= -WHEEL_DELTA; combo.wheel_rest += WHEEL_DELTA) {
    combo.ask_list(WM_KEYDOWN, VK_DOWN);
  }
  return 0;
}

constexpr ComboBoxEntry kEntries[] = {
    {WM_KEYDOWN, on_key_down},
    {WM_SYSKEYDOWN, on_sys_key_down},
    {WM_CHAR, on_char},
    {WM_LBUTTONDOWN, on_left_button_down},
    {WM_LBUTTONDBLCLK, on_left_button_down},
    {WM_MOUSEWHEEL, on_mouse_wheel},
};

}  // namespace

std::span<const ComboBoxEntry> combo_input_messages() {
  return kEntries;
}

}  // namespace transom::user
