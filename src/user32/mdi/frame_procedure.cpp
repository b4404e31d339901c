// DefFrameProc: what an MDI frame window leaves to the system.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-defframeprocw
#include <array>
#include <utility>

#include "base/last_error.h"
#include "base/text.h"
#include "user32/default/default_procedure.h"
#include "user32/mdi/mdi_client.h"
#include "user32/message/send.h"

namespace transom::user {
namespace {

struct FrameCall {
  Window& frame;
  MdiClient& client;
  const DefaultCall& message;

  LRESULT default_action() const { return default_procedure(frame, message); }
};

using FrameHandler = LRESULT (*)(const FrameCall& call);

// A choice in the list of children, or a command of the maximized child's window menu or buttons,
// which stand in the frame's bar: their commands are WM_COMMANDs to the frame.
LRESULT on_command(const FrameCall& call) {
  MdiClient& client = call.client;
  const UINT id = LOWORD(call.message.wparam);
  if (id >= 0xF000 && client.has_maximized() && client.active() != nullptr) {
    send_message(client.active(), WM_SYSCOMMAND, id, call.message.lparam);
    return 0;
  }
  constexpr UINT kMoreWindows = 9;
  const UINT index = id - client.first_id();
  if (id < client.first_id() || index >= client.children().size() || index > kMoreWindows) {
    return call.default_action();
  }
  const HWND child = index == kMoreWindows ? choose_mdi_child(client) : client.child_at(index);
  if (child != nullptr && client.alive()) {
    send_message(client.handle, WM_MDIACTIVATE, reinterpret_cast<WPARAM>(child), 0);
  }
  return 0;
}

// The active child's title bar shows whether the frame is active.
LRESULT on_nc_activate(const FrameCall& call) {
  const WindowRef keep(&call.frame);
  send_message(call.client.handle, WM_NCACTIVATE, call.message.wparam, 0);
  return keep.alive() ? call.default_action() : TRUE;
}

// The frame's own title stands before the maximized child's.
LRESULT on_set_text(const FrameCall& call) {
  if (!call.client.has_maximized()) return call.default_action();
  const LPARAM text = call.message.lparam;
  std::u16string title;
  if (text != 0 && call.message.encoding == Encoding::kAnsi) {
    title = base::to_utf16(reinterpret_cast<const char*>(text));
  } else if (text != 0) {
    title = base::as_char16(reinterpret_cast<const WCHAR*>(text));
  }
  call.client.set_frame_title(std::move(title));
  return TRUE;
}

LRESULT on_set_focus(const FrameCall& call) {
  SetFocus(call.client.handle);
  return 0;
}

// "Resizes the MDI client window to fit in the new frame window's client area."
LRESULT on_size(const FrameCall& call) {
  MoveWindow(call.client.handle, 0, 0, LOWORD(call.message.lparam), HIWORD(call.message.lparam),
             TRUE);
  return 0;
}

// Alt+- opens the window menu of the active child, in the frame's bar where it is maximized.
// https://learn.microsoft.com/windows/win32/menurc/wm-menuchar
LRESULT on_menu_char(const FrameCall& call) {
  const bool of_bar = (HIWORD(call.message.wparam) & (MF_POPUP | MF_SYSMENU)) == 0;
  const HWND active = call.client.active();
  if (!of_bar || LOWORD(call.message.wparam) != '-' || active == nullptr) {
    return call.default_action();
  }
  if (call.client.has_maximized()) return MAKELRESULT(0, MNC_EXECUTE);
  post_message(active, WM_SYSCOMMAND, SC_KEYMENU, '-');
  return MAKELRESULT(0, MNC_CLOSE);
}

// "Control passes from the application's window menu to the window menu of the active child window,
// and then to the first item on the menu bar", and back the same way.
// https://learn.microsoft.com/windows/win32/menurc/wm-nextmenu
LRESULT on_next_menu(const FrameCall& call) {
  auto* next = reinterpret_cast<MDINEXTMENU*>(call.message.lparam);
  const HWND active = call.client.active();
  if (next == nullptr || active == nullptr || IsZoomed(active)) return call.default_action();
  const bool from_window_menu = next->hmenuIn == GetSystemMenu(call.frame.handle, FALSE);
  if (from_window_menu != (call.message.wparam == VK_RIGHT)) return call.default_action();
  next->hmenuNext = GetSystemMenu(active, FALSE);
  next->hwndNext = active;
  return 0;
}

constexpr std::pair<UINT, FrameHandler> kHandlers[] = {
    {WM_COMMAND, on_command},    {WM_NCACTIVATE, on_nc_activate},
    {WM_SETTEXT, on_set_text},   {WM_SETFOCUS, on_set_focus},
    {WM_SIZE, on_size},          {WM_MENUCHAR, on_menu_char},
    {WM_NEXTMENU, on_next_menu},
};

LRESULT frame_procedure(HWND handle, HWND client_handle, const DefaultCall& call) {
  Window* frame = find_own_window(handle);
  if (frame == nullptr) {
    if (!is_window(handle)) base::set_last_error(ERROR_INVALID_WINDOW_HANDLE);
    return 0;
  }
  const WindowRef keep_frame(frame);
  const WindowRef keep_client = find_window(client_handle);
  MdiClient* client = MdiClient::of(client_handle);
  if (client != nullptr) {
    const ControlCallScope scope(*client);
    for (const auto& [message, handler] : kHandlers) {
      if (message == call.message) return handler({*frame, *client, call});
    }
  }
  return default_procedure(*frame, call);
}

}  // namespace
}  // namespace transom::user

using namespace transom::user;

// DefWindowProc for MDI frame windows. Without a client window it is DefWindowProc.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-defframeprocw
LRESULT WINAPI DefFrameProcW(HWND frame, HWND client, UINT message, WPARAM wparam, LPARAM lparam) {
  return frame_procedure(frame, client, {message, wparam, lparam, Encoding::kUnicode});
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-defframeproca
LRESULT WINAPI DefFrameProcA(HWND frame, HWND client, UINT message, WPARAM wparam, LPARAM lparam) {
  return frame_procedure(frame, client, {message, wparam, lparam, Encoding::kAnsi});
}
