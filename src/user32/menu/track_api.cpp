// Popups of the program's own, and where items are on the screen.
#include "base/last_error.h"
#include "user32/lock.h"
#include "user32/menu/menu_draw.h"
#include "user32/menu/menu_layout.h"
#include "user32/menu/menu_loop.h"
#include "user32/menu/window_menu.h"

namespace transom::user {
namespace {

// Where a menu is shown: screen coordinates of its origin. Nothing where it is not.
std::optional<POINT> origin_of(HWND handle, const MenuRef& menu) {
  HWND popup;
  {
    UserLock lock;
    popup = menu->window;
  }
  if (popup != nullptr) {
    RECT rect{};
    GetWindowRect(popup, &rect);
    return POINT{rect.left, rect.top};
  }
  const WindowRef window = find_window(handle);
  if (!window || menu_bar_of(*window) != menu) return std::nullopt;
  const RECT bar = menu_bar_rect(*window);
  return POINT{bar.left, bar.top};
}

bool is_shown(const MenuRef& menu) {
  UserLock lock;
  return menu->window != nullptr;
}

}  // namespace
}  // namespace transom::user

using namespace transom;

// Shows a popup and runs it until a choice. `flags`: TPM_; screen coordinates; the popup keeps off
// `params->rcExclude`. With TPM_RETURNCMD the identifier that was chosen or 0, else whether it was
// shown. Last errors: ERROR_INVALID_MENU_HANDLE, ERROR_INVALID_WINDOW_HANDLE,
// ERROR_INVALID_PARAMETER, ERROR_POPUP_ALREADY_ACTIVE.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-trackpopupmenuex
WINBOOL WINAPI TrackPopupMenuEx(HMENU handle, UINT flags, int x, int y, HWND owner,
                                LPTPMPARAMS params) {
  if (params != nullptr && params->cbSize != sizeof(TPMPARAMS)) {
    return base::fail(ERROR_INVALID_PARAMETER);
  }
  const user::MenuRef menu = user::find_menu(handle);
  if (!menu) return base::fail(ERROR_INVALID_MENU_HANDLE);
  user::Window* window = user::find_own_window(owner);
  if (window == nullptr) return base::fail(ERROR_INVALID_WINDOW_HANDLE);
  const bool nested = (flags & TPM_RECURSE) != 0;
  if (user::is_shown(menu) || (user::MenuLoop::current() != nullptr && !nested)) {
    return base::fail(ERROR_POPUP_ALREADY_ACTIVE);
  }
  return user::track_popup(*window, menu, flags, {x, y},
                           params != nullptr ? &params->rcExclude : nullptr);
}

// The same without a rectangle to keep off; the last one is ignored.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-trackpopupmenu
WINBOOL WINAPI TrackPopupMenu(HMENU menu, UINT flags, int x, int y, int, HWND owner, const RECT*) {
  return TrackPopupMenuEx(menu, flags, x, y, owner, nullptr);
}

// Ends the calling thread's menu.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-endmenu
WINBOOL WINAPI EndMenu() {
  user::MenuLoop* loop = user::MenuLoop::current();
  if (loop == nullptr) return FALSE;
  loop->end();
  return TRUE;
}

// An item's rectangle on the screen, of a bar or of a popup that is open. One that is not open has
// the place that it had in its menu last, empty before the first time, counted from the window's
// client area; without a window it has none. Observed: programs ask while a popup opens.
// Last errors: ERROR_INVALID_PARAMETER, ERROR_INVALID_MENU_HANDLE, ERROR_MENU_ITEM_NOT_FOUND.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-getmenuitemrect
WINBOOL WINAPI GetMenuItemRect(HWND window, HMENU handle, UINT index, LPRECT rect) {
  if (rect == nullptr) return base::fail(ERROR_INVALID_PARAMETER);
  const user::MenuRef menu = user::find_menu(handle);
  if (!menu) return base::fail(ERROR_INVALID_MENU_HANDLE);
  auto origin = user::origin_of(window, menu);
  if (POINT client{}; !origin && ClientToScreen(window, &client)) origin = client;
  user::UserLock lock;
  if (!origin || index >= menu->items.size()) return base::fail(ERROR_MENU_ITEM_NOT_FOUND);
  *rect = user::shown_rect(*menu, menu->items[index]);
  OffsetRect(rect, origin->x, origin->y);
  return TRUE;
}

// The position of the item at a point of the screen; -1: none.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-menuitemfrompoint
int WINAPI MenuItemFromPoint(HWND window, HMENU handle, POINT point) {
  const user::MenuRef menu = user::find_menu(handle);
  if (!menu) return base::fail(ERROR_INVALID_MENU_HANDLE, -1);
  const auto origin = user::origin_of(window, menu);
  if (!origin) return -1;
  user::UserLock lock;
  return user::item_at(*menu, {point.x - origin->x, point.y - origin->y});
}

// Highlights an item of a bar or not (MF_HILITE, MF_UNHILITE). Last errors:
// ERROR_INVALID_WINDOW_HANDLE, ERROR_INVALID_MENU_HANDLE, ERROR_MENU_ITEM_NOT_FOUND.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-hilitemenuitem
WINBOOL WINAPI HiliteMenuItem(HWND window, HMENU handle, UINT which, UINT flags) {
  if (!user::is_window(window)) return base::fail(ERROR_INVALID_WINDOW_HANDLE);
  {
    user::UserLock lock;
    const user::MenuRef menu = user::find_menu_locked(handle);
    if (!menu) return base::fail(ERROR_INVALID_MENU_HANDLE);
    const auto place = user::find_item(menu, which, flags);
    if (!place) return base::fail(ERROR_MENU_ITEM_NOT_FOUND);
    UINT& state = place->item().state;
    state = (state & ~static_cast<UINT>(MFS_HILITE)) | (flags & MF_HILITE);
  }
  if (user::Window* own = user::find_own_window(window)) user::redraw_menu_bar(*own);
  return TRUE;
}
