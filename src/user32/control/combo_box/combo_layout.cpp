// Where the parts of a combo box are, and painting it.
#include <algorithm>

#include "base/text.h"
#include "user32/control/combo_box/combo_box.h"
#include "user32/message/send.h"
#include "user32/system/system_metrics.h"

namespace transom::user {
namespace {

constexpr int kEdge = 2;
// What the field has around the font's height or the owner's; as observed.
constexpr int kAroundText = 4, kAroundItem = 6;

// WM_MEASUREITEM with the item -1: the field.
// https://learn.microsoft.com/windows/win32/controls/wm-measureitem
int measure_field(const ComboBox& combo, int text_height) {
  MEASUREITEMSTRUCT measure{ODT_COMBOBOX,
                            combo.id(),
                            static_cast<UINT>(-1),
                            static_cast<UINT>(combo.client().right),
                            static_cast<UINT>(text_height - 2),
                            0};
  const HWND owner = combo.parent();
  if (owner != nullptr) {
    send_message(owner, WM_MEASUREITEM, combo.id(), reinterpret_cast<LPARAM>(&measure));
  }
  return static_cast<int>(std::min(measure.itemHeight, 0xFFFFu)) + kAroundItem;
}

int text_height(const ComboBox& combo) {
  const HDC dc = GetDC(combo.handle);
  TEXTMETRICW metrics{};
  {
    const ControlFont font(dc, combo.font);
    GetTextMetricsW(dc, &metrics);
  }
  ReleaseDC(combo.handle, dc);
  return metrics.tmHeight;
}

UINT state_of_field(const ComboBox& combo) {
  UINT state = ODS_COMBOBOXEDIT;
  if (combo.has_focus && !combo.dropped) state |= ODS_SELECTED | ODS_FOCUS;
  if (!combo.enabled()) state |= ODS_DISABLED;
  if (!combo.shows_focus()) state |= ODS_NOFOCUSRECT;
  return state;
}

void draw_item_by_owner(ComboBox& combo, HDC dc, const RECT& area) {
  DRAWITEMSTRUCT draw{};
  const ListBox* list = combo.look_at_list();
  const int index = combo.selection();
  draw.CtlType = ODT_COMBOBOX;
  draw.CtlID = combo.id();
  draw.itemID = static_cast<UINT>(index);
  draw.itemAction = ODA_DRAWENTIRE;
  draw.itemState = state_of_field(combo);
  draw.hwndItem = combo.handle;
  draw.hDC = dc;
  draw.rcItem = area;
  draw.itemData = list != nullptr && list->items.has(index) ? list->items.at(index).data
                                                            : static_cast<ULONG_PTR>(-1);
  const int saved = SaveDC(dc);
  IntersectClipRect(dc, area.left, area.top, area.right, area.bottom);
  send_message(combo.parent(), WM_DRAWITEM, combo.id(), reinterpret_cast<LPARAM>(&draw));
  RestoreDC(dc, saved);
}

void draw_item_text(ComboBox& combo, HDC dc, const RECT& area) {
  const UINT state = state_of_field(combo);
  if (state & ODS_SELECTED) {
    SetTextColor(dc, GetSysColor(COLOR_HIGHLIGHTTEXT));
    SetBkColor(dc, GetSysColor(COLOR_HIGHLIGHT));
  } else if (state & ODS_DISABLED) {
    SetTextColor(dc, GetSysColor(COLOR_GRAYTEXT));
  }
  const std::u16string text = combo.selected_text();
  const int y = area.top + (area.bottom - area.top - text_height(combo)) / 2;
  ExtTextOutW(dc, area.left + 1, y, ETO_OPAQUE | ETO_CLIPPED, &area, base::as_wchar(text),
              static_cast<UINT>(text.size()), nullptr);
  if ((state & ODS_FOCUS) && combo.shows_focus()) {
    SetTextColor(dc, 0);
    SetBkColor(dc, 0xFFFFFF);
    DrawFocusRect(dc, &area);
  }
}

void draw_field(ComboBox& combo, HDC dc) {
  const ControlFont font(dc, combo.font);
  const HBRUSH brush = combo.ask_colors(combo.enabled() ? WM_CTLCOLOREDIT : WM_CTLCOLORSTATIC, dc);
  if (!combo.alive()) return;
  const RECT field = combo.field();
  FillRect(dc, &field, brush);
  if (combo.editable()) return;
  if (combo.owner_drawn()) {
    draw_item_by_owner(combo, dc, combo.field_item());
  } else {
    draw_item_text(combo, dc, combo.field_item());
  }
}

void draw_button(const ComboBox& combo, HDC dc) {
  RECT button = combo.button();
  if (button.right <= button.left) return;
  UINT state = DFCS_SCROLLCOMBOBOX;
  if (combo.button_pressed) state |= DFCS_PUSHED;
  if (!combo.enabled()) state |= DFCS_INACTIVE;
  DrawFrameControl(dc, &button, DFC_SCROLL, state);
}

RECT window_rect(HWND window) {
  RECT rect{};
  GetWindowRect(window, &rect);
  return rect;
}

// A simple combo box may have room left below its list: that is the parent's.
void draw_rest_by_parent(const ComboBox& combo, HDC dc) {
  const HWND parent = combo.parent();
  if (!combo.simple() || parent == nullptr) return;
  POINT origin{};
  MapWindowPoints(combo.handle, parent, &origin, 1);
  const RECT all = combo.client();
  const int saved = SaveDC(dc);
  IntersectClipRect(dc, 0, combo.height(), all.right, all.bottom);
  // The list has a frame, which would not come back by itself.
  RECT list = window_rect(combo.list);
  MapWindowPoints(nullptr, combo.handle, reinterpret_cast<POINT*>(&list), 2);
  ExcludeClipRect(dc, list.left, list.top, list.right, list.bottom);
  OffsetViewportOrgEx(dc, -origin.x, -origin.y, nullptr);
  send_message(parent, WM_ERASEBKGND, reinterpret_cast<WPARAM>(dc), 0);
  RestoreDC(dc, saved);
}

}  // namespace

void ComboBox::adopt_font() {
  const int height = text_height(*this);
  field_height = owner_drawn() ? measure_field(*this, height) : height + kAroundText;
}

int ComboBox::height() const {
  return field_height + 2 * kEdge;
}

RECT ComboBox::button() const {
  if (simple()) return {};
  const int right = client().right - kEdge;
  const int left = std::max(right - system_metric(SM_CXVSCROLL), kEdge);
  return {left, kEdge, right, height() - kEdge};
}

RECT ComboBox::field() const {
  const int right = simple() ? client().right - kEdge : button().left;
  return {kEdge, kEdge, right, height() - kEdge};
}

RECT ComboBox::field_item() const {
  RECT item = field();
  InflateRect(&item, -1, -1);
  return item;
}

void ComboBox::place_parts() {
  if (list == nullptr) return;
  constexpr UINT kFlags = SWP_NOZORDER | SWP_NOACTIVATE;
  const RECT item = field_item(), all = client();
  if (edit != nullptr) {
    SetWindowPos(edit, nullptr, item.left, item.top, std::max(item.right - item.left, LONG{0}),
                 item.bottom - item.top, kFlags);
  }
  if (!alive()) return;
  if (simple()) {
    const int top = item.bottom + kEdge;
    SetWindowPos(list, nullptr, 0, top, all.right, std::max<int>(all.bottom - top, 0), kFlags);
  } else if (all.bottom != height()) {
    SetWindowPos(handle, nullptr, 0, 0, all.right, height(), kFlags | SWP_NOMOVE);
  }
  if (alive()) InvalidateRect(handle, nullptr, TRUE);
}

RECT ComboBox::dropped_rect() const {
  RECT rect = window_rect(handle);
  if (simple()) return rect;
  rect.right = std::max<LONG>(rect.right, rect.left + least_list_width);
  rect.bottom += list_height;
  return rect;
}

void ComboBox::draw(HDC dc) {
  RECT edge{0, 0, client().right, height()};
  DrawEdge(dc, &edge, EDGE_SUNKEN, BF_RECT);
  draw_field(*this, dc);
  if (!alive()) return;
  draw_button(*this, dc);
  draw_rest_by_parent(*this, dc);
}

void ComboBox::invalidate_field() {
  if (!alive() || editable()) return;
  const RECT area = field();
  InvalidateRect(handle, &area, FALSE);
}

}  // namespace transom::user
