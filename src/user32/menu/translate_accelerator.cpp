// TranslateAccelerator: from a key message to a command.
//
// A command that a menu offers goes the menu's way: WM_INITMENU and WM_INITMENUPOPUP let the
// program bring the item's state up to date, and a disabled item eats the key without a command.
// Nothing of that happens where the window is disabled or minimized or somebody has the mouse
// captured. https://learn.microsoft.com/windows/win32/menurc/about-keyboard-accelerators
#include "base/last_error.h"
#include "user32/input/input_state.h"
#include "user32/lock.h"
#include "user32/menu/accelerator_table.h"
#include "user32/menu/window_menu.h"
#include "user32/message/send.h"
#include "user32/message/thread_state.h"

namespace transom::user {
namespace {

BYTE held_modifiers() {
  BYTE flags = 0;
  if (GetKeyState(VK_SHIFT) < 0) flags |= FSHIFT;
  if (GetKeyState(VK_CONTROL) < 0) flags |= FCONTROL;
  if (GetKeyState(VK_MENU) < 0) flags |= FALT;
  return flags;
}

// A virtual key wants exactly its modifiers; a character has used up Shift and Ctrl already.
bool matches(const ACCEL& entry, const MSG& message) {
  constexpr LPARAM kAltDown = 1 << 29;
  const bool is_key = message.message == WM_KEYDOWN || message.message == WM_SYSKEYDOWN;
  if (entry.key != message.wParam) return false;
  if ((entry.fVirt & FVIRTKEY) != 0) {
    return is_key && (entry.fVirt & (FSHIFT | FCONTROL | FALT)) == held_modifiers();
  }
  const bool alt = (message.lParam & kAltDown) != 0;
  return !is_key && ((entry.fVirt & FALT) != 0) == alt;
}

// Where a command stands in a window's menus.
struct MenuCommand {
  HMENU bar = nullptr;    // the top menu, null: no menu offers it
  HMENU popup = nullptr;  // the menu of the bar that leads there, or the item's own
  int position = 0;       // of that popup
  bool system = false;
};

int position_leading_to(const Menu& menu, UINT command) {
  for (std::size_t i = 0; i < menu.items.size(); ++i) {
    const MenuItem& item = menu.items[i];
    if (item.submenu == nullptr) {
      if (item.id == command) return static_cast<int>(i);
      continue;
    }
    const MenuRef submenu = find_menu_locked(item.submenu);
    if (submenu && find_item(submenu, command, MF_BYCOMMAND)) return static_cast<int>(i);
  }
  return -1;
}

MenuCommand locate(Window& window, UINT command) {
  UserLock lock;
  MenuCommand where;
  if ((window.style & WS_SYSMENU) != 0) {
    const HMENU system = system_menu_of(window);
    const MenuRef menu = find_menu_locked(system);
    if (menu && find_item(menu, command, MF_BYCOMMAND)) {
      return {system, system, 0, true};
    }
  }
  const MenuRef bar = menu_bar_of(window);
  const int position = bar ? position_leading_to(*bar, command) : -1;
  if (position < 0) return where;
  where.bar = bar->handle;
  where.popup = bar->items[static_cast<std::size_t>(position)].submenu;
  where.position = position;
  return where;
}

bool is_disabled(HMENU menu, UINT command) {
  const UINT state = GetMenuState(menu, command, MF_BYCOMMAND);
  return state != static_cast<UINT>(-1) && (state & (MF_DISABLED | MF_GRAYED)) != 0;
}

bool is_disabled_at(HMENU menu, int position) {
  const UINT state = GetMenuState(menu, static_cast<UINT>(position), MF_BYPOSITION);
  return state != static_cast<UINT>(-1) && (state & (MF_DISABLED | MF_GRAYED)) != 0;
}

bool somebody_captures() {
  UserLock lock;
  return current_thread().input->capture != nullptr;
}

// Lets the program update the menu, and asks whether the command may be given.
bool menu_allows(const WindowRef& window, const MenuCommand& where, UINT command) {
  send_message(window->handle, WM_INITMENU, reinterpret_cast<WPARAM>(where.bar), 0);
  if (!window.alive()) return false;
  if (where.popup != nullptr) {
    send_message(window->handle, WM_INITMENUPOPUP, reinterpret_cast<WPARAM>(where.popup),
                 MAKELPARAM(where.position, where.system ? TRUE : FALSE));
    if (!window.alive()) return false;
  }
  if (!where.system && where.popup != nullptr && is_disabled_at(where.bar, where.position)) {
    return false;
  }
  return !is_disabled(where.bar, command);
}

void give_command(const WindowRef& window, UINT command) {
  constexpr WORD kFromAccelerator = 1;
  const MenuCommand where = locate(*window, command);
  const bool in_menu = where.bar != nullptr;
  const DWORD style = window->style;
  if ((style & WS_DISABLED) != 0 || somebody_captures()) return;
  if (in_menu && !where.system && (style & WS_MINIMIZE) != 0) return;
  if (where.system) update_system_menu(*window);
  if (in_menu && !menu_allows(window, where, command)) return;
  const UINT message = where.system ? WM_SYSCOMMAND : WM_COMMAND;
  send_message(window->handle, message, MAKEWPARAM(command, kFromAccelerator),
               where.system ? 0x10000 : 0);
}

int translate(HWND handle, HACCEL table, const MSG* message) {
  if (message == nullptr) return base::fail<int>(ERROR_INVALID_PARAMETER);
  const WindowRef window = find_window(handle);
  if (!window) return base::fail<int>(ERROR_INVALID_WINDOW_HANDLE);
  const Accelerators entries = find_accelerators(table);
  if (!entries) return base::fail<int>(ERROR_INVALID_ACCEL_HANDLE);
  switch (message->message) {
    case WM_KEYDOWN:
    case WM_SYSKEYDOWN:
    case WM_CHAR:
    case WM_SYSCHAR:
      break;
    default:
      return 0;
  }
  for (const ACCEL& entry : *entries) {
    if (!matches(entry, *message)) continue;
    give_command(window, entry.cmd);
    return 1;
  }
  return 0;
}

}  // namespace
}  // namespace transom::user

using namespace transom;

// Nonzero: the message was an accelerator of the table, and WM_COMMAND or WM_SYSCOMMAND has been
// sent and answered where the menu allows it. Last errors: ERROR_INVALID_WINDOW_HANDLE,
// ERROR_INVALID_ACCEL_HANDLE.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-translateacceleratorw
int WINAPI TranslateAcceleratorW(HWND window, HACCEL table, LPMSG message) {
  return user::translate(window, table, message);
}
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-translateacceleratora
int WINAPI TranslateAcceleratorA(HWND window, HACCEL table, LPMSG message) {
  return user::translate(window, table, message);
}
