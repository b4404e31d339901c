// Menus: what CreateMenu makes, a menu bar, a popup or a window menu.
//
// Ownership and lifetime
//  - A menu belongs to the process; any thread may use it, under the USER lock, which every
//  function
//    here takes for itself unless it says otherwise.
//  - DestroyMenu ends the handle and those of the submenus; the object lives until the last MenuRef
//    goes, so that a menu loop may find its menus destroyed by the program's own handlers: `handle`
//    is null then.
//  - Items are values: what points to one is only good while the lock is held.
// https://learn.microsoft.com/windows/win32/menurc/about-menus
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/win32.h"

namespace transom::user {

struct MenuItem {
  UINT type = 0;   // MFT_ bits; not those that follow from the bitmap
  UINT state = 0;  // MFS_ bits
  UINT id = 0;
  HMENU submenu = nullptr;
  HBITMAP checked = nullptr;    // shown instead of the check mark
  HBITMAP unchecked = nullptr;  // shown where the check mark would be
  HBITMAP bitmap = nullptr;     // a bitmap's handle or HBMMENU_
  ULONG_PTR data = 0;
  LPVOID type_data = nullptr;  // what the program gave as text of an owner-drawn item
  bool has_text = false;
  std::u16string text;
  DWORD help_id = 0;

  // Layout, in the coordinates of the menu (the popup's client area, the bar's window).
  RECT rect{};
  SIZE measured{};  // WM_MEASUREITEM's answer, once asked
  bool is_measured = false;

  bool is_separator() const { return (type & MFT_SEPARATOR) != 0; }
  bool is_owner_drawn() const { return (type & MFT_OWNERDRAW) != 0 || bitmap == HBMMENU_CALLBACK; }
  bool is_disabled() const { return (state & MFS_DISABLED) != 0; }
};

// A caption's button in a menu bar: a maximized MDI child's.
inline bool is_bar_button(const MenuItem& item) {
  return item.bitmap == HBMMENU_MBAR_MINIMIZE || item.bitmap == HBMMENU_MBAR_RESTORE ||
         item.bitmap == HBMMENU_MBAR_CLOSE;
}

struct Menu {
  HMENU handle = nullptr;  // null: destroyed
  bool popup = false;
  bool system = false;  // a window's own: choices are WM_SYSCOMMANDs
  std::vector<MenuItem> items;

  DWORD style = 0;  // MNS_
  UINT max_height = 0;
  HBRUSH background = nullptr;
  DWORD help_id = 0;
  ULONG_PTR data = 0;

  HWND owner = nullptr;   // whose bar it is, or who opened it last
  HWND window = nullptr;  // the popup's window while it is open
  int selected = -1;      // the highlighted item while a loop runs

  // Layout.
  SIZE size{};
  int text_left = 0;      // where text begins in a popup's items
  int tab = 0;            // where what follows a tab begins
  int scroll = 0;         // by how much a popup too high for the screen is scrolled
  int laid_out_for = -1;  // the width of the bar
};

using MenuRef = std::shared_ptr<Menu>;

// The menu of a handle; null when there is none.
MenuRef find_menu(HMENU handle);
// The same, the caller holds the lock.
MenuRef find_menu_locked(HMENU handle);

// Null: no handles left (ERROR_NO_MORE_USER_HANDLES).
HMENU create_menu(bool popup);
// Ends the menu and its submenus. False: not a menu.
bool destroy_menu(HMENU handle);

// Where an item is: by position in that menu, by command in it or in one of its submenus.
struct ItemPlace {
  MenuRef menu;
  std::size_t index = 0;
  MenuItem& item() const { return menu->items[index]; }
};

// The caller holds the lock. `flags`: MF_BYPOSITION or MF_BYCOMMAND. A submenu's own item is found
// by its identifier where no plain item has it.
std::optional<ItemPlace> find_item(const MenuRef& menu, UINT which, UINT flags);

// Puts an item before the one at `index`, or last. The caller holds the lock.
void insert_item(Menu& menu, std::size_t index, MenuItem item);
// Takes an item out, and destroys its submenu where `with_submenu`. The caller holds the lock.
void remove_item(Menu& menu, std::size_t index, bool with_submenu);
// The items changed: measure again when next shown. The caller holds the lock.
void forget_layout(Menu& menu);
// Whether `inner` is `outer` or opens from it: a menu must not hold itself. The lock is held.
bool menu_contains(const MenuRef& outer, HMENU inner);

}  // namespace transom::user
