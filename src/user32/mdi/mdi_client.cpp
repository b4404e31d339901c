#include "user32/mdi/mdi_client.h"

#include <algorithm>

#include "user32/lock.h"
#include "user32/message/send.h"
#include "user32/window/arrange.h"
#include "user32/window/create.h"
#include "user32/window/position.h"

namespace transom::user {
namespace {

HWND window_in(WPARAM wparam) {
  return reinterpret_cast<HWND>(wparam);
}

// CreateWindowEx with the CLIENTCREATESTRUCT of the program.
// https://learn.microsoft.com/windows/win32/api/winuser/ns-winuser-clientcreatestruct
LRESULT on_create(MdiClient& client, const ControlCall& call) {
  const auto* given = reinterpret_cast<const CREATESTRUCTW*>(call.lparam);
  if (given == nullptr || given->lpCreateParams == nullptr) return -1;
  client.created(static_cast<const CLIENTCREATESTRUCT*>(given->lpCreateParams));
  return 0;
}

// The frame gets its bar and its title back.
LRESULT on_destroy(MdiClient& client, const ControlCall&) {
  client.release_frame();
  return 0;
}

// Children go with their client, without another of them becoming active.
LRESULT on_size(MdiClient& client, const ControlCall& call) {
  const HWND active = client.active();
  if (active != nullptr && IsZoomed(active)) {
    if (Window* child = find_own_window(active)) {
      const RECT place = client.maximized_place(*child);
      set_window_pos(*child, {.x = place.left,
                              .y = place.top,
                              .cx = place.right - place.left,
                              .cy = place.bottom - place.top,
                              .flags = SWP_NOACTIVATE | SWP_NOZORDER});
    }
  } else {
    client.update_scroll_bars();
  }
  if (client.alive() && std::ranges::any_of(client.children(), IsIconic)) {
    ArrangeIconicWindows(client.handle);
  }
  return client.alive() ? client.default_action(call) : 0;
}

LRESULT on_set_focus(MdiClient& client, const ControlCall&) {
  client.focus_active();
  return 0;
}

// The frame becomes active or stops being it: the active child's title bar follows.
// https://learn.microsoft.com/windows/win32/winmsg/wm-mdiactivate
LRESULT on_nc_activate(MdiClient& client, const ControlCall& call) {
  if (const HWND active = client.active()) send_message(active, WM_NCACTIVATE, call.wparam, 0);
  return client.alive() ? client.default_action(call) : TRUE;
}

// A press in a child activates it; a child that is being destroyed hands activation on.
// https://learn.microsoft.com/windows/win32/inputmsg/wm-parentnotify
LRESULT on_parent_notify(MdiClient& client, const ControlCall& call) {
  switch (LOWORD(call.wparam)) {
    case WM_LBUTTONDOWN:
    case WM_RBUTTONDOWN:
    case WM_MBUTTONDOWN:
    case WM_XBUTTONDOWN: {
      const POINT at{static_cast<short>(LOWORD(call.lparam)),
                     static_cast<short>(HIWORD(call.lparam))};
      const HWND child =
          ChildWindowFromPointEx(client.handle, at, CWP_SKIPINVISIBLE | CWP_SKIPDISABLED);
      if (client.has_child(child) && child != client.active()) client.bring_to_top(child);
      return 0;
    }
    case WM_DESTROY:
      client.leave(reinterpret_cast<HWND>(call.lparam));
      return 0;
    default:
      return 0;
  }
}

LRESULT on_horizontal_scroll(MdiClient& client, const ControlCall& call) {
  client.scroll(SB_HORZ, LOWORD(call.wparam));
  return 0;
}

LRESULT on_vertical_scroll(MdiClient& client, const ControlCall& call) {
  client.scroll(SB_VERT, LOWORD(call.wparam));
  return 0;
}

// https://learn.microsoft.com/windows/win32/winmsg/wm-mdicreate
LRESULT on_mdi_create(MdiClient& client, const ControlCall& call) {
  auto* asked = reinterpret_cast<MDICREATESTRUCTW*>(call.lparam);
  if (asked == nullptr || asked->szClass == nullptr) return 0;
  CreateRequest request{.mdi_create = asked};
  request.given = {.lpCreateParams = reinterpret_cast<LPVOID>(asked->lParam),
                   .hInstance = static_cast<HINSTANCE>(asked->hOwner),
                   .hwndParent = client.handle,
                   .cy = asked->cy,
                   .cx = asked->cx,
                   .y = asked->y,
                   .x = asked->x,
                   .style = static_cast<LONG>(asked->style),
                   .lpszName = asked->szTitle,
                   .lpszClass = asked->szClass,
                   .dwExStyle = WS_EX_MDICHILD};
  return reinterpret_cast<LRESULT>(create_window(request));
}

// https://learn.microsoft.com/windows/win32/winmsg/wm-mdidestroy
LRESULT on_mdi_destroy(MdiClient& client, const ControlCall& call) {
  const HWND child = window_in(call.wparam);
  if (!client.has_child(child)) return 0;
  client.leave(child);
  DestroyWindow(child);
  return 0;
}

// https://learn.microsoft.com/windows/win32/winmsg/wm-mdiactivate
LRESULT on_mdi_activate(MdiClient& client, const ControlCall& call) {
  const HWND child = window_in(call.wparam);
  if (client.has_child(child) && child != client.active()) client.bring_to_top(child);
  return 0;
}

// https://learn.microsoft.com/windows/win32/winmsg/wm-mdirestore
LRESULT on_mdi_restore(MdiClient& client, const ControlCall& call) {
  const HWND child = window_in(call.wparam);
  if (client.has_child(child)) ShowWindow(child, SW_SHOWNORMAL);
  return 0;
}

// https://learn.microsoft.com/windows/win32/winmsg/wm-mdimaximize
LRESULT on_mdi_maximize(MdiClient& client, const ControlCall& call) {
  const HWND child = window_in(call.wparam);
  if (client.has_child(child)) ShowWindow(child, SW_SHOWMAXIMIZED);
  return 0;
}

// https://learn.microsoft.com/windows/win32/winmsg/wm-mdinext
LRESULT on_mdi_next(MdiClient& client, const ControlCall& call) {
  const HWND from = call.wparam != 0 ? window_in(call.wparam) : client.active();
  if (client.has_child(from)) {
    client.go(from, call.lparam != 0 ? MdiDirection::kPrevious : MdiDirection::kNext);
  }
  return 0;
}

void restore_maximized(MdiClient& client) {
  if (client.active_is_maximized()) ShowWindow(client.active(), SW_RESTORE);
}

// Cascades and tiles leave the bottom of the client area to minimized children.
RECT area_above_icons(const MdiClient& client) {
  RECT area = client.client();
  if (std::ranges::any_of(client.children(), IsIconic)) {
    area.bottom = std::max<LONG>(area.top, area.bottom - GetSystemMetrics(SM_CYMINSPACING));
  }
  return area;
}

LRESULT arrange(MdiClient& client, const ControlCall& call,
                WORD(WINAPI* how)(HWND, UINT, const RECT*, UINT, const HWND*)) {
  restore_maximized(client);
  if (!client.alive()) return FALSE;
  const RECT area = area_above_icons(client);
  how(client.handle, static_cast<UINT>(call.wparam), &area, 0, nullptr);
  if (client.alive()) ArrangeIconicWindows(client.handle);
  if (client.alive()) client.update_scroll_bars();
  return TRUE;
}

// https://learn.microsoft.com/windows/win32/winmsg/wm-mditile
LRESULT on_mdi_tile(MdiClient& client, const ControlCall& call) {
  return arrange(client, call, TileWindows);
}

// https://learn.microsoft.com/windows/win32/winmsg/wm-mdicascade
LRESULT on_mdi_cascade(MdiClient& client, const ControlCall& call) {
  return arrange(client, call, CascadeWindows);
}

// https://learn.microsoft.com/windows/win32/winmsg/wm-mdiiconarrange
LRESULT on_mdi_icon_arrange(MdiClient& client, const ControlCall&) {
  ArrangeIconicWindows(client.handle);
  return 0;
}

// https://learn.microsoft.com/windows/win32/winmsg/wm-mdigetactive
LRESULT on_mdi_get_active(MdiClient& client, const ControlCall& call) {
  if (auto* maximized = reinterpret_cast<WINBOOL*>(call.lparam)) {
    *maximized = client.active_is_maximized();
  }
  return reinterpret_cast<LRESULT>(client.active());
}

// https://learn.microsoft.com/windows/win32/winmsg/wm-mdisetmenu
LRESULT on_mdi_set_menu(MdiClient& client, const ControlCall& call) {
  return reinterpret_cast<LRESULT>(
      client.set_menus(reinterpret_cast<HMENU>(call.wparam), reinterpret_cast<HMENU>(call.lparam)));
}

// https://learn.microsoft.com/windows/win32/winmsg/wm-mdirefreshmenu
LRESULT on_mdi_refresh_menu(MdiClient& client, const ControlCall&) {
  client.refresh_list();
  return reinterpret_cast<LRESULT>(GetMenu(client.frame()));
}

constexpr ControlEntry<MdiClient> kEntries[] = {
    {WM_CREATE, on_create},
    {WM_DESTROY, on_destroy},
    {WM_SIZE, on_size},
    {WM_SETFOCUS, on_set_focus},
    {WM_NCACTIVATE, on_nc_activate},
    {WM_PARENTNOTIFY, on_parent_notify},
    {WM_HSCROLL, on_horizontal_scroll},
    {WM_VSCROLL, on_vertical_scroll},
    {WM_MDICREATE, on_mdi_create},
    {WM_MDIDESTROY, on_mdi_destroy},
    {WM_MDIACTIVATE, on_mdi_activate},
    {WM_MDIRESTORE, on_mdi_restore},
    {WM_MDINEXT, on_mdi_next},
    {WM_MDIMAXIMIZE, on_mdi_maximize},
    {WM_MDITILE, on_mdi_tile},
    {WM_MDICASCADE, on_mdi_cascade},
    {WM_MDIICONARRANGE, on_mdi_icon_arrange},
    {WM_MDIGETACTIVE, on_mdi_get_active},
    {WM_MDISETMENU, on_mdi_set_menu},
    {WM_MDIREFRESHMENU, on_mdi_refresh_menu},
};

LRESULT CALLBACK procedure(HWND window, UINT message, WPARAM wparam, LPARAM lparam) {
  static const ControlTable<MdiClient> table{{kEntries}};
  return run_control(table, window, message, wparam, lparam);
}

}  // namespace

const SystemClass kMdiClientClass{u"MDICLIENT",
                                  0,
                                  procedure,
                                  2 * sizeof(void*),
                                  MAKEINTRESOURCEW(32512),
                                  reinterpret_cast<HBRUSH>(COLOR_APPWORKSPACE + 1)};

MdiClient* MdiClient::of(HWND handle) {
  const Window* client = find_own_window(handle);
  return client != nullptr ? dynamic_cast<MdiClient*>(client->control) : nullptr;
}

MdiClient* MdiClient::of_child(const Window& child) {
  HWND parent = nullptr;
  {
    UserLock lock;
    if (child.is_child() && child.parent != nullptr) parent = child.parent->handle;
  }
  MdiClient* client = of(parent);
  return client != nullptr && client->has_child(child.handle) ? client : nullptr;
}

bool MdiClient::has_child(HWND child) const {
  return std::ranges::find(children_, child) != children_.end();
}

HWND MdiClient::child_at(std::size_t index) const {
  return index < children_.size() ? children_[index] : nullptr;
}

void MdiClient::created(const CLIENTCREATESTRUCT* given) {
  window_menu_ = static_cast<HMENU>(given->hWindowMenu);
  first_id_ = given->idFirstChild;
  scroll_bars_ = style() & (WS_HSCROLL | WS_VSCROLL);
  UserLock lock;
  window.style |= WS_CLIPCHILDREN;
}

void MdiClient::add(HWND child) {
  if (!has_child(child)) children_.push_back(child);
}

// "Reassigns identifiers when the application destroys a window to keep the range of identifiers
// contiguous."
void MdiClient::forget(HWND child) {
  if (std::erase(children_, child) == 0 || window.destroying) return;
  {
    UserLock lock;
    UINT id = first_id_;
    for (const HWND each : children_) {
      if (Window* other = find_window_locked(each)) other->id_or_menu = id;
      ++id;
    }
  }
  if (active_ == child) active_ = nullptr;
  if (maximized_ == child) set_maximized(nullptr);
  if (alive()) send_message(handle, WM_MDIREFRESHMENU, 0, 0);
}

void MdiClient::leave(HWND child) {
  if (!has_child(child)) return;
  if (child == active_) {
    const HWND next = neighbour(child, MdiDirection::kNext);
    if (next != nullptr && next != child) {
      bring_to_top(next);
    } else {
      ShowWindow(child, SW_HIDE);
      activate(nullptr);
    }
  }
  forget(child);
  if (alive()) update_scroll_bars();
}

RECT MdiClient::next_default_place() {
  return cascade_place(client(), places_++);
}

}  // namespace transom::user
