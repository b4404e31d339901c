// How a list view looks.
#include <algorithm>

#include "comctl32/image_list/image_list.h"
#include "comctl32/list_view/list_view.h"
#include "user32/draw/sys_colors.h"

namespace transom::comctl {
namespace {

struct Colors {
  COLORREF text;
  COLORREF background;  // CLR_NONE: what is there
};

Colors colors_of(const ListView& list, bool selected, const NMLVCUSTOMDRAW& asked) {
  if (!selected) return {asked.clrText, asked.clrTextBk};
  if (list.focused()) {
    return {user::system_color(COLOR_HIGHLIGHTTEXT), user::system_color(COLOR_HIGHLIGHT)};
  }
  return {user::system_color(COLOR_BTNTEXT), user::system_color(COLOR_BTNFACE)};
}

void fill(HDC dc, const RECT& area, COLORREF color) {
  if (color != CLR_NONE) fill_solid(dc, area, color);
}

UINT alignment_of(const ListView& list, int column) {
  if (static_cast<std::size_t>(column) >= list.columns.size()) return DT_LEFT;
  switch (list.columns[static_cast<std::size_t>(column)].format & LVCFMT_JUSTIFYMASK) {
    case LVCFMT_RIGHT:
      return DT_RIGHT;
    case LVCFMT_CENTER:
      return DT_CENTER;
    default:
      return DT_LEFT;
  }
}

void draw_text(HDC dc, const std::u16string& text, RECT area, UINT format, Colors colors) {
  SetTextColor(dc, colors.text);
  SetBkMode(dc, TRANSPARENT);
  InflateRect(&area, -2, 0);
  DrawTextW(dc, base::as_wchar(text), -1, &area,
            format | DT_SINGLELINE | DT_NOPREFIX | DT_END_ELLIPSIS | DT_VCENTER);
}

// State image, then small image, at the item's left.
void draw_small_images(ListView& list, HDC dc, int item) {
  RECT place = list.item_rect(item, LVIR_ICON);
  if (!list.alive()) return;
  if (list.report()) place.left += 2;
  const unsigned state = (list.state_of(item) & LVIS_STATEIMAGEMASK) >> 12;
  if (list.state_images != nullptr) {
    if (state > 0)
      draw_image(list.state_images, static_cast<int>(state) - 1, dc, place.left, place.top);
    place.left += image_size(list.state_images).cx;
  }
  if (list.small_images == nullptr) return;
  if (!list.owner_data()) place.left += list.at(item).indent * image_size(list.small_images).cx;
  const int image = list.image_of(item);
  if (list.alive() && image >= 0) draw_image(list.small_images, image, dc, place.left, place.top);
}

void draw_icon_item(ListView& list, HDC dc, int item, Colors colors) {
  const RECT icon = list.item_rect(item, LVIR_ICON);
  const int image = list.image_of(item);
  if (!list.alive()) return;
  if (list.large_images != nullptr && image >= 0) {
    const SIZE size = image_size(list.large_images);
    draw_image(list.large_images, image, dc, (icon.left + icon.right - size.cx) / 2, icon.top + 2);
  }
  RECT label = list.item_rect(item, LVIR_LABEL);
  const std::u16string text = list.text_of_item(item, 0);
  const int width = std::min<int>(text_width(dc, text) + 4, label.right - label.left);
  label.left = (label.left + label.right - width) / 2;
  label.right = label.left + width;
  fill(dc, label, colors.background);
  draw_text(dc, text, label, DT_CENTER, colors);
}

void draw_columns(ListView& list, HDC dc, int item, bool selected, NMLVCUSTOMDRAW& draw,
                  LRESULT wanted) {
  for (int column = 1; list.alive() && list.has(item); ++column) {
    if (static_cast<std::size_t>(column) >= list.columns.size()) return;
    draw.iSubItem = column;
    if ((wanted & CDRF_NOTIFYSUBITEMDRAW) != 0) {
      const LRESULT answer = list.custom_draw(draw.nmcd, CDDS_ITEMPREPAINT | CDDS_SUBITEM);
      if (!list.alive()) return;
      if ((answer & CDRF_SKIPDEFAULT) != 0) continue;
    }
    const RECT place = list.column_rect(item, column);
    const Colors colors = colors_of(list, selected && list.full_row(), draw);
    fill(dc, place, colors.background);
    draw_text(dc, list.text_of_item(item, column),
              {place.left + 4, place.top, place.right - 2, place.bottom},
              alignment_of(list, column), colors);
  }
}

void draw_line_item(ListView& list, HDC dc, int item, bool selected, NMLVCUSTOMDRAW& draw,
                    LRESULT wanted) {
  const Colors colors = colors_of(list, selected, draw);
  RECT label = list.item_rect(item, LVIR_LABEL);
  if (!list.alive()) return;
  RECT behind = label;
  if (list.report() && list.full_row()) behind.right = list.column_rect(item, 0).right;
  fill(dc, behind, colors.background);
  draw_small_images(list, dc, item);
  if (!list.alive()) return;
  draw_text(dc, list.text_of_item(item, 0), label, DT_LEFT, colors);
  if (list.report()) draw_columns(list, dc, item, selected, draw, wanted);
}

void draw_focus(ListView& list, HDC dc, int item) {
  if (item != list.focused_item || !list.focused() || !list.shows_focus()) return;
  RECT place = list.item_rect(item, list.full_row() ? LVIR_SELECTBOUNDS : LVIR_LABEL);
  SetTextColor(dc, RGB(0, 0, 0));
  SetBkColor(dc, RGB(255, 255, 255));
  if (list.alive()) DrawFocusRect(dc, &place);
}

// https://learn.microsoft.com/windows/win32/controls/nm-customdraw-list-view
void draw_item(ListView& list, HDC dc, int item, LRESULT wanted) {
  const bool shown = list.focused() || list.has_style(LVS_SHOWSELALWAYS);
  const UINT state = list.state_of(item);
  const bool selected = shown && (state & (LVIS_SELECTED | LVIS_DROPHILITED)) != 0;
  NMLVCUSTOMDRAW draw{};
  draw.nmcd.hdc = dc;
  draw.nmcd.rc = list.item_rect(item, LVIR_BOUNDS);
  draw.nmcd.dwItemSpec = static_cast<DWORD_PTR>(item);
  if (!list.owner_data() && list.has(item)) draw.nmcd.lItemlParam = list.at(item).data;
  if (selected) draw.nmcd.uItemState |= CDIS_SELECTED;
  if (item == list.focused_item) draw.nmcd.uItemState |= CDIS_FOCUS;
  draw.clrText =
      list.text_color == CLR_DEFAULT ? user::system_color(COLOR_WINDOWTEXT) : list.text_color;
  draw.clrTextBk = list.text_background == CLR_DEFAULT ? CLR_NONE : list.text_background;
  const bool asked = (wanted & CDRF_NOTIFYITEMDRAW) != 0;
  const LRESULT answer = asked ? list.custom_draw(draw.nmcd, CDDS_ITEMPREPAINT) : CDRF_DODEFAULT;
  if (!list.alive() || !list.has(item) || (answer & CDRF_SKIPDEFAULT) != 0) return;
  if (list.view() == LVS_ICON) {
    draw_icon_item(list, dc, item, colors_of(list, selected, draw));
  } else {
    draw_line_item(list, dc, item, selected, draw, answer);
  }
  if (list.alive() && list.has(item)) draw_focus(list, dc, item);
  if (list.alive() && (answer & CDRF_NOTIFYPOSTPAINT) != 0) {
    list.custom_draw(draw.nmcd, CDDS_ITEMPOSTPAINT);
  }
}

// https://learn.microsoft.com/windows/win32/controls/list-view-controls-overview
// (LVS_OWNERDRAWFIXED)
void ask_owner(ListView& list, HDC dc, int item) {
  DRAWITEMSTRUCT draw{};
  draw.CtlType = ODT_LISTVIEW;
  draw.CtlID = list.id();
  draw.itemID = static_cast<UINT>(item);
  draw.itemAction = ODA_DRAWENTIRE;
  const UINT state = list.state_of(item);
  if ((state & LVIS_SELECTED) != 0) draw.itemState |= ODS_SELECTED;
  if ((state & LVIS_FOCUSED) != 0) draw.itemState |= ODS_FOCUS;
  draw.hwndItem = list.handle;
  draw.hDC = dc;
  draw.rcItem = list.item_rect(item, LVIR_BOUNDS);
  if (!list.owner_data()) draw.itemData = static_cast<ULONG_PTR>(list.at(item).data);
  user::send_message(GetParent(list.handle), WM_DRAWITEM, list.id(),
                     reinterpret_cast<LPARAM>(&draw));
}

void draw_grid(ListView& list, HDC dc) {
  const RECT area = list.client();
  const HBRUSH brush = user::system_color_brush(COLOR_BTNFACE);
  for (LONG y = list.header_height + list.row_height() - 1; y < area.bottom;
       y += list.row_height()) {
    const RECT line{area.left, y, area.right, y + 1};
    FillRect(dc, &line, brush);
  }
  LONG x = -list.origin.x;
  for (std::size_t column = 0; column < list.columns.size(); ++column) {
    x += list.column_width(static_cast<int>(column));
    const RECT line{x - 1, list.header_height, x, area.bottom};
    FillRect(dc, &line, brush);
  }
}

}  // namespace

void ListView::draw(HDC dc) {
  const user::ControlFont selected(dc, font);
  NMLVCUSTOMDRAW whole{};
  whole.nmcd.hdc = dc;
  whole.nmcd.rc = client();
  const LRESULT wanted = custom_draw(whole.nmcd, CDDS_PREPAINT);
  if (!alive() || (wanted & CDRF_SKIPDEFAULT) != 0) return;
  RECT area = client();
  area.top = header_height;
  const int state = SaveDC(dc);
  IntersectClipRect(dc, area.left, area.top, area.right, area.bottom);
  const int first = report() ? origin.y / line_height : 0;
  for (int item = first; alive() && has(item); ++item) {
    const RECT place = item_rect(item, LVIR_BOUNDS);
    if (report() && place.top >= area.bottom) break;
    if (place.bottom <= area.top || place.top >= area.bottom) continue;
    if (report() && has_style(LVS_OWNERDRAWFIXED)) {
      ask_owner(*this, dc, item);
    } else {
      draw_item(*this, dc, item, wanted);
    }
  }
  if (alive() && report() && (extended_style & LVS_EX_GRIDLINES) != 0) draw_grid(*this, dc);
  RestoreDC(dc, state);
  if (alive() && (wanted & CDRF_NOTIFYPOSTPAINT) != 0) custom_draw(whole.nmcd, CDDS_POSTPAINT);
}

}  // namespace transom::comctl
