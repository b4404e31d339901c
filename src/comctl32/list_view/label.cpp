// Editing an item's label in place.
// https://learn.microsoft.com/windows/win32/controls/lvm-editlabel
#include <algorithm>

#include "comctl32/list_view/list_view.h"
#include "comctl32/subclass.h"

namespace transom::comctl {
namespace {

constexpr UINT_PTR kSubclass = 0x4C56;

LRESULT CALLBACK edit_procedure(HWND edit, UINT message, WPARAM wparam, LPARAM lparam, UINT_PTR,
                                DWORD_PTR data);

LRESULT tell_label(ListView& list, UINT code, int item, WCHAR* text) {
  NMLVDISPINFOW about{};
  about.item.mask = LVIF_TEXT;
  about.item.iItem = item;
  about.item.pszText = text;
  if (!list.owner_data() && list.has(item)) about.item.lParam = list.at(item).data;
  if (list.unicode || text == nullptr) return list.tell(about.hdr, code);
  std::string ansi = base::to_ansi(base::as_char16(text));
  about.item.pszText = reinterpret_cast<WCHAR*>(ansi.data());
  return list.tell(about.hdr, code);
}

// LVN_ENDLABELEDIT: a null text says that the user gave up; the parent decides about another.
void end_edit(ListView& list, bool keep) {
  const HWND edit = std::exchange(list.edit, nullptr);
  const int item = std::exchange(list.edited, -1);
  if (edit == nullptr) return;
  WCHAR text[260]{};
  GetWindowTextW(edit, text, 260);
  RemoveWindowSubclass(edit, edit_procedure, kSubclass);
  const UINT code = list.unicode ? LVN_ENDLABELEDITW : LVN_ENDLABELEDITA;
  const bool taken = tell_label(list, code, item, keep ? text : nullptr) != 0;
  if (list.alive() && keep && taken && !list.owner_data() && list.has(item)) {
    list.at(item).texts[0] = {base::as_char16(text), false};
    list.redraw_item(item);
  }
  if (user::is_window(edit)) DestroyWindow(edit);
  if (list.alive()) SetFocus(list.handle);
}

LRESULT CALLBACK edit_procedure(HWND edit, UINT message, WPARAM wparam, LPARAM lparam, UINT_PTR,
                                DWORD_PTR data) {
  const user::ControlUse<ListView> list(reinterpret_cast<HWND>(data));
  if (list && message == WM_KEYDOWN && (wparam == VK_RETURN || wparam == VK_ESCAPE)) {
    end_edit(*list, wparam == VK_RETURN);
    return 0;
  }
  if (list && message == WM_GETDLGCODE) return DLGC_WANTALLKEYS;
  const LRESULT result = DefSubclassProc(edit, message, wparam, lparam);
  if (list && list->alive() && message == WM_KILLFOCUS) end_edit(*list, true);
  return result;
}

// The edit control's handle, or null: refused, or the list has no such labels. -1: gives up.
template <bool kAnsi>
LRESULT on_edit(ListView& list, const ControlCall& call) {
  const auto item = static_cast<int>(call.wparam);
  end_edit(list, false);
  if (!list.alive() || !list.has(item) || !list.has_style(LVS_EDITLABELS)) return 0;
  SetFocus(list.handle);
  if (!list.alive()) return 0;
  list.ensure_visible(item);
  const std::u16string text = list.text_of_item(item, 0);
  if (!list.alive()) return 0;
  RECT place = list.item_rect(item, LVIR_LABEL);
  InflateRect(&place, 2, 1);
  place.right += 20;
  const HWND edit =
      CreateWindowExW(0, L"Edit", base::as_wchar(text), WS_CHILD | WS_BORDER | ES_AUTOHSCROLL,
                      place.left, place.top, place.right - place.left, place.bottom - place.top,
                      list.handle, nullptr, nullptr, nullptr);
  if (edit == nullptr || !list.alive()) return 0;
  user::send_message(edit, WM_SETFONT, reinterpret_cast<WPARAM>(list.font), 0);
  list.edit = edit;
  list.edited = item;
  const UINT code = list.unicode ? LVN_BEGINLABELEDITW : LVN_BEGINLABELEDITA;
  if (tell_label(list, code, item, nullptr) != 0 || !list.alive()) {
    if (list.alive()) list.edit = nullptr;
    if (user::is_window(edit)) DestroyWindow(edit);
    return 0;
  }
  SetWindowSubclass(edit, edit_procedure, kSubclass, reinterpret_cast<DWORD_PTR>(list.handle));
  ShowWindow(edit, SW_SHOW);
  SetFocus(edit);
  if (user::is_window(edit)) user::send_message(edit, EM_SETSEL, 0, -1);
  return reinterpret_cast<LRESULT>(edit);
}

LRESULT on_get_edit(ListView& list, const ControlCall&) {
  return reinterpret_cast<LRESULT>(list.edit);
}

LRESULT on_destroy(ListView& list, const ControlCall& call) {
  list.edit = nullptr;
  return list.default_action(call);
}

constexpr ControlEntry<ListView> kEntries[] = {
    {WM_DESTROY, on_destroy},
    {LVM_EDITLABELA, on_edit<true>},
    {LVM_EDITLABELW, on_edit<false>},
    {LVM_GETEDITCONTROL, on_get_edit},
};

}  // namespace

std::span<const ControlEntry<ListView>> list_label_entries() {
  return kEntries;
}

}  // namespace transom::comctl
