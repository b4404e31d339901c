#include "comctl32/list_view/list_view.h"

#include "comctl32/classes.h"

namespace transom::comctl {
namespace {

constexpr std::size_t kTextRoom = 260;

// LVN_GETDISPINFO in the encoding that the parent asked for; the item as the parent filled it in.
LVITEMW ask(ListView& list, int item, int column, UINT mask, std::u16string& text) {
  NMLVDISPINFOW about{};
  WCHAR buffer[kTextRoom]{};
  about.item.mask = mask;
  about.item.iItem = item;
  about.item.iSubItem = column;
  about.item.pszText = buffer;
  about.item.cchTextMax = kTextRoom;
  if (!list.owner_data()) about.item.lParam = list.at(item).data;
  list.tell(about.hdr, list.unicode ? LVN_GETDISPINFOW : LVN_GETDISPINFOA);
  const bool answered = about.item.pszText != nullptr && about.item.pszText != LPSTR_TEXTCALLBACKW;
  if (answered && (mask & LVIF_TEXT) != 0) {
    text = text_of(reinterpret_cast<LPARAM>(about.item.pszText), !list.unicode);
  }
  return about.item;
}

LRESULT on_create(ListView& list, const ControlCall&) {
  list.icon_spacing = {GetSystemMetrics(SM_CXICONSPACING), GetSystemMetrics(SM_CYICONSPACING)};
  list.header = CreateWindowExW(0, WC_HEADERW, nullptr, WS_CHILD | HDS_BUTTONS | HDS_FULLDRAG, 0, 0,
                                0, 0, list.handle, nullptr, nullptr, nullptr);
  if (list.alive()) list.lay_out();
  return list.alive() ? 0 : -1;
}

LRESULT on_paint(ListView& list, const ControlCall& call) {
  const user::ControlPaint paint(list, call);
  if (paint) list.draw(paint.dc());
  return 0;
}

LRESULT on_erase(ListView& list, const ControlCall& call) {
  if (list.background == CLR_NONE) {
    return user::send_message(GetParent(list.handle), WM_ERASEBKGND, call.wparam, call.lparam);
  }
  fill_solid(reinterpret_cast<HDC>(call.wparam), list.client(), list.background);
  return TRUE;
}

LRESULT on_size(ListView& list, const ControlCall&) {
  list.lay_out();
  return 0;
}

LRESULT on_set_list_font(ListView& list, const ControlCall& call) {
  user::on_set_font(list, call);
  for (ListItem& item : list.items) item.texts[0].width = -1;
  if (list.header != nullptr) user::send_message(list.header, WM_SETFONT, call.wparam, call.lparam);
  if (list.alive()) list.lay_out();
  return 0;
}

LRESULT on_style_changed(ListView& list, const ControlCall& call) {
  const LRESULT result = list.default_action(call);
  if (list.alive()) list.lay_out();
  return result;
}

template <UINT kCode>
LRESULT on_focus(ListView& list, const ControlCall&) {
  InvalidateRect(list.handle, nullptr, FALSE);
  list.tell(kCode);
  return 0;
}

LRESULT on_dialog_code(ListView&, const ControlCall&) {
  return DLGC_WANTCHARS | DLGC_WANTARROWS;
}

constexpr ControlEntry<ListView> kEntries[] = {
    {WM_CREATE, on_create},
    {WM_PAINT, on_paint},
    {WM_PRINTCLIENT, on_paint},
    {WM_ERASEBKGND, on_erase},
    {WM_SIZE, on_size},
    {WM_SETFONT, on_set_list_font},
    {WM_STYLECHANGED, on_style_changed},
    {WM_SETFOCUS, on_focus<NM_SETFOCUS>},
    {WM_KILLFOCUS, on_focus<NM_KILLFOCUS>},
    {WM_GETDLGCODE, on_dialog_code},
};

LRESULT CALLBACK list_view_procedure(HWND handle, UINT message, WPARAM wparam, LPARAM lparam) {
  static const user::ControlTable<ListView> table{common_entries<ListView>(), kEntries,
                                                  list_item_entries(),        list_column_entries(),
                                                  list_view_entries(),        list_input_entries(),
                                                  list_label_entries()};
  return user::run_control(table, handle, message, wparam, lparam);
}

}  // namespace

UINT& ListView::state_of(int item) {
  return owner_data() ? states[static_cast<std::size_t>(item)] : at(item).state;
}

std::u16string ListView::text_of_item(int item, int column) {
  if (!has(item)) return {};
  std::u16string text;
  if (owner_data()) {
    ask(*this, item, column, LVIF_TEXT, text);
    return text;
  }
  const auto& texts = at(item).texts;
  if (column < 0 || static_cast<std::size_t>(column) >= texts.size()) return {};
  const ListText& kept = texts[static_cast<std::size_t>(column)];
  if (!kept.callback) return kept.text;
  ask(*this, item, column, LVIF_TEXT, text);
  return text;
}

int ListView::image_of(int item) {
  if (!has(item)) return -1;
  std::u16string unused;
  if (owner_data()) return ask(*this, item, 0, LVIF_IMAGE, unused).iImage;
  if (at(item).image != I_IMAGECALLBACK) return at(item).image;
  return ask(*this, item, 0, LVIF_IMAGE, unused).iImage;
}

LRESULT ListView::tell_list(UINT code, int item, UINT new_state, UINT old_state, int column,
                            POINT point) {
  NMLISTVIEW about{};
  about.iItem = item;
  about.iSubItem = column;
  about.uNewState = new_state;
  about.uOldState = old_state;
  about.uChanged = new_state != old_state ? UINT{LVIF_STATE} : 0;
  about.ptAction = point;
  if (!owner_data() && has(item)) about.lParam = at(item).data;
  return tell(about.hdr, code);
}

LRESULT ListView::tell_activate(UINT code, int item, int column, POINT point) {
  NMITEMACTIVATE about{};
  about.iItem = item;
  about.iSubItem = column;
  about.ptAction = point;
  if (GetKeyState(VK_SHIFT) < 0) about.uKeyFlags |= LVKF_SHIFT;
  if (GetKeyState(VK_CONTROL) < 0) about.uKeyFlags |= LVKF_CONTROL;
  if (GetKeyState(VK_MENU) < 0) about.uKeyFlags |= LVKF_ALT;
  return tell(about.hdr, code);
}

const user::SystemClass kListViewClass{u"SysListView32",        CS_DBLCLKS | CS_GLOBALCLASS,
                                       list_view_procedure,     sizeof(void*),
                                       MAKEINTRESOURCEW(32512), nullptr};

}  // namespace transom::comctl
