// Pressing a tool bar's buttons.
#include "comctl32/tool_bar/tool_bar.h"
#include "user32/default/input_handlers.h"

namespace transom::comctl {
namespace {

using user::point_of;

// TBN_BEGINDRAG, TBN_ENDDRAG, TBN_DROPDOWN.
LRESULT tell_about(ToolBar& bar, int index, UINT code) {
  NMTOOLBARW about{};
  about.iItem = bar.has(index) ? bar.at(index).command : -1;
  if (bar.has(index)) about.rcButton = bar.at(index).place;
  return bar.tell(about.hdr, code);
}

LRESULT tell_mouse(ToolBar& bar, int index, UINT code, POINT point) {
  NMMOUSE mouse{};
  mouse.pt = point;
  mouse.dwItemSpec = bar.has(index) ? static_cast<DWORD_PTR>(bar.at(index).command) : DWORD_PTR(-1);
  if (bar.has(index)) mouse.dwItemData = bar.at(index).data;
  return bar.tell(mouse.hdr, code);
}

bool usable(const ToolBar& bar, int index) {
  return bar.has(index) && bar.at(index).enabled() && !bar.at(index).separator();
}

bool opens_menu(const ToolBar& bar, int index, POINT point) {
  const ToolButton& button = bar.at(index);
  if (button.is(BTNS_WHOLEDROPDOWN)) return true;
  if (!button.is(BTNS_DROPDOWN)) return false;
  return !bar.has_arrow(button) || point.x >= button.place.right - kArrowWidth;
}

void press_in(ToolBar& bar, int index) {
  bar.pressed = index;
  bar.pressed_inside = true;
  SetCapture(bar.handle);
  bar.redraw(index);
  UpdateWindow(bar.handle);
}

// https://learn.microsoft.com/windows/win32/inputdev/wm-lbuttondown
LRESULT on_left_down(ToolBar& bar, const ControlCall& call) {
  bar.tips.relay(bar, call);
  if (!bar.alive()) return 0;
  const POINT point = point_of(call.lparam);
  const int index = bar.hit(point);
  if (!usable(bar, index)) {
    tell_mouse(bar, index, NM_LDOWN, point);
    return 0;
  }
  if (opens_menu(bar, index, point)) {
    const LRESULT answer = tell_about(bar, index, TBN_DROPDOWN);
    if (!bar.alive() || answer != TBDDRET_TREATPRESSED) return 0;
  }
  press_in(bar, index);
  if (bar.alive()) tell_about(bar, index, TBN_BEGINDRAG);
  if (bar.alive()) tell_mouse(bar, index, NM_LDOWN, point);
  return 0;
}

// https://learn.microsoft.com/windows/win32/inputdev/wm-mousemove
LRESULT on_mouse_move(ToolBar& bar, const ControlCall& call) {
  bar.tips.relay(bar, call);
  if (!bar.alive()) return 0;
  const int index = bar.hit(point_of(call.lparam));
  if (bar.pressed >= 0) {
    const bool inside = index == bar.pressed;
    if (std::exchange(bar.pressed_inside, inside) != inside) bar.redraw(bar.pressed);
    return 0;
  }
  TRACKMOUSEEVENT track{sizeof track, TME_LEAVE, bar.handle, 0};
  TrackMouseEvent(&track);
  bar.set_hot(usable(bar, index) ? index : -1, HICF_MOUSE);
  return 0;
}

LRESULT on_mouse_leave(ToolBar& bar, const ControlCall&) {
  if (bar.pressed < 0) bar.set_hot(-1, HICF_MOUSE);
  return 0;
}

// A check button changes; of a group one stays.
void toggle(ToolBar& bar, int index) {
  ToolButton& button = bar.at(index);
  if (!button.is(BTNS_CHECK)) return;
  const bool checked = (button.state & TBSTATE_CHECKED) != 0;
  if (button.is(BTNS_GROUP) && checked) return;
  user::send_message(bar.handle, TB_CHECKBUTTON, static_cast<WPARAM>(button.command), !checked);
}

// https://learn.microsoft.com/windows/win32/inputdev/wm-lbuttonup
LRESULT on_left_up(ToolBar& bar, const ControlCall& call) {
  bar.tips.relay(bar, call);
  if (!bar.alive()) return 0;
  const POINT point = point_of(call.lparam);
  const int index = std::exchange(bar.pressed, -1);
  const bool inside = std::exchange(bar.pressed_inside, false);
  if (index < 0) return 0;
  ReleaseCapture();
  if (!bar.alive()) return 0;
  bar.tell(NM_RELEASEDCAPTURE);
  if (!bar.alive()) return 0;
  bar.redraw(index);
  tell_about(bar, index, TBN_ENDDRAG);
  if (!bar.alive() || !inside || !usable(bar, index)) return 0;
  toggle(bar, index);
  if (!bar.alive() || !bar.has(index)) return 0;
  user::send_message(bar.parent(), WM_COMMAND, MAKEWPARAM(bar.at(index).command, BN_CLICKED),
                     reinterpret_cast<LPARAM>(bar.handle));
  if (bar.alive()) tell_mouse(bar, index, NM_CLICK, point);
  return 0;
}

// The second press is a press as the first was.
LRESULT on_double_click(ToolBar& bar, const ControlCall& call) {
  return on_left_down(bar, call);
}

template <UINT kCode>
LRESULT on_right(ToolBar& bar, const ControlCall& call) {
  bar.tips.relay(bar, call);
  if (!bar.alive()) return 0;
  const POINT point = point_of(call.lparam);
  if (tell_mouse(bar, bar.hit(point), kCode, point) != 0 || !bar.alive()) return 0;
  return bar.default_action(call);
}

LRESULT on_capture_changed(ToolBar& bar, const ControlCall&) {
  if (const int index = bar.pressed; index >= 0 && GetCapture() != bar.handle) {
    bar.pressed_inside = false;
    bar.redraw(index);
  }
  return 0;
}

// -1: on none; negative otherwise: as far as the next separator or edge is.
// https://learn.microsoft.com/windows/win32/controls/tb-hittest
LRESULT on_hit_test(ToolBar& bar, const ControlCall& call) {
  const auto* point = reinterpret_cast<const POINT*>(call.lparam);
  if (point == nullptr) return -1;
  const int index = bar.hit(*point);
  return index >= 0 && bar.at(index).separator() ? -index : index;
}

// https://learn.microsoft.com/windows/win32/controls/tb-sethotitem
LRESULT on_set_hot(ToolBar& bar, const ControlCall& call) {
  const int before = bar.hot;
  const auto wanted = static_cast<int>(call.wparam);
  if (bar.flat()) bar.set_hot(usable(bar, wanted) ? wanted : -1, HICF_OTHER);
  return before;
}
LRESULT on_get_hot(ToolBar& bar, const ControlCall&) {
  return bar.hot;
}

LRESULT on_set_anchored(ToolBar& bar, const ControlCall& call) {
  return std::exchange(bar.anchored, call.wparam != 0);
}
LRESULT on_get_anchored(ToolBar& bar, const ControlCall&) {
  return bar.anchored;
}

constexpr ControlEntry<ToolBar> kEntries[] = {
    {WM_LBUTTONDOWN, on_left_down},
    {WM_LBUTTONDBLCLK, on_double_click},
    {WM_LBUTTONUP, on_left_up},
    {WM_MOUSEMOVE, on_mouse_move},
    {WM_MOUSELEAVE, on_mouse_leave},
    {WM_CAPTURECHANGED, on_capture_changed},
    {WM_RBUTTONUP, on_right<NM_RCLICK>},
    {WM_RBUTTONDBLCLK, on_right<NM_RDBLCLK>},
    {TB_HITTEST, on_hit_test},
    {TB_SETHOTITEM, on_set_hot},
    {TB_GETHOTITEM, on_get_hot},
    {TB_SETANCHORHIGHLIGHT, on_set_anchored},
    {TB_GETANCHORHIGHLIGHT, on_get_anchored},
};

}  // namespace

// https://learn.microsoft.com/windows/win32/controls/tbn-hotitemchange
void ToolBar::set_hot(int index, DWORD why) {
  if (index == hot || (index < 0 && anchored && why == HICF_MOUSE)) return;
  NMTBHOTITEM change{};
  change.idOld = has(hot) ? at(hot).command : 0;
  change.idNew = has(index) ? at(index).command : 0;
  change.dwFlags = why | (hot < 0 ? HICF_ENTERING : 0) | (index < 0 ? HICF_LEAVING : 0);
  const bool refused = tell(change.hdr, TBN_HOTITEMCHANGE) != 0;
  if (!alive() || refused) return;
  const int before = std::exchange(hot, index);
  if (!flat()) return;
  redraw(before);
  redraw(hot);
}

std::span<const ControlEntry<ToolBar>> tool_bar_mouse_entries() {
  return kEntries;
}

}  // namespace transom::comctl
