// What a list box asks and tells its owner: the parent, or the parent of the combo box it is part
// of, which then is the control that the structures name.
// https://learn.microsoft.com/windows/win32/controls/owner-drawn-list-boxes
#include "base/text.h"
#include "kernel32/text/compare.h"
#include "user32/control/list_box/list_box.h"
#include "user32/message/send.h"

namespace transom::user {
namespace {

struct Owner {
  HWND window;   // who is asked
  HWND control;  // about whom
  UINT type;     // ODT_
  UINT id;
};

Owner owner_of(const ListBox& list) {
  if (list.combo == nullptr) return {list.parent(), list.handle, ODT_LISTBOX, list.id()};
  return {GetParent(list.combo), list.combo, ODT_COMBOBOX,
          static_cast<UINT>(GetWindowLongPtrW(list.combo, GWLP_ID)) & 0xFFFF};
}

LRESULT ask(const Owner& owner, UINT message, const void* structure) {
  if (owner.window == nullptr) return 0;
  return send_message(owner.window, message, owner.id, reinterpret_cast<LPARAM>(structure));
}

// Where the list keeps strings, what an owner sees as item data of a comparison is still the data.
ULONG_PTR data_of(const ListBox& list, int index) {
  return list.items.has(index) ? list.items.at(index).data : 0;
}

UINT state_of(const ListBox& list, int index) {
  UINT state = 0;
  if (list.is_selected(index)) state |= ODS_SELECTED;
  if (!list.enabled()) state |= ODS_DISABLED;
  if (list.focus_shown && list.focus_hidden == 0 && index == list.caret) state |= ODS_FOCUS;
  if (!list.shows_focus()) state |= ODS_NOFOCUSRECT;
  if (!list.shows_mnemonics()) state |= ODS_NOACCEL;
  return state;
}

}  // namespace

void ListBox::notify_if_wanted(WORD code) {
  if (alive() && (has_style(LBS_NOTIFY) || combo != nullptr)) notify(code);
}

// LBS_OWNERDRAWFIXED: once, for all, before there are items.
// https://learn.microsoft.com/windows/win32/controls/wm-measureitem
void ListBox::measure_all_items() {
  if (!has_style(LBS_OWNERDRAWFIXED)) return;
  const Owner owner = owner_of(*this);
  // In a combo box -1 is the field, which has been asked about before.
  const UINT item = combo != nullptr ? 0 : static_cast<UINT>(-1);
  const UINT width = combo != nullptr ? static_cast<UINT>(client().right) : 0;
  MEASUREITEMSTRUCT measure{owner.type, owner.id, item, width, static_cast<UINT>(item_height), 0};
  ask(owner, WM_MEASUREITEM, &measure);
  item_height = static_cast<int>(std::clamp(measure.itemHeight, 1u, 0xFFFFu));
  if (multi_column() && measure.itemWidth > 0) {
    column_width = static_cast<int>(std::min(measure.itemWidth, 0xFFFFu));
  }
}

void ListBox::measure_item(int index) {
  if (!variable()) return;
  const Owner owner = owner_of(*this);
  MEASUREITEMSTRUCT measure{owner.type,
                            owner.id,
                            static_cast<UINT>(index),
                            static_cast<UINT>(client().right),
                            static_cast<UINT>(item_height),
                            data_of(*this, index)};
  ask(owner, WM_MEASUREITEM, &measure);
  const int height = static_cast<int>(std::min(measure.itemHeight, 0xFFFFu));
  if (alive() && items.has(index)) items.set_height(index, height);
}

// Of owner-drawn lists that keep data.
// https://learn.microsoft.com/windows/win32/controls/wm-deleteitem
void ListBox::tell_deleted(int index) {
  if (!tells_deletions()) return;
  const Owner owner = owner_of(*this);
  const DELETEITEMSTRUCT deleted{owner.type, owner.id, static_cast<UINT>(index), owner.control,
                                 data_of(*this, index)};
  ask(owner, WM_DELETEITEM, &deleted);
}

// https://learn.microsoft.com/windows/win32/controls/wm-compareitem
int ListBox::compare_with_item(int index, const std::u16string& text, ULONG_PTR data) {
  if (keeps_strings()) {
    return kernel::compare_text(items.at(index).text, text, kernel::Case::kIgnored);
  }
  const Owner owner = owner_of(*this);
  const COMPAREITEMSTRUCT compare{owner.type,
                                  owner.id,
                                  owner.control,
                                  static_cast<UINT>(index),
                                  data_of(*this, index),
                                  static_cast<UINT>(kNone),
                                  data,
                                  locale};
  return static_cast<int>(ask(owner, WM_COMPAREITEM, &compare));
}

// The context comes back as it was, whatever the owner selected into it.
// https://learn.microsoft.com/windows/win32/controls/wm-drawitem
void ListBox::draw_by_owner(HDC dc, int index, const RECT& area, UINT action) {
  const Owner owner = owner_of(*this);
  DRAWITEMSTRUCT draw{};
  draw.CtlType = owner.type;
  draw.CtlID = owner.id;
  draw.itemID = static_cast<UINT>(index);
  draw.itemAction = action;
  draw.itemState = state_of(*this, index);
  draw.hwndItem = owner.control;
  draw.hDC = dc;
  draw.rcItem = area;
  draw.itemData = data_of(*this, index);
  const int saved = SaveDC(dc);
  IntersectClipRect(dc, area.left, area.top, area.right, area.bottom);
  ask(owner, WM_DRAWITEM, &draw);
  RestoreDC(dc, saved);
}

}  // namespace transom::user
