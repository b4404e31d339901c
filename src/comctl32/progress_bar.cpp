// The progress bar.
// https://learn.microsoft.com/windows/win32/controls/progress-bar-control
#include <algorithm>

#include "comctl32/classes.h"
#include "comctl32/common_control.h"
#include "user32/draw/sys_colors.h"

namespace transom::comctl {
namespace {

constexpr UINT_PTR kMarqueeTimer = 1;
constexpr UINT kMarqueePeriod = 30;
constexpr int kGap = 2;  // between blocks

class ProgressBar : public CommonControl {
 public:
  explicit ProgressBar(user::Window& window) : CommonControl(window) {}

  void move_to(int wanted);
  bool vertical() const { return has_style(PBS_VERTICAL); }

  int low = 0;
  int high = 100;
  int position = 0;
  int step = 10;
  COLORREF bar_color = CLR_DEFAULT;
  COLORREF background = CLR_DEFAULT;
  int marquee_step = 0;
};

void ProgressBar::move_to(int wanted) {
  position = std::clamp(wanted, low, high);
  InvalidateRect(handle, nullptr, TRUE);
  // At once, since a program that works has no time for messages; but a parent that is still to be
  // painted would erase it again.
  if (!GetUpdateRect(GetParent(handle), nullptr, FALSE)) UpdateWindow(handle);
}

COLORREF color_of(COLORREF chosen, int index) {
  return chosen == CLR_DEFAULT ? user::system_color(index) : chosen;
}

// Along the bar; the inside of the frame.
struct Ledge {
  int length;
  int across;
};

// Blocks are two thirds as long as the bar is wide, with a gap of two pixels.
int block_length(const Ledge& ledge) {
  return std::max(ledge.across * 2 / 3, 1);
}

Ledge ledge_of(const ProgressBar& bar, const RECT& area) {
  const int width = area.right - area.left;
  const int height = area.bottom - area.top;
  return bar.vertical() ? Ledge{height, width} : Ledge{width, height};
}

RECT piece(const RECT& area, bool vertical, int begin, int end) {
  if (vertical) return {area.left, area.bottom - end, area.right, area.bottom - begin};
  return {area.left + begin, area.top, area.left + end, area.bottom};
}

void fill_smooth(const ProgressBar& bar, HDC dc, const RECT& area, int length, HBRUSH brush) {
  const RECT filled = piece(area, bar.vertical(), 0, length);
  FillRect(dc, &filled, brush);
}

// The last block is drawn whole as soon as it has begun.
void fill_blocks(const ProgressBar& bar, HDC dc, const RECT& area, int length, HBRUSH brush) {
  const Ledge ledge = ledge_of(bar, area);
  const int block = block_length(ledge);
  for (int begin = 0; begin < length; begin += block + kGap) {
    const RECT filled = piece(area, bar.vertical(), begin, std::min(begin + block, ledge.length));
    FillRect(dc, &filled, brush);
  }
}

void fill_marquee(const ProgressBar& bar, HDC dc, const RECT& area, HBRUSH brush) {
  constexpr int kBlocks = 5;
  const Ledge ledge = ledge_of(bar, area);
  const int stride = block_length(ledge) + kGap;
  const int places = std::max(ledge.length / stride, 1);
  for (int index = 0; index < kBlocks; ++index) {
    const int begin = (bar.marquee_step + index) % places * stride;
    const RECT filled =
        piece(area, bar.vertical(), begin, std::min(begin + stride - kGap, ledge.length));
    FillRect(dc, &filled, brush);
  }
}

LRESULT on_paint(ProgressBar& bar, const ControlCall& call) {
  const user::ControlPaint paint(bar, call);
  if (!paint) return 0;
  RECT area = bar.client();
  InflateRect(&area, -1, -1);
  const HBRUSH brush = CreateSolidBrush(color_of(bar.bar_color, COLOR_HIGHLIGHT));
  const int whole = ledge_of(bar, area).length;
  const int length =
      bar.high > bar.low ? MulDiv(whole, bar.position - bar.low, bar.high - bar.low) : 0;
  if (bar.has_style(PBS_MARQUEE)) {
    fill_marquee(bar, paint.dc(), area, brush);
  } else if (bar.has_style(PBS_SMOOTH)) {
    fill_smooth(bar, paint.dc(), area, length, brush);
  } else {
    fill_blocks(bar, paint.dc(), area, length, brush);
  }
  DeleteObject(brush);
  return 0;
}

LRESULT on_erase(ProgressBar& bar, const ControlCall& call) {
  fill_solid(reinterpret_cast<HDC>(call.wparam), bar.client(),
             color_of(bar.background, COLOR_BTNFACE));
  return TRUE;
}

// A thin sunken edge is the control's own.
LRESULT on_create(ProgressBar& bar, const ControlCall&) {
  SetWindowLongW(bar.handle, GWL_EXSTYLE,
                 static_cast<LONG>(bar.window.ex_style | WS_EX_STATICEDGE));
  if (!bar.alive()) return -1;
  SetWindowPos(bar.handle, nullptr, 0, 0, 0, 0,
               SWP_NOMOVE | SWP_NOSIZE | SWP_NOZORDER | SWP_NOACTIVATE | SWP_FRAMECHANGED);
  return bar.alive() ? 0 : -1;
}

LRESULT set_range(ProgressBar& bar, int low, int high) {
  const LRESULT before = MAKELONG(bar.low, bar.high);
  if (low == bar.low && high == bar.high) return before;
  bar.low = low;
  bar.high = std::max(low, high);
  bar.move_to(bar.position);
  return before;
}

// Words are unsigned here.
// https://learn.microsoft.com/windows/win32/controls/pbm-setrange
LRESULT on_set_range(ProgressBar& bar, const ControlCall& call) {
  return set_range(bar, LOWORD(call.lparam), HIWORD(call.lparam));
}

// https://learn.microsoft.com/windows/win32/controls/pbm-setrange32
LRESULT on_set_range32(ProgressBar& bar, const ControlCall& call) {
  return set_range(bar, static_cast<int>(call.wparam), static_cast<int>(call.lparam));
}

// https://learn.microsoft.com/windows/win32/controls/pbm-getrange
LRESULT on_get_range(ProgressBar& bar, const ControlCall& call) {
  if (auto* range = reinterpret_cast<PBRANGE*>(call.lparam)) *range = {bar.low, bar.high};
  return call.wparam != 0 ? bar.low : bar.high;
}

// https://learn.microsoft.com/windows/win32/controls/pbm-setpos
LRESULT on_set_position(ProgressBar& bar, const ControlCall& call) {
  const int before = bar.position;
  bar.move_to(static_cast<int>(call.wparam));
  return before;
}

// https://learn.microsoft.com/windows/win32/controls/pbm-deltapos
LRESULT on_delta_position(ProgressBar& bar, const ControlCall& call) {
  const int before = bar.position;
  const std::int64_t wanted = std::int64_t{before} + static_cast<int>(call.wparam);
  bar.move_to(static_cast<int>(std::clamp<std::int64_t>(wanted, bar.low, bar.high)));
  return before;
}

// Past the end it begins anew.
// https://learn.microsoft.com/windows/win32/controls/pbm-stepit
LRESULT on_step(ProgressBar& bar, const ControlCall&) {
  const int before = bar.position;
  std::int64_t wanted = std::int64_t{before} + bar.step;
  if (wanted > bar.high) wanted = bar.low + (wanted - bar.high);
  if (wanted < bar.low) wanted = bar.high - (bar.low - wanted);
  bar.move_to(static_cast<int>(std::clamp<std::int64_t>(wanted, bar.low, bar.high)));
  return before;
}

// https://learn.microsoft.com/windows/win32/controls/pbm-setstep
LRESULT on_set_step(ProgressBar& bar, const ControlCall& call) {
  return std::exchange(bar.step, static_cast<int>(call.wparam));
}
LRESULT on_get_step(ProgressBar& bar, const ControlCall&) {
  return bar.step;
}
LRESULT on_get_position(ProgressBar& bar, const ControlCall&) {
  return bar.position;
}

template <COLORREF ProgressBar::*kColor>
LRESULT on_set_color(ProgressBar& bar, const ControlCall& call) {
  const COLORREF before = std::exchange(bar.*kColor, static_cast<COLORREF>(call.lparam));
  InvalidateRect(bar.handle, nullptr, TRUE);
  return static_cast<LRESULT>(before);
}
template <COLORREF ProgressBar::*kColor>
LRESULT on_get_color(ProgressBar& bar, const ControlCall&) {
  return static_cast<LRESULT>(bar.*kColor);
}

// https://learn.microsoft.com/windows/win32/controls/pbm-setmarquee
LRESULT on_set_marquee(ProgressBar& bar, const ControlCall& call) {
  if (!bar.has_style(PBS_MARQUEE)) return FALSE;
  const auto period = static_cast<UINT>(call.lparam);
  if (call.wparam != 0) {
    SetTimer(bar.handle, kMarqueeTimer, period != 0 ? period : kMarqueePeriod, nullptr);
  } else {
    KillTimer(bar.handle, kMarqueeTimer);
  }
  return TRUE;
}

LRESULT on_timer(ProgressBar& bar, const ControlCall& call) {
  if (call.wparam != kMarqueeTimer) return bar.default_action(call);
  ++bar.marquee_step;
  InvalidateRect(bar.handle, nullptr, TRUE);
  return 0;
}

constexpr ControlEntry<ProgressBar> kEntries[] = {
    {WM_CREATE, on_create},
    {WM_PAINT, on_paint},
    {WM_PRINTCLIENT, on_paint},
    {WM_ERASEBKGND, on_erase},
    {WM_TIMER, on_timer},
    {PBM_SETRANGE, on_set_range},
    {PBM_SETRANGE32, on_set_range32},
    {PBM_GETRANGE, on_get_range},
    {PBM_SETPOS, on_set_position},
    {PBM_GETPOS, on_get_position},
    {PBM_DELTAPOS, on_delta_position},
    {PBM_SETSTEP, on_set_step},
    {PBM_GETSTEP, on_get_step},
    {PBM_STEPIT, on_step},
    {PBM_SETBARCOLOR, on_set_color<&ProgressBar::bar_color>},
    {PBM_GETBARCOLOR, on_get_color<&ProgressBar::bar_color>},
    {PBM_SETBKCOLOR, on_set_color<&ProgressBar::background>},
    {PBM_GETBKCOLOR, on_get_color<&ProgressBar::background>},
    {PBM_SETMARQUEE, on_set_marquee},
};

LRESULT CALLBACK progress_procedure(HWND handle, UINT message, WPARAM wparam, LPARAM lparam) {
  static const user::ControlTable<ProgressBar> table{common_entries<ProgressBar>(), kEntries};
  return user::run_control(table, handle, message, wparam, lparam);
}

}  // namespace

const user::SystemClass kProgressBarClass{
    u"msctls_progress32",    CS_HREDRAW | CS_VREDRAW | CS_GLOBALCLASS,
    progress_procedure,      sizeof(void*),
    MAKEINTRESOURCEW(32512), nullptr};

}  // namespace transom::comctl
