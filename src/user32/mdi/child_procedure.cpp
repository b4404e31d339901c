// DefMDIChildProc: what an MDI child window leaves to the system.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-defmdichildprocw
#include <utility>

#include "base/last_error.h"
#include "user32/default/default_procedure.h"
#include "user32/mdi/mdi_client.h"
#include "user32/message/send.h"

namespace transom::user {
namespace {

struct ChildCall {
  Window& child;
  MdiClient& client;
  const DefaultCall& message;

  LRESULT default_action() const { return child.destroyed ? 0 : default_procedure(child, message); }
};

using ChildHandler = LRESULT (*)(const ChildCall& call);

// The new title goes into the window menu's list, and into the frame's title.
LRESULT on_set_text(const ChildCall& call) {
  const LRESULT result = call.default_action();
  call.client.refresh_list();
  if (call.client.has_maximized()) call.client.show_frame_title();
  return result;
}

// A maximized child's client area fills the MDI client's.
// https://learn.microsoft.com/windows/win32/winmsg/wm-getminmaxinfo
LRESULT on_get_min_max_info(const ChildCall& call) {
  call.default_action();
  auto* info = reinterpret_cast<MINMAXINFO*>(call.message.lparam);
  if (info == nullptr) return 0;
  const RECT place = call.client.maximized_place(call.child);
  info->ptMaxPosition = {place.left, place.top};
  info->ptMaxSize = {place.right - place.left, place.bottom - place.top};
  return 0;
}

LRESULT on_menu_char(const ChildCall& call) {
  const HWND frame = call.client.frame();
  return send_message(frame, WM_MENUCHAR, call.message.wparam, call.message.lparam);
}

LRESULT on_close(const ChildCall& call) {
  send_message(call.client.handle, WM_MDIDESTROY, reinterpret_cast<WPARAM>(call.child.handle), 0);
  return 0;
}

// SetWindowPos: "performs activation processing when MDI child windows are sized, moved, or
// displayed". https://learn.microsoft.com/windows/win32/winmsg/wm-childactivate
LRESULT on_child_activate(const ChildCall& call) {
  call.client.activate(call.child.handle);
  return 0;
}

LRESULT on_set_focus(const ChildCall& call) {
  call.client.activate(call.child.handle);
  return call.default_action();
}

LRESULT on_size(const ChildCall& call) {
  call.client.child_sized(call.child.handle, call.message.wparam);
  return call.default_action();
}

LRESULT on_move(const ChildCall& call) {
  call.client.update_scroll_bars();
  return call.default_action();
}

// https://learn.microsoft.com/windows/win32/menurc/wm-syscommand
LRESULT on_sys_command(const ChildCall& call) {
  const auto child = reinterpret_cast<WPARAM>(call.child.handle);
  switch (call.message.wparam & 0xFFF0) {
    case SC_MOVE:
    case SC_SIZE:
      // A maximized child stays where it is.
      return IsZoomed(call.child.handle) ? 0 : call.default_action();
    case SC_MAXIMIZE:
      return send_message(call.client.handle, WM_MDIMAXIMIZE, child, 0);
    case SC_NEXTWINDOW:
      return send_message(call.client.handle, WM_MDINEXT, child, FALSE);
    case SC_PREVWINDOW:
      return send_message(call.client.handle, WM_MDINEXT, child, TRUE);
    default:
      return call.default_action();
  }
}

// From the child's window menu: to the right the frame's bar, to the left the frame's window menu.
// https://learn.microsoft.com/windows/win32/menurc/wm-nextmenu
LRESULT on_next_menu(const ChildCall& call) {
  auto* next = reinterpret_cast<MDINEXTMENU*>(call.message.lparam);
  if (next == nullptr) return 0;
  const HWND frame = call.client.frame();
  next->hwndNext = frame;
  next->hmenuNext = call.message.wparam == VK_RIGHT ? GetMenu(frame) : GetSystemMenu(frame, FALSE);
  return 0;
}

LRESULT on_nc_destroy(const ChildCall& call) {
  const LRESULT result = call.default_action();
  call.client.forget(call.child.handle);
  return result;
}

constexpr std::pair<UINT, ChildHandler> kHandlers[] = {
    {WM_SETTEXT, on_set_text},
    {WM_GETMINMAXINFO, on_get_min_max_info},
    {WM_MENUCHAR, on_menu_char},
    {WM_CLOSE, on_close},
    {WM_CHILDACTIVATE, on_child_activate},
    {WM_SETFOCUS, on_set_focus},
    {WM_SIZE, on_size},
    {WM_MOVE, on_move},
    {WM_SYSCOMMAND, on_sys_command},
    {WM_NEXTMENU, on_next_menu},
    {WM_NCDESTROY, on_nc_destroy},
};

LRESULT child_procedure(HWND handle, const DefaultCall& call) {
  Window* child = find_own_window(handle);
  if (child == nullptr) {
    if (!is_window(handle)) base::set_last_error(ERROR_INVALID_WINDOW_HANDLE);
    return 0;
  }
  const WindowRef keep(child);
  if (MdiClient* client = MdiClient::of_child(*child)) {
    const ControlCallScope scope(*client);
    for (const auto& [message, handler] : kHandlers) {
      if (message == call.message) return handler({*child, *client, call});
    }
  }
  return default_procedure(*child, call);
}

}  // namespace
}  // namespace transom::user

using namespace transom::user;

// DefWindowProc for MDI child windows, whose parent is of the class MDICLIENT.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-defmdichildprocw
LRESULT WINAPI DefMDIChildProcW(HWND window, UINT message, WPARAM wparam, LPARAM lparam) {
  return child_procedure(window, {message, wparam, lparam, Encoding::kUnicode});
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-defmdichildproca
LRESULT WINAPI DefMDIChildProcA(HWND window, UINT message, WPARAM wparam, LPARAM lparam) {
  return child_procedure(window, {message, wparam, lparam, Encoding::kAnsi});
}
