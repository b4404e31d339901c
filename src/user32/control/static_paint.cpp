// The look of statics.
// https://learn.microsoft.com/windows/win32/controls/static-control-styles
#include "gdi32/memory_dc.h"
#include "user32/control/label.h"
#include "user32/control/static.h"
#include "user32/draw/edge.h"
#include "user32/message/send.h"
#include "user32/nonclient/canvas.h"

namespace transom::user {
namespace {

// What is drawn needs to know.
struct Drawing {
  HDC dc;
  RECT area;
  HBRUSH background;
};

UINT text_format(const Static& control) {
  UINT format = DT_EXPANDTABS;
  switch (control.type()) {
    case SS_LEFT:
      format |= DT_WORDBREAK;
      break;
    case SS_CENTER:
      format |= DT_CENTER | DT_WORDBREAK;
      break;
    case SS_RIGHT:
      format |= DT_RIGHT | DT_WORDBREAK;
      break;
    case SS_SIMPLE:
      format |= DT_SINGLELINE;
      break;
    default:
      break;
  }
  switch (control.style() & SS_ELLIPSISMASK) {
    case SS_ENDELLIPSIS:
      format |= DT_SINGLELINE | DT_END_ELLIPSIS;
      break;
    case SS_PATHELLIPSIS:
      format |= DT_SINGLELINE | DT_PATH_ELLIPSIS;
      break;
    case SS_WORDELLIPSIS:
      format |= DT_SINGLELINE | DT_WORD_ELLIPSIS;
      break;
    default:
      break;
  }
  if (control.has_style(SS_CENTERIMAGE)) format |= DT_SINGLELINE | DT_VCENTER;
  if (control.has_style(SS_EDITCONTROL)) format |= DT_EDITCONTROL;
  if (control.has_style(SS_NOPREFIX)) format |= DT_NOPREFIX;
  if (!control.shows_mnemonics()) format |= DT_HIDEPREFIX;
  return format & DT_SINGLELINE ? format & ~static_cast<UINT>(DT_WORDBREAK) : format;
}

void draw_text(Static& control, const Drawing& to) {
  FillRect(to.dc, &to.area, to.background);
  // Documented: simple text is not greyed.
  if (!control.enabled() && !control.is(SS_SIMPLE)) {
    SetTextColor(to.dc, GetSysColor(COLOR_GRAYTEXT));
  }
  draw_label_text(to.dc, control.window.text, to.area, text_format(control), LabelLook::kNormal);
}

RECT image_place(const Static& control, const RECT& area, const SIZE& size) {
  if (control.has_style(SS_CENTERIMAGE)) {
    const LONG left = (area.right - size.cx) / 2, top = (area.bottom - size.cy) / 2;
    return {left, top, left + size.cx, top + size.cy};
  }
  if (control.has_style(SS_REALSIZECONTROL)) return area;
  return {0, 0, size.cx, size.cy};
}

void draw_icon(Static& control, const Drawing& to) {
  FillRect(to.dc, &to.area, to.background);
  const auto icon = static_cast<HICON>(control.image);
  const RECT place = image_place(control, to.area, image_size(icon, IMAGE_ICON));
  DrawIconEx(to.dc, place.left, place.top, icon, place.right - place.left, place.bottom - place.top,
             0, nullptr, DI_NORMAL);
}

void draw_bitmap(Static& control, const Drawing& to) {
  const SIZE size = image_size(control.image, IMAGE_BITMAP);
  const gdi::MemoryDc from(static_cast<HGDIOBJ>(control.image), to.dc);
  if (!from) return;
  const RECT place = image_place(control, to.area, size);
  if (control.has_style(SS_CENTERIMAGE)) {
    // The rest takes the colour of the bitmap's first pixel.
    const HBRUSH brush = CreateSolidBrush(GetPixel(from.get(), 0, 0));
    FillRect(to.dc, &to.area, brush);
    DeleteObject(brush);
  }
  StretchBlt(to.dc, place.left, place.top, place.right - place.left, place.bottom - place.top,
             from.get(), 0, 0, size.cx, size.cy, SRCCOPY);
}

// The picture fills the control, whatever its proportions.
void draw_metafile(Static& control, const Drawing& to) {
  FillRect(to.dc, &to.area, to.background);
  PlayEnhMetaFile(to.dc, static_cast<HENHMETAFILE>(control.image), &to.area);
}

void draw_nothing(Static&, const Drawing& to) {
  FillRect(to.dc, &to.area, to.background);
}

template <int color>
void draw_rectangle(Static&, const Drawing& to) {
  Canvas(to.dc).fill(to.area, color);
}

template <int color>
void draw_frame(Static&, const Drawing& to) {
  RECT ring = to.area;
  Canvas(to.dc).ring(ring, color, color);
}

// A line that is too thin for both of its sides, as most are, has one.
template <UINT first, UINT second>
void draw_etched(Static&, const Drawing& to) {
  constexpr LONG kBothSides = 4;
  const LONG thickness = first == BF_TOP ? to.area.bottom : to.area.right;
  Canvas canvas(to.dc);
  RECT area = to.area;
  draw_edge(canvas, area, EDGE_ETCHED, thickness < kBothSides ? first : first | second);
}

void draw_etched_frame(Static&, const Drawing& to) {
  Canvas canvas(to.dc);
  RECT area = to.area;
  draw_edge(canvas, area, EDGE_ETCHED, BF_RECT);
}

// https://learn.microsoft.com/windows/win32/controls/wm-drawitem
void ask_to_draw(Static& control, const Drawing& to) {
  const HWND parent = control.parent();
  if (parent == nullptr) return;
  DRAWITEMSTRUCT item{};
  item.CtlType = ODT_STATIC;
  item.CtlID = control.id();
  item.itemAction = ODA_DRAWENTIRE;
  item.itemState = control.enabled() ? 0 : ODS_DISABLED;
  item.hwndItem = control.handle;
  item.hDC = to.dc;
  item.rcItem = to.area;
  send_message(parent, WM_DRAWITEM, control.id(), reinterpret_cast<LPARAM>(&item));
}

struct Look {
  DWORD type;
  void (*draw)(Static&, const Drawing&);
};

// Documented: black is the window frame's colour, white the window's; grey is what the desktop was.
constexpr Look kLooks[] = {
    {SS_LEFT, draw_text},
    {SS_CENTER, draw_text},
    {SS_RIGHT, draw_text},
    {SS_SIMPLE, draw_text},
    {SS_LEFTNOWORDWRAP, draw_text},
    {SS_ICON, draw_icon},
    {SS_BITMAP, draw_bitmap},
    {SS_ENHMETAFILE, draw_metafile},
    {SS_BLACKRECT, draw_rectangle<COLOR_WINDOWFRAME>},
    {SS_GRAYRECT, draw_rectangle<COLOR_3DSHADOW>},
    {SS_WHITERECT, draw_rectangle<COLOR_WINDOW>},
    {SS_BLACKFRAME, draw_frame<COLOR_WINDOWFRAME>},
    {SS_GRAYFRAME, draw_frame<COLOR_3DSHADOW>},
    {SS_WHITEFRAME, draw_frame<COLOR_WINDOW>},
    {SS_ETCHEDHORZ, draw_etched<BF_TOP, BF_BOTTOM>},
    {SS_ETCHEDVERT, draw_etched<BF_LEFT, BF_RIGHT>},
    {SS_ETCHEDFRAME, draw_etched_frame},
    {SS_OWNERDRAW, ask_to_draw},
};

const Look* look_of(const Static& control) {
  for (const Look& look : kLooks) {
    if (look.type == control.type()) return &look;
  }
  return nullptr;
}

}  // namespace

void draw_static(Static& control, HDC dc) {
  const int saved = SaveDC(dc);
  {
    const ControlFont font(dc, control.font);
    const RECT area = control.client();
    IntersectClipRect(dc, 0, 0, area.right, area.bottom);
    const HBRUSH background = control.ask_colors(WM_CTLCOLORSTATIC, dc);
    if (!control.alive()) return;
    const bool lacks_image = control.image_type() >= 0 && control.image == nullptr;
    const Look* look = look_of(control);
    (lacks_image || look == nullptr ? draw_nothing : look->draw)(control, {dc, area, background});
  }
  RestoreDC(dc, saved);
}

namespace {

// Made by GetMessage where there is an update region; WM_PRINTCLIENT is sent by programs.
// https://learn.microsoft.com/windows/win32/gdi/wm-paint
LRESULT on_paint(Static& control, const ControlCall& call) {
  const ControlPaint paint(control, call);
  if (paint) draw_static(control, paint.dc());
  return 0;
}

// Documented: the control erases what is behind it itself.
LRESULT on_erase_background(Static&, const ControlCall&) {
  return TRUE;
}

// Underlined mnemonics come and go.
// https://learn.microsoft.com/windows/win32/menurc/wm-updateuistate
LRESULT on_update_ui_state(Static& control, const ControlCall& call) {
  const bool before = control.shows_mnemonics();
  const LRESULT result = control.default_action(call);
  if (control.alive() && control.shows_mnemonics() != before && control.is_text()) {
    InvalidateRect(control.handle, nullptr, FALSE);
  }
  return result;
}

constexpr ControlEntry<Static> kEntries[] = {
    {WM_PAINT, on_paint},
    {WM_PRINTCLIENT, on_paint},
    {WM_ERASEBKGND, on_erase_background},
    {WM_UPDATEUISTATE, on_update_ui_state},
};

}  // namespace

std::span<const ControlEntry<Static>> static_paint_entries() {
  return kEntries;
}

}  // namespace transom::user
