#include "user32/menu/menu.h"

#include <algorithm>

#include "base/handle_table.h"
#include "base/last_error.h"
#include "user32/lock.h"

namespace transom::user {
namespace {

constexpr int kDeepest = 64;  // how deep submenus are followed

base::HandleTable<MenuRef, base::HandleKind::kMenu>& table() {
  static auto* const made = new base::HandleTable<MenuRef, base::HandleKind::kMenu>;
  return *made;
}

HMENU handle_of(std::uint32_t number) {
  return reinterpret_cast<HMENU>(static_cast<std::uintptr_t>(number));
}

bool destroy_locked(HMENU handle, int depth) {
  MenuRef menu = find_menu_locked(handle);
  if (!menu) return false;
  delete table().remove(static_cast<std::uint32_t>(reinterpret_cast<std::uintptr_t>(menu->handle)));
  menu->handle = nullptr;
  for (const MenuItem& item : menu->items) {
    if (item.submenu != nullptr && depth < kDeepest) destroy_locked(item.submenu, depth + 1);
  }
  return true;
}

std::optional<ItemPlace> find_by_command(const MenuRef& menu, UINT id, int depth,
                                         std::optional<ItemPlace>& submenu_item) {
  for (std::size_t i = 0; i < menu->items.size(); ++i) {
    const MenuItem& item = menu->items[i];
    if (item.submenu == nullptr) {
      if (item.id == id) return ItemPlace{menu, i};
      continue;
    }
    if (item.id == id && !submenu_item) submenu_item = ItemPlace{menu, i};
    const MenuRef submenu = depth < kDeepest ? find_menu_locked(item.submenu) : nullptr;
    if (!submenu) continue;
    if (auto found = find_by_command(submenu, id, depth + 1, submenu_item)) return found;
  }
  return std::nullopt;
}

bool contains(const MenuRef& outer, HMENU inner, int depth) {
  if (outer->handle == inner) return true;
  if (depth >= kDeepest) return true;  // too deep is refused, too
  for (const MenuItem& item : outer->items) {
    if (item.submenu == nullptr) continue;
    const MenuRef submenu = find_menu_locked(item.submenu);
    if (submenu && contains(submenu, inner, depth + 1)) return true;
  }
  return false;
}

}  // namespace

MenuRef find_menu_locked(HMENU handle) {
  const MenuRef* entry = table().find(static_cast<const void*>(handle));
  return entry != nullptr ? *entry : nullptr;
}

MenuRef find_menu(HMENU handle) {
  UserLock lock;
  return find_menu_locked(handle);
}

HMENU create_menu(bool popup) {
  UserLock lock;
  auto entry = std::make_unique<MenuRef>(std::make_shared<Menu>());
  const std::uint32_t number = table().insert(entry.get());
  if (number == 0) return base::fail<HMENU>(ERROR_NO_MORE_USER_HANDLES);
  Menu& menu = **entry.release();
  menu.handle = handle_of(number);
  menu.popup = popup;
  return menu.handle;
}

bool destroy_menu(HMENU handle) {
  UserLock lock;
  return destroy_locked(handle, 0);
}

std::optional<ItemPlace> find_item(const MenuRef& menu, UINT which, UINT flags) {
  if ((flags & MF_BYPOSITION) != 0) {
    if (which >= menu->items.size()) return std::nullopt;
    return ItemPlace{menu, which};
  }
  std::optional<ItemPlace> submenu_item;
  auto found = find_by_command(menu, which, 0, submenu_item);
  return found ? found : submenu_item;
}

void insert_item(Menu& menu, std::size_t index, MenuItem item) {
  index = std::min(index, menu.items.size());
  menu.items.insert(menu.items.begin() + static_cast<std::ptrdiff_t>(index), std::move(item));
  forget_layout(menu);
}

void remove_item(Menu& menu, std::size_t index, bool with_submenu) {
  const HMENU submenu = menu.items[index].submenu;
  menu.items.erase(menu.items.begin() + static_cast<std::ptrdiff_t>(index));
  forget_layout(menu);
  if (with_submenu && submenu != nullptr) destroy_locked(submenu, 0);
}

void forget_layout(Menu& menu) {
  menu.laid_out_for = -1;
}

bool menu_contains(const MenuRef& outer, HMENU inner) {
  return contains(outer, inner, 0);
}

}  // namespace transom::user

using namespace transom;

// An empty menu bar. Last error: ERROR_NO_MORE_USER_HANDLES.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-createmenu
HMENU WINAPI CreateMenu() {
  return user::create_menu(false);
}

// An empty drop-down menu, submenu or shortcut menu.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-createpopupmenu
HMENU WINAPI CreatePopupMenu() {
  return user::create_menu(true);
}

// Destroys a menu with its submenus. Last error: ERROR_INVALID_MENU_HANDLE.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-destroymenu
WINBOOL WINAPI DestroyMenu(HMENU menu) {
  return user::destroy_menu(menu) ? TRUE : base::fail(ERROR_INVALID_MENU_HANDLE);
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-ismenu
WINBOOL WINAPI IsMenu(HMENU menu) {
  return user::find_menu(menu) ? TRUE : base::fail(ERROR_INVALID_MENU_HANDLE);
}
