// The class ListBox: its life, its focus and its font.
#include "user32/control/list_box/list_box.h"

#include <algorithm>

namespace transom::user {

ListBox::ListBox(Window& window)
    : Control(window),
      wants_vertical_bar(has_style(WS_VSCROLL)),
      wants_horizontal_bar(has_style(WS_HSCROLL)) {}

namespace {

constexpr int kDefaultTabStop = 32;       // dialog units
constexpr int kDefaultColumnWidth = 150;  // pixels, as observed

void adopt_font(ListBox& list) {
  const SIZE size = list.font_size();
  if (!list.owner_drawn() || list.item_height == 0) list.item_height = size.cy;
  list.tab_stops.assign(1, std::max<int>(MulDiv(kDefaultTabStop, size.cx, 4), 1));
}

// https://learn.microsoft.com/windows/win32/winmsg/wm-create
LRESULT on_create(ListBox& list, const ControlCall&) {
  if (list.no_data()) list.items.set_no_data();
  list.redraw = !list.has_style(LBS_NOREDRAW);
  list.column_width = kDefaultColumnWidth;
  adopt_font(list);
  list.measure_all_items();
  if (list.alive() && list.multi_column()) ShowScrollBar(list.handle, SB_VERT, FALSE);
  if (list.alive()) list.lay_out();
  return 0;
}

LRESULT on_destroy(ListBox& list, const ControlCall&) {
  list.release_items();
  return 0;
}

LRESULT on_size(ListBox& list, const ControlCall&) {
  list.lay_out();
  return 0;
}

// https://learn.microsoft.com/windows/win32/inputdev/wm-setfocus
LRESULT on_set_focus(ListBox& list, const ControlCall&) {
  list.focus_shown = true;
  list.draw_item_now(list.caret, ODA_FOCUS);
  list.notify_if_wanted(LBN_SETFOCUS);
  return 0;
}

// https://learn.microsoft.com/windows/win32/inputdev/wm-killfocus
LRESULT on_kill_focus(ListBox& list, const ControlCall&) {
  list.focus_shown = false;
  list.draw_item_now(list.caret, ODA_FOCUS);
  list.notify_if_wanted(LBN_KILLFOCUS);
  return 0;
}

// https://learn.microsoft.com/windows/win32/winmsg/wm-setfont
LRESULT on_set_list_font(ListBox& list, const ControlCall& call) {
  list.font = reinterpret_cast<HFONT>(call.wparam);
  adopt_font(list);
  list.lay_out();
  return 0;
}

LRESULT on_enable(ListBox& list, const ControlCall&) {
  list.invalidate();
  return 0;
}

// https://learn.microsoft.com/windows/win32/menurc/wm-updateuistate
LRESULT on_update_ui_state(ListBox& list, const ControlCall& call) {
  const LRESULT result = list.default_action(call);
  list.draw_item_now(list.caret, ODA_FOCUS);
  return result;
}

LRESULT on_get_dialog_code(ListBox&, const ControlCall&) {
  return DLGC_WANTARROWS | DLGC_WANTCHARS;
}

constexpr ListBoxEntry kEntries[] = {
    {WM_CREATE, on_create},
    {WM_DESTROY, on_destroy},
    {WM_SIZE, on_size},
    {WM_SETFOCUS, on_set_focus},
    {WM_KILLFOCUS, on_kill_focus},
    {WM_SETFONT, on_set_list_font},
    {WM_GETFONT, on_get_font<ListBox>},
    {WM_ENABLE, on_enable},
    {WM_UPDATEUISTATE, on_update_ui_state},
    {WM_GETDLGCODE, on_get_dialog_code},
};

}  // namespace

ControlTable<ListBox> list_box_table(std::span<const ListBoxEntry> more,
                                     std::span<const ListBoxEntry> even_more) {
  return ControlTable<ListBox>{std::span(kEntries),
                               list_item_messages(),
                               list_selection_messages(),
                               list_layout_messages(),
                               list_directory_messages(),
                               list_mouse_messages(),
                               list_keyboard_messages(),
                               list_paint_messages(),
                               more,
                               even_more};
}

namespace {

LRESULT CALLBACK list_box_procedure(HWND handle, UINT message, WPARAM wparam, LPARAM lparam) {
  static const ControlTable<ListBox> table = list_box_table({}, {});
  return run_control(table, handle, message, wparam, lparam);
}

}  // namespace

const SystemClass kListBoxClass{
    u"ListBox", CS_DBLCLKS, list_box_procedure, 0, MAKEINTRESOURCEW(32512), nullptr};

}  // namespace transom::user
