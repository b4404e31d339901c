// Putting items into menus, changing them and taking them out.
#include "base/last_error.h"
#include "user32/lock.h"
#include "user32/menu/item_content.h"

namespace transom::user {
namespace {

WINBOOL insert(HMENU handle, UINT which, const ClassicItem& given) {
  UserLock lock;
  const MenuRef menu = find_menu_locked(handle);
  if (!menu) return base::fail(ERROR_INVALID_MENU_HANDLE);
  MenuItem item = make_item(given);
  if (item.submenu != nullptr && menu_contains(find_menu_locked(item.submenu), handle)) {
    return base::fail(ERROR_INVALID_PARAMETER);
  }
  // A place that there is not is the end.
  const auto place = find_item(menu, which, given.flags);
  Menu& target = place ? *place->menu : *menu;
  insert_item(target, place ? place->index : target.items.size(), std::move(item));
  return TRUE;
}

WINBOOL modify(HMENU handle, UINT which, const ClassicItem& given) {
  UserLock lock;
  const MenuRef menu = find_menu_locked(handle);
  if (!menu) return base::fail(ERROR_INVALID_MENU_HANDLE);
  const auto place = find_item(menu, which, given.flags);
  if (!place) return base::fail(ERROR_MENU_ITEM_NOT_FOUND);
  MenuItem changed = place->item();
  const HMENU old_submenu = changed.submenu;
  change_item(changed, given);
  const HMENU submenu = changed.submenu;
  if (submenu != nullptr && menu_contains(find_menu_locked(submenu), place->menu->handle)) {
    return base::fail(ERROR_INVALID_PARAMETER);
  }
  place->item() = std::move(changed);
  forget_layout(*place->menu);
  // "If ModifyMenu replaces a menu item that opens a submenu, the old submenu is destroyed."
  if (old_submenu != nullptr && old_submenu != submenu) destroy_menu(old_submenu);
  return TRUE;
}

WINBOOL take_out(HMENU handle, UINT which, UINT flags, bool with_submenu) {
  UserLock lock;
  const MenuRef menu = find_menu_locked(handle);
  if (!menu) return base::fail(ERROR_INVALID_MENU_HANDLE);
  const auto place = find_item(menu, which, flags);
  if (!place) return base::fail(ERROR_MENU_ITEM_NOT_FOUND);
  remove_item(*place->menu, place->index, with_submenu);
  return TRUE;
}

WINBOOL change_classic(HMENU menu, UINT which, const void* content, UINT id, UINT flags,
                       Encoding encoding) {
  const UINT rest = flags & ~static_cast<UINT>(MF_APPEND | MF_DELETE | MF_CHANGE | MF_REMOVE);
  const ClassicItem given{rest, id, content, encoding};
  if ((flags & MF_APPEND) != 0) {
    return insert(menu, UINT_MAX, {rest | MF_BYPOSITION, id, content, encoding});
  }
  if ((flags & MF_DELETE) != 0) return take_out(menu, which, rest, true);
  if ((flags & MF_CHANGE) != 0) return modify(menu, which, given);
  if ((flags & MF_REMOVE) != 0) {
    return take_out(menu, which, (flags & MF_BYPOSITION) != 0 ? rest : rest & ~MF_BYPOSITION,
                    false);
  }
  return insert(menu, which, given);
}

}  // namespace
}  // namespace transom::user

using namespace transom;
using user::ClassicItem;
using user::Encoding;

// Adds an item at the end. `flags`: MF_; `content` is text, a bitmap or data for an owner-drawn
// item. Last error: ERROR_INVALID_MENU_HANDLE.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-appendmenuw
WINBOOL WINAPI AppendMenuW(HMENU menu, UINT flags, UINT_PTR id_or_submenu, LPCWSTR content) {
  return user::insert(menu, UINT_MAX,
                      {flags | MF_BYPOSITION, id_or_submenu, content, Encoding::kUnicode});
}
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-appendmenua
WINBOOL WINAPI AppendMenuA(HMENU menu, UINT flags, UINT_PTR id_or_submenu, LPCSTR content) {
  return user::insert(menu, UINT_MAX,
                      {flags | MF_BYPOSITION, id_or_submenu, content, Encoding::kAnsi});
}

// Adds an item before `which`, by command (MF_BYCOMMAND) or position; at the end where there is no
// such item. https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-insertmenuw
WINBOOL WINAPI InsertMenuW(HMENU menu, UINT which, UINT flags, UINT_PTR id_or_submenu,
                           LPCWSTR content) {
  return user::insert(menu, which, {flags, id_or_submenu, content, Encoding::kUnicode});
}
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-insertmenua
WINBOOL WINAPI InsertMenuA(HMENU menu, UINT which, UINT flags, UINT_PTR id_or_submenu,
                           LPCSTR content) {
  return user::insert(menu, which, {flags, id_or_submenu, content, Encoding::kAnsi});
}

// Replaces an item; destroys the submenu that it had. Last error: ERROR_MENU_ITEM_NOT_FOUND.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-modifymenuw
WINBOOL WINAPI ModifyMenuW(HMENU menu, UINT which, UINT flags, UINT_PTR id_or_submenu,
                           LPCWSTR content) {
  return user::modify(menu, which, {flags, id_or_submenu, content, Encoding::kUnicode});
}
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-modifymenua
WINBOOL WINAPI ModifyMenuA(HMENU menu, UINT which, UINT flags, UINT_PTR id_or_submenu,
                           LPCSTR content) {
  return user::modify(menu, which, {flags, id_or_submenu, content, Encoding::kAnsi});
}

// Deletes an item and destroys its submenu. Last error: ERROR_MENU_ITEM_NOT_FOUND.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-deletemenu
WINBOOL WINAPI DeleteMenu(HMENU menu, UINT which, UINT flags) {
  return user::take_out(menu, which, flags, true);
}
// The same, but the submenu lives on.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-removemenu
WINBOOL WINAPI RemoveMenu(HMENU menu, UINT which, UINT flags) {
  return user::take_out(menu, which, flags, false);
}

// What menus were changed with before there were the functions above: MF_APPEND, MF_DELETE,
// MF_CHANGE, MF_REMOVE, or none of them to insert.
WINBOOL WINAPI ChangeMenuW(HMENU menu, UINT which, LPCWSTR content, UINT id, UINT flags) {
  return user::change_classic(menu, which, content, id, flags, Encoding::kUnicode);
}
WINBOOL WINAPI ChangeMenuA(HMENU menu, UINT which, LPCSTR content, UINT id, UINT flags) {
  return user::change_classic(menu, which, content, id, flags, Encoding::kAnsi);
}
