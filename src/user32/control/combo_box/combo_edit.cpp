// The edit control of a combo box: an ordinary Edit whose keys the combo box sees first.
#include <algorithm>

#include "base/text.h"
#include "user32/control/combo_box/combo_box.h"
#include "user32/lock.h"
#include "user32/message/send.h"

namespace transom::user {
namespace {

constexpr UINT_PTR kEditId = 1001;  // as Windows numbers it

DWORD edit_styles(const ComboBox& combo) {
  constexpr struct {
    DWORD combo;
    DWORD edit;
  } kSame[] = {{CBS_AUTOHSCROLL, ES_AUTOHSCROLL},
               {CBS_OEMCONVERT, ES_OEMCONVERT},
               {CBS_UPPERCASE, ES_UPPERCASE},
               {CBS_LOWERCASE, ES_LOWERCASE}};
  DWORD styles = WS_CHILD | WS_VISIBLE | ES_LEFT | ES_NOHIDESEL;
  for (const auto& each : kSame) {
    if (combo.has_style(each.combo)) styles |= each.edit;
  }
  return combo.enabled() ? styles : styles | WS_DISABLED;
}

bool is_alt_down(LPARAM lparam) {
  return (HIWORD(lparam) & KF_ALTDOWN) != 0;
}

// True: the combo box has done with it.
bool combo_handles(ComboBox& combo, UINT message, WPARAM wparam, LPARAM lparam) {
  switch (message) {
    case WM_KEYDOWN:
      return combo.handle_key(wparam, false);
    case WM_SYSKEYDOWN:
      if (!combo.handle_key(wparam, is_alt_down(lparam))) return false;
      // The default action has to see that Alt did not come alone.
      DefWindowProcW(combo.edit, message, wparam, lparam);
      return true;
    case WM_CHAR:
      // Of the keys that close a list the edit control would only beep.
      return wparam == VK_RETURN || wparam == VK_ESCAPE;
    case WM_MOUSEWHEEL:
      send_message(combo.window, message, wparam, lparam);
      return true;
    default:
      return false;
  }
}

LRESULT CALLBACK combo_edit_procedure(HWND handle, UINT message, WPARAM wparam, LPARAM lparam) {
  const ControlUse<ComboBox> combo(GetParent(handle));
  if (!combo) return DefWindowProcW(handle, message, wparam, lparam);
  const WNDPROC edit_procedure = combo->edit_procedure;
  if (combo_handles(*combo, message, wparam, lparam)) return 0;
  const LRESULT result = edit_procedure(handle, message, wparam, lparam);
  // A dialog's Enter and Escape belong to the list while it is open.
  const auto* key = reinterpret_cast<const MSG*>(lparam);
  if (message == WM_GETDLGCODE && key != nullptr && combo->is_closing_key(key->wParam)) {
    return result | DLGC_WANTMESSAGE;
  }
  return result;
}

// The list goes to what was typed, but selects nothing.
void follow_typed_text(ComboBox& combo) {
  const ControlUse<ListBox> list(combo.list);
  if (!list) return;
  list->select_single(ListBox::kNone);
  if (!combo.alive() || !list->alive()) return;
  const std::u16string text = combo.edit_text();
  const bool searches = combo.keeps_strings() && !text.empty();
  const int found =
      searches ? list->find_text(ListBox::kNone, text, ListBox::Match::kPrefix) : ListBox::kNone;
  list->caret = std::max(found, 0);
  if (combo.drops_down()) list->set_top(list->caret);
}

}  // namespace

bool ComboBox::create_edit(HINSTANCE instance) {
  const RECT item = field_item();
  edit = CreateWindowExW(0, L"Edit", nullptr, edit_styles(*this), item.left, item.top,
                         item.right - item.left, item.bottom - item.top, handle,
                         reinterpret_cast<HMENU>(kEditId), instance, nullptr);
  Window* created = find_own_window(edit);
  if (created == nullptr) return false;
  UserLock lock;
  edit_procedure = created->procedure;
  created->procedure = combo_edit_procedure;
  return true;
}

std::u16string ComboBox::edit_text() const {
  const int length = std::max(GetWindowTextLengthW(edit), 0);
  std::u16string text(static_cast<std::size_t>(length) + 1, u'\0');
  text.resize(static_cast<std::size_t>(
      std::max(GetWindowTextW(edit, base::as_wchar(text.data()), length + 1), 0)));
  return text;
}

void ComboBox::set_edit_text(const std::u16string& text) {
  if (edit == nullptr) return;
  setting_text = true;
  send_message(edit, WM_SETTEXT, 0, reinterpret_cast<LPARAM>(text.c_str()));
  setting_text = false;
}

void ComboBox::show_selection() {
  if (!editable()) {
    invalidate_field();
    return;
  }
  if (!keeps_strings()) return;
  set_edit_text(selected_text());
  if (edit != nullptr && alive()) send_message(edit, EM_SETSEL, 0, -1);
}

// Edited text is nobody's selection.
// https://learn.microsoft.com/windows/win32/controls/cbn-editchange
void ComboBox::on_edit_notification(WORD code) {
  switch (code) {
    case EN_SETFOCUS:
      gain_focus();
      break;
    case EN_KILLFOCUS:
      lose_focus();
      break;
    case EN_UPDATE:
      if (!setting_text) notify(CBN_EDITUPDATE);
      break;
    case EN_CHANGE:
      if (setting_text) break;
      told_selection = ListBox::kNone;
      follow_typed_text(*this);
      if (alive()) notify(CBN_EDITCHANGE);
      break;
    case EN_ERRSPACE:
      notify(static_cast<WORD>(CBN_ERRSPACE));
      break;
    default:
      break;
  }
}

}  // namespace transom::user
