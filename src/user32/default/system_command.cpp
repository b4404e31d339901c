// WM_SYSCOMMAND: the window menu's commands, whoever gives them (menu, caption buttons, keys, the
// program itself). The four low bits of wParam are the system's own.
// https://learn.microsoft.com/windows/win32/menurc/wm-syscommand
#include "user32/control/scroll_tracking.h"
#include "user32/default/frame_tracking.h"
#include "user32/default/input_handlers.h"
#include "user32/default/menu_loops.h"
#include "user32/hook/hook.h"
#include "user32/hook/shell_hook.h"
#include "user32/message/send.h"
#include "user32/window/position.h"

namespace transom::user {
namespace {

bool can_be_active(HWND window) {
  return IsWindowVisible(window) && IsWindowEnabled(window) &&
         (GetWindowLongPtrW(window, GWL_EXSTYLE) & (WS_EX_NOACTIVATE | WS_EX_TOOLWINDOW)) == 0;
}

// Alt+Esc: the next of the top-level windows; the one that was active goes to the bottom.
void activate_neighbour(Window& window, UINT direction) {
  const HWND from = GetAncestor(window.handle, GA_ROOT);
  HWND next = from;
  do {
    next = GetWindow(next, direction);
    if (next == nullptr)
      next = GetWindow(from, direction == GW_HWNDNEXT ? GW_HWNDFIRST : GW_HWNDLAST);
  } while (next != nullptr && next != from && !can_be_active(next));
  if (next == nullptr || next == from) return;
  if (direction == GW_HWNDNEXT) {
    SetWindowPos(from, HWND_BOTTOM, 0, 0, 0, 0, SWP_NOMOVE | SWP_NOSIZE | SWP_NOACTIVATE);
  }
  SetForegroundWindow(next);
}

// "The system will bring the window's last active popup (if it exists) or the window itself to the
// foreground." https://learn.microsoft.com/windows/win32/inputdev/wm-sethotkey
void activate_by_hot_key(HWND window) {
  const HWND popup = GetLastActivePopup(window);
  SetForegroundWindow(popup != nullptr ? popup : window);
}

void perform(Window& window, WPARAM command, LPARAM lparam) {
  switch (command & 0xFFF0) {
    case SC_CLOSE:
      send_message(window, WM_CLOSE, 0, 0);
      break;
    case SC_MINIMIZE:
      show_window(window, SW_MINIMIZE);
      break;
    case SC_MAXIMIZE:
      show_window(window, SW_MAXIMIZE);
      break;
    case SC_RESTORE:
      show_window(window, SW_RESTORE);
      break;
    case SC_MOVE:
    case SC_SIZE:
      move_or_size(window, command, point_of(lparam));
      break;
    case SC_CONTEXTHELP:
      find_help(window);
      break;
    case SC_HSCROLL:
      track_scroll_bar(window, SB_HORZ, point_of(lparam));
      break;
    case SC_VSCROLL:
      track_scroll_bar(window, SB_VERT, point_of(lparam));
      break;
    case SC_NEXTWINDOW:
      activate_neighbour(window, GW_HWNDNEXT);
      break;
    case SC_PREVWINDOW:
      activate_neighbour(window, GW_HWNDPREV);
      break;
    case SC_KEYMENU:
      if (menu_loops.by_key != nullptr) menu_loops.by_key(window, static_cast<char16_t>(lparam));
      break;
    case SC_MOUSEMENU:
      if (menu_loops.by_mouse != nullptr) {
        menu_loops.by_mouse(window, static_cast<int>(command & 0xF), point_of(lparam));
      }
      break;
    case SC_TASKLIST:
      ask_shell_for_task_list();
      break;
    case SC_HOTKEY:
      activate_by_hot_key(reinterpret_cast<HWND>(lparam));
      break;
    default:
      break;
  }
}

LRESULT on_sys_command(Window& window, const DefaultCall& call) {
  const WindowRef keep(&window);
  // "Does not receive input": nor the commands that come of it.
  if ((window.style & WS_DISABLED) != 0) return 0;
  if (cbt_refuses(HCBT_SYSCOMMAND, call.wparam, call.lparam)) return 0;
  if (!window.destroyed) perform(window, call.wparam, call.lparam);
  return 0;
}

constexpr DefaultEntry kEntries[] = {{WM_SYSCOMMAND, on_sys_command}};

}  // namespace

std::span<const DefaultEntry> system_command_defaults() {
  return kEntries;
}

}  // namespace transom::user
