// The CB_ messages. Most are the list's own by another number.
// https://learn.microsoft.com/windows/win32/controls/bumper-combobox-combobox-control-reference-messages
#include <algorithm>

#include "base/last_error.h"
#include "base/text.h"
#include "kernel32/text/compare.h"
#include "user32/control/combo_box/combo_box.h"
#include "user32/message/send.h"

namespace transom::user {
namespace {

template <UINT kMessage>
LRESULT on_list_message(ComboBox& combo, const ControlCall& call) {
  return combo.ask_list(kMessage, call.wparam, call.lparam);
}

// https://learn.microsoft.com/windows/win32/controls/combo-box-styles (CBS_UPPERCASE)
template <UINT kMessage>
LRESULT on_new_string(ComboBox& combo, const ControlCall& call) {
  const bool upper = combo.has_style(CBS_UPPERCASE), lower = combo.has_style(CBS_LOWERCASE);
  if (!combo.keeps_strings() || call.lparam == 0 || (!upper && !lower)) {
    return combo.ask_list(kMessage, call.wparam, call.lparam);
  }
  std::u16string text = base::as_char16(reinterpret_cast<const WCHAR*>(call.lparam));
  for (char16_t& character : text) {
    character = upper ? kernel::to_upper(character) : kernel::to_lower(character);
  }
  return combo.ask_list(kMessage, call.wparam, reinterpret_cast<LPARAM>(text.c_str()));
}

// A drop-down list that loses its selection shows nothing.
LRESULT on_delete_string(ComboBox& combo, const ControlCall& call) {
  const LRESULT left = combo.ask_list(LB_DELETESTRING, call.wparam, 0);
  if (!combo.alive()) return left;
  combo.told_selection = combo.selection();
  combo.invalidate_field();
  return left;
}

// https://learn.microsoft.com/windows/win32/controls/cb-resetcontent
LRESULT on_reset_content(ComboBox& combo, const ControlCall&) {
  combo.ask_list(LB_RESETCONTENT);
  combo.told_selection = ListBox::kNone;
  if (combo.alive()) combo.set_edit_text({});
  combo.invalidate_field();
  return CB_OKAY;
}

// -1 takes the selection away, and the text.
// https://learn.microsoft.com/windows/win32/controls/cb-setcursel
LRESULT on_set_current(ComboBox& combo, const ControlCall& call) {
  const LRESULT result = combo.ask_list(LB_SETCURSEL, call.wparam, 0);
  if (!combo.alive()) return CB_ERR;
  if (result == LB_ERR && static_cast<int>(call.wparam) != -1) return CB_ERR;
  combo.told_selection = combo.selection();
  combo.show_selection();
  return result;
}

// https://learn.microsoft.com/windows/win32/controls/cb-selectstring
LRESULT on_select_string(ComboBox& combo, const ControlCall& call) {
  const LRESULT result = combo.ask_list(LB_SELECTSTRING, call.wparam, call.lparam);
  if (result == LB_ERR || !combo.alive()) return CB_ERR;
  combo.told_selection = combo.selection();
  combo.show_selection();
  return result;
}

// -1: the field.
// https://learn.microsoft.com/windows/win32/controls/cb-getitemheight
LRESULT on_get_item_height(ComboBox& combo, const ControlCall& call) {
  if (static_cast<int>(call.wparam) == -1) return combo.field_height;
  return combo.ask_list(LB_GETITEMHEIGHT, call.wparam, 0);
}

// https://learn.microsoft.com/windows/win32/controls/cb-setitemheight
LRESULT on_set_item_height(ComboBox& combo, const ControlCall& call) {
  constexpr LPARAM kLargest = 0x7FFF;
  if (static_cast<int>(call.wparam) != -1) {
    return combo.ask_list(LB_SETITEMHEIGHT, call.wparam, call.lparam);
  }
  if (call.lparam <= 0 || call.lparam > kLargest) return CB_ERR;
  combo.field_height = static_cast<int>(call.lparam);
  combo.place_parts();
  return CB_OKAY;
}

// https://learn.microsoft.com/windows/win32/controls/cb-showdropdown
LRESULT on_show_drop_down(ComboBox& combo, const ControlCall& call) {
  if (call.wparam != 0) {
    combo.drop_down();
  } else {
    combo.close_up(ComboBox::Close::kCancel);
  }
  return TRUE;
}

// https://learn.microsoft.com/windows/win32/controls/cb-getdroppedstate
LRESULT on_get_dropped_state(ComboBox& combo, const ControlCall&) {
  return combo.simple() || combo.dropped;
}

// https://learn.microsoft.com/windows/win32/controls/cb-getdroppedcontrolrect
LRESULT on_get_dropped_rect(ComboBox& combo, const ControlCall& call) {
  auto* rect = reinterpret_cast<RECT*>(call.lparam);
  if (rect == nullptr) return FALSE;
  *rect = combo.dropped_rect();
  return TRUE;
}

// https://learn.microsoft.com/windows/win32/controls/cb-getdroppedwidth
LRESULT on_get_dropped_width(ComboBox& combo, const ControlCall&) {
  const RECT& own = combo.window.rect;
  return std::max<int>(own.right - own.left, combo.least_list_width);
}

// https://learn.microsoft.com/windows/win32/controls/cb-setdroppedwidth
LRESULT on_set_dropped_width(ComboBox& combo, const ControlCall& call) {
  constexpr WPARAM kLargest = 0x7FFF;
  if (call.wparam > kLargest) return CB_ERR;
  combo.least_list_width = static_cast<int>(call.wparam);
  return on_get_dropped_width(combo, call);
}

// https://learn.microsoft.com/windows/win32/controls/cb-setextendedui
LRESULT on_set_extended_ui(ComboBox& combo, const ControlCall& call) {
  combo.extended_ui = call.wparam != 0;
  return CB_OKAY;
}

// https://learn.microsoft.com/windows/win32/controls/cb-getextendedui
LRESULT on_get_extended_ui(ComboBox& combo, const ControlCall&) {
  return combo.extended_ui;
}

// https://learn.microsoft.com/windows/win32/controls/cb-geteditsel
LRESULT on_get_edit_selection(ComboBox& combo, const ControlCall& call) {
  if (combo.edit == nullptr) return CB_ERR;
  return send_message(combo.edit, EM_GETSEL, call.wparam, call.lparam);
}

// Beginning and end are words; -1 is no beginning, or the end of the text.
// https://learn.microsoft.com/windows/win32/controls/cb-seteditsel
LRESULT on_set_edit_selection(ComboBox& combo, const ControlCall& call) {
  if (combo.edit == nullptr) return CB_ERR;
  const int begin = static_cast<short>(LOWORD(call.lparam));
  const int end = static_cast<short>(HIWORD(call.lparam));
  send_message(combo.edit, EM_SETSEL, static_cast<WPARAM>(begin), end);
  return TRUE;
}

// https://learn.microsoft.com/windows/win32/controls/cb-limittext
LRESULT on_limit_text(ComboBox& combo, const ControlCall& call) {
  if (combo.edit != nullptr) send_message(combo.edit, EM_LIMITTEXT, call.wparam, 0);
  return TRUE;
}

// https://learn.microsoft.com/windows/win32/controls/cb-getcomboboxinfo
LRESULT on_get_combo_box_info(ComboBox& combo, const ControlCall& call) {
  auto* info = reinterpret_cast<COMBOBOXINFO*>(call.lparam);
  if (info == nullptr || info->cbSize != sizeof *info) {
    return base::fail(ERROR_INVALID_PARAMETER);
  }
  info->rcItem = combo.editable() ? combo.field_item() : combo.field();
  info->rcButton = combo.button();
  info->stateButton = combo.simple()         ? STATE_SYSTEM_INVISIBLE
                      : combo.button_pressed ? STATE_SYSTEM_PRESSED
                                             : 0;
  info->hwndCombo = combo.handle;
  info->hwndItem = combo.edit != nullptr ? combo.edit : combo.handle;
  info->hwndList = combo.list;
  return TRUE;
}

// The text of a drop-down list is its selection's.
// https://learn.microsoft.com/windows/win32/winmsg/wm-gettext
LRESULT on_get_text(ComboBox& combo, const ControlCall& call) {
  if (combo.edit != nullptr) {
    return send_message(combo.edit, WM_GETTEXT, call.wparam, call.lparam);
  }
  auto* out = reinterpret_cast<char16_t*>(call.lparam);
  if (call.wparam == 0 || out == nullptr) return 0;
  const std::u16string text = combo.selected_text();
  const std::size_t count = std::min<std::size_t>(text.size(), call.wparam - 1);
  std::copy_n(text.data(), count, out);
  out[count] = 0;
  return static_cast<LRESULT>(count);
}

LRESULT on_get_text_length(ComboBox& combo, const ControlCall&) {
  if (combo.edit != nullptr) return send_message(combo.edit, WM_GETTEXTLENGTH, 0, 0);
  return static_cast<LRESULT>(combo.selected_text().size());
}

// A drop-down list has no text of its own.
// https://learn.microsoft.com/windows/win32/winmsg/wm-settext
LRESULT on_set_text(ComboBox& combo, const ControlCall& call) {
  if (combo.edit == nullptr) return CB_ERR;
  combo.setting_text = true;
  const LRESULT result = send_message(combo.edit, WM_SETTEXT, call.wparam, call.lparam);
  combo.setting_text = false;
  return result;
}

// WM_CUT and its company.
LRESULT on_edit_message(ComboBox& combo, const ControlCall& call) {
  if (combo.edit == nullptr) return 0;
  return send_message(combo.edit, call.message, call.wparam, call.lparam);
}

constexpr ComboBoxEntry kEntries[] = {
    {CB_ADDSTRING, on_new_string<LB_ADDSTRING>},
    {CB_INSERTSTRING, on_new_string<LB_INSERTSTRING>},
    {CB_DELETESTRING, on_delete_string},
    {CB_RESETCONTENT, on_reset_content},
    {CB_DIR, on_list_message<LB_DIR>},
    {CB_FINDSTRING, on_list_message<LB_FINDSTRING>},
    {CB_FINDSTRINGEXACT, on_list_message<LB_FINDSTRINGEXACT>},
    {CB_GETCOUNT, on_list_message<LB_GETCOUNT>},
    {CB_GETCURSEL, on_list_message<LB_GETCURSEL>},
    {CB_GETLBTEXT, on_list_message<LB_GETTEXT>},
    {CB_GETLBTEXTLEN, on_list_message<LB_GETTEXTLEN>},
    {CB_GETITEMDATA, on_list_message<LB_GETITEMDATA>},
    {CB_SETITEMDATA, on_list_message<LB_SETITEMDATA>},
    {CB_GETTOPINDEX, on_list_message<LB_GETTOPINDEX>},
    {CB_SETTOPINDEX, on_list_message<LB_SETTOPINDEX>},
    {CB_GETLOCALE, on_list_message<LB_GETLOCALE>},
    {CB_SETLOCALE, on_list_message<LB_SETLOCALE>},
    {CB_INITSTORAGE, on_list_message<LB_INITSTORAGE>},
    {CB_GETHORIZONTALEXTENT, on_list_message<LB_GETHORIZONTALEXTENT>},
    {CB_SETHORIZONTALEXTENT, on_list_message<LB_SETHORIZONTALEXTENT>},
    {CB_SETCURSEL, on_set_current},
    {CB_SELECTSTRING, on_select_string},
    {CB_GETITEMHEIGHT, on_get_item_height},
    {CB_SETITEMHEIGHT, on_set_item_height},
    {CB_SHOWDROPDOWN, on_show_drop_down},
    {CB_GETDROPPEDSTATE, on_get_dropped_state},
    {CB_GETDROPPEDCONTROLRECT, on_get_dropped_rect},
    {CB_GETDROPPEDWIDTH, on_get_dropped_width},
    {CB_SETDROPPEDWIDTH, on_set_dropped_width},
    {CB_SETEXTENDEDUI, on_set_extended_ui},
    {CB_GETEXTENDEDUI, on_get_extended_ui},
    {CB_GETEDITSEL, on_get_edit_selection},
    {CB_SETEDITSEL, on_set_edit_selection},
    {CB_LIMITTEXT, on_limit_text},
    {CB_GETCOMBOBOXINFO, on_get_combo_box_info},
    {WM_GETTEXT, on_get_text},
    {WM_GETTEXTLENGTH, on_get_text_length},
    {WM_SETTEXT, on_set_text},
    {WM_CUT, on_edit_message},
    {WM_COPY, on_edit_message},
    {WM_PASTE, on_edit_message},
    {WM_CLEAR, on_edit_message},
    {WM_UNDO, on_edit_message},
};

}  // namespace

std::span<const ComboBoxEntry> combo_messages() {
  return kEntries;
}

}  // namespace transom::user

using namespace transom;

// The parts of a combo box. Last errors: ERROR_INVALID_WINDOW_HANDLE, ERROR_INVALID_PARAMETER
// (null, cbSize).
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-getcomboboxinfo
WINBOOL WINAPI GetComboBoxInfo(HWND handle, PCOMBOBOXINFO info) {
  if (!user::is_window(handle)) return base::fail(ERROR_INVALID_WINDOW_HANDLE);
  if (info == nullptr || info->cbSize != sizeof *info) return base::fail(ERROR_INVALID_PARAMETER);
  const auto lparam = reinterpret_cast<LPARAM>(info);
  return user::send_message(handle, CB_GETCOMBOBOXINFO, 0, lparam) != 0;
}
