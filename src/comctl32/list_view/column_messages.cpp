// The messages about a report's columns, and the header's notifications.
#include <algorithm>

#include "comctl32/list_view/list_view.h"

namespace transom::comctl {
namespace {

HDITEMW header_item(const LVCOLUMNW& given, const ListColumn& column) {
  HDITEMW item{};
  item.mask = HDI_TEXT | HDI_FORMAT;
  item.pszText = const_cast<WCHAR*>(base::as_wchar(column.text));
  item.fmt = HDF_STRING | (column.format & LVCFMT_JUSTIFYMASK);
  if ((given.mask & LVCF_WIDTH) != 0) {
    item.mask |= HDI_WIDTH;
    item.cxy = given.cx;
  }
  return item;
}

void take(ListColumn& column, const LVCOLUMNW& given, bool ansi) {
  if ((given.mask & LVCF_TEXT) != 0)
    column.text = text_of(reinterpret_cast<LPARAM>(given.pszText), ansi);
  if ((given.mask & LVCF_FMT) != 0) column.format = given.fmt;
  if ((given.mask & LVCF_IMAGE) != 0) column.image = given.iImage;
}

bool has_column(const ListView& list, int column) {
  return column >= 0 && static_cast<std::size_t>(column) < list.columns.size();
}

// The first column's text is always left-aligned.
// https://learn.microsoft.com/windows/win32/controls/lvm-insertcolumn
template <bool kAnsi>
LRESULT on_insert(ListView& list, const ControlCall& call) {
  const auto* given = reinterpret_cast<const LVCOLUMNW*>(call.lparam);
  if (given == nullptr || list.columns.size() >= 0x1000) return -1;
  const int column =
      std::clamp(static_cast<int>(call.wparam), 0, static_cast<int>(list.columns.size()));
  ListColumn made;
  take(made, *given, kAnsi);
  if (column == 0) made.format &= ~LVCFMT_JUSTIFYMASK;
  HDITEMW item = header_item(*given, made);
  list.columns.insert(list.columns.begin() + column, made);
  for (ListItem& each : list.items) {
    if (column > 0 && static_cast<std::size_t>(column) < each.texts.size()) {
      each.texts.insert(each.texts.begin() + column, ListText{});
    }
  }
  user::send_message(list.header, HDM_INSERTITEMW, static_cast<WPARAM>(column),
                     reinterpret_cast<LPARAM>(&item));
  if (list.alive()) list.lay_out();
  return column;
}

LRESULT on_delete(ListView& list, const ControlCall& call) {
  const auto column = static_cast<int>(call.wparam);
  if (!has_column(list, column)) return FALSE;
  list.columns.erase(list.columns.begin() + column);
  for (ListItem& each : list.items) {
    if (column > 0 && static_cast<std::size_t>(column) < each.texts.size()) {
      each.texts.erase(each.texts.begin() + column);
    }
  }
  user::send_message(list.header, HDM_DELETEITEM, call.wparam, 0);
  if (list.alive()) list.lay_out();
  return TRUE;
}

// https://learn.microsoft.com/windows/win32/controls/lvm-getcolumn
template <bool kAnsi>
LRESULT on_get(ListView& list, const ControlCall& call) {
  auto* out = reinterpret_cast<LVCOLUMNW*>(call.lparam);
  const auto column = static_cast<int>(call.wparam);
  if (out == nullptr || !has_column(list, column)) return FALSE;
  const ListColumn& kept = list.columns[static_cast<std::size_t>(column)];
  if ((out->mask & LVCF_FMT) != 0) out->fmt = kept.format;
  if ((out->mask & LVCF_WIDTH) != 0) out->cx = list.column_width(column);
  if ((out->mask & LVCF_SUBITEM) != 0) out->iSubItem = column;
  if ((out->mask & LVCF_IMAGE) != 0) out->iImage = kept.image;
  if ((out->mask & LVCF_ORDER) != 0) out->iOrder = column;
  if ((out->mask & LVCF_TEXT) != 0) {
    copy_text(kept.text, reinterpret_cast<LPARAM>(out->pszText),
              static_cast<std::size_t>(std::max(out->cchTextMax, 0)), kAnsi);
  }
  return TRUE;
}

template <bool kAnsi>
LRESULT on_set(ListView& list, const ControlCall& call) {
  const auto* given = reinterpret_cast<const LVCOLUMNW*>(call.lparam);
  const auto column = static_cast<int>(call.wparam);
  if (given == nullptr || !has_column(list, column)) return FALSE;
  ListColumn& kept = list.columns[static_cast<std::size_t>(column)];
  take(kept, *given, kAnsi);
  HDITEMW item = header_item(*given, kept);
  user::send_message(list.header, HDM_SETITEMW, call.wparam, reinterpret_cast<LPARAM>(&item));
  if (list.alive()) list.lay_out();
  return TRUE;
}

LRESULT on_get_width(ListView& list, const ControlCall& call) {
  const auto column = static_cast<int>(call.wparam);
  if (list.view() == LVS_LIST) return list.list_width;
  return has_column(list, column) ? list.column_width(column) : 0;
}

// As wide as the widest text of the column, and with LVSCW_AUTOSIZE_USEHEADER as its title.
int fitting_width(ListView& list, int column, bool with_title) {
  constexpr int kMargin = 12;
  const MeasuringDc dc(list);
  int width = 0;
  if (with_title) {
    width = text_width(dc, list.columns[static_cast<std::size_t>(column)].text) + kMargin;
  }
  for (int item = 0; list.alive() && list.has(item); ++item) {
    width = std::max(width, text_width(dc, list.text_of_item(item, column)) + kMargin);
  }
  return width;
}

// https://learn.microsoft.com/windows/win32/controls/lvm-setcolumnwidth
LRESULT on_set_width(ListView& list, const ControlCall& call) {
  const auto column = static_cast<int>(call.wparam);
  int width = static_cast<short>(LOWORD(call.lparam));
  if (list.view() == LVS_LIST && width > 0) {
    list.list_width = width;
    InvalidateRect(list.handle, nullptr, TRUE);
    return TRUE;
  }
  if (!has_column(list, column)) return FALSE;
  if (width < 0) width = fitting_width(list, column, width == LVSCW_AUTOSIZE_USEHEADER);
  if (!list.alive()) return FALSE;
  HDITEMW item{};
  item.mask = HDI_WIDTH;
  item.cxy = width;
  user::send_message(list.header, HDM_SETITEMW, call.wparam, reinterpret_cast<LPARAM>(&item));
  if (list.alive()) list.lay_out();
  return TRUE;
}

LRESULT on_get_header(ListView& list, const ControlCall&) {
  return reinterpret_cast<LRESULT>(list.header);
}

LRESULT on_get_order(ListView& list, const ControlCall& call) {
  return user::send_message(list.header, HDM_GETORDERARRAY, call.wparam, call.lparam);
}

// What the header tells goes on to the parent; a click on a column is the list's own to tell.
LRESULT on_header_tells(ListView& list, const ControlCall& call) {
  auto* header = reinterpret_cast<NMHDR*>(call.lparam);
  if (header == nullptr || header->hwndFrom != list.header) return list.default_action(call);
  const UINT code = header->code;
  if (code == HDN_ITEMCLICKW || code == HDN_ITEMCLICKA) {
    NMLISTVIEW about{};
    about.iItem = -1;
    about.iSubItem = reinterpret_cast<const NMHEADERW*>(header)->iItem;
    list.tell(about.hdr, LVN_COLUMNCLICK);
    return 0;
  }
  if (code == HDN_ITEMCHANGEDW || code == HDN_ITEMCHANGEDA) {
    list.update_scroll_bars();
    if (list.alive()) InvalidateRect(list.handle, nullptr, TRUE);
  }
  if (!list.alive()) return 0;
  return user::send_message(GetParent(list.handle), WM_NOTIFY, call.wparam, call.lparam);
}

constexpr ControlEntry<ListView> kEntries[] = {
    {WM_NOTIFY, on_header_tells},          {LVM_INSERTCOLUMNA, on_insert<true>},
    {LVM_INSERTCOLUMNW, on_insert<false>}, {LVM_DELETECOLUMN, on_delete},
    {LVM_GETCOLUMNA, on_get<true>},        {LVM_GETCOLUMNW, on_get<false>},
    {LVM_SETCOLUMNA, on_set<true>},        {LVM_SETCOLUMNW, on_set<false>},
    {LVM_GETCOLUMNWIDTH, on_get_width},    {LVM_SETCOLUMNWIDTH, on_set_width},
    {LVM_GETHEADER, on_get_header},        {LVM_GETCOLUMNORDERARRAY, on_get_order},
};

}  // namespace

std::span<const ControlEntry<ListView>> list_column_entries() {
  return kEntries;
}

}  // namespace transom::comctl
