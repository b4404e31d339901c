// The two ways in which programs describe a menu item: flags and a pointer (AppendMenu and its
// company) and MENUITEMINFO, made into changes of a MenuItem.
#pragma once

#include "base/win32.h"
#include "user32/menu/menu.h"
#include "user32/window/window.h"

namespace transom::user {

// AppendMenu's parameters. `content` is text (in `encoding`), a bitmap or data, as `flags` say.
struct ClassicItem {
  UINT flags;
  UINT_PTR id_or_submenu;
  const void* content;
  Encoding encoding;
};
// Null text makes a separator.
MenuItem make_item(const ClassicItem& given);
// ModifyMenu: what it says replaces all but the item's data and check mark bitmaps.
void change_item(MenuItem& item, const ClassicItem& given);

// MENUITEMINFO in either encoding and size, in one form. Empty: bad size or a contradictory mask.
struct ItemInfo {
  MENUITEMINFOW given{};
  Encoding encoding = Encoding::kUnicode;
  bool bad_type = false;  // bits that no type has: for those who set
};
std::optional<ItemInfo> read_item_info(const void* info, Encoding encoding);
// InsertMenuItem and SetMenuItemInfo. The caller holds the lock.
void apply_item_info(MenuItem& item, const ItemInfo& info);

}  // namespace transom::user
