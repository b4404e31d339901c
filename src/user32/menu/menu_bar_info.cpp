// GetMenuBarInfo: where a window's menus are, for accessibility clients.
// https://learn.microsoft.com/windows/win32/menurc/about-menus
#include "base/last_error.h"
#include "user32/lock.h"
#include "user32/menu/menu_layout.h"
#include "user32/menu/menu_loop.h"
#include "user32/menu/window_menu.h"

namespace transom::user {
namespace {

// The menu that the window is the popup of.
HMENU popup_in(HWND window) {
  return reinterpret_cast<HMENU>(SendMessageW(window, MN_GETHMENU, 0, 0));
}

HMENU menu_of(Window& window, LONG object) {
  switch (object) {
    case OBJID_CLIENT:
      return popup_in(window.handle);
    case OBJID_MENU:
      return GetMenu(window.handle);
    case OBJID_SYSMENU:
      return find_own_window(window.handle) != nullptr ? system_menu_of(window) : nullptr;
    default:
      return nullptr;
  }
}

RECT place_of(Window& window, LONG object) {
  RECT rect{};
  if (object == OBJID_MENU) return menu_bar_rect(window);
  if (object == OBJID_CLIENT) GetWindowRect(window.handle, &rect);
  return rect;
}

bool is_selected(const MenuRef& menu, LONG item) {
  UserLock lock;
  return item == 0 ? menu->selected >= 0 : menu->selected == item - 1;
}

HMENU submenu(const MenuRef& menu, LONG item) {
  UserLock lock;
  const auto at = static_cast<std::size_t>(item - 1);
  return at < menu->items.size() ? menu->items[at].submenu : nullptr;
}

}  // namespace
}  // namespace transom::user

using namespace transom;
using namespace transom::user;

// The place of a menu bar, an open popup or the window menu, or (from 1 on) of an item of it.
// `hwndMenu` is the window of an item's open submenu. Last errors: ERROR_INVALID_WINDOW_HANDLE,
// ERROR_INVALID_PARAMETER, ERROR_INVALID_MENU_HANDLE where the window has no such menu,
// ERROR_MENU_ITEM_NOT_FOUND.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-getmenubarinfo
WINBOOL WINAPI GetMenuBarInfo(HWND handle, LONG object, LONG item, PMENUBARINFO info) {
  const WindowRef window = find_window(handle);
  if (!window) return base::fail(ERROR_INVALID_WINDOW_HANDLE);
  if (info == nullptr || info->cbSize != sizeof *info || item < 0) {
    return base::fail(ERROR_INVALID_PARAMETER);
  }
  const MenuRef menu = find_menu(menu_of(*window, object));
  if (!menu) return base::fail(ERROR_INVALID_MENU_HANDLE);
  MENUBARINFO answer{};
  answer.cbSize = sizeof answer;
  answer.hMenu = menu->handle;
  if (item == 0) {
    answer.rcBar = place_of(*window, object);
  } else if (!GetMenuItemRect(handle, menu->handle, static_cast<UINT>(item - 1), &answer.rcBar)) {
    return FALSE;
  }
  const MenuRef below = item != 0 ? find_menu(submenu(menu, item)) : nullptr;
  if (below) {
    UserLock lock;
    answer.hwndMenu = below->window;
  }
  answer.fBarFocused = is_selected(menu, 0) ? 1 : 0;
  answer.fFocused = is_selected(menu, item) ? 1 : 0;
  *info = answer;
  return TRUE;
}
