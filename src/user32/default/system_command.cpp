// WM_SYSCOMMAND: the window menu's commands, whoever gives them (menu, caption buttons, keys, the
// program itself). The four low bits of wParam are the system's own.
// https://learn.microsoft.com/windows/win32/menurc/wm-syscommand
#include "user32/default/input_handlers.h"
#include "user32/default/menu_loops.h"
#include "user32/hook/hook.h"
#include "user32/message/send.h"
#include "user32/window/position.h"

namespace transom::user {
namespace {

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
    case SC_KEYMENU:
      if (menu_loops.by_key != nullptr) menu_loops.by_key(window, static_cast<char16_t>(lparam));
      break;
    case SC_MOUSEMENU:
      if (menu_loops.by_mouse != nullptr) {
        menu_loops.by_mouse(window, static_cast<int>(command & 0xF), point_of(lparam));
      }
      break;
    case SC_HOTKEY:
      SetForegroundWindow(reinterpret_cast<HWND>(lparam));
      break;
    default:
      break;
  }
}

LRESULT on_sys_command(Window& window, const DefaultCall& call) {
  const WindowRef keep(&window);
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
