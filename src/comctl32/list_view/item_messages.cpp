// The messages about a list view's items.
#include <algorithm>
#include <numeric>

#include "comctl32/list_view/list_view.h"
#include "comctl32/merge_sort.h"

namespace transom::comctl {
namespace {

constexpr int kMostItems = 100'000'000;

ListText text_from(LPCWSTR text, bool ansi) {
  const auto value = reinterpret_cast<LPARAM>(text);
  if (text == LPSTR_TEXTCALLBACKW) return {{}, true};
  return {text_of(value, ansi), false};
}

void set_text(ListItem& item, int column, ListText text) {
  const auto index = static_cast<std::size_t>(column);
  if (index >= item.texts.size()) item.texts.resize(index + 1);
  item.texts[index] = std::move(text);
}

// Where a new item goes in a list that sorts itself.
int sorted_place(ListView& list, const std::u16string& text) {
  const bool down = list.has_style(LVS_SORTDESCENDING);
  for (int item = 0; item < list.count(); ++item) {
    const int order = lstrcmpiW(base::as_wchar(text), base::as_wchar(list.at(item).texts[0].text));
    if (down ? order > 0 : order < 0) return item;
  }
  return list.count();
}

void shift_marks(ListView& list, int from, int by) {
  for (int* mark : {&list.focused_item, &list.mark}) {
    if (*mark >= from) *mark += by;
  }
}

// https://learn.microsoft.com/windows/win32/controls/lvm-insertitem
template <bool kAnsi>
LRESULT on_insert(ListView& list, const ControlCall& call) {
  const auto* given = reinterpret_cast<const LVITEMW*>(call.lparam);
  if (given == nullptr || given->iSubItem != 0 || list.owner_data()) return -1;
  if (list.count() >= kMostItems) return -1;
  ListItem made;
  if ((given->mask & LVIF_TEXT) != 0) made.texts[0] = text_from(given->pszText, kAnsi);
  if ((given->mask & LVIF_IMAGE) != 0) made.image = given->iImage;
  if ((given->mask & LVIF_INDENT) != 0) made.indent = given->iIndent;
  if ((given->mask & LVIF_PARAM) != 0) made.data = given->lParam;
  if ((list.extended_style & LVS_EX_CHECKBOXES) != 0) made.state = INDEXTOSTATEIMAGEMASK(1);
  const bool sorts = list.has_style(LVS_SORTASCENDING | LVS_SORTDESCENDING);
  const int item =
      sorts ? sorted_place(list, made.texts[0].text) : std::clamp(given->iItem, 0, list.count());
  list.items.insert(list.items.begin() + item, std::move(made));
  shift_marks(list, item, 1);
  list.lay_out();
  if (list.alive()) list.tell_list(LVN_INSERTITEM, item);
  if ((given->mask & LVIF_STATE) != 0 && list.alive()) {
    list.set_state(item, given->state, given->stateMask);
  }
  return list.alive() ? item : -1;
}

// https://learn.microsoft.com/windows/win32/controls/lvm-deleteitem
LRESULT on_delete(ListView& list, const ControlCall& call) {
  const auto item = static_cast<int>(call.wparam);
  if (!list.has(item) || list.owner_data()) return FALSE;
  list.tell_list(LVN_DELETEITEM, item);
  if (!list.alive() || !list.has(item)) return FALSE;
  if (list.focused_item == item) list.focused_item = -1;
  if (list.mark == item) list.mark = -1;
  list.items.erase(list.items.begin() + item);
  shift_marks(list, item + 1, -1);
  list.lay_out();
  return TRUE;
}

// LVN_DELETEALLITEMS may spare the parent a notification for each.
// https://learn.microsoft.com/windows/win32/controls/lvm-deleteallitems
LRESULT on_delete_all(ListView& list, const ControlCall&) {
  const bool each_told = list.tell_list(LVN_DELETEALLITEMS, -1) == 0 && !list.owner_data();
  for (int item = 0; each_told && list.alive() && item < list.count(); ++item) {
    list.tell_list(LVN_DELETEITEM, item);
  }
  if (!list.alive()) return TRUE;
  list.items.clear();
  list.states.clear();
  list.focused_item = list.mark = -1;
  list.origin = {};
  list.lay_out();
  return TRUE;
}

// https://learn.microsoft.com/windows/win32/controls/lvm-getitem
template <bool kAnsi>
LRESULT on_get(ListView& list, const ControlCall& call) {
  auto* out = reinterpret_cast<LVITEMW*>(call.lparam);
  if (out == nullptr || !list.has(out->iItem)) return FALSE;
  const int item = out->iItem;
  if ((out->mask & LVIF_TEXT) != 0) {
    const std::u16string text = list.text_of_item(item, out->iSubItem);
    if (!list.alive() || !list.has(item)) return FALSE;
    copy_text(text, reinterpret_cast<LPARAM>(out->pszText),
              static_cast<std::size_t>(std::max(out->cchTextMax, 0)), kAnsi);
  }
  if ((out->mask & LVIF_IMAGE) != 0) out->iImage = list.image_of(item);
  if (!list.alive() || !list.has(item)) return FALSE;
  if ((out->mask & LVIF_STATE) != 0) out->state = list.state_of(item) & out->stateMask;
  if (list.owner_data()) return TRUE;
  if ((out->mask & LVIF_PARAM) != 0) out->lParam = list.at(item).data;
  if ((out->mask & LVIF_INDENT) != 0) out->iIndent = list.at(item).indent;
  return TRUE;
}

// https://learn.microsoft.com/windows/win32/controls/lvm-setitem
template <bool kAnsi>
LRESULT on_set(ListView& list, const ControlCall& call) {
  const auto* given = reinterpret_cast<const LVITEMW*>(call.lparam);
  if (given == nullptr || !list.has(given->iItem) || list.owner_data()) return FALSE;
  const int item = given->iItem;
  if ((given->mask & LVIF_TEXT) != 0 && given->iSubItem >= 0 && given->iSubItem < 0x1000) {
    set_text(list.at(item), given->iSubItem, text_from(given->pszText, kAnsi));
  }
  if ((given->mask & LVIF_IMAGE) != 0 && given->iSubItem == 0) list.at(item).image = given->iImage;
  if ((given->mask & LVIF_PARAM) != 0) list.at(item).data = given->lParam;
  if ((given->mask & LVIF_INDENT) != 0) list.at(item).indent = given->iIndent;
  list.redraw_item(item);
  if ((given->mask & LVIF_STATE) != 0 && list.alive()) {
    return list.set_state(item, given->state, given->stateMask);
  }
  return TRUE;
}

// https://learn.microsoft.com/windows/win32/controls/lvm-setitemtext
template <bool kAnsi>
LRESULT on_set_text(ListView& list, const ControlCall& call) {
  const auto* given = reinterpret_cast<const LVITEMW*>(call.lparam);
  const auto item = static_cast<int>(call.wparam);
  if (given == nullptr || !list.has(item) || list.owner_data()) return FALSE;
  if (given->iSubItem < 0 || given->iSubItem >= 0x1000) return FALSE;
  set_text(list.at(item), given->iSubItem, text_from(given->pszText, kAnsi));
  list.redraw_item(item);
  return TRUE;
}

// https://learn.microsoft.com/windows/win32/controls/lvm-getitemtext
template <bool kAnsi>
LRESULT on_get_text(ListView& list, const ControlCall& call) {
  const auto* out = reinterpret_cast<const LVITEMW*>(call.lparam);
  const auto item = static_cast<int>(call.wparam);
  if (out == nullptr || !list.has(item)) return 0;
  return static_cast<LRESULT>(
      copy_text(list.text_of_item(item, out->iSubItem), reinterpret_cast<LPARAM>(out->pszText),
                static_cast<std::size_t>(std::max(out->cchTextMax, 0)), kAnsi));
}

// -1: all of them.
// https://learn.microsoft.com/windows/win32/controls/lvm-setitemstate
LRESULT on_set_state(ListView& list, const ControlCall& call) {
  const auto* given = reinterpret_cast<const LVITEMW*>(call.lparam);
  const auto item = static_cast<int>(call.wparam);
  if (given == nullptr) return FALSE;
  const UINT state = given->state;
  const UINT mask = given->stateMask;
  if (item != -1) return list.set_state(item, state, mask);
  for (int each = 0; list.alive() && each < list.count(); ++each) {
    list.set_state(each, state, mask);
  }
  return TRUE;
}

LRESULT on_get_state(ListView& list, const ControlCall& call) {
  const auto item = static_cast<int>(call.wparam);
  return list.has(item) ? static_cast<LRESULT>(list.state_of(item) & call.lparam) : 0;
}

LRESULT on_count(ListView& list, const ControlCall&) {
  return list.count();
}

// Of LVS_OWNERDATA how many there are; for others only so that memory is set aside.
// https://learn.microsoft.com/windows/win32/controls/lvm-setitemcount
LRESULT on_set_count(ListView& list, const ControlCall& call) {
  const auto count = static_cast<int>(call.wparam);
  if (count < 0 || count > kMostItems) return FALSE;
  if (!list.owner_data()) return TRUE;
  list.states.resize(static_cast<std::size_t>(count));
  if (list.focused_item >= count) list.focused_item = -1;
  list.lay_out();
  return TRUE;
}

bool matches(ListView& list, int item, LPARAM flags) {
  const UINT state = list.state_of(item);
  if ((flags & LVNI_FOCUSED) != 0 && (state & LVIS_FOCUSED) == 0) return false;
  if ((flags & LVNI_SELECTED) != 0 && (state & LVIS_SELECTED) == 0) return false;
  if ((flags & LVNI_CUT) != 0 && (state & LVIS_CUT) == 0) return false;
  return (flags & LVNI_DROPHILITED) == 0 || (state & LVIS_DROPHILITED) != 0;
}

// https://learn.microsoft.com/windows/win32/controls/lvm-getnextitem
LRESULT on_next(ListView& list, const ControlCall& call) {
  const auto after = static_cast<int>(call.wparam);
  const bool up = (call.lparam & LVNI_ABOVE) != 0;
  if (up) {
    for (int item = after - 1; list.has(item); --item) {
      if (matches(list, item, call.lparam)) return item;
    }
    return -1;
  }
  for (int item = std::max(after, -1) + 1; list.has(item); ++item) {
    if (matches(list, item, call.lparam)) return item;
  }
  return -1;
}

bool found(ListView& list, int item, const LVFINDINFOW& what, const std::u16string& text) {
  if ((what.flags & LVFI_PARAM) != 0)
    return !list.owner_data() && list.at(item).data == what.lParam;
  const std::u16string own = list.text_of_item(item, 0);
  const bool partial = (what.flags & LVFI_PARTIAL) != 0;
  return base::equals_ignoring_case(partial ? own.substr(0, text.size()) : own, text);
}

// https://learn.microsoft.com/windows/win32/controls/lvm-finditem
template <bool kAnsi>
LRESULT on_find(ListView& list, const ControlCall& call) {
  const auto* what = reinterpret_cast<const LVFINDINFOW*>(call.lparam);
  if (what == nullptr || list.owner_data()) return -1;
  const bool by_text = (what->flags & (LVFI_STRING | LVFI_PARTIAL)) != 0;
  const std::u16string text =
      by_text ? text_of(reinterpret_cast<LPARAM>(what->psz), kAnsi) : std::u16string();
  const int begin = std::max(static_cast<int>(call.wparam), -1) + 1;
  for (int item = begin; list.alive() && list.has(item); ++item) {
    if (found(list, item, *what, text)) return item;
  }
  for (int item = 0; (what->flags & LVFI_WRAP) != 0 && list.alive() && item < begin; ++item) {
    if (list.has(item) && found(list, item, *what, text)) return item;
  }
  return -1;
}

using Compare = int(CALLBACK*)(LPARAM, LPARAM, LPARAM);

// `by_index`: the callback gets places (LVM_SORTITEMSEX) instead of the items' data. It looks at
// the list as it was.
LRESULT sort(ListView& list, const ControlCall& call, bool by_index) {
  const auto compare = reinterpret_cast<Compare>(call.lparam);
  if (compare == nullptr || list.owner_data()) return FALSE;
  std::vector<int> order(list.items.size());
  std::iota(order.begin(), order.end(), 0);
  std::vector<LPARAM> keys;
  keys.reserve(order.size());
  for (int item = 0; item < list.count(); ++item) {
    keys.push_back(by_index ? item : list.at(item).data);
  }
  const auto data = static_cast<LPARAM>(call.wparam);
  merge_sort(order, [&](int a, int b) {
    return compare(keys[static_cast<std::size_t>(a)], keys[static_cast<std::size_t>(b)], data) <= 0;
  });
  if (!list.alive() || order.size() != list.items.size()) return FALSE;
  std::vector<ListItem> sorted;
  sorted.reserve(order.size());
  for (const int item : order) sorted.push_back(std::move(list.at(item)));
  list.items = std::move(sorted);
  list.focused_item = -1;
  for (int item = 0; item < list.count(); ++item) {
    if ((list.at(item).state & LVIS_FOCUSED) != 0) list.focused_item = item;
  }
  InvalidateRect(list.handle, nullptr, TRUE);
  return TRUE;
}

// https://learn.microsoft.com/windows/win32/controls/lvm-sortitems
LRESULT on_sort(ListView& list, const ControlCall& call) {
  return sort(list, call, false);
}
LRESULT on_sort_by_index(ListView& list, const ControlCall& call) {
  return sort(list, call, true);
}

constexpr ControlEntry<ListView> kEntries[] = {
    {LVM_INSERTITEMA, on_insert<true>},
    {LVM_INSERTITEMW, on_insert<false>},
    {LVM_DELETEITEM, on_delete},
    {LVM_DELETEALLITEMS, on_delete_all},
    {LVM_GETITEMA, on_get<true>},
    {LVM_GETITEMW, on_get<false>},
    {LVM_SETITEMA, on_set<true>},
    {LVM_SETITEMW, on_set<false>},
    {LVM_SETITEMTEXTA, on_set_text<true>},
    {LVM_SETITEMTEXTW, on_set_text<false>},
    {LVM_GETITEMTEXTA, on_get_text<true>},
    {LVM_GETITEMTEXTW, on_get_text<false>},
    {LVM_SETITEMSTATE, on_set_state},
    {LVM_GETITEMSTATE, on_get_state},
    {LVM_GETITEMCOUNT, on_count},
    {LVM_SETITEMCOUNT, on_set_count},
    {LVM_GETNEXTITEM, on_next},
    {LVM_FINDITEMA, on_find<true>},
    {LVM_FINDITEMW, on_find<false>},
    {LVM_SORTITEMS, on_sort},
    {LVM_SORTITEMSEX, on_sort_by_index},
};

}  // namespace

std::span<const ControlEntry<ListView>> list_item_entries() {
  return kEntries;
}

}  // namespace transom::comctl
