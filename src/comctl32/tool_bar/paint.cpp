// How a tool bar looks.
#include "comctl32/image_list/image_list.h"
#include "comctl32/tool_bar/tool_bar.h"
#include "user32/draw/sys_colors.h"

namespace transom::comctl {
namespace {

// What a button is drawn like.
struct Look {
  bool down = false;     // moved by one, sunken
  bool checked = false;  // sunken, with the half tone behind
  bool hot = false;
  bool grey = false;
};

Look look_of(const ToolBar& bar, int index) {
  const ToolButton& button = bar.at(index);
  const bool held = index == bar.pressed && bar.pressed_inside;
  const bool checked = (button.state & TBSTATE_CHECKED) != 0;
  const bool usable = button.enabled() && bar.enabled();
  return {.down = held || checked || (button.state & TBSTATE_PRESSED) != 0,
          .checked = checked && !held,
          .hot = index == bar.hot && usable,
          .grey = !usable || (button.state & TBSTATE_INDETERMINATE) != 0};
}

void draw_frame(const ToolBar& bar, HDC dc, RECT place, const Look& look) {
  if (look.checked && !look.hot) {
    RECT inside = place;
    InflateRect(&inside, -1, -1);
    SetTextColor(dc, user::system_color(COLOR_BTNHIGHLIGHT));
    SetBkColor(dc, user::system_color(COLOR_BTNFACE));
    FillRect(dc, &inside, user::half_tone_brush());
  }
  if (bar.flat()) {
    if (look.down) DrawEdge(dc, &place, BDR_SUNKENOUTER, BF_RECT);
    if (look.hot && !look.down) DrawEdge(dc, &place, BDR_RAISEDINNER, BF_RECT);
    return;
  }
  DrawEdge(dc, &place, look.down ? EDGE_SUNKEN : EDGE_RAISED, BF_RECT | BF_SOFT);
}

void draw_separator(const ToolBar& bar, HDC dc, RECT place) {
  if (!bar.flat()) return;
  place.left = (place.left + place.right) / 2 - 1;
  place.right = place.left + 2;
  place.top += 2;
  place.bottom -= 2;
  DrawEdge(dc, &place, EDGE_ETCHED, BF_LEFT);
}

void draw_picture(const ToolBar& bar, HDC dc, const ToolButton& button, POINT corner,
                  const Look& look) {
  if (button.image == I_IMAGENONE || button.image < 0) return;
  if (look.grey && bar.disabled_images != nullptr) {
    draw_image(bar.disabled_images, button.image, dc, corner.x, corner.y);
  } else if (look.hot && bar.hot_images != nullptr) {
    draw_image(bar.hot_images, button.image, dc, corner.x, corner.y);
  } else {
    draw_image(bar.images, button.image, dc, corner.x, corner.y, look.grey);
  }
}

void draw_label(HDC dc, const std::u16string& text, RECT area, UINT format, bool grey) {
  const auto draw = [&](int color, int shift) {
    RECT shifted = area;
    OffsetRect(&shifted, shift, shift);
    SetTextColor(dc, user::system_color(color));
    DrawTextW(dc, base::as_wchar(text), -1, &shifted, format);
  };
  if (grey) draw(COLOR_BTNHIGHLIGHT, 1);
  draw(grey ? COLOR_GRAYTEXT : COLOR_BTNTEXT, 0);
}

void draw_arrow(HDC dc, const RECT& area, bool grey) {
  const int x = (area.left + area.right) / 2 - 1;
  const int y = (area.top + area.bottom) / 2;
  for (int row = 0; row < 3; ++row) {
    const RECT line{x - 2 + row, y - 1 + row, x + 3 - row, y + row};
    FillRect(dc, &line, user::system_color_brush(grey ? COLOR_GRAYTEXT : COLOR_BTNTEXT));
  }
}

// The picture in the middle with the text below it, or beside it.
void draw_content(const ToolBar& bar, HDC dc, const ToolButton& button, RECT area,
                  const Look& look) {
  const SIZE picture = bar.picture_size();
  const std::u16string text = bar.shows_text(button) ? bar.text_of_button(button) : u"";
  const UINT prefix = button.is(BTNS_NOPREFIX) ? UINT{DT_NOPREFIX} : 0;
  const bool beside = bar.list() && !text.empty();
  const int height = area.bottom - area.top;
  POINT corner{beside ? area.left + bar.padding.cx / 2 : (area.left + area.right - picture.cx) / 2,
               text.empty() || beside ? area.top + (height - picture.cy) / 2
                                      : area.top + bar.padding.cy / 2};
  draw_picture(bar, dc, button, corner, look);
  if (text.empty()) return;
  if (beside) {
    area.left = corner.x + (button.image == I_IMAGENONE ? 0 : picture.cx + 2);
    draw_label(dc, text, area, DT_LEFT | DT_VCENTER | DT_SINGLELINE | prefix, look.grey);
    return;
  }
  area.top = corner.y + picture.cy;
  draw_label(dc, text, area, DT_CENTER | DT_SINGLELINE | prefix, look.grey);
}

void draw_button(const ToolBar& bar, HDC dc, int index) {
  const ToolButton& button = bar.at(index);
  const Look look = look_of(bar, index);
  RECT area = button.place;
  if (bar.has_arrow(button)) {
    RECT arrow = area;
    arrow.left = arrow.right - kArrowWidth;
    area.right = arrow.left;
    draw_frame(bar, dc, arrow, look);
    draw_arrow(dc, arrow, look.grey);
  }
  draw_frame(bar, dc, area, look);
  if (look.down) OffsetRect(&area, 1, 1);
  draw_content(bar, dc, button, area, look);
}

UINT item_state(const ToolBar& bar, int index) {
  const Look look = look_of(bar, index);
  UINT state = 0;
  if (look.grey) state |= CDIS_DISABLED;
  if (look.hot) state |= CDIS_HOT;
  if (look.down && !look.checked) state |= CDIS_SELECTED;
  if (look.checked) state |= CDIS_CHECKED;
  return state;
}

// https://learn.microsoft.com/windows/win32/controls/nm-customdraw-toolbar
void draw_item(ToolBar& bar, HDC dc, int index, LRESULT wanted) {
  NMTBCUSTOMDRAW draw{};
  draw.nmcd.hdc = dc;
  draw.nmcd.rc = bar.at(index).place;
  draw.nmcd.dwItemSpec = static_cast<DWORD_PTR>(bar.at(index).command);
  draw.nmcd.uItemState = item_state(bar, index);
  draw.nmcd.lItemlParam = static_cast<LPARAM>(bar.at(index).data);
  const bool asked = (wanted & CDRF_NOTIFYITEMDRAW) != 0;
  const LRESULT item = asked ? bar.custom_draw(draw.nmcd, CDDS_ITEMPREPAINT) : CDRF_DODEFAULT;
  if (!bar.alive() || !bar.has(index) || (item & CDRF_SKIPDEFAULT) != 0) return;
  if (bar.at(index).separator()) {
    draw_separator(bar, dc, bar.at(index).place);
  } else {
    draw_button(bar, dc, index);
  }
  if ((item & CDRF_NOTIFYPOSTPAINT) != 0) bar.custom_draw(draw.nmcd, CDDS_ITEMPOSTPAINT);
}

}  // namespace

void ToolBar::draw(HDC dc) {
  const user::ControlFont selected(dc, font);
  SetBkMode(dc, TRANSPARENT);
  NMTBCUSTOMDRAW whole{};
  whole.nmcd.hdc = dc;
  whole.nmcd.rc = client();
  const LRESULT wanted = custom_draw(whole.nmcd, CDDS_PREPAINT);
  if (!alive() || (wanted & CDRF_SKIPDEFAULT) != 0) return;
  for (int index = 0; alive() && has(index); ++index) {
    if (!at(index).hidden()) draw_item(*this, dc, index, wanted);
  }
  if (alive() && (wanted & CDRF_NOTIFYPOSTPAINT) != 0) custom_draw(whole.nmcd, CDDS_POSTPAINT);
}

void ToolBar::redraw(int index) {
  if (has(index)) InvalidateRect(handle, &at(index).place, TRUE);
}

}  // namespace transom::comctl
