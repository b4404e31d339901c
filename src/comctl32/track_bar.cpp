// The track bar: a thumb that is moved along a channel, with tick marks.
// https://learn.microsoft.com/windows/win32/controls/trackbar-controls
#include <algorithm>
#include <vector>

#include "comctl32/classes.h"
#include "comctl32/common_control.h"
#include "user32/default/input_handlers.h"
#include "user32/draw/sys_colors.h"

namespace transom::comctl {
namespace {

constexpr int kEnd = 8;  // from the window's edge to the channel
constexpr int kChannelWidth = 4;
constexpr UINT_PTR kRepeatTimer = 1;

class TrackBar : public CommonControl {
 public:
  explicit TrackBar(user::Window& window) : CommonControl(window) {}

  bool vertical() const { return has_style(TBS_VERT); }
  int thumb_width() const { return std::max(thumb_length / 2 | 1, 3); }
  RECT channel() const;
  RECT thumb() const { return thumb_at(position); }
  RECT thumb_at(int where) const;
  int along(int where) const;          // from a position to a coordinate
  int position_at(POINT point) const;  // and back
  void move_to(int wanted);
  void scroll(WORD what, int where);
  void redraw() { InvalidateRect(handle, nullptr, TRUE); }

  int low = 0;
  int high = 100;
  int position = 0;
  int line = 1;
  int page = -1;  // -1: a fifth of the range
  int selection_begin = 0;
  int selection_end = 0;
  int thumb_length = 21;
  int frequency = 1;
  std::vector<int> ticks;  // set one by one
  bool dragging = false;
  int paging = 0;  // the direction of pages while the button is down
  int grip = 0;    // where in the thumb the mouse holds it
  HWND buddies[2]{};

  int page_size() const { return page >= 0 ? page : std::max((high - low) / 5, 1); }
};

// In the window's own direction: `length` runs along the channel.
RECT oriented(bool vertical, int begin, int top, int end, int bottom) {
  return vertical ? RECT{top, begin, bottom, end} : RECT{begin, top, end, bottom};
}

RECT TrackBar::channel() const {
  const RECT area = client();
  const int length = vertical() ? area.bottom : area.right;
  const int across = 2 + (thumb_length - kChannelWidth) / 2 - 1;
  return oriented(vertical(), kEnd, across, length - kEnd, across + kChannelWidth);
}

int TrackBar::along(int where) const {
  const RECT area = channel();
  const int begin = (vertical() ? area.top : area.left) + thumb_width() / 2;
  const int end = (vertical() ? area.bottom : area.right) - thumb_width() / 2 - 1;
  if (high <= low) return begin;
  return begin + MulDiv(end - begin, where - low, high - low);
}

RECT TrackBar::thumb_at(int where) const {
  const int begin = along(where) - thumb_width() / 2;
  return oriented(vertical(), begin, 2, begin + thumb_width(), 2 + thumb_length);
}

int TrackBar::position_at(POINT point) const {
  const int coordinate = (vertical() ? point.y : point.x) - grip;
  const int begin = along(low);
  const int end = along(high);
  if (end <= begin) return low;
  const int distance = std::clamp(coordinate - begin, 0, end - begin);
  return low + MulDiv(distance, high - low, end - begin);
}

void TrackBar::move_to(int wanted) {
  const int before = std::exchange(position, std::clamp(wanted, low, std::max(low, high)));
  if (before != position) redraw();
}

// TB_ codes in the scroll message; the position only while the thumb is dragged.
// https://learn.microsoft.com/windows/win32/controls/trackbar-control-reference
void TrackBar::scroll(WORD what, int where) {
  const UINT message = vertical() ? WM_VSCROLL : WM_HSCROLL;
  user::send_message(GetParent(handle), message, MAKEWPARAM(what, where),
                     reinterpret_cast<LPARAM>(handle));
}

// ---- Drawing

void draw_ticks(const TrackBar& bar, HDC dc) {
  if (bar.has_style(TBS_NOTICKS)) return;
  const auto tick = [&](int where, int length) {
    const int at = bar.along(where);
    const int edge = 2 + bar.thumb_length + 1;
    const RECT mark = oriented(bar.vertical(), at, edge, at + 1, edge + length);
    FillRect(dc, &mark, user::system_color_brush(COLOR_BTNTEXT));
  };
  tick(bar.low, 4);
  tick(bar.high, 4);
  for (const int where : bar.ticks) tick(where, 3);
  if (!bar.has_style(TBS_AUTOTICKS) || bar.frequency <= 0) return;
  // No closer than pixels are.
  if ((bar.high - bar.low) / bar.frequency > 0x1000) return;
  for (int where = bar.low + bar.frequency; where < bar.high; where += bar.frequency) {
    tick(where, 3);
  }
}

void draw_channel(const TrackBar& bar, HDC dc) {
  RECT area = bar.channel();
  FillRect(dc, &area, user::system_color_brush(COLOR_BTNFACE));
  DrawEdge(dc, &area, EDGE_SUNKEN, BF_RECT | BF_ADJUST);
  if (!bar.has_style(TBS_ENABLESELRANGE) || bar.selection_end <= bar.selection_begin) return;
  RECT chosen = area;
  (bar.vertical() ? chosen.top : chosen.left) = bar.along(bar.selection_begin);
  (bar.vertical() ? chosen.bottom : chosen.right) = bar.along(bar.selection_end);
  FillRect(dc, &chosen, user::system_color_brush(COLOR_HIGHLIGHT));
}

// A block with a point towards the ticks, drawn as a block above a smaller one.
void draw_thumb(const TrackBar& bar, HDC dc) {
  if (bar.has_style(TBS_NOTHUMB)) return;
  RECT area = bar.thumb();
  FillRect(dc, &area,
           bar.dragging ? user::half_tone_brush() : user::system_color_brush(COLOR_BTNFACE));
  DrawEdge(dc, &area, EDGE_RAISED, BF_RECT | BF_SOFT);
}

LRESULT on_paint(TrackBar& bar, const ControlCall& call) {
  const user::ControlPaint paint(bar, call);
  if (!paint) return 0;
  NMCUSTOMDRAW draw{};
  draw.hdc = paint.dc();
  draw.rc = bar.client();
  const LRESULT wanted = bar.custom_draw(draw, CDDS_PREPAINT);
  if (!bar.alive() || (wanted & CDRF_SKIPDEFAULT) != 0) return 0;
  draw_channel(bar, paint.dc());
  draw_ticks(bar, paint.dc());
  draw_thumb(bar, paint.dc());
  if (bar.focused() && bar.shows_focus()) {
    const RECT area = bar.client();
    DrawFocusRect(paint.dc(), &area);
  }
  return 0;
}

// The background is what a static control's would be.
LRESULT on_erase(TrackBar& bar, const ControlCall& call) {
  const auto dc = reinterpret_cast<HDC>(call.wparam);
  const HBRUSH brush = bar.ask_colors(WM_CTLCOLORSTATIC, dc);
  if (!bar.alive()) return TRUE;
  const RECT area = bar.client();
  FillRect(dc, &area, brush);
  return TRUE;
}

LRESULT on_focus(TrackBar& bar, const ControlCall&) {
  bar.redraw();
  return 0;
}

// ---- Mouse

int direction_of(const TrackBar& bar, POINT point) {
  const RECT thumb = bar.thumb();
  const int coordinate = bar.vertical() ? point.y : point.x;
  if (coordinate < (bar.vertical() ? thumb.top : thumb.left)) return -1;
  return coordinate >= (bar.vertical() ? thumb.bottom : thumb.right) ? 1 : 0;
}

void page(TrackBar& bar, int direction) {
  bar.move_to(bar.position + direction * bar.page_size());
  bar.scroll(direction > 0 ? TB_PAGEDOWN : TB_PAGEUP, 0);
}

LRESULT on_left_down(TrackBar& bar, const ControlCall& call) {
  const POINT point = user::point_of(call.lparam);
  SetFocus(bar.handle);
  if (!bar.alive() || !bar.enabled()) return 0;
  SetCapture(bar.handle);
  const int direction = direction_of(bar, point);
  if (direction == 0) {
    bar.dragging = true;
    bar.grip = (bar.vertical() ? point.y : point.x) - bar.along(bar.position);
    bar.redraw();
    return 0;
  }
  constexpr UINT kFirstRepeat = 250;
  bar.paging = direction;
  bar.grip = 0;
  SetTimer(bar.handle, kRepeatTimer, kFirstRepeat, nullptr);
  page(bar, direction);
  return 0;
}

LRESULT on_mouse_move(TrackBar& bar, const ControlCall& call) {
  if (!bar.dragging) return 0;
  const int wanted = bar.position_at(user::point_of(call.lparam));
  if (wanted == bar.position) return 0;
  bar.move_to(wanted);
  bar.scroll(TB_THUMBTRACK, bar.position);
  return 0;
}

LRESULT on_timer(TrackBar& bar, const ControlCall& call) {
  if (call.wparam != kRepeatTimer) return bar.default_action(call);
  constexpr UINT kRepeat = 50;
  SetTimer(bar.handle, kRepeatTimer, kRepeat, nullptr);
  POINT point{};
  GetCursorPos(&point);
  ScreenToClient(bar.handle, &point);
  if (bar.paging != 0 && direction_of(bar, point) == bar.paging) page(bar, bar.paging);
  return 0;
}

LRESULT on_left_up(TrackBar& bar, const ControlCall&) {
  const bool dragged = std::exchange(bar.dragging, false);
  const bool paged = std::exchange(bar.paging, 0) != 0;
  if (!dragged && !paged) return 0;
  KillTimer(bar.handle, kRepeatTimer);
  ReleaseCapture();
  if (bar.alive() && dragged) bar.scroll(TB_THUMBPOSITION, bar.position);
  if (bar.alive()) bar.scroll(TB_ENDTRACK, 0);
  if (bar.alive()) bar.tell(NM_RELEASEDCAPTURE);
  if (bar.alive()) bar.redraw();
  return 0;
}

LRESULT on_capture_changed(TrackBar& bar, const ControlCall&) {
  bar.dragging = false;
  bar.paging = 0;
  KillTimer(bar.handle, kRepeatTimer);
  bar.redraw();
  return 0;
}

// ---- Keys

struct Key {
  WPARAM key;
  WORD what;  // TB_
};

constexpr Key kKeys[] = {{VK_LEFT, TB_LINEUP},   {VK_UP, TB_LINEUP},    {VK_RIGHT, TB_LINEDOWN},
                         {VK_DOWN, TB_LINEDOWN}, {VK_PRIOR, TB_PAGEUP}, {VK_NEXT, TB_PAGEDOWN},
                         {VK_HOME, TB_TOP},      {VK_END, TB_BOTTOM}};

int target_of(const TrackBar& bar, WORD what) {
  switch (what) {
    case TB_LINEUP:
      return bar.position - bar.line;
    case TB_LINEDOWN:
      return bar.position + bar.line;
    case TB_PAGEUP:
      return bar.position - bar.page_size();
    case TB_PAGEDOWN:
      return bar.position + bar.page_size();
    case TB_TOP:
      return bar.low;
    default:
      return bar.high;
  }
}

LRESULT on_key_down(TrackBar& bar, const ControlCall& call) {
  const auto* found = std::ranges::find(kKeys, call.wparam, &Key::key);
  if (found == std::end(kKeys)) return bar.default_action(call);
  bar.move_to(target_of(bar, found->what));
  bar.scroll(found->what, 0);
  return 0;
}

LRESULT on_key_up(TrackBar& bar, const ControlCall& call) {
  if (std::ranges::find(kKeys, call.wparam, &Key::key) == std::end(kKeys)) {
    return bar.default_action(call);
  }
  bar.scroll(TB_ENDTRACK, 0);
  return 0;
}

LRESULT on_dialog_code(TrackBar&, const ControlCall&) {
  return DLGC_WANTARROWS;
}

// ---- Messages

// https://learn.microsoft.com/windows/win32/controls/tbm-setrange
LRESULT on_set_range(TrackBar& bar, const ControlCall& call) {
  bar.low = static_cast<short>(LOWORD(call.lparam));
  bar.high = static_cast<short>(HIWORD(call.lparam));
  bar.move_to(bar.position);
  if (call.wparam != 0) bar.redraw();
  return 0;
}

template <int TrackBar::*kBound>
LRESULT on_set_bound(TrackBar& bar, const ControlCall& call) {
  bar.*kBound = static_cast<int>(call.lparam);
  bar.move_to(bar.position);
  if (call.wparam != 0) bar.redraw();
  return 0;
}

template <int TrackBar::*kMember>
LRESULT on_get(TrackBar& bar, const ControlCall&) {
  return bar.*kMember;
}

// Returns what it was.
template <int TrackBar::*kMember>
LRESULT on_exchange(TrackBar& bar, const ControlCall& call) {
  return std::exchange(bar.*kMember, static_cast<int>(call.lparam));
}

LRESULT on_set_page(TrackBar& bar, const ControlCall& call) {
  const int before = bar.page_size();
  bar.page = static_cast<int>(call.lparam);
  return before;
}
LRESULT on_get_page(TrackBar& bar, const ControlCall&) {
  return bar.page_size();
}

// https://learn.microsoft.com/windows/win32/controls/tbm-setpos
LRESULT on_set_position(TrackBar& bar, const ControlCall& call) {
  bar.move_to(static_cast<int>(call.lparam));
  return 0;
}

LRESULT on_set_selection(TrackBar& bar, const ControlCall& call) {
  bar.selection_begin = static_cast<short>(LOWORD(call.lparam));
  bar.selection_end = static_cast<short>(HIWORD(call.lparam));
  if (call.wparam != 0) bar.redraw();
  return 0;
}
LRESULT on_clear_selection(TrackBar& bar, const ControlCall& call) {
  bar.selection_begin = bar.selection_end = 0;
  if (call.wparam != 0) bar.redraw();
  return 0;
}
template <int TrackBar::*kMember>
LRESULT on_set_selection_end(TrackBar& bar, const ControlCall& call) {
  bar.*kMember = std::clamp(static_cast<int>(call.lparam), bar.low, std::max(bar.low, bar.high));
  if (call.wparam != 0) bar.redraw();
  return 0;
}

// ---- Ticks

std::vector<int> all_ticks(const TrackBar& bar) {
  std::vector<int> all = bar.ticks;
  const bool sane = bar.frequency > 0 && (bar.high - bar.low) / bar.frequency <= 0x10000;
  if (bar.has_style(TBS_AUTOTICKS) && sane) {
    all.clear();
    for (int at = bar.low + bar.frequency; at < bar.high; at += bar.frequency) all.push_back(at);
  }
  return all;
}

// https://learn.microsoft.com/windows/win32/controls/tbm-settic
LRESULT on_set_tick(TrackBar& bar, const ControlCall& call) {
  const auto where = static_cast<int>(call.lparam);
  if (where < bar.low || where > bar.high) return FALSE;
  bar.ticks.push_back(where);
  bar.redraw();
  return TRUE;
}
LRESULT on_clear_ticks(TrackBar& bar, const ControlCall& call) {
  bar.ticks.clear();
  if (call.wparam != 0) bar.redraw();
  return 0;
}
// The first and the last are not counted as ticks that one can ask for, but they are there.
LRESULT on_tick_count(TrackBar& bar, const ControlCall&) {
  if (bar.has_style(TBS_NOTICKS)) return 0;
  return static_cast<LRESULT>(all_ticks(bar).size() + 2);
}
LRESULT on_get_tick(TrackBar& bar, const ControlCall& call) {
  const auto all = all_ticks(bar);
  return call.wparam < all.size() ? all[call.wparam] : -1;
}
LRESULT on_tick_place(TrackBar& bar, const ControlCall& call) {
  const auto all = all_ticks(bar);
  return call.wparam < all.size() ? bar.along(all[call.wparam]) : -1;
}
LRESULT on_set_frequency(TrackBar& bar, const ControlCall& call) {
  bar.frequency = std::max(static_cast<int>(call.wparam), 1);
  bar.redraw();
  return 0;
}

LRESULT on_thumb_rect(TrackBar& bar, const ControlCall& call) {
  if (auto* out = reinterpret_cast<RECT*>(call.lparam)) *out = bar.thumb();
  return 0;
}
// "The rectangle is always that of a horizontal bar" but for its numbers.
LRESULT on_channel_rect(TrackBar& bar, const ControlCall& call) {
  auto* out = reinterpret_cast<RECT*>(call.lparam);
  if (out == nullptr) return 0;
  const RECT area = bar.channel();
  *out = bar.vertical() ? RECT{area.top, area.left, area.bottom, area.right} : area;
  return 0;
}

LRESULT on_set_thumb_length(TrackBar& bar, const ControlCall& call) {
  if (!bar.has_style(TBS_FIXEDLENGTH)) return 0;
  bar.thumb_length = std::clamp(static_cast<int>(call.wparam), 4, 0x1000);
  bar.redraw();
  return 0;
}

// TRUE: the one at the left or top.
// https://learn.microsoft.com/windows/win32/controls/tbm-setbuddy
LRESULT on_set_buddy(TrackBar& bar, const ControlCall& call) {
  return reinterpret_cast<LRESULT>(
      std::exchange(bar.buddies[call.wparam != 0], reinterpret_cast<HWND>(call.lparam)));
}
LRESULT on_get_buddy(TrackBar& bar, const ControlCall& call) {
  return reinterpret_cast<LRESULT>(bar.buddies[call.wparam != 0]);
}

constexpr ControlEntry<TrackBar> kEntries[] = {
    {WM_PAINT, on_paint},
    {WM_PRINTCLIENT, on_paint},
    {WM_ERASEBKGND, on_erase},
    {WM_SETFOCUS, on_focus},
    {WM_KILLFOCUS, on_focus},
    {WM_ENABLE, on_focus},
    {WM_GETDLGCODE, on_dialog_code},
    {WM_LBUTTONDOWN, on_left_down},
    {WM_LBUTTONUP, on_left_up},
    {WM_MOUSEMOVE, on_mouse_move},
    {WM_CAPTURECHANGED, on_capture_changed},
    {WM_TIMER, on_timer},
    {WM_KEYDOWN, on_key_down},
    {WM_KEYUP, on_key_up},
    {TBM_SETRANGE, on_set_range},
    {TBM_SETRANGEMIN, on_set_bound<&TrackBar::low>},
    {TBM_SETRANGEMAX, on_set_bound<&TrackBar::high>},
    {TBM_GETRANGEMIN, on_get<&TrackBar::low>},
    {TBM_GETRANGEMAX, on_get<&TrackBar::high>},
    {TBM_SETPOS, on_set_position},
    {TBM_GETPOS, on_get<&TrackBar::position>},
    {TBM_SETLINESIZE, on_exchange<&TrackBar::line>},
    {TBM_GETLINESIZE, on_get<&TrackBar::line>},
    {TBM_SETPAGESIZE, on_set_page},
    {TBM_GETPAGESIZE, on_get_page},
    {TBM_SETSEL, on_set_selection},
    {TBM_CLEARSEL, on_clear_selection},
    {TBM_SETSELSTART, on_set_selection_end<&TrackBar::selection_begin>},
    {TBM_SETSELEND, on_set_selection_end<&TrackBar::selection_end>},
    {TBM_GETSELSTART, on_get<&TrackBar::selection_begin>},
    {TBM_GETSELEND, on_get<&TrackBar::selection_end>},
    {TBM_SETTIC, on_set_tick},
    {TBM_CLEARTICS, on_clear_ticks},
    {TBM_GETNUMTICS, on_tick_count},
    {TBM_GETTIC, on_get_tick},
    {TBM_GETTICPOS, on_tick_place},
    {TBM_SETTICFREQ, on_set_frequency},
    {TBM_GETTHUMBRECT, on_thumb_rect},
    {TBM_GETCHANNELRECT, on_channel_rect},
    {TBM_SETTHUMBLENGTH, on_set_thumb_length},
    {TBM_GETTHUMBLENGTH, on_get<&TrackBar::thumb_length>},
    {TBM_SETBUDDY, on_set_buddy},
    {TBM_GETBUDDY, on_get_buddy},
};

LRESULT CALLBACK track_bar_procedure(HWND handle, UINT message, WPARAM wparam, LPARAM lparam) {
  static const user::ControlTable<TrackBar> table{common_entries<TrackBar>(), kEntries};
  return user::run_control(table, handle, message, wparam, lparam);
}

}  // namespace

const user::SystemClass kTrackBarClass{
    u"msctls_trackbar32",    CS_HREDRAW | CS_VREDRAW | CS_GLOBALCLASS,
    track_bar_procedure,     sizeof(void*),
    MAKEINTRESOURCEW(32512), nullptr};

}  // namespace transom::comctl
