// Painting a list box.
#include <algorithm>

#include "base/text.h"
#include "user32/control/list_box/list_box.h"

namespace transom::user {
namespace {

constexpr int kTextOffset = 1;  // from the left of an item

void draw_text(const ListBox& list, HDC dc, int index, const RECT& area) {
  const std::u16string& text = list.items.at(index).text;
  const int x = area.left + kTextOffset;
  const auto length = static_cast<int>(text.size());
  if (!list.has_style(LBS_USETABSTOPS)) {
    ExtTextOutW(dc, x, area.top, ETO_OPAQUE | ETO_CLIPPED, &area, base::as_wchar(text),
                static_cast<UINT>(length), nullptr);
    return;
  }
  ExtTextOutW(dc, x, area.top, ETO_OPAQUE | ETO_CLIPPED, &area, nullptr, 0, nullptr);
  TabbedTextOutW(dc, x, area.top, base::as_wchar(text), length,
                 static_cast<int>(list.tab_stops.size()),
                 list.tab_stops.empty() ? nullptr : list.tab_stops.data(), x);
}

// The colours of the context are the parent's; selected and disabled items have the system's.
void draw_plain(const ListBox& list, HDC dc, int index, const RECT& area) {
  const COLORREF text = GetTextColor(dc), background = GetBkColor(dc);
  if (list.is_selected(index)) {
    SetTextColor(dc, GetSysColor(COLOR_HIGHLIGHTTEXT));
    SetBkColor(dc, GetSysColor(COLOR_HIGHLIGHT));
  }
  if (!list.enabled()) SetTextColor(dc, GetSysColor(COLOR_GRAYTEXT));
  draw_text(list, dc, index, area);
  SetTextColor(dc, text);
  SetBkColor(dc, background);
}

bool has_focus_rectangle(const ListBox& list, int index) {
  return list.focus_shown && list.focus_hidden == 0 && index == list.caret && list.shows_focus();
}

}  // namespace

void ListBox::invalidate() {
  if (redraw) InvalidateRect(handle, nullptr, TRUE);
}

void ListBox::invalidate_from(int index) {
  index = std::max(index, top);
  if (!redraw || begins_beyond(index)) return;
  RECT area = client();
  if (!multi_column()) area.top = item_rect(index).top;
  InvalidateRect(handle, &area, TRUE);
}

HBRUSH ListBox::background(HDC dc) {
  return ask_colors(WM_CTLCOLORLISTBOX, dc);
}

void ListBox::draw_item(HDC dc, int index, UINT action) {
  if (!alive() || !items.has(index)) return;
  const RECT area = item_rect(index);
  if (owner_drawn()) {
    draw_by_owner(dc, index, area, action);
    return;
  }
  draw_plain(*this, dc, index, area);
  if (has_focus_rectangle(*this, index)) {
    SetTextColor(dc, 0);
    SetBkColor(dc, 0xFFFFFF);
    DrawFocusRect(dc, &area);
  }
}

void ListBox::draw_item_now(int index, UINT action) {
  if (!alive() || !redraw || !is_visible(index) || !IsWindowVisible(handle)) return;
  const HDC dc = GetDC(handle);
  {
    const ControlFont selected_font(dc, font);
    background(dc);
    draw_item(dc, index, action);
  }
  ReleaseDC(handle, dc);
}

// The item with the caret comes last, as its focus rectangle may change the context's colours.
void ListBox::paint(HDC dc, const RECT& area) {
  const ControlFont selected_font(dc, font);
  background(dc);
  const bool caret_last = has_focus_rectangle(*this, caret);
  for (int index = top; alive() && items.has(index) && is_visible(index); ++index) {
    const RECT item = item_rect(index);
    RECT common;
    if (caret_last && index == caret) continue;
    if (IntersectRect(&common, &item, &area)) draw_item(dc, index, ODA_DRAWENTIRE);
  }
  if (alive() && caret_last && is_visible(caret)) draw_item(dc, caret, ODA_DRAWENTIRE);
}

namespace {

// https://learn.microsoft.com/windows/win32/gdi/wm-paint
LRESULT on_paint(ListBox& list, const ControlCall& call) {
  const ControlPaint paint(list, call);
  if (paint && list.redraw) list.paint(paint.dc(), paint.area());
  return 0;
}

// https://learn.microsoft.com/windows/win32/gdi/wm-printclient
LRESULT on_print_client(ListBox& list, const ControlCall& call) {
  const auto dc = reinterpret_cast<HDC>(call.wparam);
  const RECT area = list.client();
  FillRect(dc, &area, list.background(dc));
  if (list.alive()) list.paint(dc, area);
  return 0;
}

LRESULT on_erase_background(ListBox& list, const ControlCall& call) {
  const auto dc = reinterpret_cast<HDC>(call.wparam);
  const RECT area = list.client();
  const HBRUSH brush = list.background(dc);
  if (list.alive()) FillRect(dc, &area, brush);
  return 1;
}

// Keeps the contents as they are drawn until it is turned on again.
// https://learn.microsoft.com/windows/win32/gdi/wm-setredraw
LRESULT on_set_redraw(ListBox& list, const ControlCall& call) {
  list.redraw = call.wparam != 0;
  if (!list.redraw) return 0;
  list.update_scroll_bars();
  if (list.alive()) list.invalidate();
  return 0;
}

constexpr ListBoxEntry kEntries[] = {
    {WM_PAINT, on_paint},
    {WM_PRINTCLIENT, on_print_client},
    {WM_ERASEBKGND, on_erase_background},
    {WM_SETREDRAW, on_set_redraw},
};

}  // namespace

std::span<const ListBoxEntry> list_paint_messages() {
  return kEntries;
}

}  // namespace transom::user
