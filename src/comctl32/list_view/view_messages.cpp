// The messages about a whole list view: images, colours, places, scrolling.
#include <algorithm>

#include "comctl32/check_images.h"
#include "comctl32/list_view/list_view.h"

namespace transom::comctl {
namespace {

HIMAGELIST* images_of(ListView& list, WPARAM which) {
  switch (which) {
    case LVSIL_NORMAL:
      return &list.large_images;
    case LVSIL_SMALL:
      return &list.small_images;
    case LVSIL_STATE:
      return &list.state_images;
    default:
      return nullptr;
  }
}

// https://learn.microsoft.com/windows/win32/controls/lvm-setimagelist
LRESULT on_set_images(ListView& list, const ControlCall& call) {
  HIMAGELIST* images = images_of(list, call.wparam);
  if (images == nullptr) return 0;
  const HIMAGELIST before = std::exchange(*images, reinterpret_cast<HIMAGELIST>(call.lparam));
  list.lay_out();
  return reinterpret_cast<LRESULT>(before);
}
LRESULT on_get_images(ListView& list, const ControlCall& call) {
  const HIMAGELIST* images = images_of(list, call.wparam);
  return images != nullptr ? reinterpret_cast<LRESULT>(*images) : 0;
}

template <COLORREF ListView::*kColor>
LRESULT on_set_color(ListView& list, const ControlCall& call) {
  list.*kColor = static_cast<COLORREF>(call.lparam);
  InvalidateRect(list.handle, nullptr, TRUE);
  return TRUE;
}
template <COLORREF ListView::*kColor>
LRESULT on_get_color(ListView& list, const ControlCall&) {
  return static_cast<LRESULT>(list.*kColor);
}

// The code comes in `left`.
// https://learn.microsoft.com/windows/win32/controls/lvm-getitemrect
LRESULT on_item_rect(ListView& list, const ControlCall& call) {
  auto* out = reinterpret_cast<RECT*>(call.lparam);
  const auto item = static_cast<int>(call.wparam);
  if (out == nullptr || !list.has(item)) return FALSE;
  *out = list.item_rect(item, out->left);
  return TRUE;
}

// The code comes in `left`, the column in `top`.
// https://learn.microsoft.com/windows/win32/controls/lvm-getsubitemrect
LRESULT on_subitem_rect(ListView& list, const ControlCall& call) {
  auto* out = reinterpret_cast<RECT*>(call.lparam);
  const auto item = static_cast<int>(call.wparam);
  if (out == nullptr || !list.has(item) || !list.report()) return FALSE;
  if (out->top == 0) {
    *out = list.item_rect(item, out->left);
  } else {
    *out = list.column_rect(item, out->top);
  }
  return TRUE;
}

LRESULT hit_test(ListView& list, const ControlCall& call, bool with_column) {
  auto* about = reinterpret_cast<LVHITTESTINFO*>(call.lparam);
  if (about == nullptr) return -1;
  const ListHit hit = list.hit(about->pt);
  const bool on_item = (hit.flags & LVHT_ONITEM) != 0;
  const bool in_column = with_column && list.report() && hit.column > 0;
  about->flags = in_column ? UINT{LVHT_ONITEMLABEL} : hit.flags;
  about->iItem = on_item || in_column ? hit.item : -1;
  if (with_column) about->iSubItem = about->iItem >= 0 ? hit.column : -1;
  return about->iItem;
}

// https://learn.microsoft.com/windows/win32/controls/lvm-hittest
LRESULT on_hit_test(ListView& list, const ControlCall& call) {
  return hit_test(list, call, false);
}
LRESULT on_subitem_hit_test(ListView& list, const ControlCall& call) {
  return hit_test(list, call, true);
}

// https://learn.microsoft.com/windows/win32/controls/lvm-ensurevisible
LRESULT on_ensure_visible(ListView& list, const ControlCall& call) {
  const auto item = static_cast<int>(call.wparam);
  if (!list.has(item)) return FALSE;
  list.ensure_visible(item);
  return TRUE;
}

// https://learn.microsoft.com/windows/win32/controls/lvm-scroll
LRESULT on_scroll(ListView& list, const ControlCall& call) {
  list.scroll_by(static_cast<int>(call.wparam), static_cast<int>(call.lparam));
  return TRUE;
}

LRESULT on_top_index(ListView& list, const ControlCall&) {
  if (list.report()) return list.origin.y / list.row_height();
  return list.view() == LVS_LIST ? list.origin.x / list.list_width * list.per_column() : 0;
}

LRESULT on_per_page(ListView& list, const ControlCall&) {
  if (list.report()) return list.per_page();
  if (list.view() != LVS_LIST) return list.count();
  return std::max<int>(list.client().right / list.list_width, 1) * list.per_column();
}

LRESULT on_update(ListView& list, const ControlCall& call) {
  const auto item = static_cast<int>(call.wparam);
  if (!list.has(item)) return FALSE;
  list.redraw_item(item);
  return TRUE;
}

LRESULT on_redraw_items(ListView& list, const ControlCall& call) {
  const int last = std::min(static_cast<int>(call.lparam), list.count() - 1);
  for (int item = std::max(static_cast<int>(call.wparam), 0); list.alive() && item <= last;
       ++item) {
    list.redraw_item(item);
  }
  return TRUE;
}

LRESULT on_selected_count(ListView& list, const ControlCall&) {
  return list.selected_count();
}

LRESULT on_get_mark(ListView& list, const ControlCall&) {
  return list.mark;
}
LRESULT on_set_mark(ListView& list, const ControlCall& call) {
  const auto item = static_cast<int>(call.lparam);
  return list.has(item) || item == -1 ? std::exchange(list.mark, item) : -1;
}

// https://learn.microsoft.com/windows/win32/controls/lvm-setextendedlistviewstyle
LRESULT on_set_extended(ListView& list, const ControlCall& call) {
  const DWORD mask = call.wparam != 0 ? static_cast<DWORD>(call.wparam) : ~DWORD{0};
  const DWORD before = list.extended_style;
  list.extended_style = (before & ~mask) | (static_cast<DWORD>(call.lparam) & mask);
  const bool checks = (list.extended_style & ~before & LVS_EX_CHECKBOXES) != 0;
  if (checks && list.state_images == nullptr) {
    list.state_images = make_check_images({0, DFCS_CHECKED});
    for (int item = 0; item < list.count(); ++item) {
      list.state_of(item) =
          (list.state_of(item) & ~UINT{LVIS_STATEIMAGEMASK}) | INDEXTOSTATEIMAGEMASK(1);
    }
  }
  list.lay_out();
  return static_cast<LRESULT>(before);
}
LRESULT on_get_extended(ListView& list, const ControlCall&) {
  return static_cast<LRESULT>(list.extended_style);
}

template <bool kAnsi>
LRESULT on_string_width(ListView& list, const ControlCall& call) {
  return text_width(MeasuringDc(list), text_of(call.lparam, kAnsi));
}

LRESULT on_item_position(ListView& list, const ControlCall& call) {
  auto* out = reinterpret_cast<POINT*>(call.lparam);
  const auto item = static_cast<int>(call.wparam);
  if (out == nullptr || !list.has(item)) return FALSE;
  const RECT place = list.item_rect(item, LVIR_BOUNDS);
  *out = {place.left, place.top};
  return TRUE;
}

LRESULT on_item_spacing(ListView& list, const ControlCall& call) {
  if (call.wparam != 0) return MAKELONG(list.list_width, list.row_height());
  return MAKELONG(list.icon_spacing.cx, list.icon_spacing.cy);
}

LRESULT on_arrange(ListView& list, const ControlCall&) {
  list.lay_out();
  return TRUE;
}

constexpr ControlEntry<ListView> kEntries[] = {
    {LVM_SETIMAGELIST, on_set_images},
    {LVM_GETIMAGELIST, on_get_images},
    {LVM_SETBKCOLOR, on_set_color<&ListView::background>},
    {LVM_GETBKCOLOR, on_get_color<&ListView::background>},
    {LVM_SETTEXTCOLOR, on_set_color<&ListView::text_color>},
    {LVM_GETTEXTCOLOR, on_get_color<&ListView::text_color>},
    {LVM_SETTEXTBKCOLOR, on_set_color<&ListView::text_background>},
    {LVM_GETTEXTBKCOLOR, on_get_color<&ListView::text_background>},
    {LVM_GETITEMRECT, on_item_rect},
    {LVM_GETSUBITEMRECT, on_subitem_rect},
    {LVM_HITTEST, on_hit_test},
    {LVM_SUBITEMHITTEST, on_subitem_hit_test},
    {LVM_ENSUREVISIBLE, on_ensure_visible},
    {LVM_SCROLL, on_scroll},
    {LVM_GETTOPINDEX, on_top_index},
    {LVM_GETCOUNTPERPAGE, on_per_page},
    {LVM_UPDATE, on_update},
    {LVM_REDRAWITEMS, on_redraw_items},
    {LVM_GETSELECTEDCOUNT, on_selected_count},
    {LVM_GETSELECTIONMARK, on_get_mark},
    {LVM_SETSELECTIONMARK, on_set_mark},
    {LVM_SETEXTENDEDLISTVIEWSTYLE, on_set_extended},
    {LVM_GETEXTENDEDLISTVIEWSTYLE, on_get_extended},
    {LVM_GETSTRINGWIDTHA, on_string_width<true>},
    {LVM_GETSTRINGWIDTHW, on_string_width<false>},
    {LVM_GETITEMPOSITION, on_item_position},
    {LVM_GETITEMSPACING, on_item_spacing},
    {LVM_ARRANGE, on_arrange},
};

}  // namespace

std::span<const ControlEntry<ListView>> list_view_entries() {
  return kEntries;
}

}  // namespace transom::comctl
