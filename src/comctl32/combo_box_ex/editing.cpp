// The edit control of an extended combo box.
// https://learn.microsoft.com/windows/win32/controls/cben-endedit
#include <algorithm>
#include <cstring>

#include "comctl32/combo_box_ex/combo_box_ex.h"
#include "comctl32/subclass.h"

namespace transom::comctl {
namespace {

constexpr UINT_PTR kSubclass = 0x4358;

std::u16string edit_text(const ComboBoxEx& box) {
  WCHAR text[CBEMAXSTRLEN]{};
  GetWindowTextW(box.edit, text, CBEMAXSTRLEN);
  return base::as_char16(text);
}

template <class About>
LRESULT tell_end(ComboBoxEx& box, UINT code, int why, INT_PTR selection,
                 const std::u16string& text) {
  About about{};
  about.fChanged = box.edit_changed;
  about.iNewSelection = static_cast<int>(selection);
  about.iWhy = why;
  copy_text(text, reinterpret_cast<LPARAM>(about.szText), CBEMAXSTRLEN,
            sizeof about.szText[0] == sizeof(char));
  return box.tell(about.hdr, code);
}

// The keys that go through the list belong to the combo box.
bool is_for_list(WPARAM key) {
  constexpr WPARAM kKeys[] = {VK_UP, VK_DOWN, VK_PRIOR, VK_NEXT, VK_F4};
  return std::ranges::find(kKeys, key) != std::end(kKeys);
}

void begin(ComboBoxEx& box) {
  if (std::exchange(box.editing, true)) return;
  box.edit_changed = false;
  box.tell(CBEN_BEGINEDIT);
}

// True: the key has been used.
bool on_edit_key(ComboBoxEx& box, UINT message, WPARAM key, LPARAM lparam) {
  if (key == VK_RETURN || key == VK_ESCAPE) {
    if (message != WM_KEYDOWN) return true;
    box.end_edit(key == VK_RETURN ? CBENF_RETURN : CBENF_ESCAPE);
    if (box.alive()) begin(box);
    return true;
  }
  if (!is_for_list(key)) return false;
  user::send_message(box.combo, message, key, lparam);
  return true;
}

LRESULT CALLBACK edit_procedure(HWND edit, UINT message, WPARAM wparam, LPARAM lparam, UINT_PTR,
                                DWORD_PTR data) {
  const user::ControlUse<ComboBoxEx> box(reinterpret_cast<HWND>(data));
  if (!box || !box->alive()) return DefSubclassProc(edit, message, wparam, lparam);
  if (message == WM_KEYDOWN || message == WM_SYSKEYDOWN) {
    if (on_edit_key(*box, message, wparam, lparam)) return 0;
  }
  if (message == WM_CHAR && (wparam == VK_RETURN || wparam == VK_ESCAPE)) return 0;
  const LRESULT result = DefSubclassProc(edit, message, wparam, lparam);
  if (!box->alive()) return result;
  if (message == WM_SETFOCUS) {
    begin(*box);
    if (box->alive()) box->notify(CBN_SETFOCUS);
  } else if (message == WM_KILLFOCUS) {
    if (box->editing) box->end_edit(CBENF_KILLFOCUS);
    const bool inside = reinterpret_cast<HWND>(wparam) == box->combo;
    if (box->alive() && !inside) box->notify(CBN_KILLFOCUS);
  }
  return result;
}

// ---- Messages of the children

void on_edit_tells(ComboBoxEx& box, WORD code) {
  if (box.own_change) return;
  if (code == EN_UPDATE) box.notify(CBN_EDITUPDATE);
  if (code != EN_CHANGE) return;
  box.edit_changed = true;
  box.edit_item.text = edit_text(box);
  box.notify(CBN_EDITCHANGE);
}

// What the list does to the edit control; then the parent hears of it as from this control.
void on_combo_tells(ComboBoxEx& box, WORD code) {
  const bool drops = code == CBN_DROPDOWN;
  if (drops && box.editing) {
    box.end_edit(CBENF_DROPDOWN);
  } else if (drops && box.edit == nullptr) {
    box.tell(CBEN_BEGINEDIT);
  }
  if (!box.alive()) return;
  if (code == CBN_SELCHANGE) box.show_current();
  const bool own_focus = box.edit != nullptr && (code == CBN_SETFOCUS || code == CBN_KILLFOCUS);
  if (box.alive() && !own_focus) box.notify(code);
  if (!box.alive()) return;
  if (code == CBN_SELENDOK && box.edit == nullptr) box.end_edit(CBENF_DROPDOWN);
  if (box.alive() && code == CBN_CLOSEUP && box.edit != nullptr) SetFocus(box.edit);
}

// https://learn.microsoft.com/windows/win32/menurc/wm-command
LRESULT on_command(ComboBoxEx& box, const ControlCall& call) {
  const auto from = reinterpret_cast<HWND>(call.lparam);
  if (from == box.edit && from != nullptr) {
    on_edit_tells(box, HIWORD(call.wparam));
  } else if (from == box.combo) {
    on_combo_tells(box, HIWORD(call.wparam));
  }
  return 0;
}

// "TRUE if the text has been changed", until CBEN_ENDEDIT.
// https://learn.microsoft.com/windows/win32/controls/cbem-haseditchanged
LRESULT on_has_changed(ComboBoxEx& box, const ControlCall&) {
  return box.edit_changed;
}

LRESULT on_get_edit(ComboBoxEx& box, const ControlCall&) {
  return reinterpret_cast<LRESULT>(box.edit);
}

LRESULT on_set_focus(ComboBoxEx& box, const ControlCall&) {
  SetFocus(box.edit != nullptr ? box.edit : box.combo);
  return 0;
}

constexpr ControlEntry<ComboBoxEx> kEntries[] = {
    {WM_COMMAND, on_command},
    {WM_SETFOCUS, on_set_focus},
    {CBEM_HASEDITCHANGED, on_has_changed},
    {CBEM_GETEDITCONTROL, on_get_edit},
};

}  // namespace

void ComboBoxEx::watch_edit() {
  SetWindowSubclass(edit, edit_procedure, kSubclass, reinterpret_cast<DWORD_PTR>(handle));
}

// "FALSE to accept and allow the control to display the selected item."
bool ComboBoxEx::end_edit(int why) {
  editing = false;
  INT_PTR selection = current();
  std::u16string text = edit != nullptr ? edit_text(*this) : text_of_item(selection);
  if (alive() && edit_changed && why != CBENF_ESCAPE) selection = find_text(text);
  if (!alive()) return false;
  const bool refused =
      (unicode ? tell_end<NMCBEENDEDITW>(*this, CBEN_ENDEDITW, why, selection, text)
               : tell_end<NMCBEENDEDITA>(*this, CBEN_ENDEDITA, why, selection, text)) != 0;
  if (!alive()) return false;
  const bool changed = std::exchange(edit_changed, false);
  if (refused || edit == nullptr) return true;
  if (why == CBENF_ESCAPE) {
    show_current();
  } else if (changed && has(selection)) {
    user::send_message(combo, CB_SETCURSEL, static_cast<WPARAM>(selection), 0);
    if (alive()) show_current();
  }
  return true;
}

std::span<const ControlEntry<ComboBoxEx>> combo_ex_edit_entries() {
  return kEntries;
}

}  // namespace transom::comctl
