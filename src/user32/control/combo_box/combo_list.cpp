// The class ComboLBox: the list of a combo box. In a simple one it is a list box like others; a
// drop-down has the mouse to itself while it shows.
#include "user32/control/combo_box/combo_box.h"
#include "user32/control/scroll_tracking.h"
#include "user32/default/input_handlers.h"

namespace transom::user {
namespace {

constexpr UINT_PTR kListId = 1000;  // as Windows numbers it

DWORD list_styles(const ComboBox& combo) {
  constexpr struct {
    DWORD combo;
    DWORD list;
  } kSame[] = {{CBS_SORT, LBS_SORT},
               {CBS_HASSTRINGS, LBS_HASSTRINGS},
               {CBS_OWNERDRAWFIXED, LBS_OWNERDRAWFIXED},
               {CBS_OWNERDRAWVARIABLE, LBS_OWNERDRAWVARIABLE},
               {CBS_NOINTEGRALHEIGHT, LBS_NOINTEGRALHEIGHT},
               {CBS_DISABLENOSCROLL, LBS_DISABLENOSCROLL}};
  DWORD styles = LBS_NOTIFY | LBS_COMBOBOX;
  for (const auto& each : kSame) {
    if (combo.has_style(each.combo)) styles |= each.list;
  }
  return combo.owner_drawn() ? styles : styles | LBS_HASSTRINGS;
}

// The pointer passes over the list: what is under it is selected, but nobody is told.
void hover(ListBox& list, POINT point) {
  const auto index = list.item_at(point);
  if (!index || *index == list.selected) return;
  list.select_single(*index);
  list.caret = *index;
}

LRESULT on_mouse_move(ListBox& list, const ControlCall& call) {
  const POINT point = point_of(call.lparam);
  const RECT area = list.client();
  if ((call.wparam & MK_LBUTTON) == 0) {
    hover(list, point);
  } else if (list.press.on || PtInRect(&area, point)) {
    list.press.on = true;
    list.drag(point);
  }
  return 0;
}

// With the mouse captured a press on the scroll bar arrives here.
bool press_scroll_bar(ListBox& list, ComboBox& combo, POINT screen) {
  const LRESULT hit = list.default_action({WM_NCHITTEST, 0, MAKELPARAM(screen.x, screen.y)});
  if (hit != HTVSCROLL && hit != HTHSCROLL) return false;
  combo.scrolling = true;
  track_scroll_bar(list.window, hit == HTVSCROLL ? SB_VERT : SB_HORZ, screen);
  combo.scrolling = false;
  if (list.alive() && combo.dropped) SetCapture(list.handle);
  return true;
}

// Outside, it closes the list.
LRESULT on_left_button_down(ListBox& list, const ControlCall& call) {
  const ControlUse<ComboBox> combo(list.combo);
  if (!combo) return 0;
  const POINT point = point_of(call.lparam);
  const RECT area = list.client();
  POINT screen = point;
  ClientToScreen(list.handle, &screen);
  RECT all;
  GetWindowRect(list.handle, &all);
  if (PtInRect(&area, point)) {
    list.press.on = true;
    list.drag(point);
  } else if (!PtInRect(&all, screen)) {
    combo->close_up(ComboBox::Close::kCancel);
  } else {
    press_scroll_bar(list, *combo, screen);
  }
  return 0;
}

// The button that opened the list may come up elsewhere.
LRESULT on_left_button_up(ListBox& list, const ControlCall& call) {
  const ControlUse<ComboBox> combo(list.combo);
  if (!combo) return 0;
  combo->release_button();
  if (!list.press.on) return 0;
  list.end_press();
  const POINT point = point_of(call.lparam);
  const RECT area = list.client();
  if (PtInRect(&area, point)) combo->choose();
  return 0;
}

// Somebody else has taken the mouse.
LRESULT on_capture_changed(ListBox& list, const ControlCall&) {
  const ControlUse<ComboBox> combo(list.combo);
  if (combo && !combo->scrolling) combo->close_up(ComboBox::Close::kCancel);
  return 0;
}

LRESULT on_mouse_activate(ListBox&, const ControlCall&) {
  return MA_NOACTIVATE;
}

constexpr ListBoxEntry kDropDownEntries[] = {
    {WM_MOUSEMOVE, on_mouse_move},           {WM_LBUTTONDOWN, on_left_button_down},
    {WM_LBUTTONDBLCLK, on_left_button_down}, {WM_LBUTTONUP, on_left_button_up},
    {WM_CAPTURECHANGED, on_capture_changed}, {WM_MOUSEACTIVATE, on_mouse_activate},
};

// The combo box comes with the creation; without one it is a list box.
LRESULT on_nc_create(ListBox& list, const ControlCall& call) {
  const auto& create = *reinterpret_cast<const CREATESTRUCTW*>(call.lparam);
  if (create.lpCreateParams != nullptr) list.combo = static_cast<HWND>(create.lpCreateParams);
  return list.default_action(call);
}

constexpr ListBoxEntry kEntries[] = {{WM_NCCREATE, on_nc_create}};

LRESULT CALLBACK combo_list_procedure(HWND handle, UINT message, WPARAM wparam, LPARAM lparam) {
  static const ControlTable<ListBox> child_table = list_box_table(kEntries, {});
  static const ControlTable<ListBox> drop_down_table = list_box_table(kEntries, kDropDownEntries);
  const Window* window = find_own_window(handle);
  const bool child = window != nullptr && window->is_child();
  return run_control(child ? child_table : drop_down_table, handle, message, wparam, lparam);
}

}  // namespace

HWND create_combo_list(ComboBox& combo, DWORD scroll_styles, HINSTANCE instance) {
  const DWORD styles = list_styles(combo) | scroll_styles;
  const RECT all = combo.client();
  const auto class_name = reinterpret_cast<LPCWSTR>(kComboListClass.name);
  if (combo.simple()) {
    return CreateWindowExW(WS_EX_CLIENTEDGE, class_name, nullptr, styles | WS_CHILD | WS_VISIBLE, 0,
                           combo.height() - 1, all.right, combo.list_height, combo.handle,
                           reinterpret_cast<HMENU>(kListId), instance, combo.handle);
  }
  return CreateWindowExW(WS_EX_TOOLWINDOW | WS_EX_NOACTIVATE, class_name, nullptr,
                         styles | WS_POPUP | WS_BORDER, 0, 0, all.right, combo.list_height,
                         GetAncestor(combo.handle, GA_ROOT), nullptr, instance, combo.handle);
}

const SystemClass kComboListClass{
    u"ComboLBox", CS_DBLCLKS | CS_SAVEBITS, combo_list_procedure, 0, MAKEINTRESOURCEW(32512),
    nullptr};

}  // namespace transom::user
