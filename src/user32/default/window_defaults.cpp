// What DefWindowProc does with the messages of a window's life: creation, position, activation,
// state.
#include "user32/default/default_procedure.h"
#include "user32/input/hardware.h"
#include "user32/lock.h"
#include "user32/menu/menu_layout.h"
#include "user32/menu/menu_loop.h"
#include "user32/message/send.h"
#include "user32/paint/paint.h"
#include "user32/paint/window_paint.h"
#include "user32/system/system_metrics.h"
#include "user32/system/system_parameters.h"
#include "user32/window/activation.h"
#include "user32/window/adjust_rect.h"
#include "user32/window/class.h"
#include "user32/window/destroy.h"
#include "user32/window/host_window.h"
#include "user32/window/position.h"
#include "user32/window/position_flags.h"
#include "user32/window/tree.h"
#include "user32/window/window_extras.h"

namespace transom::user {

namespace {

SIZE size_of(const RECT& rect) {
  return {rect.right - rect.left, rect.bottom - rect.top};
}

// The close box, Alt+F4, the system.
// https://learn.microsoft.com/windows/win32/winmsg/wm-close
LRESULT on_close(Window& window, const DefaultCall&) {
  destroy_window(window);
  return 0;
}

LRESULT answer_true(Window&, const DefaultCall&) {
  return TRUE;
}

// SetWindowPos, before the change: keeps the size within WM_GETMINMAXINFO's limits.
// https://learn.microsoft.com/windows/win32/winmsg/wm-windowposchanging
LRESULT on_window_pos_changing(Window& window, const DefaultCall& call) {
  auto* pos = reinterpret_cast<WINDOWPOS*>(call.lparam);
  if (pos == nullptr || (pos->flags & SWP_NOSIZE) != 0) return 0;
  const DWORD style = window.style;
  if ((style & WS_THICKFRAME) == 0 && (style & (WS_POPUP | WS_CHILD)) != 0) return 0;
  const MINMAXINFO info = query_min_max_info(window);
  if (window.destroyed) return 0;
  pos->cx = std::min<int>(pos->cx, info.ptMaxTrackSize.x);
  pos->cy = std::min<int>(pos->cy, info.ptMaxTrackSize.y);
  if ((style & WS_MINIMIZE) == 0) {
    pos->cx = std::max<int>(pos->cx, info.ptMinTrackSize.x);
    pos->cy = std::max<int>(pos->cy, info.ptMinTrackSize.y);
  }
  return 0;
}

// SetWindowPos, after the change: a program that handles it itself gets neither WM_MOVE nor
// WM_SIZE. https://learn.microsoft.com/windows/win32/winmsg/wm-windowposchanged
LRESULT on_window_pos_changed(Window& window, const DefaultCall& call) {
  const auto* pos = reinterpret_cast<const WINDOWPOS*>(call.lparam);
  if (pos == nullptr) return 0;
  const WindowRef keep(&window);
  const UINT flags = pos->flags;
  const RECT client = window.client_rect;
  if ((flags & kNoClientMove) == 0) {
    send_message(window, WM_MOVE, 0, MAKELPARAM(client.left, client.top));
  }
  if (window.destroyed || ((flags & kNoClientSize) != 0 && (flags & kStateChanged) == 0)) return 0;
  if ((window.style & WS_MINIMIZE) != 0) {
    send_message(window, WM_SIZE, SIZE_MINIMIZED, 0);
    return 0;
  }
  const WPARAM kind = (window.style & WS_MAXIMIZE) != 0 ? SIZE_MAXIMIZED : SIZE_RESTORED;
  const SIZE size = size_of(window.client_rect);
  send_message(window, WM_SIZE, kind, MAKELPARAM(size.cx, size.cy));
  return 0;
}

// ShowWindow sends it with lParam 0, which is only told; the owner's minimizing hides and shows.
// https://learn.microsoft.com/windows/win32/winmsg/wm-showwindow
LRESULT on_show_window(Window& window, const DefaultCall& call) {
  if (call.lparam == 0 || window.is_child()) return 0;
  const bool visible = window.is_visible_itself();
  if (visible == (call.wparam != 0)) return 0;
  show_window(window, call.wparam != 0 ? SW_SHOWNOACTIVATE : SW_HIDE);
  return 0;
}

// The window becomes active: it gets the focus unless it is minimized.
// https://learn.microsoft.com/windows/win32/inputdev/wm-activate
LRESULT on_activate(Window& window, const DefaultCall& call) {
  if (LOWORD(call.wparam) != WA_INACTIVE && HIWORD(call.wparam) == 0) set_focus(&window);
  return 0;
}

// A press over an inactive window: the parent is asked first, so that it may keep it from
// happening. https://learn.microsoft.com/windows/win32/inputdev/wm-mouseactivate
LRESULT on_mouse_activate(Window& window, const DefaultCall& call) {
  if (window.is_child()) {
    HWND parent = nullptr;
    {
      UserLock lock;
      if (window.parent != nullptr && window.parent->thread != nullptr) {
        parent = window.parent->handle;
      }
    }
    if (parent != nullptr) {
      const LRESULT answer = send_message(parent, WM_MOUSEACTIVATE, call.wparam, call.lparam);
      if (answer != 0) return answer;
    }
  }
  // A press on the caption activates when the button comes up or the window moves, by
  // WM_SYSCOMMAND.
  const bool on_caption = HIWORD(call.lparam) == WM_LBUTTONDOWN && LOWORD(call.lparam) == HTCAPTION;
  return on_caption ? MA_NOACTIVATE : MA_ACTIVATE;
}

// EnableWindow, message boxes, WM_SYSCOMMAND: what was going on ends.
// https://learn.microsoft.com/windows/win32/winmsg/wm-cancelmode
LRESULT on_cancel_mode(Window& window, const DefaultCall&) {
  cancel_menu_of(window);
  if (GetCapture() == window.handle) set_capture(nullptr);
  return 0;
}

// A child was created, is being destroyed, or was clicked: every ancestor hears of it.
// https://learn.microsoft.com/windows/win32/inputmsg/wm-parentnotify
LRESULT on_parent_notify(Window& window, const DefaultCall& call) {
  if (!window.is_child() || (window.ex_style & WS_EX_NOPARENTNOTIFY) != 0) return 0;
  HWND parent = nullptr;
  {
    UserLock lock;
    if (window.parent != nullptr && window.parent->thread != nullptr)
      parent = window.parent->handle;
  }
  if (parent != nullptr) send_message(parent, WM_PARENTNOTIFY, call.wparam, call.lparam);
  return 0;
}

// The icons of a window. ICON_SMALL2: where it has no small one, the system makes one of the other.
// https://learn.microsoft.com/windows/win32/winmsg/wm-geticon
LRESULT on_get_icon(Window& window, const DefaultCall& call) {
  if (!window.extras) return 0;
  const WindowExtras& extras = *window.extras;
  const bool either = call.wparam == ICON_SMALL2 && extras.small_icon == nullptr;
  const bool big = call.wparam == ICON_BIG || either;
  return reinterpret_cast<LRESULT>(big ? extras.big_icon : extras.small_icon);
}

// https://learn.microsoft.com/windows/win32/winmsg/wm-seticon
LRESULT on_set_icon(Window& window, const DefaultCall& call) {
  if (call.wparam > ICON_SMALL2) return 0;
  HICON old;
  {
    UserLock lock;
    WindowExtras& extras = extras_of(window);
    HICON& icon = call.wparam == ICON_BIG ? extras.big_icon : extras.small_icon;
    old = std::exchange(icon, reinterpret_cast<HICON>(call.lparam));
  }
  if (!window.is_child()) update_host_icon(window);
  if ((window.style & WS_CAPTION) == WS_CAPTION) invalidate_frame(window);
  return reinterpret_cast<LRESULT>(old);
}

constexpr WORD kUiStates = UISF_HIDEFOCUS | UISF_HIDEACCEL | UISF_ACTIVE;

LRESULT on_query_ui_state(Window& window, const DefaultCall&) {
  return window.ui_state;
}

// Documented: cues are hidden where the last input came from the mouse, and show where it came from
// the keyboard, or always where the user wants them.
WORD initial_cues() {
  return last_input_was_key() || system_parameters().keyboard_cues != 0 ? UIS_CLEAR : UIS_SET;
}

// A dialog's keyboard use: travels up to the top-level window, which sends WM_UPDATEUISTATE down.
// https://learn.microsoft.com/windows/win32/menurc/wm-changeuistate
LRESULT on_change_ui_state(Window& window, const DefaultCall& call) {
  const WORD action = LOWORD(call.wparam);
  const WORD states = HIWORD(call.wparam);
  if (call.lparam != 0 || (states & ~kUiStates) != 0) return 0;
  const bool needed = action == UIS_INITIALIZE ||
                      (action == UIS_SET && (states & ~window.ui_state) != 0) ||
                      (action == UIS_CLEAR && (states & window.ui_state) != 0);
  if (!needed) return 0;
  HWND parent = nullptr;
  {
    UserLock lock;
    if (window.is_child() && window.parent != nullptr && window.parent->thread != nullptr) {
      parent = window.parent->handle;
    }
  }
  if (parent != nullptr && action != UIS_INITIALIZE) {
    send_message(parent, WM_CHANGEUISTATE, call.wparam, call.lparam);
  } else {
    const WPARAM what = action == UIS_INITIALIZE
                            ? MAKEWPARAM(initial_cues(), UISF_HIDEFOCUS | UISF_HIDEACCEL)
                            : call.wparam;
    send_message(window, WM_UPDATEUISTATE, what, 0);
  }
  return 0;
}

// Changes the window's own state and passes on to its children.
// https://learn.microsoft.com/windows/win32/menurc/wm-updateuistate
LRESULT on_update_ui_state(Window& window, const DefaultCall& call) {
  const auto states = static_cast<std::uint8_t>(HIWORD(call.wparam) & kUiStates);
  const WORD action = LOWORD(call.wparam);
  if (action == UIS_SET) window.ui_state = static_cast<std::uint8_t>(window.ui_state | states);
  if (action == UIS_CLEAR) window.ui_state = static_cast<std::uint8_t>(window.ui_state & ~states);
  for (const HWND child : child_handles(window)) {
    send_message(child, WM_UPDATEUISTATE, call.wparam, 0);
  }
  return 0;
}

// A control's parent asks which text its WM_NOTIFY should carry.
// https://learn.microsoft.com/windows/win32/controls/wm-notifyformat
LRESULT on_notify_format(Window& window, const DefaultCall& call) {
  if (call.lparam != NF_QUERY) return 0;
  const bool unicode = window.encoding == Encoding::kUnicode && !window.reports_ansi;
  return unicode ? NFR_UNICODE : NFR_ANSI;
}

// F1: goes up to the parent or owner until somebody helps.
// https://learn.microsoft.com/windows/win32/shell/wm-help
LRESULT on_help(Window& window, const DefaultCall& call) {
  HWND above = nullptr;
  {
    UserLock lock;
    const Window* up = window.is_child() ? window.parent : window.owner;
    if (up != nullptr && up->thread != nullptr) above = up->handle;
  }
  return above != nullptr ? send_message(above, WM_HELP, call.wparam, call.lparam) : TRUE;
}

// The class's icon is what is dragged.
LRESULT on_query_drag_icon(Window& window, const DefaultCall&) {
  return reinterpret_cast<LRESULT>(window.window_class->icon.get());
}

// The texts and menus are let go by destruction itself.
LRESULT answer_zero(Window&, const DefaultCall&) {
  return 0;
}

constexpr DefaultEntry kHandlers[] = {
    {WM_CLOSE, on_close},
    {WM_QUERYOPEN, answer_true},
    {WM_QUERYENDSESSION, answer_true},
    {WM_ENDSESSION, answer_zero},
    {WM_NCDESTROY, answer_zero},
    {WM_WINDOWPOSCHANGING, on_window_pos_changing},
    {WM_WINDOWPOSCHANGED, on_window_pos_changed},
    {WM_SHOWWINDOW, on_show_window},
    {WM_ACTIVATE, on_activate},
    {WM_MOUSEACTIVATE, on_mouse_activate},
    {WM_CANCELMODE, on_cancel_mode},
    {WM_PARENTNOTIFY, on_parent_notify},
    {WM_GETICON, on_get_icon},
    {WM_SETICON, on_set_icon},
    {WM_QUERYUISTATE, on_query_ui_state},
    {WM_CHANGEUISTATE, on_change_ui_state},
    {WM_UPDATEUISTATE, on_update_ui_state},
    {WM_NOTIFYFORMAT, on_notify_format},
    {WM_HELP, on_help},
    {WM_QUERYDRAGICON, on_query_drag_icon},
};

}  // namespace

std::span<const DefaultEntry> window_defaults() {
  return kHandlers;
}

}  // namespace transom::user
