// Editing an item's label in place.
// https://learn.microsoft.com/windows/win32/controls/lvm-editlabel
#include "comctl32/label_edit.h"
#include "comctl32/list_view/list_view.h"

namespace transom::comctl {
namespace {

LRESULT tell_label(ListView& list, UINT code, int item, WCHAR* text) {
  NMLVDISPINFOW about{};
  about.item.mask = LVIF_TEXT;
  about.item.iItem = item;
  about.item.pszText = text;
  if (!list.owner_data() && list.has(item)) about.item.lParam = list.at(item).data;
  return list.tell(about.hdr, code);
}

// LVN_ENDLABELEDIT: a null text says that the user gave up; the parent decides about another.
void end_edit(ListView& list, bool keep) {
  const HWND edit = std::exchange(list.edit, nullptr);
  const int item = std::exchange(list.edited, -1);
  if (edit == nullptr) return;
  LabelText label(edit, keep, list.unicode);
  release_label_edit(edit);
  const UINT code = list.unicode ? LVN_ENDLABELEDITW : LVN_ENDLABELEDITA;
  const bool taken = tell_label(list, code, item, label.notified()) != 0;
  if (list.alive() && keep && taken && !list.owner_data() && list.has(item)) {
    list.at(item).texts[0] = {label.text, false};
    list.redraw_item(item);
  }
  if (user::is_window(edit)) DestroyWindow(edit);
  if (list.alive()) SetFocus(list.handle);
}

void on_edit_end(HWND control, bool keep) {
  const user::ControlUse<ListView> list(control);
  if (list) end_edit(*list, keep);
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
  const HWND edit = make_label_edit(list, text, place);
  if (edit == nullptr) return 0;
  list.edit = edit;
  list.edited = item;
  const UINT code = list.unicode ? LVN_BEGINLABELEDITW : LVN_BEGINLABELEDITA;
  if (tell_label(list, code, item, nullptr) != 0 || !list.alive()) {
    if (list.alive()) list.edit = nullptr;
    if (user::is_window(edit)) DestroyWindow(edit);
    return 0;
  }
  show_label_edit(edit, list.handle, on_edit_end);
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
