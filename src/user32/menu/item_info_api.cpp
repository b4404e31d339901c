// MENUITEMINFO and MENUINFO.
#include "base/last_error.h"
#include "base/text.h"
#include "user32/lock.h"
#include "user32/menu/item_content.h"

namespace transom::user {
namespace {

UINT by(WINBOOL by_position) {
  return by_position != FALSE ? MF_BYPOSITION : MF_BYCOMMAND;
}

// Menu `handle` with a submenu that holds it would never end.
bool makes_a_circle(HMENU handle, const ItemInfo& info) {
  if ((info.given.fMask & MIIM_SUBMENU) == 0) return false;
  const MenuRef submenu = find_menu_locked(info.given.hSubMenu);
  return submenu && menu_contains(submenu, handle);
}

WINBOOL insert(HMENU handle, UINT which, WINBOOL by_position, const void* raw, Encoding encoding) {
  const auto info = read_item_info(raw, encoding);
  if (!info || info->bad_type) return base::fail(ERROR_INVALID_PARAMETER);
  UserLock lock;
  const MenuRef menu = find_menu_locked(handle);
  if (!menu) return base::fail(ERROR_INVALID_MENU_HANDLE);
  const auto place = find_item(menu, which, by(by_position));
  Menu& target = place ? *place->menu : *menu;
  if (makes_a_circle(target.handle, *info)) return base::fail(ERROR_INVALID_PARAMETER);
  MenuItem item;
  apply_item_info(item, *info);
  // "To display nothing" takes an empty string: an item that says nothing at all is a separator.
  if (!item.has_text && item.bitmap == nullptr && (item.type & MFT_OWNERDRAW) == 0) {
    item.type |= MFT_SEPARATOR;
  }
  insert_item(target, place ? place->index : target.items.size(), std::move(item));
  return TRUE;
}

WINBOOL set(HMENU handle, UINT which, WINBOOL by_position, const void* raw, Encoding encoding) {
  const auto info = read_item_info(raw, encoding);
  if (!info || info->bad_type) return base::fail(ERROR_INVALID_PARAMETER);
  UserLock lock;
  const MenuRef menu = find_menu_locked(handle);
  if (!menu) return base::fail(ERROR_INVALID_MENU_HANDLE);
  const auto place = find_item(menu, which, by(by_position));
  if (!place) return base::fail(ERROR_MENU_ITEM_NOT_FOUND);
  if (makes_a_circle(place->menu->handle, *info)) return base::fail(ERROR_INVALID_PARAMETER);
  const HMENU old_submenu = place->item().submenu;
  apply_item_info(place->item(), *info);
  forget_layout(*place->menu);
  if (old_submenu != nullptr && old_submenu != place->item().submenu) destroy_menu(old_submenu);
  return TRUE;
}

// Text into the caller's buffer of `cch` characters; `cch` becomes its length without the final 0,
// or the whole length where there is no buffer.
void give_text(const MenuItem& item, MENUITEMINFOW& out, Encoding encoding) {
  if (encoding == Encoding::kUnicode) {
    const auto length = static_cast<UINT>(item.text.size());
    if (out.dwTypeData == nullptr || out.cch == 0) {
      out.cch = length;
      return;
    }
    out.cch = std::min(length, out.cch - 1);
    std::memcpy(out.dwTypeData, item.text.data(), out.cch * sizeof(WCHAR));
    out.dwTypeData[out.cch] = 0;
    return;
  }
  const std::string text = base::to_ansi(item.text);
  const auto length = static_cast<UINT>(text.size());
  auto* buffer = reinterpret_cast<char*>(out.dwTypeData);
  if (buffer == nullptr || out.cch == 0) {
    out.cch = length;
    return;
  }
  out.cch = std::min(length, out.cch - 1);
  std::memcpy(buffer, text.data(), out.cch);
  buffer[out.cch] = 0;
}

// MIIM_TYPE: a bitmap, or text, or what the program gave for an owner-drawn item.
void give_type(const MenuItem& item, MENUITEMINFOW& out, Encoding encoding) {
  out.fType = item.type;
  out.hbmpItem = item.bitmap;
  if (item.bitmap != nullptr) {
    out.fType |= MFT_BITMAP;
    out.dwTypeData = reinterpret_cast<LPWSTR>(item.bitmap);
    out.cch = 0;
  } else if (item.has_text) {
    give_text(item, out, encoding);
  } else {
    out.dwTypeData = static_cast<LPWSTR>(item.type_data);
    out.cch = 0;
  }
}

void give(const MenuItem& item, MENUITEMINFOW& out, Encoding encoding) {
  const UINT mask = out.fMask;
  if ((mask & MIIM_TYPE) != 0) give_type(item, out, encoding);
  if ((mask & MIIM_FTYPE) != 0) out.fType = item.type;
  if ((mask & MIIM_STRING) != 0) give_text(item, out, encoding);
  if ((mask & MIIM_BITMAP) != 0) out.hbmpItem = item.bitmap;
  if ((mask & MIIM_STATE) != 0) out.fState = item.state;
  if ((mask & MIIM_ID) != 0) out.wID = item.id;
  if ((mask & MIIM_SUBMENU) != 0) out.hSubMenu = item.submenu;
  if ((mask & MIIM_DATA) != 0) out.dwItemData = item.data;
  if ((mask & MIIM_CHECKMARKS) != 0) {
    out.hbmpChecked = item.checked;
    out.hbmpUnchecked = item.unchecked;
  }
}

WINBOOL get(HMENU handle, UINT which, WINBOOL by_position, void* raw, Encoding encoding) {
  auto info = read_item_info(raw, encoding);
  if (!info) return base::fail(ERROR_INVALID_PARAMETER);
  UserLock lock;
  const MenuRef menu = find_menu_locked(handle);
  if (!menu) return base::fail(ERROR_INVALID_MENU_HANDLE);
  const auto place = find_item(menu, which, by(by_position));
  if (!place) return base::fail(ERROR_MENU_ITEM_NOT_FOUND);
  give(place->item(), info->given, encoding);
  std::memcpy(raw, &info->given, info->given.cbSize);
  return TRUE;
}

void apply_menu_info(Menu& menu, const MENUINFO& info) {
  if ((info.fMask & MIM_MAXHEIGHT) != 0) menu.max_height = info.cyMax;
  if ((info.fMask & MIM_BACKGROUND) != 0) menu.background = info.hbrBack;
  if ((info.fMask & MIM_HELPID) != 0) menu.help_id = info.dwContextHelpID;
  if ((info.fMask & MIM_MENUDATA) != 0) menu.data = info.dwMenuData;
  if ((info.fMask & MIM_STYLE) != 0) menu.style = info.dwStyle;
  forget_layout(menu);
}

// What is set for the submenus too does not reach deeper than menus can nest.
void apply_menu_info_deep(const MenuRef& menu, const MENUINFO& info, int depth) {
  apply_menu_info(*menu, info);
  if ((info.fMask & MIM_APPLYTOSUBMENUS) == 0 || depth == 0) return;
  for (const MenuItem& item : menu->items) {
    if (const MenuRef submenu = find_menu_locked(item.submenu)) {
      apply_menu_info_deep(submenu, info, depth - 1);
    }
  }
}

}  // namespace
}  // namespace transom::user

using namespace transom;
using user::Encoding;

// Inserts an item before the one at `which`, last where there is none. Last errors:
// ERROR_INVALID_PARAMETER (cbSize, masks, a submenu that holds the menu),
// ERROR_INVALID_MENU_HANDLE.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-insertmenuitemw
WINBOOL WINAPI InsertMenuItemW(HMENU menu, UINT which, WINBOOL by_position, LPCMENUITEMINFOW info) {
  return user::insert(menu, which, by_position, info, Encoding::kUnicode);
}
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-insertmenuitema
WINBOOL WINAPI InsertMenuItemA(HMENU menu, UINT which, WINBOOL by_position, LPCMENUITEMINFOA info) {
  return user::insert(menu, which, by_position, info, Encoding::kAnsi);
}

// Changes what `fMask` names. Last error: ERROR_MENU_ITEM_NOT_FOUND and those of InsertMenuItem.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-setmenuiteminfow
WINBOOL WINAPI SetMenuItemInfoW(HMENU menu, UINT which, WINBOOL by_position,
                                LPCMENUITEMINFOW info) {
  return user::set(menu, which, by_position, info, Encoding::kUnicode);
}
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-setmenuiteminfoa
WINBOOL WINAPI SetMenuItemInfoA(HMENU menu, UINT which, WINBOOL by_position,
                                LPCMENUITEMINFOA info) {
  return user::set(menu, which, by_position, info, Encoding::kAnsi);
}

// Asks for what `fMask` names. Text is cut to `cch` characters with the final 0, and `cch` becomes
// its length. https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-getmenuiteminfow
WINBOOL WINAPI GetMenuItemInfoW(HMENU menu, UINT which, WINBOOL by_position, LPMENUITEMINFOW info) {
  return user::get(menu, which, by_position, info, Encoding::kUnicode);
}
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-getmenuiteminfoa
WINBOOL WINAPI GetMenuItemInfoA(HMENU menu, UINT which, WINBOOL by_position, LPMENUITEMINFOA info) {
  return user::get(menu, which, by_position, info, Encoding::kAnsi);
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-setmenuinfo
WINBOOL WINAPI SetMenuInfo(HMENU handle, LPCMENUINFO info) {
  if (info == nullptr || info->cbSize != sizeof(MENUINFO)) {
    return base::fail(ERROR_INVALID_PARAMETER);
  }
  user::UserLock lock;
  const user::MenuRef menu = user::find_menu_locked(handle);
  if (!menu) return base::fail(ERROR_INVALID_MENU_HANDLE);
  constexpr int kDeepest = 64;
  user::apply_menu_info_deep(menu, *info, kDeepest);
  return TRUE;
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-getmenuinfo
WINBOOL WINAPI GetMenuInfo(HMENU handle, LPMENUINFO info) {
  if (info == nullptr || info->cbSize != sizeof(MENUINFO)) {
    return base::fail(ERROR_INVALID_PARAMETER);
  }
  user::UserLock lock;
  const user::MenuRef menu = user::find_menu_locked(handle);
  if (!menu) return base::fail(ERROR_INVALID_MENU_HANDLE);
  if ((info->fMask & MIM_MAXHEIGHT) != 0) info->cyMax = menu->max_height;
  if ((info->fMask & MIM_BACKGROUND) != 0) info->hbrBack = menu->background;
  if ((info->fMask & MIM_HELPID) != 0) info->dwContextHelpID = menu->help_id;
  if ((info->fMask & MIM_MENUDATA) != 0) info->dwMenuData = menu->data;
  if ((info->fMask & MIM_STYLE) != 0) info->dwStyle = menu->style;
  return TRUE;
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-setmenucontexthelpid
WINBOOL WINAPI SetMenuContextHelpId(HMENU handle, DWORD help_id) {
  user::UserLock lock;
  const user::MenuRef menu = user::find_menu_locked(handle);
  if (!menu) return base::fail(ERROR_INVALID_MENU_HANDLE);
  menu->help_id = help_id;
  return TRUE;
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-getmenucontexthelpid
DWORD WINAPI GetMenuContextHelpId(HMENU handle) {
  const user::MenuRef menu = user::find_menu(handle);
  return menu ? menu->help_id : base::fail<DWORD>(ERROR_INVALID_MENU_HANDLE);
}
