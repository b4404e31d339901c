// When a tool tip comes and goes.
#include "comctl32/tool_tip/tool_tip.h"
#include "user32/default/input_handlers.h"

namespace transom::comctl {
namespace {

enum Timer : UINT_PTR { kShowTimer = 1, kPopTimer = 2, kLookTimer = 3 };
constexpr UINT kLookInterval = 100;

POINT pointer() {
  POINT point{};
  GetCursorPos(&point);
  return point;
}

UINT initial_delay(const ToolTip& tip) {
  return tip.initial_delay >= 0 ? static_cast<UINT>(tip.initial_delay) : GetDoubleClickTime();
}
UINT reshow_delay(const ToolTip& tip) {
  return tip.reshow_delay >= 0 ? static_cast<UINT>(tip.reshow_delay) : GetDoubleClickTime() / 5;
}
UINT autopop_delay(const ToolTip& tip) {
  return tip.autopop_delay >= 0 ? static_cast<UINT>(tip.autopop_delay) : GetDoubleClickTime() * 10;
}

void stop_timers(const ToolTip& tip) {
  for (const UINT_PTR timer : {kShowTimer, kPopTimer, kLookTimer}) KillTimer(tip.handle, timer);
}

// The window whose tool is meant: a program that subclasses the tip may move the point.
HWND window_at(const ToolTip& tip, POINT screen) {
  return reinterpret_cast<HWND>(
      user::send_message(tip.handle, TTM_WINDOWFROMPOINT, 0, reinterpret_cast<LPARAM>(&screen)));
}

Tool* tool_at(ToolTip& tip, POINT screen) {
  const HWND at = window_at(tip, screen);
  if (!tip.alive() || at == nullptr) return nullptr;
  ScreenToClient(at, &screen);
  return tip.tool_under(at, screen);
}

// Without TTS_ALWAYSTIP only in the active window.
bool may_show(const ToolTip& tip) {
  if (!tip.active) return false;
  const HWND owner = GetWindow(tip.handle, GW_OWNER);
  return tip.has_style(TTS_ALWAYSTIP) || owner == nullptr || owner == GetActiveWindow();
}

// https://learn.microsoft.com/windows/win32/controls/ttm-relayevent
LRESULT on_relay(ToolTip& tip, const ControlCall& call) {
  if (const auto* message = reinterpret_cast<const MSG*>(call.lparam)) tip.relay(*message);
  return 0;
}

LRESULT on_show_timer(ToolTip& tip) {
  KillTimer(tip.handle, kShowTimer);
  if (tip.phase != ToolTip::Phase::kWaiting) return 0;
  Tool* expected = tip.current;
  Tool* at = tool_at(tip, pointer());
  if (!tip.alive() || tip.phase != ToolTip::Phase::kWaiting || tip.current != expected) return 0;
  if (at == nullptr || at != tip.current || !may_show(tip)) {
    tip.current = nullptr;
    tip.phase = ToolTip::Phase::kIdle;
    return 0;
  }
  tip.show(*at);
  return 0;
}

LRESULT on_pop_timer(ToolTip& tip) {
  tip.hide();
  tip.finish();
  return 0;
}

LRESULT on_look_timer(ToolTip& tip) {
  if (tip.phase == ToolTip::Phase::kShown && !may_show(tip)) return on_pop_timer(tip);
  const POINT point = pointer();
  Tool* at = tool_at(tip, point);
  if (tip.alive() && !tip.tracking && at != tip.current) tip.hear_of_pointer(at, point);
  return 0;
}

// https://learn.microsoft.com/windows/win32/winmsg/wm-timer
LRESULT on_timer(ToolTip& tip, const ControlCall& call) {
  switch (call.wparam) {
    case kShowTimer:
      return on_show_timer(tip);
    case kPopTimer:
      return on_pop_timer(tip);
    case kLookTimer:
      return on_look_timer(tip);
    default:
      return 0;
  }
}

// https://learn.microsoft.com/windows/win32/controls/ttm-windowfrompoint
LRESULT on_window_from_point(ToolTip&, const ControlCall& call) {
  const auto* point = reinterpret_cast<const POINT*>(call.lparam);
  return point != nullptr ? reinterpret_cast<LRESULT>(WindowFromPoint(*point)) : 0;
}

// https://learn.microsoft.com/windows/win32/controls/ttm-activate
LRESULT on_activate(ToolTip& tip, const ControlCall& call) {
  tip.active = call.wparam != 0;
  if (!tip.active) tip.hide();
  return 0;
}

// https://learn.microsoft.com/windows/win32/controls/ttm-pop
LRESULT on_pop(ToolTip& tip, const ControlCall&) {
  tip.hide();
  tip.finish();
  return 0;
}

// https://learn.microsoft.com/windows/win32/controls/ttm-popup
LRESULT on_pop_up(ToolTip& tip, const ControlCall&) {
  if (tip.current != nullptr && tip.phase != ToolTip::Phase::kShown) tip.show(*tip.current);
  return 0;
}

LRESULT on_update(ToolTip& tip, const ControlCall&) {
  tip.show_again();
  return 0;
}

// https://learn.microsoft.com/windows/win32/controls/ttm-trackactivate
LRESULT on_track(ToolTip& tip, const ControlCall& call) {
  const auto* info = reinterpret_cast<const TTTOOLINFOW*>(call.lparam);
  if (call.wparam == 0) {
    tip.hide();
    if (!tip.alive()) return 0;
    tip.tracking = false;
    tip.current = nullptr;
    tip.phase = ToolTip::Phase::kIdle;
    return 0;
  }
  if (info == nullptr || info->cbSize < TTTOOLINFOW_V1_SIZE) return 0;
  tip.hide();
  Tool* tool = tip.alive() ? tip.find(info->hwnd, info->uId) : nullptr;
  if (tool == nullptr || !tip.active) return 0;
  tip.current = tool;
  tip.tracking = true;
  tip.show(*tool);
  return 0;
}

// https://learn.microsoft.com/windows/win32/controls/ttm-trackposition
LRESULT on_track_position(ToolTip& tip, const ControlCall& call) {
  tip.track_position = user::point_of(call.lparam);
  const bool shown = tip.tracking && tip.phase == ToolTip::Phase::kShown;
  if (shown && tip.current != nullptr) tip.place(*tip.current);
  return 0;
}

// Documented: the pointer on the tip itself hides it.
LRESULT on_mouse_move(ToolTip& tip, const ControlCall&) {
  if (!tip.tracking) on_pop_timer(tip);
  return 0;
}

LRESULT on_mouse_activate(ToolTip&, const ControlCall&) {
  return MA_NOACTIVATE;
}

// A transparent tip hands the mouse on to what lies below.
LRESULT on_nc_hit_test(ToolTip& tip, const ControlCall& call) {
  const bool transparent = tip.current != nullptr && (tip.current->flags & TTF_TRANSPARENT) != 0;
  return transparent ? HTTRANSPARENT : tip.default_action(call);
}

constexpr ControlEntry<ToolTip> kEntries[] = {
    {TTM_RELAYEVENT, on_relay},
    {TTM_WINDOWFROMPOINT, on_window_from_point},
    {TTM_ACTIVATE, on_activate},
    {TTM_POP, on_pop},
    {TTM_POPUP, on_pop_up},
    {TTM_UPDATE, on_update},
    {TTM_TRACKACTIVATE, on_track},
    {TTM_TRACKPOSITION, on_track_position},
    {WM_TIMER, on_timer},
    {WM_MOUSEMOVE, on_mouse_move},
    {WM_MOUSEACTIVATE, on_mouse_activate},
    {WM_NCHITTEST, on_nc_hit_test},
};

}  // namespace

void ToolTip::relay(const MSG& message) {
  if (tracking) return;
  POINT point = user::point_of(message.lParam);
  POINT screen = point;
  switch (message.message) {
    case WM_NCMOUSEMOVE:
      ScreenToClient(message.hwnd, &point);
      break;
    case WM_MOUSEMOVE:
      ClientToScreen(message.hwnd, &screen);
      break;
    case WM_LBUTTONDOWN:
    case WM_LBUTTONUP:
    case WM_MBUTTONDOWN:
    case WM_MBUTTONUP:
    case WM_RBUTTONDOWN:
    case WM_RBUTTONUP:
      hide();
      finish();
      return;
    default:
      return;
  }
  hear_of_pointer(tool_under(message.hwnd, point), screen);
}

void ToolTip::hear_of_pointer(Tool* under, POINT screen) {
  const bool moved = screen.x != last.x || screen.y != last.y;
  last = screen;
  if (under == current) {
    // It has to rest.
    if (moved && phase == Phase::kWaiting) SetTimer(handle, kShowTimer, delay, nullptr);
    if (under == nullptr || phase != Phase::kIdle) return;
  }
  const UINT next =
      phase == Phase::kShown ? comctl::reshow_delay(*this) : comctl::initial_delay(*this);
  const HWND owner = under != nullptr ? under->owner : nullptr;
  const UINT_PTR id = under != nullptr ? under->id : 0;
  hide();
  if (!alive()) return;
  wait_for(under != nullptr ? find(owner, id) : nullptr, next);
}

void ToolTip::wait_for(Tool* tool, UINT next_delay) {
  current = tool;
  phase = tool != nullptr && active ? Phase::kWaiting : Phase::kIdle;
  delay = next_delay;
  if (phase == Phase::kWaiting) SetTimer(handle, kShowTimer, delay, nullptr);
}

// https://learn.microsoft.com/windows/win32/controls/ttn-show
void ToolTip::show(Tool& tool) {
  const HWND owner = tool.owner;
  const UINT_PTR id = tool.id;
  std::u16string text = ask_text(tool);
  Tool* still = alive() ? find(owner, id) : nullptr;
  if (still == nullptr || still != current) return;
  if (text.empty()) return finish();
  layout = lay_out(std::move(text));
  place(*still);
  phase = Phase::kShown;
  NMHDR header{};
  const bool placed = tell_tool(*still, header, TTN_SHOW) != 0;
  still = alive() ? find(owner, id) : nullptr;
  if (still == nullptr || still != current || phase != Phase::kShown) return;
  if (!placed) place(*still);
  SetWindowPos(handle, HWND_TOPMOST, 0, 0, 0, 0,
               SWP_NOMOVE | SWP_NOSIZE | SWP_NOACTIVATE | SWP_SHOWWINDOW);
  if (!alive()) return;
  InvalidateRect(handle, nullptr, TRUE);
  if (tracking) return;
  SetTimer(handle, kPopTimer, comctl::autopop_delay(*this), nullptr);
  SetTimer(handle, kLookTimer, kLookInterval, nullptr);
}

// https://learn.microsoft.com/windows/win32/controls/ttn-pop
void ToolTip::hide() {
  stop_timers(*this);
  if (phase == Phase::kWaiting) phase = Phase::kIdle;
  if (phase != Phase::kShown) return;
  phase = Phase::kIdle;
  NMHDR header{};
  if (current != nullptr) tell_tool(*current, header, TTN_POP);
  if (alive()) ShowWindow(handle, SW_HIDE);
}

void ToolTip::finish() {
  if (!alive()) return;
  phase = Phase::kDone;
  // To hear that the pointer has left.
  if (current != nullptr && !tracking) SetTimer(handle, kLookTimer, kLookInterval, nullptr);
}

void ToolTip::forget(const Tool& tool) {
  if (current != &tool) return;
  hide();
  if (!alive() || current != &tool) return;
  current = nullptr;
  phase = Phase::kIdle;
  tracking = false;
}

void ToolTip::show_again() {
  if (phase != Phase::kShown || current == nullptr) return;
  const HWND owner = current->owner;
  const UINT_PTR id = current->id;
  std::u16string text = ask_text(*current);
  Tool* still = alive() ? find(owner, id) : nullptr;
  if (still == nullptr || still != current || phase != Phase::kShown) return;
  if (text.empty()) return hide();
  layout = lay_out(std::move(text));
  place(*still);
  if (alive()) InvalidateRect(handle, nullptr, TRUE);
}

std::span<const ControlEntry<ToolTip>> tool_tip_showing_entries() {
  return kEntries;
}

}  // namespace transom::comctl
