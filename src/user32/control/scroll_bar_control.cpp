// The class ScrollBar: a scroll bar as a window of its own, with a keyboard interface, and the size
// box.
#include "user32/control/scroll_bar_control.h"

#include "base/last_error.h"
#include "user32/control/scroll_bar_place.h"
#include "user32/control/scroll_tracking.h"
#include "user32/control/scroll_values.h"
#include "user32/default/input_handlers.h"
#include "user32/lock.h"
#include "user32/message/send.h"
#include "user32/system/system_metrics.h"
#include "user32/window/tree.h"

namespace transom::user {
namespace {

// A size box in the bottom right corner, unless it is asked for in the top left one.
WPARAM sizing_edge(const ScrollBarControl& control) {
  return control.has_style(SBS_SIZEBOXTOPLEFTALIGN) ? WMSZ_TOPLEFT : WMSZ_BOTTOMRIGHT;
}

// SBS_…ALIGN: the part of the given rectangle along one of its edges; of a size box, its corner.
// https://learn.microsoft.com/windows/win32/controls/scroll-bar-control-styles
RECT aligned(const ScrollBarControl& control, RECT rect) {
  const int width = system_metric(SM_CXVSCROLL), height = system_metric(SM_CYHSCROLL);
  // The same bits mean a corner, an edge of a horizontal or of a vertical bar.
  const bool first = control.has_style(SBS_TOPALIGN), last = control.has_style(SBS_BOTTOMALIGN);
  if (!first && !last) return rect;
  if (control.size_box() || control.vertical()) {
    (first ? rect.right : rect.left) = first ? rect.left + width : rect.right - width;
  }
  if (control.size_box() || !control.vertical()) {
    (first ? rect.bottom : rect.top) = first ? rect.top + height : rect.bottom - height;
  }
  return rect;
}

// https://learn.microsoft.com/windows/win32/winmsg/wm-create
LRESULT on_create(ScrollBarControl& control, const ControlCall&) {
  const RECT given = control.window.rect;
  const RECT wanted = aligned(control, given);
  if (!EqualRect(&given, &wanted)) {
    SetWindowPos(control.handle, nullptr, wanted.left, wanted.top, wanted.right - wanted.left,
                 wanted.bottom - wanted.top, SWP_NOZORDER | SWP_NOACTIVATE);
  }
  if (control.alive() && !control.enabled()) control.state.disabled = ESB_DISABLE_BOTH;
  return 0;
}

void draw(ScrollBarControl& control, HDC dc) {
  const HBRUSH shaft = control.ask_colors(WM_CTLCOLORSCROLLBAR, dc);
  if (!control.alive()) return;
  const RECT area = control.client();
  if (control.size_box()) {
    FillRect(dc, &area, GetSysColorBrush(COLOR_3DFACE));
    draw_size_grip(dc, area);
  } else {
    draw_scroll_bar(dc, area, control.vertical(), control.state, shaft);
  }
}

LRESULT on_paint(ScrollBarControl& control, const ControlCall& call) {
  const ControlPaint paint(control, call);
  if (paint) draw(control, paint.dc());
  return 0;
}

LRESULT on_erase_background(ScrollBarControl&, const ControlCall&) {
  return 1;
}

// The focus is a blinking thumb: a grey caret.
// https://learn.microsoft.com/windows/win32/inputdev/wm-setfocus
RECT thumb_of(const ScrollBarControl& control) {
  RECT thumb = control.client();
  const bool vertical = control.vertical();
  const ScrollBarGeometry geometry =
      scroll_bar_geometry(control.state, vertical ? thumb.bottom : thumb.right);
  (vertical ? thumb.top : thumb.left) = geometry.thumb_begin;
  (vertical ? thumb.bottom : thumb.right) = geometry.thumb_end;
  InflateRect(&thumb, -2, -2);
  return thumb;
}

const HBITMAP kGreyCaret = reinterpret_cast<HBITMAP>(1);

void place_caret(ScrollBarControl& control) {
  const RECT thumb = thumb_of(control);
  SetCaretPos(thumb.left, thumb.top);
}

LRESULT on_set_focus(ScrollBarControl& control, const ControlCall&) {
  if (control.size_box()) return 0;
  const RECT thumb = thumb_of(control);
  if (thumb.right <= thumb.left || thumb.bottom <= thumb.top) return 0;
  CreateCaret(control.handle, kGreyCaret, thumb.right - thumb.left, thumb.bottom - thumb.top);
  place_caret(control);
  ShowCaret(control.handle);
  return 0;
}

LRESULT on_kill_focus(ScrollBarControl&, const ControlCall&) {
  DestroyCaret();
  return 0;
}

// The thumb has moved or grown, or is gone.
void follow_with_caret(ScrollBarControl& control) {
  if (!control.focused()) return;
  DestroyCaret();
  on_set_focus(control, {});
}

LRESULT on_size(ScrollBarControl& control, const ControlCall&) {
  follow_with_caret(control);
  return 0;
}

// https://learn.microsoft.com/windows/win32/winmsg/wm-enable
LRESULT on_enable(ScrollBarControl& control, const ControlCall& call) {
  control.state.disabled = call.wparam != 0 ? ESB_ENABLE_BOTH : ESB_DISABLE_BOTH;
  redraw_scroll_bar(control.window, SB_CTL);
  return 0;
}

void size_by_box(ScrollBarControl& control, POINT at) {
  Window* top = nullptr;
  {
    UserLock lock;
    top = &top_level_of(control.window);
  }
  if ((top->style & WS_THICKFRAME) == 0 || (top->style & WS_MAXIMIZE) != 0) return;
  send_message(top->handle, WM_SYSCOMMAND, SC_SIZE | sizing_edge(control), MAKELPARAM(at.x, at.y));
}

// https://learn.microsoft.com/windows/win32/inputdev/wm-lbuttondown
LRESULT on_left_button_down(ScrollBarControl& control, const ControlCall& call) {
  POINT at = point_of(call.lparam);
  ClientToScreen(control.handle, &at);
  if (control.size_box()) {
    size_by_box(control, at);
    return 0;
  }
  if (control.has_style(WS_TABSTOP)) SetFocus(control.handle);
  if (control.alive()) track_scroll_bar(control.window, SB_CTL, at);
  return 0;
}

// https://learn.microsoft.com/windows/win32/controls/about-scroll-bars#keyboard-interface-for-a-scroll-bar
LRESULT on_key_down(ScrollBarControl& control, const ControlCall& call) {
  constexpr struct {
    WORD key;
    WORD request;
  } kKeys[] = {{VK_PRIOR, SB_PAGEUP},   {VK_NEXT, SB_PAGEDOWN}, {VK_HOME, SB_TOP},
               {VK_END, SB_BOTTOM},     {VK_LEFT, SB_LINEUP},   {VK_UP, SB_LINEUP},
               {VK_RIGHT, SB_LINEDOWN}, {VK_DOWN, SB_LINEDOWN}};
  if (control.size_box() || control.state.disabled == ESB_DISABLE_BOTH) return 0;
  for (const auto& each : kKeys) {
    if (each.key == call.wparam) {
      send_scroll_request(control.window, SB_CTL, each.request);
      return 0;
    }
  }
  return control.default_action(call);
}

LRESULT on_get_dialog_code(ScrollBarControl& control, const ControlCall&) {
  return control.size_box() ? DLGC_STATIC : DLGC_WANTARROWS;
}

// A size box shows what it does.
LRESULT on_set_cursor(ScrollBarControl& control, const ControlCall& call) {
  if (!control.size_box()) return control.default_action(call);
  constexpr WORD kSizeTopLeftBottomRight = 32642;
  SetCursor(LoadCursorW(nullptr, MAKEINTRESOURCEW(kSizeTopLeftBottomRight)));
  return TRUE;
}

enum class Redraw : bool { kNo, kYes };

int change(ScrollBarControl& control, const SCROLLINFO& info, Redraw redraw) {
  const int position = change_scroll_bar(control.window, SB_CTL, info, redraw == Redraw::kYes);
  if (control.alive()) follow_with_caret(control);
  return position;
}

// https://learn.microsoft.com/windows/win32/controls/sbm-setpos
LRESULT on_set_position(ScrollBarControl& control, const ControlCall& call) {
  const int before = control.state.position;
  change(control, scroll_position(static_cast<int>(call.wparam)), Redraw{call.lparam != 0});
  return before;
}

// https://learn.microsoft.com/windows/win32/controls/sbm-getpos
LRESULT on_get_position(ScrollBarControl& control, const ControlCall&) {
  return control.state.position;
}

// The position from before where the new range moved it, else 0.
// https://learn.microsoft.com/windows/win32/controls/sbm-setrange
LRESULT set_range(ScrollBarControl& control, const ControlCall& call, Redraw redraw) {
  const int before = control.state.position;
  const SCROLLINFO range =
      scroll_range(static_cast<int>(call.wparam), static_cast<int>(call.lparam));
  return change(control, range, redraw) != before ? before : 0;
}

LRESULT on_set_range(ScrollBarControl& control, const ControlCall& call) {
  return set_range(control, call, Redraw::kNo);
}

// https://learn.microsoft.com/windows/win32/controls/sbm-setrangeredraw
LRESULT on_set_range_redraw(ScrollBarControl& control, const ControlCall& call) {
  return set_range(control, call, Redraw::kYes);
}

// https://learn.microsoft.com/windows/win32/controls/sbm-getrange
LRESULT on_get_range(ScrollBarControl& control, const ControlCall& call) {
  auto* minimum = reinterpret_cast<int*>(call.wparam);
  auto* maximum = reinterpret_cast<int*>(call.lparam);
  if (minimum != nullptr) *minimum = control.state.minimum;
  if (maximum != nullptr) *maximum = control.state.maximum;
  return 0;
}

// https://learn.microsoft.com/windows/win32/controls/sbm-setscrollinfo
LRESULT on_set_scroll_info(ScrollBarControl& control, const ControlCall& call) {
  const auto* info = reinterpret_cast<const SCROLLINFO*>(call.lparam);
  return is_scroll_info(info) ? change(control, *info, Redraw{call.wparam != 0}) : 0;
}

// https://learn.microsoft.com/windows/win32/controls/sbm-getscrollinfo
LRESULT on_get_scroll_info(ScrollBarControl& control, const ControlCall& call) {
  auto* info = reinterpret_cast<SCROLLINFO*>(call.lparam);
  return is_scroll_info(info) && get_scroll_values(control.state, *info);
}

// https://learn.microsoft.com/windows/win32/controls/sbm-getscrollbarinfo
LRESULT on_get_scroll_bar_info(ScrollBarControl& control, const ControlCall& call) {
  auto* info = reinterpret_cast<SCROLLBARINFO*>(call.lparam);
  const ScrollBarPlace place = find_scroll_bar(control.window, SB_CTL);
  if (info == nullptr || info->cbSize != sizeof *info || !place) return FALSE;
  describe_scroll_bar(place, *info);
  return TRUE;
}

// Both arrows at once enable and disable the window, too.
// https://learn.microsoft.com/windows/win32/controls/sbm-enable-arrows
LRESULT on_enable_arrows(ScrollBarControl& control, const ControlCall& call) {
  const auto arrows = static_cast<UINT>(call.wparam) & ESB_DISABLE_BOTH;
  if (!set_disabled_arrows(control.window, SB_CTL, arrows)) return FALSE;
  if (arrows == ESB_DISABLE_BOTH || arrows == ESB_ENABLE_BOTH) {
    EnableWindow(control.handle, arrows == ESB_ENABLE_BOTH);
  }
  if (control.alive()) redraw_scroll_bar(control.window, SB_CTL);
  return TRUE;
}

constexpr ControlEntry<ScrollBarControl> kEntries[] = {
    {WM_CREATE, on_create},
    {WM_PAINT, on_paint},
    {WM_PRINTCLIENT, on_paint},
    {WM_ERASEBKGND, on_erase_background},
    {WM_SETFOCUS, on_set_focus},
    {WM_KILLFOCUS, on_kill_focus},
    {WM_SIZE, on_size},
    {WM_ENABLE, on_enable},
    {WM_LBUTTONDOWN, on_left_button_down},
    {WM_LBUTTONDBLCLK, on_left_button_down},
    {WM_KEYDOWN, on_key_down},
    {WM_GETDLGCODE, on_get_dialog_code},
    {WM_SETCURSOR, on_set_cursor},
    {SBM_SETPOS, on_set_position},
    {SBM_GETPOS, on_get_position},
    {SBM_SETRANGE, on_set_range},
    {SBM_SETRANGEREDRAW, on_set_range_redraw},
    {SBM_GETRANGE, on_get_range},
    {SBM_SETSCROLLINFO, on_set_scroll_info},
    {SBM_GETSCROLLINFO, on_get_scroll_info},
    {SBM_GETSCROLLBARINFO, on_get_scroll_bar_info},
    {SBM_ENABLE_ARROWS, on_enable_arrows},
};

LRESULT CALLBACK scroll_bar_procedure(HWND handle, UINT message, WPARAM wparam, LPARAM lparam) {
  static const ControlTable<ScrollBarControl> table{std::span(kEntries)};
  return run_control(table, handle, message, wparam, lparam);
}

}  // namespace

const SystemClass kScrollBarClass{u"ScrollBar",
                                  CS_DBLCLKS | CS_HREDRAW | CS_VREDRAW,
                                  scroll_bar_procedure,
                                  0,
                                  MAKEINTRESOURCEW(32512),
                                  nullptr};

}  // namespace transom::user
