// The items of an extended combo box.
#include <algorithm>

#include "comctl32/combo_box_ex/combo_box_ex.h"

namespace transom::comctl {
namespace {

constexpr int kTextRoom = 260;

ComboItem make_item(const COMBOBOXEXITEMW& given, ComboItem item, bool ansi) {
  if ((given.mask & CBEIF_TEXT) != 0) {
    item.text_callback = given.pszText == LPSTR_TEXTCALLBACKW;
    item.text = item.text_callback ? std::u16string()
                                   : text_of(reinterpret_cast<LPARAM>(given.pszText), ansi);
  }
  if ((given.mask & CBEIF_IMAGE) != 0) item.image = given.iImage;
  if ((given.mask & CBEIF_SELECTEDIMAGE) != 0) item.selected_image = given.iSelectedImage;
  if ((given.mask & CBEIF_OVERLAY) != 0) item.overlay = given.iOverlay;
  if ((given.mask & CBEIF_INDENT) != 0) item.indent = given.iIndent;
  if ((given.mask & CBEIF_LPARAM) != 0) item.data = given.lParam;
  return item;
}

int& member(ComboItem& item, UINT which) {
  switch (which) {
    case CBEIF_IMAGE:
      return item.image;
    case CBEIF_SELECTEDIMAGE:
      return item.selected_image;
    case CBEIF_OVERLAY:
      return item.overlay;
    default:
      return item.indent;
  }
}

int& member(COMBOBOXEXITEMW& item, UINT which) {
  switch (which) {
    case CBEIF_IMAGE:
      return item.iImage;
    case CBEIF_SELECTEDIMAGE:
      return item.iSelectedImage;
    case CBEIF_OVERLAY:
      return item.iOverlay;
    default:
      return item.iIndent;
  }
}

// With CBEIF_DI_SETITEM the control keeps what it is told.
// https://learn.microsoft.com/windows/win32/controls/cben-getdispinfo
COMBOBOXEXITEMW ask(ComboBoxEx& box, INT_PTR index, UINT mask, std::u16string& text) {
  NMCOMBOBOXEXW about{};
  WCHAR buffer[kTextRoom]{};
  about.ceItem.mask = mask;
  about.ceItem.iItem = index;
  about.ceItem.lParam = box.at(index)->data;
  about.ceItem.pszText = buffer;
  about.ceItem.cchTextMax = kTextRoom;
  about.ceItem.iImage = about.ceItem.iSelectedImage = -1;
  box.tell(about.hdr, box.unicode ? CBEN_GETDISPINFOW : CBEN_GETDISPINFOA);
  const auto* told = about.ceItem.pszText;
  if ((mask & CBEIF_TEXT) != 0 && told != nullptr && told != LPSTR_TEXTCALLBACKW) {
    text = text_of(reinterpret_cast<LPARAM>(told), !box.unicode);
  }
  ComboItem* item = box.alive() ? box.at(index) : nullptr;
  if (item == nullptr || (about.ceItem.mask & CBEIF_DI_SETITEM) == 0) return about.ceItem;
  if ((mask & CBEIF_TEXT) != 0) {
    item->text = text;
    item->text_callback = false;
  } else {
    member(*item, mask) = member(about.ceItem, mask);
  }
  return about.ceItem;
}

// -1: at the end.
// https://learn.microsoft.com/windows/win32/controls/cbem-insertitem
template <bool kAnsi>
LRESULT on_insert(ComboBoxEx& box, const ControlCall& call) {
  const auto* given = reinterpret_cast<const COMBOBOXEXITEMW*>(call.lparam);
  const auto count = static_cast<INT_PTR>(box.items.size());
  if (given == nullptr || given->iItem > count || given->iItem < -1) return -1;
  const INT_PTR index = given->iItem == -1 ? count : given->iItem;
  const ComboItem made = make_item(*given, {}, kAnsi);
  box.items.insert(box.items.begin() + index, made);
  user::send_message(box.combo, CB_INSERTSTRING, static_cast<WPARAM>(index), 0);
  if (box.alive()) box.tell_item(CBEN_INSERTITEM, index, made);
  return box.alive() ? index : -1;
}

// https://learn.microsoft.com/windows/win32/controls/cbem-deleteitem
LRESULT on_delete(ComboBoxEx& box, const ControlCall& call) {
  const auto index = static_cast<INT_PTR>(call.wparam);
  if (!box.has(index)) return CB_ERR;
  const bool current = box.current() == index;
  const ComboItem gone = *box.at(index);
  box.items.erase(box.items.begin() + index);
  const LRESULT left = user::send_message(box.combo, CB_DELETESTRING, call.wparam, 0);
  if (box.alive() && current) box.show_current();
  if (box.alive()) box.tell_item(CBEN_DELETEITEM, index, gone);
  return left;
}

// https://learn.microsoft.com/windows/win32/controls/cb-resetcontent
LRESULT on_reset(ComboBoxEx& box, const ControlCall&) {
  std::vector<ComboItem> gone;
  gone.swap(box.items);
  user::send_message(box.combo, CB_RESETCONTENT, 0, 0);
  if (box.alive()) box.show_current();
  for (std::size_t index = 0; box.alive() && index < gone.size(); ++index) {
    box.tell_item(CBEN_DELETEITEM, static_cast<INT_PTR>(index), gone[index]);
  }
  return CB_OKAY;
}

// https://learn.microsoft.com/windows/win32/controls/cbem-getitem
template <bool kAnsi>
LRESULT on_get(ComboBoxEx& box, const ControlCall& call) {
  auto* out = reinterpret_cast<COMBOBOXEXITEMW*>(call.lparam);
  if (out == nullptr || box.at(out->iItem) == nullptr) return FALSE;
  const INT_PTR index = out->iItem;
  if ((out->mask & CBEIF_TEXT) != 0) {
    copy_text(box.text_of_item(index), reinterpret_cast<LPARAM>(out->pszText),
              static_cast<std::size_t>(std::max(out->cchTextMax, 0)), kAnsi);
  }
  for (const UINT which : {CBEIF_IMAGE, CBEIF_SELECTEDIMAGE, CBEIF_OVERLAY, CBEIF_INDENT}) {
    if (!box.alive()) return FALSE;
    if ((out->mask & which) != 0) member(*out, which) = box.number_of(index, which);
  }
  if (!box.alive() || box.at(index) == nullptr) return FALSE;
  if ((out->mask & CBEIF_LPARAM) != 0) out->lParam = box.at(index)->data;
  return TRUE;
}

// https://learn.microsoft.com/windows/win32/controls/cbem-setitem
template <bool kAnsi>
LRESULT on_set(ComboBoxEx& box, const ControlCall& call) {
  const auto* given = reinterpret_cast<const COMBOBOXEXITEMW*>(call.lparam);
  ComboItem* item = given != nullptr ? box.at(given->iItem) : nullptr;
  if (item == nullptr) return FALSE;
  *item = make_item(*given, *item, kAnsi);
  if (given->iItem == -1 && box.edit != nullptr) {
    box.own_change = true;
    SetWindowTextW(box.edit, base::as_wchar(item->text));
    box.own_change = false;
  } else if (given->iItem == box.current()) {
    box.show_current();
  }
  if (box.alive()) InvalidateRect(box.combo, nullptr, TRUE);
  return TRUE;
}

LRESULT on_get_data(ComboBoxEx& box, const ControlCall& call) {
  const auto index = static_cast<INT_PTR>(call.wparam);
  return box.has(index) ? box.at(index)->data : CB_ERR;
}
LRESULT on_set_data(ComboBoxEx& box, const ControlCall& call) {
  const auto index = static_cast<INT_PTR>(call.wparam);
  if (!box.has(index)) return CB_ERR;
  box.at(index)->data = call.lparam;
  return CB_OKAY;
}

// https://learn.microsoft.com/windows/win32/controls/cb-getlbtext
LRESULT on_get_text(ComboBoxEx& box, const ControlCall& call) {
  const auto index = static_cast<INT_PTR>(call.wparam);
  if (!box.has(index)) return CB_ERR;
  return static_cast<LRESULT>(copy_text(box.text_of_item(index), call.lparam, false));
}
LRESULT on_text_length(ComboBoxEx& box, const ControlCall& call) {
  const auto index = static_cast<INT_PTR>(call.wparam);
  return box.has(index) ? static_cast<LRESULT>(box.text_of_item(index).size()) : CB_ERR;
}

// https://learn.microsoft.com/windows/win32/controls/cb-findstringexact
LRESULT on_find(ComboBoxEx& box, const ControlCall& call) {
  return box.find_text(text_of(call.lparam, false), static_cast<INT_PTR>(call.wparam));
}

// "Not supported": items come by CBEM_INSERTITEM.
LRESULT on_unsupported(ComboBoxEx&, const ControlCall&) {
  return CB_ERR;
}

constexpr ControlEntry<ComboBoxEx> kEntries[] = {
    {CBEM_INSERTITEMA, on_insert<true>}, {CBEM_INSERTITEMW, on_insert<false>},
    {CBEM_GETITEMA, on_get<true>},       {CBEM_GETITEMW, on_get<false>},
    {CBEM_SETITEMA, on_set<true>},       {CBEM_SETITEMW, on_set<false>},
    {CBEM_DELETEITEM, on_delete},        {CB_RESETCONTENT, on_reset},
    {CB_GETITEMDATA, on_get_data},       {CB_SETITEMDATA, on_set_data},
    {CB_GETLBTEXT, on_get_text},         {CB_GETLBTEXTLEN, on_text_length},
    {CB_FINDSTRINGEXACT, on_find},       {CB_ADDSTRING, on_unsupported},
    {CB_INSERTSTRING, on_unsupported},   {CB_DIR, on_unsupported},
};

}  // namespace

LRESULT ComboBoxEx::tell_item(UINT code, INT_PTR index, const ComboItem& item) {
  NMCOMBOBOXEXW about{};
  about.ceItem.mask = CBEIF_LPARAM | CBEIF_IMAGE | CBEIF_SELECTEDIMAGE | CBEIF_INDENT;
  about.ceItem.iItem = index;
  about.ceItem.iImage = item.image;
  about.ceItem.iSelectedImage = item.selected_image;
  about.ceItem.iOverlay = item.overlay;
  about.ceItem.iIndent = item.indent;
  about.ceItem.lParam = item.data;
  return tell(about.hdr, code);
}

std::u16string ComboBoxEx::text_of_item(INT_PTR index) {
  const ComboItem* item = at(index);
  if (item == nullptr) return {};
  if (!item->text_callback) return item->text;
  std::u16string text;
  ask(*this, index, CBEIF_TEXT, text);
  return text;
}

int ComboBoxEx::number_of(INT_PTR index, UINT which) {
  ComboItem* item = at(index);
  if (item == nullptr) return -1;
  const int kept = member(*item, which);
  if (kept != I_IMAGECALLBACK) return kept;  // I_INDENTCALLBACK is the same number
  std::u16string unused;
  COMBOBOXEXITEMW told = ask(*this, index, which, unused);
  return member(told, which);
}

// Round the end.
INT_PTR ComboBoxEx::find_text(const std::u16string& text, INT_PTR after) {
  const auto count = static_cast<INT_PTR>(items.size());
  const INT_PTR begin = has(after) ? after + 1 : 0;
  for (INT_PTR step = 0; alive() && step < count; ++step) {
    const INT_PTR index = (begin + step) % count;
    if (!has(index)) break;
    const std::u16string own = text_of_item(index);
    const bool exact = (extended_style & CBES_EX_CASESENSITIVE) != 0;
    if (exact ? own == text : base::equals_ignoring_case(own, text)) return index;
  }
  return CB_ERR;
}

std::span<const ControlEntry<ComboBoxEx>> combo_ex_item_entries() {
  return kEntries;
}

}  // namespace transom::comctl
