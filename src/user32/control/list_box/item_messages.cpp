// Adding, finding and taking away items, and what is kept with them.
// https://learn.microsoft.com/windows/win32/controls/bumper-list-box-list-box-reference-messages
#include <algorithm>
#include <climits>
#include <new>
#include <stdexcept>

#include "base/text.h"
#include "user32/control/list_box/list_box.h"

namespace transom::user {
namespace {

std::u16string text_of(const ListBox& list, LPARAM lparam) {
  if (!list.keeps_strings() || lparam == 0) return {};
  return base::as_char16(reinterpret_cast<const WCHAR*>(lparam));
}

ULONG_PTR data_of(const ListBox& list, LPARAM lparam) {
  return list.keeps_strings() ? 0 : static_cast<ULONG_PTR>(lparam);
}

// Where a new item belongs: behind those that are equal. The owner may be asked, and may change
// the list meanwhile.
int sorted_place(ListBox& list, const std::u16string& text, ULONG_PTR data) {
  int first = 0, last = list.items.count();
  while (list.alive() && first < (last = std::min(last, list.items.count()))) {
    const int middle = first + (last - first) / 2;
    if (list.compare_with_item(middle, text, data) <= 0) {
      first = middle + 1;
    } else {
      last = middle;
    }
  }
  return std::min(first, list.items.count());
}

// Indexes behind an insertion or a removal move with their items.
int moved_by_insertion(int index, int place) {
  return index != ListBox::kNone && index >= place ? index + 1 : index;
}

int moved_by_removal(int index, int place) {
  if (index == place) return ListBox::kNone;
  return index > place ? index - 1 : index;
}

bool has_selection(const ListBox& list) {
  return list.multiple() ? list.items.selected_count() > 0 : list.selected != ListBox::kNone;
}

int no_room(ListBox& list) {
  list.notify_if_wanted(static_cast<WORD>(LBN_ERRSPACE));
  return LB_ERRSPACE;
}

int insert_item(ListBox& list, int place, ListItem item) {
  const bool follow = has_selection(list);
  try {
    list.items.insert(place, std::move(item));
  } catch (const std::bad_alloc&) {
    return no_room(list);
  } catch (const std::length_error&) {
    return no_room(list);
  }
  list.selected = moved_by_insertion(list.selected, place);
  list.anchor = moved_by_insertion(list.anchor, place);
  if (follow) list.caret = moved_by_insertion(list.caret, place);
  list.measure_item(place);
  return place;
}

}  // namespace

int ListBox::add(const std::u16string& text, ULONG_PTR data) {
  const bool sorted = has_style(LBS_SORT) && !no_data();
  const int place = sorted ? sorted_place(*this, text, data) : items.count();
  return alive() ? insert(place, text, data) : LB_ERR;
}

int ListBox::insert(int place, const std::u16string& text, ULONG_PTR data) {
  const int result = insert_item(*this, place, {text, data});
  if (result >= 0 && alive()) {
    invalidate_from(place);
    update_scroll_bars();
  }
  return result;
}

void ListBox::remove(int index) {
  tell_deleted(index);
  if (!alive() || !items.has(index)) return;
  const int before = items.count();
  items.erase(index);
  selected = moved_by_removal(selected, index);
  anchor = moved_by_removal(anchor, index);
  if (caret > index || caret == before - 1) caret = std::max(caret - 1, 0);
  if (const int last = last_top(); top > last) {
    top = last;
    invalidate();
  } else {
    invalidate_from(index);
  }
  update_scroll_bars();
}

void ListBox::release_items() {
  for (int index = items.count(); tells_deletions() && alive() && index-- > 0;) {
    if (items.has(index)) tell_deleted(index);
  }
  items.clear();
  selected = anchor = kNone;
  caret = top = scroll_x = 0;
}

void ListBox::reset() {
  release_items();
  if (!alive()) return;
  update_scroll_bars();
  if (alive()) invalidate();
}

int ListBox::find_text(int after, std::u16string_view text, Match match) const {
  const int count = items.count();
  if (after < 0 || after >= count) after = kNone;
  for (int step = 1; step <= count; ++step) {
    const int index = (after + step) % count;
    const std::u16string_view item = items.at(index).text;
    const bool comparable =
        match == Match::kWhole ? item.size() == text.size() : item.size() >= text.size();
    if (comparable && base::equals_ignoring_case(item.substr(0, text.size()), text)) return index;
  }
  return kNone;
}

// Without strings a sorted list asks its owner which item equals the value; another compares.
int ListBox::find(int after, LPARAM what, Match match) {
  if (no_data()) return kNone;
  if (keeps_strings()) return what != 0 ? find_text(after, text_of(*this, what), match) : kNone;
  const auto data = static_cast<ULONG_PTR>(what);
  const bool ask = has_style(LBS_SORT);
  if (!items.has(after)) after = kNone;
  for (int step = 1; alive() && step <= items.count(); ++step) {
    const int index = (after + step) % items.count();
    if (ask ? compare_with_item(index, {}, data) == 0 : items.at(index).data == data) return index;
  }
  return kNone;
}

namespace {

// https://learn.microsoft.com/windows/win32/controls/lb-addstring
LRESULT on_add_string(ListBox& list, const ControlCall& call) {
  return list.add(text_of(list, call.lparam), data_of(list, call.lparam));
}

// Does not sort.
// https://learn.microsoft.com/windows/win32/controls/lb-insertstring
LRESULT on_insert_string(ListBox& list, const ControlCall& call) {
  int place = static_cast<int>(call.wparam);
  if (place == -1) place = list.items.count();
  if (place < 0 || place > list.items.count()) return LB_ERR;
  return list.insert(place, text_of(list, call.lparam), data_of(list, call.lparam));
}

// https://learn.microsoft.com/windows/win32/controls/lb-deletestring
LRESULT on_delete_string(ListBox& list, const ControlCall& call) {
  const int index = static_cast<int>(call.wparam);
  if (!list.items.has(index)) return LB_ERR;
  list.remove(index);
  return list.items.count();
}

// https://learn.microsoft.com/windows/win32/controls/lb-resetcontent
LRESULT on_reset_content(ListBox& list, const ControlCall&) {
  list.reset();
  return LB_OKAY;
}

// https://learn.microsoft.com/windows/win32/controls/lb-getcount
LRESULT on_get_count(ListBox& list, const ControlCall&) {
  return list.items.count();
}

// Of a list without data.
// https://learn.microsoft.com/windows/win32/controls/lb-setcount
LRESULT on_set_count(ListBox& list, const ControlCall& call) {
  if (!list.no_data()) return LB_ERR;
  if (call.wparam > INT_MAX) return no_room(list);
  list.items.set_count(static_cast<int>(call.wparam));
  list.selected = list.anchor = ListBox::kNone;
  list.caret = 0;
  list.top = std::min(list.top, list.last_top());
  list.update_scroll_bars();
  if (list.alive()) list.invalidate();
  return LB_OKAY;
}

// Memory is taken when items come; here it is seen whether there can be that much.
// https://learn.microsoft.com/windows/win32/controls/lb-initstorage
LRESULT on_init_storage(ListBox& list, const ControlCall& call) {
  const auto bytes = static_cast<std::size_t>(call.lparam);
  if (call.wparam > INT_MAX || bytes > PTRDIFF_MAX / 2) return no_room(list);
  void* room = ::operator new(bytes + call.wparam * sizeof(ListItem), std::nothrow);
  if (room == nullptr) return no_room(list);
  ::operator delete(room);
  return list.items.count() + static_cast<LRESULT>(call.wparam);
}

// A list without strings gives the item's data.
// https://learn.microsoft.com/windows/win32/controls/lb-gettext
LRESULT on_get_text(ListBox& list, const ControlCall& call) {
  const int index = static_cast<int>(call.wparam);
  if (!list.items.has(index) || call.lparam == 0) return LB_ERR;
  const ListItem& item = list.items.at(index);
  auto* out = reinterpret_cast<char16_t*>(call.lparam);
  if (!list.keeps_strings()) {
    std::memcpy(out, &item.data, sizeof item.data);
    return sizeof item.data;
  }
  std::copy_n(item.text.c_str(), item.text.size() + 1, out);
  return static_cast<LRESULT>(item.text.size());
}

// Without strings: how much LB_GETTEXT writes, which was a DWORD when item data were.
// https://learn.microsoft.com/windows/win32/controls/lb-gettextlen
LRESULT on_get_text_length(ListBox& list, const ControlCall& call) {
  const int index = static_cast<int>(call.wparam);
  if (!list.items.has(index)) return LB_ERR;
  if (!list.keeps_strings()) return sizeof(ULONG_PTR);
  return static_cast<LRESULT>(list.items.at(index).text.size());
}

// https://learn.microsoft.com/windows/win32/controls/lb-getitemdata
LRESULT on_get_item_data(ListBox& list, const ControlCall& call) {
  const int index = static_cast<int>(call.wparam);
  return list.items.has(index) ? static_cast<LRESULT>(list.items.at(index).data) : LB_ERR;
}

// Of all items: -1.
// https://learn.microsoft.com/windows/win32/controls/lb-setitemdata
LRESULT on_set_item_data(ListBox& list, const ControlCall& call) {
  const int index = static_cast<int>(call.wparam);
  const auto data = static_cast<ULONG_PTR>(call.lparam);
  if (index != -1 && !list.items.has(index)) return LB_ERR;
  if (list.no_data()) return TRUE;
  const int first = index == -1 ? 0 : index, end = index == -1 ? list.items.count() : index + 1;
  for (int each = first; each < end; ++each) list.items.set_data(each, data);
  return TRUE;
}

// https://learn.microsoft.com/windows/win32/controls/lb-findstring
LRESULT on_find_string(ListBox& list, const ControlCall& call) {
  return list.find(static_cast<int>(call.wparam), call.lparam, ListBox::Match::kPrefix);
}

// https://learn.microsoft.com/windows/win32/controls/lb-findstringexact
LRESULT on_find_string_exact(ListBox& list, const ControlCall& call) {
  return list.find(static_cast<int>(call.wparam), call.lparam, ListBox::Match::kWhole);
}

// https://learn.microsoft.com/windows/win32/controls/lb-getlocale
LRESULT on_get_locale(ListBox& list, const ControlCall&) {
  return list.locale;
}

// Other locales than English are not installed.
// https://learn.microsoft.com/windows/win32/controls/lb-setlocale
LRESULT on_set_locale(ListBox& list, const ControlCall& call) {
  const auto locale = static_cast<LCID>(call.wparam);
  const bool english = locale == ListBox::kEnglish || locale == LOCALE_USER_DEFAULT ||
                       locale == LOCALE_SYSTEM_DEFAULT;
  return english ? list.locale : LB_ERR;
}

constexpr ListBoxEntry kEntries[] = {
    {LB_ADDSTRING, on_add_string},
    {LB_INSERTSTRING, on_insert_string},
    {LB_DELETESTRING, on_delete_string},
    {LB_RESETCONTENT, on_reset_content},
    {LB_GETCOUNT, on_get_count},
    {LB_SETCOUNT, on_set_count},
    {LB_INITSTORAGE, on_init_storage},
    {LB_GETTEXT, on_get_text},
    {LB_GETTEXTLEN, on_get_text_length},
    {LB_GETITEMDATA, on_get_item_data},
    {LB_SETITEMDATA, on_set_item_data},
    {LB_FINDSTRING, on_find_string},
    {LB_FINDSTRINGEXACT, on_find_string_exact},
    {LB_GETLOCALE, on_get_locale},
    {LB_SETLOCALE, on_set_locale},
};

}  // namespace

std::span<const ListBoxEntry> list_item_messages() {
  return kEntries;
}

}  // namespace transom::user
