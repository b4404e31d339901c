// What DefWindowProc does with mouse messages of the client area, and with the pointer's shape.
#include "user32/default/input_handlers.h"
#include "user32/default/menu_loops.h"
#include "user32/hook/shell_hook.h"
#include "user32/input/cursor.h"
#include "user32/input/input.h"
#include "user32/message/send.h"
#include "user32/window/activation.h"
#include "user32/window/class.h"
#include "user32/window/tree.h"

namespace transom::user {
namespace {

WORD cursor_of_frame(int hit) {
  constexpr WORD kArrow = 32512, kNwse = 32642, kNesw = 32643, kWe = 32644, kNs = 32645;
  switch (hit) {
    case HTLEFT:
    case HTRIGHT:
      return kWe;
    case HTTOP:
    case HTBOTTOM:
      return kNs;
    case HTTOPLEFT:
    case HTBOTTOMRIGHT:
      return kNwse;
    case HTTOPRIGHT:
    case HTBOTTOMLEFT:
      return kNesw;
    default:
      return kArrow;
  }
}

bool is_press(UINT message) {
  return message == WM_LBUTTONDOWN || message == WM_RBUTTONDOWN || message == WM_MBUTTONDOWN ||
         message == WM_XBUTTONDOWN;
}

// A press on a disabled window: the popup that disabled it (a message box) comes to the top.
void refuse_press(const Window& window) {
  MessageBeep(MB_OK);
  const HWND popup = GetLastActivePopup(window.handle);
  if (popup != window.handle && popup != GetForegroundWindow()) SetForegroundWindow(popup);
}

// Sent at retrieval of each mouse message that is not captured; the parent decides first. FALSE
// even where the cursor was set, so that a child of a child gets its own class's.
// https://learn.microsoft.com/windows/win32/menurc/wm-setcursor
LRESULT on_set_cursor(Window& window, const DefaultCall& call) {
  const int hit = static_cast<short>(LOWORD(call.lparam));
  if (const HWND parent = parent_of_child(window); parent != nullptr && hit != HTERROR) {
    if (send_message(parent, WM_SETCURSOR, call.wparam, call.lparam) != 0) return TRUE;
    if (window.destroyed) return TRUE;
  }
  if (hit == HTERROR && is_press(HIWORD(call.lparam))) {
    refuse_press(window);
  } else if (hit == HTCLIENT) {
    const HCURSOR cursor = window.window_class->cursor;
    if (cursor != nullptr) SetCursor(cursor);
  } else {
    SetCursor(system_cursor(cursor_of_frame(hit)));
  }
  return FALSE;
}

LRESULT pass_to_parent(Window& window, const DefaultCall& call) {
  const HWND parent = parent_of_child(window);
  return parent != nullptr ? send_message(parent, call.message, call.wparam, call.lparam) : 0;
}

LPARAM to_screen(const Window& window, LPARAM client) {
  POINT point = point_of(client);
  ClientToScreen(window.handle, &point);
  return MAKELPARAM(point.x, point.y);
}

LPARAM screen_position(const Window& window, const DefaultCall& call) {
  return call.message == WM_RBUTTONUP ? to_screen(window, call.lparam) : call.lparam;
}

// The right button came up: a context menu is wanted.
// https://learn.microsoft.com/windows/win32/menurc/wm-contextmenu
LRESULT on_right_button_up(Window& window, const DefaultCall& call) {
  send_message(window, WM_CONTEXTMENU, reinterpret_cast<WPARAM>(window.handle),
               screen_position(window, call));
  return 0;
}

// Child windows pass it to their parents; on a caption it opens the window menu.
// https://learn.microsoft.com/windows/win32/menurc/wm-contextmenu
LRESULT on_context_menu(Window& window, const DefaultCall& call) {
  if (window.is_child()) return pass_to_parent(window, call);
  if (call.lparam == -1 || (window.style & WS_SYSMENU) == 0) return 0;
  const LRESULT hit = send_message(window, WM_NCHITTEST, 0, call.lparam);
  if (window.destroyed || (hit != HTCAPTION && hit != HTSYSMENU)) return 0;
  if (menu_loops.window_menu != nullptr) menu_loops.window_menu(window, point_of(call.lparam));
  return 0;
}

// A fourth or fifth button came up: browsers' way back and forth.
// https://learn.microsoft.com/windows/win32/inputdev/wm-xbuttonup
LRESULT on_x_button_up(Window& window, const DefaultCall& call) {
  const WORD button = HIWORD(call.wparam);
  if (button != XBUTTON1 && button != XBUTTON2) return 0;
  const int command = button == XBUTTON1 ? APPCOMMAND_BROWSER_BACKWARD : APPCOMMAND_BROWSER_FORWARD;
  const WORD keys = call.message == WM_XBUTTONUP ? LOWORD(call.wparam) : WORD{0};
  send_message(window, WM_APPCOMMAND, reinterpret_cast<WPARAM>(window.handle),
               MAKELPARAM(keys, command | FAPPCOMMAND_MOUSE));
  return 0;
}

// Goes up to the top-level window, then to shell hooks.
// https://learn.microsoft.com/windows/win32/inputdev/wm-appcommand
LRESULT on_app_command(Window& window, const DefaultCall& call) {
  if (window.is_child()) return pass_to_parent(window, call);
  return offer_command_to_shell(window, call.wparam, call.lparam);
}

constexpr DefaultEntry kEntries[] = {
    {WM_SETCURSOR, on_set_cursor},        {WM_MOUSEWHEEL, pass_to_parent},
    {WM_MOUSEHWHEEL, pass_to_parent},     {WM_RBUTTONUP, on_right_button_up},
    {WM_NCRBUTTONUP, on_right_button_up}, {WM_CONTEXTMENU, on_context_menu},
    {WM_XBUTTONUP, on_x_button_up},       {WM_NCXBUTTONUP, on_x_button_up},
    {WM_APPCOMMAND, on_app_command},
};

}  // namespace

std::span<const DefaultEntry> mouse_defaults() {
  return kEntries;
}

}  // namespace transom::user
