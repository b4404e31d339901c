// The class ComboBox: its life, its parts and its focus.
#include "user32/control/combo_box/combo_box.h"

#include <algorithm>

#include <commctrl.h>

#include "base/text.h"
#include "user32/lock.h"
#include "user32/message/send.h"

namespace transom::user {

const ListBox* ComboBox::look_at_list() const {
  Window* found = find_own_window(list);
  return found != nullptr ? dynamic_cast<ListBox*>(found->control) : nullptr;
}

LRESULT ComboBox::ask_list(UINT message, WPARAM wparam, LPARAM lparam) const {
  return send_message(list, message, wparam, lparam);
}

int ComboBox::selection() const {
  const ListBox* found = look_at_list();
  return found != nullptr ? found->selected : ListBox::kNone;
}

std::u16string ComboBox::selected_text() const {
  const ListBox* found = look_at_list();
  return found != nullptr && found->items.has(found->selected)
             ? found->items.at(found->selected).text
             : std::u16string();
}

void ComboBox::gain_focus() {
  if (has_focus) return;
  has_focus = true;
  invalidate_field();
  if (edit != nullptr) send_message(edit, EM_SETSEL, 0, -1);
  if (alive()) notify(CBN_SETFOCUS);
}

// The list closes first.
void ComboBox::lose_focus() {
  const HWND now = GetFocus();
  if (!has_focus || now == handle || (now != nullptr && (now == edit || now == list))) return;
  has_focus = false;
  close_up(Close::kCancel);
  if (!alive()) return;
  invalidate_field();
  if (edit != nullptr) send_message(edit, EM_SETSEL, 0, 0);
  if (alive()) notify(CBN_KILLFOCUS);
}

// https://learn.microsoft.com/windows/win32/controls/about-combo-boxes#current-selection
void ComboBox::on_list_notification(WORD code) {
  switch (code) {
    case LBN_SELCHANGE:
      told_selection = selection();
      show_selection();
      if (!dropped && alive()) notify(CBN_SELENDOK);
      if (alive()) notify(CBN_SELCHANGE);
      break;
    case LBN_DBLCLK:
      if (simple()) notify(CBN_DBLCLK);
      break;
    case static_cast<WORD>(LBN_ERRSPACE):
      notify(static_cast<WORD>(CBN_ERRSPACE));
      break;
    default:
      break;
  }
}

namespace {

constexpr DWORD kScrollStyles = WS_VSCROLL | WS_HSCROLL;

// Border and scroll bars are the list's. They come back in WM_CREATE's structure.
// https://learn.microsoft.com/windows/win32/winmsg/wm-nccreate
LRESULT on_nc_create(ComboBox& combo, const ControlCall& call) {
  {
    UserLock lock;
    Window& window = combo.window;
    window.style = window.style & ~(WS_BORDER | kScrollStyles);
    window.ex_style = window.ex_style & ~static_cast<DWORD>(WS_EX_CLIENTEDGE | WS_EX_WINDOWEDGE);
  }
  return combo.default_action(call);
}

// What the height asks for is the height with the list dropped down.
// https://learn.microsoft.com/windows/win32/winmsg/wm-create
LRESULT on_create(ComboBox& combo, const ControlCall& call) {
  const auto& create = *reinterpret_cast<const CREATESTRUCTW*>(call.lparam);
  combo.adopt_font();
  if (!combo.alive()) return -1;
  combo.list_height = std::max(create.cy - combo.height(), 0);
  const DWORD scroll_styles = static_cast<DWORD>(create.style) & kScrollStyles;
  combo.list = create_combo_list(combo, scroll_styles, create.hInstance);
  if (combo.list == nullptr || !combo.alive()) return -1;
  if (combo.editable() && !combo.create_edit(create.hInstance)) return -1;
  if (combo.drops_down()) {
    SetWindowPos(combo.handle, nullptr, 0, 0, create.cx, combo.height(),
                 SWP_NOMOVE | SWP_NOZORDER | SWP_NOACTIVATE);
  }
  if (combo.alive()) combo.place_parts();
  return 0;
}

LRESULT on_destroy(ComboBox& combo, const ControlCall&) {
  combo.dropped = false;
  if (combo.drops_down()) DestroyWindow(combo.list);
  return 0;
}

// A new height is the dropped-down one; without the list it stays as it is.
// https://learn.microsoft.com/windows/win32/winmsg/wm-windowposchanging
LRESULT on_window_pos_changing(ComboBox& combo, const ControlCall& call) {
  auto& change = *reinterpret_cast<WINDOWPOS*>(call.lparam);
  if (combo.drops_down() && (change.flags & SWP_NOSIZE) == 0 && combo.list != nullptr) {
    const int height = combo.height();
    if (change.cy > height) combo.list_height = change.cy - height;
    change.cy = height;
  }
  return combo.default_action(call);
}

LRESULT on_size(ComboBox& combo, const ControlCall&) {
  combo.place_parts();
  return 0;
}

// https://learn.microsoft.com/windows/win32/winmsg/wm-setfont
LRESULT on_set_combo_font(ComboBox& combo, const ControlCall& call) {
  combo.font = reinterpret_cast<HFONT>(call.wparam);
  send_message(combo.list, WM_SETFONT, call.wparam, call.lparam);
  if (combo.edit != nullptr) send_message(combo.edit, WM_SETFONT, call.wparam, call.lparam);
  if (!combo.owner_drawn()) combo.adopt_font();
  if (combo.alive()) combo.place_parts();
  return 0;
}

LRESULT on_enable(ComboBox& combo, const ControlCall& call) {
  EnableWindow(combo.list, call.wparam != 0);
  if (combo.edit != nullptr) EnableWindow(combo.edit, call.wparam != 0);
  InvalidateRect(combo.handle, nullptr, TRUE);
  return 0;
}

// https://learn.microsoft.com/windows/win32/inputdev/wm-setfocus
LRESULT on_set_focus(ComboBox& combo, const ControlCall&) {
  if (combo.edit != nullptr) {
    SetFocus(combo.edit);
  } else {
    combo.gain_focus();
  }
  return 0;
}

LRESULT on_kill_focus(ComboBox& combo, const ControlCall&) {
  if (combo.edit == nullptr) combo.lose_focus();
  return 0;
}

// What the parts tell.
// https://learn.microsoft.com/windows/win32/menurc/wm-command
LRESULT on_command(ComboBox& combo, const ControlCall& call) {
  const auto from = reinterpret_cast<HWND>(call.lparam);
  if (from != nullptr && from == combo.list) {
    combo.on_list_notification(HIWORD(call.wparam));
  } else if (from != nullptr && from == combo.edit) {
    combo.on_edit_notification(HIWORD(call.wparam));
  }
  return 0;
}

// The parts' colours are the parent's to say.
LRESULT on_control_color(ComboBox& combo, const ControlCall& call) {
  const HWND to = combo.parent();
  return to != nullptr ? send_message(to, call.message, call.wparam, call.lparam)
                       : combo.default_action(call);
}

LRESULT on_get_dialog_code(ComboBox& combo, const ControlCall& call) {
  const auto* message = reinterpret_cast<const MSG*>(call.lparam);
  const bool closing = message != nullptr && combo.is_closing_key(message->wParam);
  return DLGC_WANTARROWS | DLGC_WANTCHARS | (closing ? DLGC_WANTMESSAGE : 0);
}

// https://learn.microsoft.com/windows/win32/gdi/wm-paint
LRESULT on_paint(ComboBox& combo, const ControlCall& call) {
  const ControlPaint paint(combo, call);
  if (paint) combo.draw(paint.dc());
  return 0;
}

LRESULT on_erase_background(ComboBox&, const ControlCall&) {
  return 1;
}

// https://learn.microsoft.com/windows/win32/gdi/wm-setredraw
LRESULT on_set_redraw(ComboBox& combo, const ControlCall& call) {
  send_message(combo.list, WM_SETREDRAW, call.wparam, 0);
  if (combo.edit != nullptr) send_message(combo.edit, WM_SETREDRAW, call.wparam, 0);
  return 0;
}

constexpr ComboBoxEntry kEntries[] = {
    {WM_NCCREATE, on_nc_create},
    {WM_CREATE, on_create},
    {WM_DESTROY, on_destroy},
    {WM_WINDOWPOSCHANGING, on_window_pos_changing},
    {WM_SIZE, on_size},
    {WM_SETFONT, on_set_combo_font},
    {WM_GETFONT, on_get_font<ComboBox>},
    {WM_ENABLE, on_enable},
    {WM_SETFOCUS, on_set_focus},
    {WM_KILLFOCUS, on_kill_focus},
    {WM_COMMAND, on_command},
    {WM_CTLCOLOREDIT, on_control_color},
    {WM_CTLCOLORLISTBOX, on_control_color},
    {WM_CTLCOLORSTATIC, on_control_color},
    {WM_GETDLGCODE, on_get_dialog_code},
    {WM_PAINT, on_paint},
    {WM_PRINTCLIENT, on_paint},
    {WM_ERASEBKGND, on_erase_background},
    {WM_SETREDRAW, on_set_redraw},
};

// The messages of the common controls' combo box, whose numbers lie above those of the table.
// https://learn.microsoft.com/windows/win32/controls/cb-setminvisible
std::optional<LRESULT> common_control_message(HWND handle, UINT message, WPARAM wparam) {
  if (message != CB_SETMINVISIBLE && message != CB_GETMINVISIBLE) return std::nullopt;
  const ControlUse<ComboBox> combo(handle);
  if (!combo || combo->has_style(CBS_NOINTEGRALHEIGHT)) return 0;
  const int before = combo->most_rows > 0 ? combo->most_rows : kDefaultMostRows;
  if (message == CB_GETMINVISIBLE) return before;
  constexpr WPARAM kMost = 0x7FFF;
  if (wparam == 0 || wparam > kMost) return FALSE;
  combo->most_rows = static_cast<int>(wparam);
  return TRUE;
}

LRESULT CALLBACK combo_box_procedure(HWND handle, UINT message, WPARAM wparam, LPARAM lparam) {
  if (const auto result = common_control_message(handle, message, wparam)) return *result;
  static const ControlTable<ComboBox> table{std::span(kEntries), combo_messages(),
                                            combo_input_messages()};
  return run_control(table, handle, message, wparam, lparam);
}

}  // namespace

const SystemClass kComboBoxClass{u"ComboBox",
                                 CS_DBLCLKS | CS_HREDRAW | CS_VREDRAW,
                                 combo_box_procedure,
                                 0,
                                 MAKEINTRESOURCEW(32512),
                                 nullptr};

}  // namespace transom::user
