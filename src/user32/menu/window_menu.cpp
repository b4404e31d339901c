#include "user32/menu/window_menu.h"

#include <algorithm>

#include "base/last_error.h"
#include "user32/lock.h"
#include "user32/menu/menu_template.h"
#include "user32/paint/paint.h"
#include "user32/window/class.h"
#include "user32/window/create.h"
#include "user32/window/window_extras.h"

namespace transom::user {
namespace {

struct SystemItem {
  UINT command;
  const char16_t* text;  // null: a separator
  HBITMAP bitmap;
};

const SystemItem kSystemItems[] = {
    {SC_RESTORE, u"&Restore", HBMMENU_POPUP_RESTORE},
    {SC_MOVE, u"&Move", nullptr},
    {SC_SIZE, u"&Size", nullptr},
    {SC_MINIMIZE, u"Mi&nimize", HBMMENU_POPUP_MINIMIZE},
    {SC_MAXIMIZE, u"Ma&ximize", HBMMENU_POPUP_MAXIMIZE},
    {0, nullptr, nullptr},
    {SC_CLOSE, u"&Close\tAlt+F4", HBMMENU_POPUP_CLOSE},
};

// An MDI child has keys of its own, and a way to its siblings.
const SystemItem kMdiItems[] = {
    {SC_CLOSE, u"&Close\tCtrl+F4", HBMMENU_POPUP_CLOSE},
    {0, nullptr, nullptr},
    {SC_NEXTWINDOW, u"Nex&t\tCtrl+F6", nullptr},
};

MenuItem make_system_item(const SystemItem& from) {
  MenuItem item{.id = from.command};
  if (from.text == nullptr) {
    item.type = MFT_SEPARATOR;
    item.state = MFS_GRAYED;
    return item;
  }
  item.has_text = true;
  item.text = from.text;
  item.bitmap = from.bitmap;
  if (from.command == SC_CLOSE) item.state = MFS_DEFAULT;
  return item;
}

HMENU make_system_menu(const Window& owner) {
  const HMENU handle = create_menu(true);
  const MenuRef menu = find_menu_locked(handle);
  if (!menu) return nullptr;
  menu->system = true;
  menu->owner = owner.handle;
  const auto append = [&](const SystemItem& each) {
    insert_item(*menu, menu->items.size(), make_system_item(each));
  };
  const bool mdi_child = (owner.ex_style & WS_EX_MDICHILD) != 0;
  for (const SystemItem& each : kSystemItems) {
    if (!mdi_child || each.command != SC_CLOSE) append(each);
  }
  if (mdi_child) std::ranges::for_each(kMdiItems, append);
  return handle;
}

void enable(const MenuRef& menu, UINT command, bool enabled) {
  const auto place = find_item(menu, command, MF_BYCOMMAND);
  if (!place) return;
  UINT& state = place->item().state;
  state = enabled ? state & ~static_cast<UINT>(MFS_GRAYED) : state | MFS_GRAYED;
}

LPCWSTR menu_name_of(const WindowClass& window_class) {
  if (!window_class.menu_name.empty()) {
    return reinterpret_cast<LPCWSTR>(window_class.menu_name.c_str());
  }
  return MAKEINTRESOURCEW(window_class.menu_id);
}

}  // namespace

HMENU system_menu_of(Window& window) {
  UserLock lock;
  if ((window.style & WS_SYSMENU) == 0) return nullptr;
  WindowExtras& extras = extras_of(window);
  if (!find_menu_locked(extras.system_menu)) extras.system_menu = make_system_menu(window);
  return extras.system_menu;
}

void update_system_menu(const Window& window) {
  UserLock lock;
  const MenuRef menu = find_menu_locked(window.extras ? window.extras->system_menu : nullptr);
  if (!menu) return;
  const DWORD style = window.style;
  const bool minimized = (style & WS_MINIMIZE) != 0;
  const bool maximized = (style & WS_MAXIMIZE) != 0;
  enable(menu, SC_RESTORE, minimized || maximized);
  enable(menu, SC_MOVE, !maximized);
  enable(menu, SC_SIZE, (style & WS_THICKFRAME) != 0 && !minimized && !maximized);
  enable(menu, SC_MINIMIZE, (style & WS_MINIMIZEBOX) != 0 && !minimized);
  enable(menu, SC_MAXIMIZE, (style & WS_MAXIMIZEBOX) != 0 && !maximized);
}

MenuRef menu_bar_of(const Window& window) {
  if (window.is_child() || window.id_or_menu == 0) return nullptr;
  return find_menu(reinterpret_cast<HMENU>(window.id_or_menu));
}

void destroy_window_menus(Window& window) {
  if (!window.is_child() && window.id_or_menu != 0) {
    destroy_menu(reinterpret_cast<HMENU>(window.id_or_menu));
  }
  if (window.extras && window.extras->system_menu != nullptr) {
    destroy_menu(window.extras->system_menu);
  }
}

HMENU load_class_menu(const WindowClass& window_class, HINSTANCE module) {
  const LPCWSTR name = menu_name_of(window_class);
  if (name == nullptr) return nullptr;
  return LoadMenuW(window_class.module != nullptr ? window_class.module : module, name);
}

}  // namespace transom::user

using namespace transom;

// The menu bar of a window; a child has none, and its identifier is what comes back.
// Last error: ERROR_INVALID_WINDOW_HANDLE.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-getmenu
HMENU WINAPI GetMenu(HWND handle) {
  const user::WindowRef window = user::find_window(handle);
  if (!window) return base::fail<HMENU>(ERROR_INVALID_WINDOW_HANDLE);
  return reinterpret_cast<HMENU>(window->id_or_menu);
}

// Gives a window a menu bar, or none; the old one lives on. Last errors:
// ERROR_INVALID_WINDOW_HANDLE, ERROR_INVALID_MENU_HANDLE, ERROR_CHILD_WINDOW_MENU.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-setmenu
WINBOOL WINAPI SetMenu(HWND handle, HMENU menu) {
  {
    user::UserLock lock;
    user::Window* window = user::find_window_locked(handle);
    if (window == nullptr) return base::fail(ERROR_INVALID_WINDOW_HANDLE);
    if (window->is_child()) return base::fail(ERROR_CHILD_WINDOW_MENU);
    const user::MenuRef bar = user::find_menu_locked(menu);
    if (menu != nullptr && !bar) return base::fail(ERROR_INVALID_MENU_HANDLE);
    window->id_or_menu = reinterpret_cast<UINT_PTR>(menu);
    if (bar) {
      bar->owner = handle;
      user::forget_layout(*bar);
    }
  }
  // What the mouse does next is about the new bar.
  if (GetCapture() == handle) ReleaseCapture();
  SetWindowPos(handle, nullptr, 0, 0, 0, 0,
               SWP_NOSIZE | SWP_NOMOVE | SWP_NOZORDER | SWP_NOACTIVATE | SWP_FRAMECHANGED);
  return TRUE;
}

// The window's copy of the window menu, to be changed; `revert` throws it away and answers null.
// Null without WS_SYSMENU.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-getsystemmenu
HMENU WINAPI GetSystemMenu(HWND handle, WINBOOL revert) {
  user::UserLock lock;
  user::Window* window = user::find_window_locked(handle);
  if (window == nullptr) return base::fail<HMENU>(ERROR_INVALID_WINDOW_HANDLE);
  if (revert == FALSE) return user::system_menu_of(*window);
  if (window->extras && window->extras->system_menu != nullptr) {
    user::destroy_menu(window->extras->system_menu);
    window->extras->system_menu = nullptr;
  }
  return nullptr;
}
