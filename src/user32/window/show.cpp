// ShowWindow and the show states.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-showwindow
#include "host/display.h"
#include "user32/hook/hook.h"
#include "user32/hook/shell_hook.h"
#include "user32/input/input_state.h"
#include "user32/lock.h"
#include "user32/message/send.h"
#include "user32/message/thread_state.h"
#include "user32/nonclient/minimized_icon.h"
#include "user32/system/system_metrics.h"
#include "user32/window/activation.h"
#include "user32/window/default_placement.h"
#include "user32/window/desktop.h"
#include "user32/window/position.h"
#include "user32/window/position_flags.h"
#include "user32/window/tree.h"
#include "user32/window/window_extras.h"

namespace transom::user {
namespace {

constexpr UINT kStay = SWP_NOSIZE | SWP_NOMOVE;

bool is_minimized(const Window& window) {
  return (window.style & WS_MINIMIZE) != 0;
}
bool is_maximized(const Window& window) {
  return (window.style & WS_MAXIMIZE) != 0;
}

void change_style(Window& window, DWORD clear, DWORD set) {
  UserLock lock;
  window.style = (window.style & ~clear) | set;
}

bool is_active(const Window& window) {
  return window.thread->input->active == window.handle;
}

bool has_focus_inside(const Window& window) {
  UserLock lock;
  const Window* focus = find_window_locked(window.thread->input->focus);
  return focus != nullptr && (focus == &window || is_descendant(*focus, window));
}

// The first place at the bottom of `area` where no minimized sibling lies, row by row upwards; all
// in the parent's client coordinates. The lock is held.
POINT free_minimized_place(const Window& window, const RECT& area, SIZE size) {
  const auto taken = [&](POINT at) {
    const RECT place{at.x, at.y, at.x + size.cx, at.y + size.cy};
    RECT common;
    for (const Window* each = window.parent->first_child; each != nullptr; each = each->next) {
      if (each != &window && is_minimized(*each) && IntersectRect(&common, &each->rect, &place)) {
        return true;
      }
    }
    return false;
  };
  POINT at{area.left, area.bottom - size.cy};
  while (taken(at)) {
    at.x += size.cx;
    if (at.x + size.cx > area.right) at = {area.left, at.y - size.cy};
  }
  return at;
}

// Where a minimized window lies: out of sight, or at the bottom of its parent.
RECT minimized_rect(Window& window) {
  const auto [width, height] = minimized_size();
  const Placement& placement = extras_of(window).placement;
  POINT at{-32000, -32000};
  if (placement.minimized) {
    at = *placement.minimized;
  } else if (window.is_child()) {
    UserLock lock;
    const RECT area = window.parent->client_rect;
    at = free_minimized_place(window, {0, 0, area.right - area.left, area.bottom - area.top},
                              {width, height});
  } else if (!host::display().has_task_list()) {
    const RECT area = nearest_monitor(window.rect).work_area;
    UserLock lock;
    at = free_minimized_place(window, area, {width, height});
  }
  return {at.x, at.y, at.x + width, at.y + height};
}

// What a change of the show state asks of SetWindowPos.
struct StateChange {
  bool refused = false;
  UINT flags = kStay;
  RECT rect{};
};

StateChange to_rect(const RECT& rect, UINT flags) {
  return {.flags = flags | SWP_FRAMECHANGED | kStateChanged, .rect = rect};
}

void remember_normal_rect(Window& window) {
  if (!is_minimized(window) && !is_maximized(window)) {
    extras_of(window).placement.normal = window.rect;
  }
}

StateChange minimize(Window& window) {
  if (is_minimized(window)) {
    return {.flags = SWP_NOSIZE | SWP_FRAMECHANGED, .rect = window.rect};
  }
  ask_shell_for_minimized_rect(window);
  if (window.destroyed) return {.refused = true};
  remember_normal_rect(window);
  extras_of(window).placement.restore_to_maximized = is_maximized(window);
  // A window that cannot be seen keeps no focus.
  if (has_focus_inside(window)) {
    set_focus(window.is_child() && window.parent->thread == window.thread ? window.parent
                                                                          : nullptr);
  }
  if (window.destroyed) return {.refused = true};
  change_style(window, WS_MAXIMIZE, WS_MINIMIZE);
  return to_rect(minimized_rect(window), SWP_NOCOPYBITS);
}

// "An application returns FALSE from WM_QUERYOPEN to stay minimized."
bool may_open(Window& window) {
  return !is_minimized(window) || send_message(window, WM_QUERYOPEN, 0, 0) != 0;
}

StateChange maximize_now(Window& window, UINT flags) {
  const MINMAXINFO info = query_min_max_info(window);
  if (window.destroyed) return {.refused = true};
  change_style(window, WS_MINIMIZE, WS_MAXIMIZE);
  const POINT at = info.ptMaxPosition;
  return to_rect({at.x, at.y, at.x + info.ptMaxSize.x, at.y + info.ptMaxSize.y}, flags);
}

StateChange maximize(Window& window) {
  if (is_maximized(window) && !is_minimized(window)) return {};
  const UINT flags = is_minimized(window) ? SWP_NOCOPYBITS : 0;
  if (!may_open(window) || window.destroyed) return {.refused = true};
  ask_shell_for_minimized_rect(window);
  if (window.destroyed) return {.refused = true};
  remember_normal_rect(window);
  return maximize_now(window, flags);
}

StateChange restore(Window& window) {
  if (is_minimized(window)) {
    if (!may_open(window) || window.destroyed) return {.refused = true};
    change_style(window, WS_MINIMIZE, 0);
    if (extras_of(window).placement.restore_to_maximized) {
      return maximize_now(window, SWP_NOCOPYBITS);
    }
    return to_rect(extras_of(window).placement.normal, SWP_NOCOPYBITS);
  }
  if (!is_maximized(window)) return {};
  change_style(window, WS_MAXIMIZE, 0);
  return to_rect(extras_of(window).placement.normal, 0);
}

bool hook_refuses(Window& window, int command) {
  if (!hooked(*window.thread, WH_CBT)) return false;
  return cbt_refuses(HCBT_MINMAX, reinterpret_cast<WPARAM>(window.handle), command) ||
         window.destroyed;
}

StateChange change_state(Window& window, int command) {
  if (hook_refuses(window, command)) return {.refused = true};
  switch (command) {
    case SW_MINIMIZE:
    case SW_SHOWMINIMIZED:
    case SW_SHOWMINNOACTIVE:
    case SW_FORCEMINIMIZE:
      return minimize(window);
    case SW_SHOWMAXIMIZED:
      return maximize(window);
    default:
      return restore(window);
  }
}

// One ShowWindow on its way.
class Showing {
 public:
  Showing(Window& window, int command)
      : window_(window), command_(command), was_visible_(window.is_visible_itself()) {}

  bool run();

 private:
  bool plan();
  void plan_state_change(UINT flags);
  UINT plain_flags() const;
  bool send_show_window();
  void change();
  void after();
  void after_hiding();
  void after_state_change();
  void send_size_and_move();

  bool hides() const { return command_ == SW_HIDE; }
  bool minimizes() const {
    return command_ == SW_MINIMIZE || command_ == SW_SHOWMINNOACTIVE ||
           command_ == SW_FORCEMINIMIZE || command_ == SW_SHOWMINIMIZED;
  }

  Window& window_;
  int command_;
  const bool was_visible_;
  const bool was_minimized_ = (window_.style & WS_MINIMIZE) != 0;
  bool was_active_ = false;
  WINDOWPOS pos_{};
};

// A child neither activates nor rises by being shown.
UINT Showing::plain_flags() const {
  return SWP_SHOWWINDOW | kStay |
         (window_.is_child() ? static_cast<UINT>(SWP_NOACTIVATE | SWP_NOZORDER) : 0u);
}

void Showing::plan_state_change(UINT flags) {
  const StateChange change = change_state(window_, command_);
  if (window_.destroyed) return;
  pos_.flags = change.refused ? SWP_NOACTIVATE | SWP_NOZORDER | kStay : flags | change.flags;
  if (!was_visible_ && !change.refused) pos_.flags |= SWP_SHOWWINDOW;
  pos_.x = change.rect.left;
  pos_.y = change.rect.top;
  pos_.cx = change.rect.right - change.rect.left;
  pos_.cy = change.rect.bottom - change.rect.top;
}

// False: nothing is to be done.
bool Showing::plan() {
  switch (command_) {
    case SW_HIDE:
      if (!was_visible_) return false;
      pos_.flags = kStay | SWP_HIDEWINDOW;
      if (window_.is_child()) pos_.flags |= SWP_NOACTIVATE | SWP_NOZORDER;
      if (!window_.is_child() && !is_active(window_)) pos_.flags |= SWP_NOACTIVATE | SWP_NOZORDER;
      return true;
    case SW_MINIMIZE:
    case SW_SHOWMINNOACTIVE:
    case SW_FORCEMINIMIZE:
    case SW_SHOWMINIMIZED:
      if (was_minimized_ && was_visible_) return false;
      plan_state_change(command_ == SW_SHOWMINIMIZED
                            ? SWP_SHOWWINDOW
                            : SWP_NOACTIVATE | SWP_NOZORDER | SWP_SHOWWINDOW);
      return true;
    case SW_SHOWMAXIMIZED:
      if (was_visible_ && is_maximized(window_) && (window_.is_child() || was_active_))
        return false;
      plan_state_change(0);
      return true;
    case SW_SHOWNA:
      pos_.flags = SWP_NOACTIVATE | SWP_SHOWWINDOW | kStay;
      if (window_.is_child()) pos_.flags |= SWP_NOZORDER;
      return true;
    case SW_SHOW:
      pos_.flags = plain_flags();
      return !was_visible_ || (!window_.is_child() && !was_active_);
    case SW_SHOWNOACTIVATE:
      if (is_minimized(window_) || is_maximized(window_)) {
        plan_state_change(SWP_NOACTIVATE | SWP_NOZORDER);
      } else {
        pos_.flags = SWP_NOACTIVATE | SWP_NOZORDER | SWP_SHOWWINDOW | kStay;
        return !was_visible_;
      }
      return true;
    case SW_SHOWNORMAL:
    case SW_RESTORE:
      if (is_minimized(window_) || is_maximized(window_)) {
        plan_state_change(0);
        return true;
      }
      pos_.flags = plain_flags();
      return !was_visible_ || (!window_.is_child() && !was_active_);
    default:
      return false;
  }
}

// Not sent when the show state changes: that the window hears from WM_SIZE.
bool Showing::send_show_window() {
  const bool shows = !hides();
  if ((pos_.flags & kStateChanged) != 0) return true;
  if (shows == was_visible_ && command_ != SW_SHOWNA) return true;
  send_message(window_, WM_SHOWWINDOW, shows, 0);
  return !window_.destroyed;
}

// Below a hidden parent there is nothing to see: the style changes and nobody is told.
void Showing::change() {
  bool parent_visible = true;
  {
    UserLock lock;
    if (window_.is_child() && window_.parent != nullptr)
      parent_visible = is_visible(*window_.parent);
  }
  if (parent_visible || (pos_.flags & kStateChanged) != 0) {
    set_window_pos(window_, pos_);
    return;
  }
  if (hides()) {
    change_style(window_, WS_VISIBLE, 0);
  } else {
    change_style(window_, 0, WS_VISIBLE);
  }
}

void Showing::after_hiding() {
  if (is_active(window_)) {
    activate_other_window(window_);
  } else if (window_.is_child() && has_focus_inside(window_)) {
    set_focus(window_.parent->thread == window_.thread ? window_.parent : nullptr);
  }
}

void Showing::after_state_change() {
  if (minimizes() && !was_minimized_) {
    show_owned_windows(window_, false);
    // "Minimizes the window and activates the next top-level window in the z-order."
    if (!window_.destroyed && command_ != SW_SHOWMINIMIZED && is_active(window_)) {
      activate_next_window(window_);
    }
  } else if (was_minimized_ && !is_minimized(window_)) {
    show_owned_windows(window_, true);
    if (window_.destroyed) return;
    if (was_active_ && is_active(window_)) {
      set_focus(&window_);
      if (!window_.destroyed) send_message(window_, WM_ACTIVATE, WA_ACTIVE, 0);
    } else if (window_.is_child() && command_ != SW_SHOWNOACTIVATE) {
      // "Activates and displays the window": of a child that is who gets the focus.
      set_focus(&window_);
    }
  }
}

// What CreateWindowEx did not send.
void Showing::send_size_and_move() {
  window_.needs_size = false;
  const RECT client = window_.client_rect;
  const WPARAM kind = is_minimized(window_)   ? SIZE_MINIMIZED
                      : is_maximized(window_) ? SIZE_MAXIMIZED
                                              : SIZE_RESTORED;
  const LPARAM size = is_minimized(window_)
                          ? 0
                          : MAKELPARAM(client.right - client.left, client.bottom - client.top);
  send_message(window_, WM_SIZE, kind, size);
  if (!window_.destroyed) {
    send_message(window_, WM_MOVE, 0, MAKELPARAM(client.left, client.top));
  }
}

void Showing::after() {
  if (hides()) after_hiding();
  if (!window_.destroyed && (pos_.flags & kStateChanged) != 0) after_state_change();
  if (!window_.destroyed && window_.needs_size && !hides()) send_size_and_move();
}

bool Showing::run() {
  const WindowRef keep(&window_);
  if (command_ == SW_SHOWDEFAULT) command_ = startup_show_command(SW_SHOWNORMAL);
  was_active_ = is_active(window_);
  if (!plan() || window_.destroyed || !send_show_window()) return was_visible_;
  change();
  if (!window_.destroyed) after();
  return was_visible_;
}

}  // namespace

bool show_window(Window& window, int command) {
  UserLock::assert_not_held();
  return Showing(window, command).run();
}

void show_state_at_creation(Window& window, int command) {
  const WindowRef keep(&window);
  const StateChange change = change_state(window, command);
  if (window.destroyed || change.refused) return;
  set_window_pos(window, {.x = change.rect.left,
                          .y = change.rect.top,
                          .cx = change.rect.right - change.rect.left,
                          .cy = change.rect.bottom - change.rect.top,
                          .flags = change.flags | SWP_NOACTIVATE});
}

void show_owned_windows(Window& owner, bool show) {
  std::vector<HWND> owned;
  {
    UserLock lock;
    if (owner.owned_windows == 0) return;
    for (Window* each = desktop_window().first_child; each != nullptr; each = each->next) {
      if (each->owner != &owner) continue;
      const bool hidden = each->extras && each->extras->hidden_by_owner;
      if (show ? hidden : each->is_visible_itself()) owned.push_back(each->handle);
    }
  }
  for (const HWND handle : owned) {
    {
      UserLock lock;
      Window* window = find_window_locked(handle);
      if (window == nullptr) continue;
      extras_of(*window).hidden_by_owner = !show;
    }
    send_message(handle, WM_SHOWWINDOW, show, show ? SW_PARENTOPENING : SW_PARENTCLOSING);
  }
}

RECT restored_rect(const Window& window) {
  const bool normal = (window.style & (WS_MINIMIZE | WS_MAXIMIZE)) == 0;
  return normal || !window.extras ? window.rect : window.extras->placement.normal;
}

}  // namespace transom::user
