#include "comctl32/rebar/rebar.h"

#include <algorithm>
#include <utility>

#include "comctl32/classes.h"
#include "comctl32/image_list/image_list.h"
#include "user32/draw/sys_colors.h"

namespace transom::comctl {
namespace {

// ---- Drawing

COLORREF background_of(const Rebar& bar, const Band& band) {
  if (band.back != CLR_DEFAULT && band.back != CLR_NONE) return band.back;
  return bar.background == CLR_NONE ? user::system_color(COLOR_BTNFACE) : bar.background;
}

COLORREF text_color_of(const Rebar& bar, const Band& band) {
  if (band.fore != CLR_DEFAULT && band.fore != CLR_NONE) return band.fore;
  return bar.text_color == CLR_NONE ? user::system_color(COLOR_BTNTEXT) : bar.text_color;
}

void draw_gripper(const Rebar& bar, HDC dc, const Band& band) {
  RECT grip{band.place.left + 2, band.place.top + 1, band.place.left + 5, band.place.bottom - 1};
  grip = bar.turned(grip);
  DrawEdge(dc, &grip, BDR_RAISEDINNER, BF_RECT);
}

void draw_chevron(const Rebar& bar, HDC dc, const Band& band) {
  const RECT place = bar.chevron_of(band);
  const COLORREF color = text_color_of(bar, band);
  const LONG x = place.left + 2;
  const LONG y = (place.top + place.bottom) / 2 - 2;
  for (LONG step = 0; step < 5; ++step) {
    const LONG right = step < 3 ? step : 4 - step;
    for (const LONG start : {x, x + 4}) {
      fill_solid(dc, {start + right, y + step, start + right + 1, y + step + 1}, color);
    }
  }
}

// https://learn.microsoft.com/windows/win32/controls/nm-customdraw-rebar
void draw_band(Rebar& bar, HDC dc, int index, LRESULT wanted) {
  const Band band = bar.at(index);
  NMCUSTOMDRAW draw{};
  draw.hdc = dc;
  draw.rc = bar.turned(band.place);
  draw.dwItemSpec = band.id;
  draw.lItemlParam = band.data;
  SetTextColor(dc, text_color_of(bar, band));
  SetBkMode(dc, TRANSPARENT);
  const bool asked = (wanted & CDRF_NOTIFYITEMDRAW) != 0;
  const LRESULT answer = asked ? bar.custom_draw(draw, CDDS_ITEMPREPAINT) : CDRF_DODEFAULT;
  if (!bar.alive() || (answer & CDRF_SKIPDEFAULT) != 0) return;
  if (bar.has_gripper(band)) draw_gripper(bar, dc, band);
  RECT head = band.place;
  head.left += bar.has_gripper(band) ? 8 : 0;
  head = bar.turned(head);
  if (bar.images != nullptr && band.image >= 0) {
    const SIZE size = image_size(bar.images);
    draw_image(bar.images, band.image, dc, head.left, (head.top + head.bottom - size.cy) / 2);
    head.left += size.cx + 4;
  }
  if (!band.text.empty() && !band.is(RBBS_HIDETITLE)) {
    DrawTextW(dc, base::as_wchar(band.text), -1, &head,
              DT_SINGLELINE | DT_NOPREFIX | (bar.vertical() ? DT_TOP : DT_VCENTER));
  }
  if (band.chevron) draw_chevron(bar, dc, band);
  if ((answer & CDRF_NOTIFYPOSTPAINT) != 0) bar.custom_draw(draw, CDDS_ITEMPOSTPAINT);
}

void draw_borders(const Rebar& bar, HDC dc) {
  if (!bar.has_style(RBS_BANDBORDERS)) return;
  const LONG along = bar.length();
  for (const Band& band : bar.bands) {
    if (band.row < 0) continue;
    RECT below = bar.turned({0, band.place.bottom, along, band.place.bottom + 2});
    if (band.row + 1 < bar.rows()) {
      DrawEdge(dc, &below, EDGE_ETCHED, bar.vertical() ? BF_LEFT : BF_TOP);
    }
    if (band.place.left == 0) continue;
    RECT before =
        bar.turned({band.place.left - 2, band.place.top, band.place.left, band.place.bottom});
    DrawEdge(dc, &before, EDGE_ETCHED, bar.vertical() ? BF_TOP : BF_LEFT);
  }
}

LRESULT on_paint(Rebar& bar, const ControlCall& call) {
  const user::ControlPaint paint(bar, call);
  if (!paint) return 0;
  const HDC dc = paint.dc();
  const user::ControlFont font(dc, bar.font);
  NMCUSTOMDRAW whole{};
  whole.hdc = dc;
  whole.rc = bar.client();
  const LRESULT wanted = bar.custom_draw(whole, CDDS_PREPAINT);
  if (!bar.alive() || (wanted & CDRF_SKIPDEFAULT) != 0) return 0;
  draw_borders(bar, dc);
  for (int index = 0; bar.alive() && bar.has(index); ++index) {
    if (bar.at(index).row >= 0) draw_band(bar, dc, index, wanted);
  }
  if (bar.alive() && (wanted & CDRF_NOTIFYPOSTPAINT) != 0) bar.custom_draw(whole, CDDS_POSTPAINT);
  return 0;
}

void fill_with_bitmap(HDC dc, const RECT& area, HBITMAP bitmap) {
  const HBRUSH brush = CreatePatternBrush(bitmap);
  SetBrushOrgEx(dc, area.left, area.top, nullptr);
  FillRect(dc, &area, brush);
  DeleteObject(brush);
}

LRESULT on_erase(Rebar& bar, const ControlCall& call) {
  const HDC dc = reinterpret_cast<HDC>(call.wparam);
  fill_solid(dc, bar.client(), background_of(bar, {}));
  for (const Band& band : bar.bands) {
    if (band.row < 0) continue;
    const RECT place = bar.turned(band.place);
    if (band.background != nullptr) {
      fill_with_bitmap(dc, place, band.background);
    } else {
      fill_solid(dc, place, background_of(bar, band));
    }
  }
  return TRUE;
}

// ---- Settings

// https://learn.microsoft.com/windows/win32/controls/rb-setbarinfo
LRESULT on_set_info(Rebar& bar, const ControlCall& call) {
  const auto* given = reinterpret_cast<const REBARINFO*>(call.lparam);
  if (given == nullptr || given->cbSize < sizeof *given) return FALSE;
  if ((given->fMask & RBIM_IMAGELIST) != 0) bar.images = given->himl;
  bar.lay_out();
  return TRUE;
}
LRESULT on_get_info(Rebar& bar, const ControlCall& call) {
  auto* out = reinterpret_cast<REBARINFO*>(call.lparam);
  if (out == nullptr || out->cbSize < sizeof *out) return FALSE;
  if ((out->fMask & RBIM_IMAGELIST) != 0) out->himl = bar.images;
  return TRUE;
}

template <COLORREF Rebar::*kColor>
LRESULT on_set_color(Rebar& bar, const ControlCall& call) {
  const COLORREF before = std::exchange(bar.*kColor, static_cast<COLORREF>(call.lparam));
  InvalidateRect(bar.handle, nullptr, TRUE);
  return static_cast<LRESULT>(before);
}
template <COLORREF Rebar::*kColor>
LRESULT on_get_color(Rebar& bar, const ControlCall&) {
  return static_cast<LRESULT>(bar.*kColor);
}

LRESULT on_set_scheme(Rebar& bar, const ControlCall& call) {
  const auto* given = reinterpret_cast<const COLORSCHEME*>(call.lparam);
  if (given != nullptr && given->dwSize == sizeof *given) bar.scheme = *given;
  InvalidateRect(bar.handle, nullptr, TRUE);
  return 0;
}
LRESULT on_get_scheme(Rebar& bar, const ControlCall& call) {
  auto* out = reinterpret_cast<COLORSCHEME*>(call.lparam);
  if (out == nullptr || out->dwSize != sizeof *out) return FALSE;
  *out = bar.scheme;
  return TRUE;
}

LRESULT on_set_palette(Rebar& bar, const ControlCall& call) {
  const auto now = reinterpret_cast<HPALETTE>(call.lparam);
  return reinterpret_cast<LRESULT>(std::exchange(bar.palette, now));
}
LRESULT on_get_palette(Rebar& bar, const ControlCall&) {
  return reinterpret_cast<LRESULT>(bar.palette);
}

LRESULT on_set_tips(Rebar& bar, const ControlCall& call) {
  bar.tool_tips = reinterpret_cast<HWND>(call.wparam);
  return 0;
}
LRESULT on_get_tips(Rebar& bar, const ControlCall&) {
  return reinterpret_cast<LRESULT>(bar.tool_tips);
}

LRESULT on_set_extended(Rebar& bar, const ControlCall& call) {
  const DWORD mask = call.wparam != 0 ? static_cast<DWORD>(call.wparam) : ~DWORD{0};
  const DWORD before = bar.extended_style;
  bar.extended_style = (before & ~mask) | (static_cast<DWORD>(call.lparam) & mask);
  return before;
}
LRESULT on_get_extended(Rebar& bar, const ControlCall&) {
  return bar.extended_style;
}

// https://learn.microsoft.com/windows/win32/controls/rb-setparent
LRESULT on_set_parent(Rebar& bar, const ControlCall& call) {
  const HWND before = bar.parent();
  bar.notified = reinterpret_cast<HWND>(call.wparam);
  return reinterpret_cast<LRESULT>(before);
}

// The bands are laid out for the rectangle's length; whether that changed anything.
// https://learn.microsoft.com/windows/win32/controls/rb-sizetorect
LRESULT on_size_to_rect(Rebar& bar, const ControlCall& call) {
  auto* area = reinterpret_cast<RECT*>(call.lparam);
  if (area == nullptr) return FALSE;
  const RECT before = bar.client();
  SetWindowPos(bar.handle, nullptr, area->left, area->top, area->right - area->left,
               area->bottom - area->top, SWP_NOZORDER | SWP_NOACTIVATE);
  if (!bar.alive()) return FALSE;
  const RECT now = bar.client();
  if ((call.wparam & RBSTR_CHANGERECT) != 0) {
    area->right = area->left + now.right;
    area->bottom = area->top + now.bottom;
  }
  return EqualRect(&before, &now) == 0;
}

// ---- The window

LRESULT on_lay_out(Rebar& bar, const ControlCall&) {
  bar.lay_out();
  return 0;
}

LRESULT on_style_changed(Rebar& bar, const ControlCall& call) {
  const LRESULT result = bar.default_action(call);
  if (bar.alive()) bar.lay_out();
  return result;
}

LRESULT on_set_bar_font(Rebar& bar, const ControlCall& call) {
  user::on_set_font(bar, call);
  bar.lay_out();
  return 0;
}

// "Forwards any messages sent to it from windows assigned to its bands."
LRESULT on_forward(Rebar& bar, const ControlCall& call) {
  const HWND parent = bar.parent();
  if (parent == nullptr) return bar.default_action(call);
  return user::send_message(parent, call.message, call.wparam, call.lparam);
}

constexpr ControlEntry<Rebar> kEntries[] = {
    {WM_CREATE, on_lay_out},
    {WM_SIZE, on_lay_out},
    {WM_STYLECHANGED, on_style_changed},
    {WM_SETFONT, on_set_bar_font},
    {WM_PAINT, on_paint},
    {WM_PRINTCLIENT, on_paint},
    {WM_ERASEBKGND, on_erase},
    {WM_NOTIFY, on_forward},
    {WM_COMMAND, on_forward},
    {WM_DRAWITEM, on_forward},
    {WM_MEASUREITEM, on_forward},
    {WM_COMPAREITEM, on_forward},
    {WM_DELETEITEM, on_forward},
    {WM_CHARTOITEM, on_forward},
    {WM_VKEYTOITEM, on_forward},
    {WM_HSCROLL, on_forward},
    {WM_VSCROLL, on_forward},
    {RB_SETBARINFO, on_set_info},
    {RB_GETBARINFO, on_get_info},
    {RB_SETBKCOLOR, on_set_color<&Rebar::background>},
    {RB_GETBKCOLOR, on_get_color<&Rebar::background>},
    {RB_SETTEXTCOLOR, on_set_color<&Rebar::text_color>},
    {RB_GETTEXTCOLOR, on_get_color<&Rebar::text_color>},
    {RB_SETCOLORSCHEME, on_set_scheme},
    {RB_GETCOLORSCHEME, on_get_scheme},
    {RB_SETPALETTE, on_set_palette},
    {RB_GETPALETTE, on_get_palette},
    {RB_SETTOOLTIPS, on_set_tips},
    {RB_GETTOOLTIPS, on_get_tips},
    {RB_SETEXTENDEDSTYLE, on_set_extended},
    {RB_GETEXTENDEDSTYLE, on_get_extended},
    {RB_SETPARENT, on_set_parent},
    {RB_SIZETORECT, on_size_to_rect},
};

LRESULT CALLBACK rebar_procedure(HWND handle, UINT message, WPARAM wparam, LPARAM lparam) {
  static const user::ControlTable<Rebar> table{common_entries<Rebar>(), kEntries,
                                               rebar_band_entries(), rebar_drag_entries()};
  return user::run_control(table, handle, message, wparam, lparam);
}

}  // namespace

const user::SystemClass kRebarClass{u"ReBarWindow32", CS_DBLCLKS | CS_GLOBALCLASS, rebar_procedure,
                                    sizeof(void*),    MAKEINTRESOURCEW(32512),     nullptr};

}  // namespace transom::comctl
