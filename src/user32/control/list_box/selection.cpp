// What is selected, and the caret: the item with the focus.
#include <algorithm>

#include "user32/control/list_box/list_box.h"

namespace transom::user {

bool ListBox::is_selected(int index) const {
  return multiple() ? items.has(index) && items.is_selected(index) : index == selected;
}

void ListBox::hide_focus() {
  if (focus_hidden++ == 0 && focus_shown) draw_item_now(caret, ODA_FOCUS);
}

void ListBox::show_focus() {
  if (--focus_hidden == 0 && focus_shown) draw_item_now(caret, ODA_FOCUS);
}

void ListBox::mark(int index, bool select) {
  if (items.has(index) && items.select(index, select)) draw_item_now(index, ODA_SELECT);
}

void ListBox::select_single(int index) {
  const int before = std::exchange(selected, index);
  if (before == index) return;
  draw_item_now(before, ODA_SELECT);
  draw_item_now(selected, ODA_SELECT);
}

void ListBox::select_only(int index) {
  if (!selectable()) return;
  if (multiple()) {
    select_exactly(index, index);
  } else {
    select_single(index);
  }
}

void ListBox::select_range(int from, int to, bool select) {
  const auto [first, last] = std::minmax(from, to);
  for (int index = std::max(first, 0); index <= last && items.has(index); ++index) {
    mark(index, select);
  }
}

void ListBox::select_exactly(int from, int to) {
  const auto [first, last] = std::minmax(from, to);
  for (int index = 0; items.selected_count() > 0 && items.has(index); ++index) {
    if (index < first || index > last) mark(index, false);
  }
  select_range(first, last, true);
}

void ListBox::move_caret(int index) {
  if (!items.has(index)) return;
  hide_focus();
  caret = index;
  scroll_into_view(index);
  if (alive()) show_focus();
}

namespace {

bool is_index(const ListBox& list, int index) {
  return list.items.has(index);
}

int index_in(WPARAM value) {
  return value <= INT_MAX ? static_cast<int>(value) : ListBox::kNone;
}

bool is_all(WPARAM value) {
  return static_cast<int>(value) == -1;
}

// Of a single-selection list. A selection that is taken away answers LB_ERR, too.
// https://learn.microsoft.com/windows/win32/controls/lb-setcursel
LRESULT on_set_current(ListBox& list, const ControlCall& call) {
  if (list.multiple() || !list.selectable()) return LB_ERR;
  const int index = is_all(call.wparam) ? ListBox::kNone : index_in(call.wparam);
  if (!is_all(call.wparam) && !is_index(list, index)) return LB_ERR;
  list.hide_focus();
  list.select_single(index);
  if (index != ListBox::kNone && list.alive()) {
    list.caret = index;
    list.scroll_into_view(index);
  }
  list.show_focus();
  return index;
}

// https://learn.microsoft.com/windows/win32/controls/lb-getcursel
LRESULT on_get_current(ListBox& list, const ControlCall&) {
  if (!list.multiple()) return list.selected;
  return list.items.selected_count() > 0 ? list.caret : 0;
}

// https://learn.microsoft.com/windows/win32/controls/lb-setsel
LRESULT on_set_selection(ListBox& list, const ControlCall& call) {
  if (!list.multiple() || !list.selectable()) return LB_ERR;
  const bool select = call.wparam != 0;
  if (static_cast<int>(call.lparam) == -1) {
    list.select_range(0, list.items.count() - 1, select);
    list.anchor = ListBox::kNone;
    return LB_OKAY;
  }
  const int index = index_in(static_cast<WPARAM>(call.lparam));
  if (!is_index(list, index)) return LB_ERR;
  list.hide_focus();
  list.mark(index, select);
  if (list.alive()) {
    list.caret = list.anchor = index;
    list.scroll_into_view(index);
  }
  list.show_focus();
  return LB_OKAY;
}

// https://learn.microsoft.com/windows/win32/controls/lb-getsel
LRESULT on_get_selection(ListBox& list, const ControlCall& call) {
  const int index = index_in(call.wparam);
  return is_index(list, index) ? list.is_selected(index) : LB_ERR;
}

// https://learn.microsoft.com/windows/win32/controls/lb-getselcount
LRESULT on_get_selected_count(ListBox& list, const ControlCall&) {
  return list.multiple() ? list.items.selected_count() : LB_ERR;
}

// https://learn.microsoft.com/windows/win32/controls/lb-getselitems
LRESULT on_get_selected_items(ListBox& list, const ControlCall& call) {
  auto* out = reinterpret_cast<int*>(call.lparam);
  if (!list.multiple() || (out == nullptr && call.wparam != 0)) return LB_ERR;
  const auto most = static_cast<int>(
      std::min<WPARAM>(call.wparam, static_cast<WPARAM>(list.items.selected_count())));
  int found = 0;
  for (int index = 0; found < most; ++index) {
    if (list.items.is_selected(index)) out[found++] = index;
  }
  return found;
}

LRESULT select_between(ListBox& list, int first, int last, bool select) {
  if (!list.multiple()) return LB_ERR;
  if (list.items.count() == 0) return LB_OKAY;
  list.select_range(first, std::min(last, list.items.count() - 1), select);
  return LB_OKAY;
}

// https://learn.microsoft.com/windows/win32/controls/lb-selitemrange
LRESULT on_select_range(ListBox& list, const ControlCall& call) {
  return select_between(list, LOWORD(call.lparam), HIWORD(call.lparam), call.wparam != 0);
}

// A range that is given backwards is taken out of the selection.
// https://learn.microsoft.com/windows/win32/controls/lb-selitemrangeex
LRESULT on_select_range_ex(ListBox& list, const ControlCall& call) {
  const int first = static_cast<int>(call.wparam), last = static_cast<int>(call.lparam);
  return select_between(list, std::min(first, last), std::max(first, last), first < last);
}

// https://learn.microsoft.com/windows/win32/controls/lb-selectstring
LRESULT on_select_string(ListBox& list, const ControlCall& call) {
  if (list.multiple()) return LB_ERR;
  const int index = list.find(static_cast<int>(call.wparam), call.lparam, ListBox::Match::kPrefix);
  if (index == ListBox::kNone || !list.alive()) return LB_ERR;
  return on_set_current(list, {LB_SETCURSEL, static_cast<WPARAM>(index), 0});
}

// Not in a single-selection list that has a selection.
// https://learn.microsoft.com/windows/win32/controls/lb-setcaretindex
LRESULT on_set_caret(ListBox& list, const ControlCall& call) {
  const int index = index_in(call.wparam);
  if (!is_index(list, index)) return LB_ERR;
  if (!list.multiple() && list.selected != ListBox::kNone) return LB_ERR;
  const bool partly_is_enough = call.lparam != 0;
  list.hide_focus();
  list.caret = index;
  if (!partly_is_enough || !list.is_visible(index)) list.scroll_into_view(index);
  list.show_focus();
  return LB_OKAY;
}

// https://learn.microsoft.com/windows/win32/controls/lb-getcaretindex
LRESULT on_get_caret(ListBox& list, const ControlCall&) {
  return list.caret;
}

// https://learn.microsoft.com/windows/win32/controls/lb-setanchorindex
LRESULT on_set_anchor(ListBox& list, const ControlCall& call) {
  const int index = index_in(call.wparam);
  if (!is_index(list, index)) return LB_ERR;
  list.anchor = index;
  return LB_OKAY;
}

// https://learn.microsoft.com/windows/win32/controls/lb-getanchorindex
LRESULT on_get_anchor(ListBox& list, const ControlCall&) {
  return list.anchor;
}

constexpr ListBoxEntry kEntries[] = {
    {LB_SETCURSEL, on_set_current},          {LB_GETCURSEL, on_get_current},
    {LB_SETSEL, on_set_selection},           {LB_GETSEL, on_get_selection},
    {LB_GETSELCOUNT, on_get_selected_count}, {LB_GETSELITEMS, on_get_selected_items},
    {LB_SELITEMRANGE, on_select_range},      {LB_SELITEMRANGEEX, on_select_range_ex},
    {LB_SELECTSTRING, on_select_string},     {LB_SETCARETINDEX, on_set_caret},
    {LB_GETCARETINDEX, on_get_caret},        {LB_SETANCHORINDEX, on_set_anchor},
    {LB_GETANCHORINDEX, on_get_anchor},
};

}  // namespace

std::span<const ListBoxEntry> list_selection_messages() {
  return kEntries;
}

}  // namespace transom::user
