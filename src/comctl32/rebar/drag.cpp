// Sizing and moving a rebar's bands with the mouse.
#include <algorithm>
#include <cstdlib>
#include <utility>

#include "comctl32/rebar/rebar.h"
#include "user32/default/input_handlers.h"

namespace transom::comctl {
namespace {

using user::point_of;

POINT flat(const Rebar& bar, POINT point) {
  return bar.vertical() ? POINT{point.y, point.x} : point;
}

// RBN_BEGINDRAG: nonzero aborts.
// https://learn.microsoft.com/windows/win32/controls/rbn-begindrag
void begin(Rebar& bar, int index, POINT point) {
  if (!bar.has(index) || bar.tell_band(RBN_BEGINDRAG, index) != 0) return;
  if (!bar.alive() || !bar.has(index)) return;
  const POINT at = flat(bar, point);
  bar.drag = {index, point, static_cast<int>(at.x - bar.at(index).place.left), false};
}

// The band before it in its row gives or takes.
void size_to(Rebar& bar, int index, int left) {
  int before = index - 1;
  while (bar.has(before) && !bar.at(before).shown()) --before;
  if (!bar.has(before) || bar.at(before).row != bar.at(index).row) return;
  Band& smaller = bar.at(before);
  Band& band = bar.at(index);
  const int right = static_cast<int>(band.place.right);
  const int least = static_cast<int>(smaller.place.left) + bar.least_width(smaller);
  left = std::clamp(left, least, std::max(right - bar.least_width(band), least));
  smaller.wanted = left - static_cast<int>(smaller.place.left);
  band.wanted = right - left;
}

// Before or behind the band below the pointer; with RBS_FIXEDORDER only the rows change.
void move_to_row(Rebar& bar, int index, int target, POINT at) {
  const bool ordered = !bar.has_style(RBS_FIXEDORDER);
  const bool behind = at.x > (bar.at(target).place.left + bar.at(target).place.right) / 2;
  Band moved = bar.at(index);
  const bool began_row = moved.is(RBBS_BREAK);
  if (began_row && bar.has(index + 1) && bar.at(index + 1).row == moved.row) {
    bar.at(index + 1).style |= RBBS_BREAK;
  }
  moved.style &= ~UINT{RBBS_BREAK};
  if (!ordered) {
    bar.at(index) = moved;
    return;
  }
  if (!behind && bar.at(target).is(RBBS_BREAK)) {
    bar.at(target).style &= ~UINT{RBBS_BREAK};
    moved.style |= RBBS_BREAK;
  }
  bar.bands.erase(bar.bands.begin() + index);
  int place = target > index ? target - 1 : target;
  if (behind) ++place;
  bar.bands.insert(bar.bands.begin() + place, moved);
  bar.drag.band = place;
}

// A row of its own, below the last.
void move_below(Rebar& bar, int index) {
  const bool alone = std::ranges::count(bar.bands, bar.at(index).row, &Band::row) == 1;
  if (alone) return;
  if (bar.at(index).is(RBBS_BREAK) && bar.has(index + 1) &&
      bar.at(index + 1).row == bar.at(index).row) {
    bar.at(index + 1).style |= RBBS_BREAK;
  }
  bar.at(index).style |= RBBS_BREAK;
  if (bar.has_style(RBS_FIXEDORDER)) return;
  std::rotate(bar.bands.begin() + index, bar.bands.begin() + index + 1, bar.bands.end());
  bar.drag.band = bar.count() - 1;
}

void drag_to(Rebar& bar, POINT point) {
  const int index = bar.drag.band;
  if (!bar.has(index)) return;
  const POINT at = flat(bar, point);
  const Band& band = bar.at(index);
  const RebarHit below = bar.hit(point);
  if (at.y >= band.place.top && at.y < band.place.bottom) {
    size_to(bar, index, static_cast<int>(at.x) - bar.drag.grip);
  } else if (below.band >= 0 && below.band != index) {
    move_to_row(bar, index, below.band, at);
  } else if (at.y >= bar.height) {
    move_below(bar, index);
  } else {
    return;
  }
  bar.lay_out();
  if (bar.alive()) bar.tell(RBN_LAYOUTCHANGED);
}

void end(Rebar& bar) {
  const int index = std::exchange(bar.drag.band, -1);
  if (index >= 0) bar.tell_band(RBN_ENDDRAG, index);
}

// "Toggles its maximized or minimized state", by one click or with RBS_DBLCLKTOGGLE two.
void toggle(Rebar& bar, int index) {
  if (!bar.has(index)) return;
  const Band& band = bar.at(index);
  const bool small = band.place.right - band.place.left <= bar.least_width(band);
  if (small) {
    bar.maximize(index, band.ideal > 0);
  } else {
    bar.minimize(index);
  }
}

// ---- Messages

LRESULT on_left_down(Rebar& bar, const ControlCall& call) {
  const POINT point = point_of(call.lparam);
  const RebarHit hit = bar.hit(point);
  if (hit.flags == RBHT_CHEVRON) {
    bar.push_chevron(hit.band, 0);
    return 0;
  }
  if (hit.flags != RBHT_GRABBER && hit.flags != RBHT_CAPTION) return 0;
  begin(bar, hit.band, point);
  if (bar.alive() && bar.drag.band >= 0) SetCapture(bar.handle);
  return 0;
}

LRESULT on_mouse_move(Rebar& bar, const ControlCall& call) {
  if (bar.drag.band < 0 || GetCapture() != bar.handle) return 0;
  const POINT point = point_of(call.lparam);
  const bool far = std::abs(point.x - bar.drag.start.x) > GetSystemMetrics(SM_CXDRAG) ||
                   std::abs(point.y - bar.drag.start.y) > GetSystemMetrics(SM_CYDRAG);
  if (!far && !bar.drag.moved) return 0;
  bar.drag.moved = true;
  drag_to(bar, point);
  return 0;
}

LRESULT on_left_up(Rebar& bar, const ControlCall&) {
  if (bar.drag.band < 0) return 0;
  const Rebar::Drag ended = bar.drag;
  end(bar);
  if (!bar.alive()) return 0;
  if (GetCapture() == bar.handle) ReleaseCapture();
  if (bar.alive() && !ended.moved && !bar.has_style(RBS_DBLCLKTOGGLE)) toggle(bar, ended.band);
  return 0;
}

LRESULT on_double_click(Rebar& bar, const ControlCall& call) {
  const RebarHit hit = bar.hit(point_of(call.lparam));
  const bool header = hit.flags == RBHT_GRABBER || hit.flags == RBHT_CAPTION;
  if (header && bar.has_style(RBS_DBLCLKTOGGLE)) toggle(bar, hit.band);
  return 0;
}

LRESULT on_capture_changed(Rebar& bar, const ControlCall&) {
  end(bar);
  return 0;
}

// -1: where the pointer is.
POINT given_point(const Rebar& bar, LPARAM parameter) {
  if (static_cast<DWORD>(parameter) != 0xFFFF'FFFF) return point_of(parameter);
  POINT point{};
  GetCursorPos(&point);
  ScreenToClient(bar.handle, &point);
  return point;
}

// The program drags for itself.
// https://learn.microsoft.com/windows/win32/controls/rb-begindrag
LRESULT on_begin_drag(Rebar& bar, const ControlCall& call) {
  const POINT point = given_point(bar, call.lparam);
  begin(bar, static_cast<int>(call.wparam), point);
  return 0;
}

LRESULT on_drag_move(Rebar& bar, const ControlCall& call) {
  const POINT point = given_point(bar, call.lparam);
  drag_to(bar, point);
  return 0;
}

LRESULT on_end_drag(Rebar& bar, const ControlCall&) {
  end(bar);
  return 0;
}

// Sizes across the bar where it could be dragged.
LRESULT on_set_cursor(Rebar& bar, const ControlCall& call) {
  POINT point{};
  GetCursorPos(&point);
  ScreenToClient(bar.handle, &point);
  const RebarHit hit = bar.hit(point);
  if (reinterpret_cast<HWND>(call.wparam) != bar.handle || hit.flags != RBHT_GRABBER) {
    return bar.default_action(call);
  }
  SetCursor(LoadCursorW(nullptr, MAKEINTRESOURCEW(32646)));  // IDC_SIZEALL
  return TRUE;
}

constexpr ControlEntry<Rebar> kEntries[] = {
    {WM_LBUTTONDOWN, on_left_down},
    {WM_MOUSEMOVE, on_mouse_move},
    {WM_LBUTTONUP, on_left_up},
    {WM_LBUTTONDBLCLK, on_double_click},
    {WM_CAPTURECHANGED, on_capture_changed},
    {WM_SETCURSOR, on_set_cursor},
    {RB_BEGINDRAG, on_begin_drag},
    {RB_DRAGMOVE, on_drag_move},
    {RB_ENDDRAG, on_end_drag},
};

}  // namespace

std::span<const ControlEntry<Rebar>> rebar_drag_entries() {
  return kEntries;
}

}  // namespace transom::comctl
