// Which child is active, and which is maximized.
#include "user32/mdi/mdi_client.h"
#include "user32/message/send.h"
#include "user32/window/activation.h"
#include "user32/window/position.h"
#include "user32/window/tree.h"

namespace transom::user {
namespace {

bool can_be_active(HWND window) {
  return IsWindowVisible(window) && IsWindowEnabled(window);
}

LRESULT tell(HWND window, UINT message, HWND losing, HWND gaining) {
  return send_message(window, message, reinterpret_cast<WPARAM>(losing),
                      reinterpret_cast<LPARAM>(gaining));
}

}  // namespace

// By way of WM_CHILDACTIVATE, which the child's procedure has to hand to DefMDIChildProc.
void MdiClient::bring_to_top(HWND child) {
  if (Window* found = find_own_window(child)) {
    set_window_pos(*found, {.flags = SWP_NOSIZE | SWP_NOMOVE});
  }
}

// In z-order, going round; visible and enabled ones only. Null: there is no other.
HWND MdiClient::neighbour(HWND from, MdiDirection direction) const {
  const bool next = direction == MdiDirection::kNext;
  HWND at = from;
  do {
    at = GetWindow(at, next ? GW_HWNDNEXT : GW_HWNDPREV);
    if (at == nullptr) at = GetWindow(from, next ? GW_HWNDFIRST : GW_HWNDLAST);
  } while (at != nullptr && at != from && (!has_child(at) || !can_be_active(at)));
  return at == from ? nullptr : at;
}

// "If this parameter is zero, the system activates the next MDI child window and places the child
// window identified by the wParam parameter behind all other child windows."
void MdiClient::go(HWND from, MdiDirection direction) {
  const HWND to = neighbour(from, direction);
  if (to == nullptr) return;
  bring_to_top(to);
  if (direction == MdiDirection::kPrevious || !alive()) return;
  if (Window* last = find_own_window(from); last != nullptr && active_ == to) {
    set_window_pos(
        *last, {.hwndInsertAfter = HWND_BOTTOM, .flags = SWP_NOSIZE | SWP_NOMOVE | SWP_NOACTIVATE});
  }
}

// "To prevent a child window from activating, handle the WM_NCACTIVATE message to the child window
// by returning FALSE."
bool MdiClient::leave_active(HWND next) {
  const HWND old = active_;
  const LRESULT proceed = tell(old, WM_NCACTIVATE, nullptr, nullptr);
  if (!alive()) return false;
  const Window* left = find_own_window(old);
  if (left != nullptr && !left->destroying && proceed == 0) return false;
  if (left != nullptr) tell(old, WM_MDIACTIVATE, old, next);
  return alive() && active_ == old;
}

// The frame is not bothered: the next child is about to take this one's place.
void MdiClient::restore_quietly(HWND child) {
  const WindowRef keep = find_window(child);
  send_message(child, WM_SETREDRAW, FALSE, 0);
  if (keep.alive()) show_window(*keep, SW_SHOWNOACTIVATE);
  if (keep.alive()) send_message(child, WM_SETREDRAW, TRUE, 0);
}

void MdiClient::enter(HWND child, bool maximize) {
  const WindowRef entered = find_window(child);
  const auto stays = [&] { return alive() && entered.alive() && active_ == child; };
  if (!stays()) return;
  set_window_pos(*entered, {.flags = SWP_NOSIZE | SWP_NOMOVE | SWP_NOACTIVATE});
  if (stays() && maximize && !IsZoomed(child)) show_window(*entered, SW_SHOWMAXIMIZED);
  if (!stays()) return;
  check_active();
  if (GetActiveWindow() == GetAncestor(handle, GA_ROOT)) {
    send_message(child, WM_NCACTIVATE, TRUE, 0);
    if (stays()) focus_client();
  }
}

void MdiClient::activate(HWND child) {
  if (child == active_ || (child != nullptr && !IsWindowEnabled(child))) return;
  const HWND old = active_;
  const bool maximize = old != nullptr && IsZoomed(old);
  if (old != nullptr && !leave_active(child)) return;
  active_ = child;
  switching_ = maximize && child != nullptr;
  if (switching_) restore_quietly(old);
  if (alive() && child != nullptr) enter(child, maximize);
  switching_ = false;
  if (!alive() || active_ != child) return;
  if (child == nullptr) {
    set_maximized(nullptr);
    SetFocus(handle);
    return;
  }
  if (maximized_ != nullptr && !IsZoomed(child)) set_maximized(nullptr);
  if (alive() && active_ == child) tell(child, WM_MDIACTIVATE, old, child);
}

// The client hands the focus to the active child, even where it has it already.
void MdiClient::focus_client() {
  if (GetFocus() == handle) {
    focus_active();
  } else {
    SetFocus(handle);
  }
}

void MdiClient::focus_active() {
  Window* child = find_own_window(active_);
  if (child != nullptr && (child->style & (WS_MINIMIZE | WS_DISABLED)) == 0) set_focus(child);
}

RECT MdiClient::maximized_place(const Window& child) const {
  RECT place = client();
  constexpr DWORD kScrollBars = WS_VSCROLL | WS_HSCROLL;
  AdjustWindowRectEx(&place, child.style & ~kScrollBars, FALSE, child.ex_style);
  return place;
}

// A child's WM_SIZE: the frame lends or takes back its bar; the next of the children takes over
// from one that was minimized.
void MdiClient::child_sized(HWND child, WPARAM how) {
  if (how == SIZE_MAXIMIZED) {
    if (maximized_ != child) set_maximized(child);
  } else if (maximized_ == child && !switching_) {
    set_maximized(nullptr);
  }
  if (!alive()) return;
  if (how == SIZE_MINIMIZED && child == active_) {
    for (const HWND next : child_handles(window)) {
      if (next == child || !has_child(next) || !can_be_active(next) || IsIconic(next)) continue;
      activate(next);
      break;
    }
  }
  if (alive()) update_scroll_bars();
}

}  // namespace transom::user
