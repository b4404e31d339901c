// Asking for items and their states, checking, enabling, defaults.
#include "base/last_error.h"
#include "base/text.h"
#include "user32/lock.h"
#include "user32/menu/menu.h"

namespace transom::user {
namespace {

constexpr UINT kNone = static_cast<UINT>(-1);

// Runs `work(item)` on an item under the lock; `failure` with the last error set where there is
// none.
template <class Result, class Work>
Result with_item(HMENU handle, UINT which, UINT flags, Result failure, Work&& work) {
  UserLock lock;
  const MenuRef menu = find_menu_locked(handle);
  if (!menu) return base::fail(ERROR_INVALID_MENU_HANDLE, failure);
  const auto place = find_item(menu, which, flags);
  if (!place) return base::fail(ERROR_MENU_ITEM_NOT_FOUND, failure);
  return work(*place);
}

// The flags of an item; for one that opens a submenu, the number of items there in the high byte.
UINT state_of(const MenuItem& item) {
  UINT flags = item.type | item.state;
  if (item.bitmap != nullptr) flags |= MF_BITMAP;
  if (item.submenu == nullptr) return flags;
  const MenuRef submenu = find_menu_locked(item.submenu);
  if (!submenu) return kNone;
  return (flags & 0xFF) | MF_POPUP | static_cast<UINT>(submenu->items.size() & 0xFF) << 8;
}

template <class Character>
int copy_text(std::basic_string_view<Character> text, Character* buffer, int size) {
  if (buffer == nullptr || size == 0) return static_cast<int>(text.size());
  if (size < 0) return 0;
  const std::size_t length = std::min(text.size(), static_cast<std::size_t>(size) - 1);
  std::memcpy(buffer, text.data(), length * sizeof(Character));
  buffer[length] = 0;
  return static_cast<int>(length);
}

int find_default(const MenuRef& menu, WINBOOL by_position, UINT flags, int depth) {
  for (std::size_t i = 0; i < menu->items.size(); ++i) {
    const MenuItem& item = menu->items[i];
    if ((item.state & MFS_DEFAULT) == 0) continue;
    if (item.is_disabled() && (flags & GMDI_USEDISABLED) == 0) return -1;
    if (item.submenu != nullptr && (flags & GMDI_GOINTOPOPUPS) != 0 && depth > 0) {
      const MenuRef submenu = find_menu_locked(item.submenu);
      const int inner = submenu ? find_default(submenu, by_position, flags, depth - 1) : -1;
      if (inner != -1) return inner;
    }
    return by_position != FALSE ? static_cast<int>(i) : static_cast<int>(item.id);
  }
  return -1;
}

}  // namespace
}  // namespace transom::user

using namespace transom;
using user::kNone;
using user::with_item;

// -1 and ERROR_INVALID_MENU_HANDLE where it is none.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-getmenuitemcount
int WINAPI GetMenuItemCount(HMENU handle) {
  user::UserLock lock;
  const user::MenuRef menu = user::find_menu_locked(handle);
  return menu ? static_cast<int>(menu->items.size()) : base::fail(ERROR_INVALID_MENU_HANDLE, -1);
}

// The identifier at a position; -1 for an item that opens a submenu.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-getmenuitemid
UINT WINAPI GetMenuItemID(HMENU menu, int position) {
  return with_item(menu, static_cast<UINT>(position), MF_BYPOSITION, kNone,
                   [](const user::ItemPlace& place) {
                     return place.item().submenu != nullptr ? kNone : place.item().id;
                   });
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-getsubmenu
HMENU WINAPI GetSubMenu(HMENU menu, int position) {
  return with_item(menu, static_cast<UINT>(position), MF_BYPOSITION, HMENU{},
                   [](const user::ItemPlace& place) { return place.item().submenu; });
}

// MF_ flags of an item; the high byte of a submenu's is the number of items there. -1: none such.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-getmenustate
UINT WINAPI GetMenuState(HMENU menu, UINT which, UINT flags) {
  return with_item(menu, which, flags, kNone,
                   [](const user::ItemPlace& place) { return user::state_of(place.item()); });
}

// The length of what was copied, or of the text where there is no buffer. `size` in characters.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-getmenustringw
int WINAPI GetMenuStringW(HMENU menu, UINT which, LPWSTR buffer, int size, UINT flags) {
  if (buffer != nullptr && size > 0) buffer[0] = 0;
  return with_item(menu, which, flags, 0, [&](const user::ItemPlace& place) {
    return user::copy_text<char16_t>(place.item().text, base::as_char16(buffer), size);
  });
}
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-getmenustringa
int WINAPI GetMenuStringA(HMENU menu, UINT which, LPSTR buffer, int size, UINT flags) {
  if (buffer != nullptr && size > 0) buffer[0] = 0;
  return with_item(menu, which, flags, 0, [&](const user::ItemPlace& place) {
    return user::copy_text<char>(base::to_ansi(place.item().text), buffer, size);
  });
}

// The state before: MF_CHECKED or MF_UNCHECKED; -1 where there is no such item.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-checkmenuitem
DWORD WINAPI CheckMenuItem(HMENU menu, UINT which, UINT check) {
  return with_item<DWORD>(menu, which, check, kNone, [&](const user::ItemPlace& place) -> DWORD {
    UINT& state = place.item().state;
    const DWORD before = state & MFS_CHECKED;
    state = (state & ~static_cast<UINT>(MFS_CHECKED)) | (check & MFS_CHECKED);
    return before;
  });
}

// The state before: MF_DISABLED, MF_ENABLED or MF_GRAYED; -1 where there is no such item.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-enablemenuitem
WINBOOL WINAPI EnableMenuItem(HMENU menu, UINT which, UINT enable) {
  constexpr UINT kBits = MF_DISABLED | MF_GRAYED;
  return with_item<WINBOOL>(menu, which, enable, -1, [&](const user::ItemPlace& place) -> WINBOOL {
    UINT& state = place.item().state;
    const auto before = static_cast<WINBOOL>(state & kBits);
    state = (state & ~kBits) | (enable & kBits);
    return before;
  });
}

// Checks one item of a range as a radio button, and unchecks the others.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-checkmenuradioitem
WINBOOL WINAPI CheckMenuRadioItem(HMENU handle, UINT first, UINT last, UINT checked, UINT flags) {
  user::UserLock lock;
  const user::MenuRef menu = user::find_menu_locked(handle);
  if (!menu) return base::fail(ERROR_INVALID_MENU_HANDLE);
  const auto anchor = user::find_item(menu, checked, flags);
  if (!anchor || checked < first || checked > last) {
    return base::fail(ERROR_MENU_ITEM_NOT_FOUND);
  }
  // By command the items are those of the menu that holds the one to check.
  auto& items = anchor->menu->items;
  for (std::size_t i = 0; i < items.size(); ++i) {
    user::MenuItem& item = items[i];
    const UINT number = (flags & MF_BYPOSITION) != 0 ? static_cast<UINT>(i) : item.id;
    if (number < first || number > last || item.is_separator()) continue;
    if (i == anchor->index) {
      item.type |= MFT_RADIOCHECK;
      item.state |= MFS_CHECKED;
    } else {
      item.type &= ~static_cast<UINT>(MFT_RADIOCHECK);
      item.state &= ~static_cast<UINT>(MFS_CHECKED);
    }
  }
  return TRUE;
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-setmenuitembitmaps
WINBOOL WINAPI SetMenuItemBitmaps(HMENU menu, UINT which, UINT flags, HBITMAP unchecked,
                                  HBITMAP checked) {
  return with_item(menu, which, flags, FALSE, [&](const user::ItemPlace& place) {
    place.item().unchecked = unchecked;
    place.item().checked = checked;
    return TRUE;
  });
}

// At most one item of a menu is its default; -1 for none.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-setmenudefaultitem
WINBOOL WINAPI SetMenuDefaultItem(HMENU handle, UINT which, UINT by_position) {
  user::UserLock lock;
  const user::MenuRef menu = user::find_menu_locked(handle);
  if (!menu) return base::fail(ERROR_INVALID_MENU_HANDLE);
  user::MenuItem* chosen = nullptr;
  for (std::size_t i = 0; i < menu->items.size(); ++i) {
    if (which == (by_position != 0 ? static_cast<UINT>(i) : menu->items[i].id)) {
      chosen = &menu->items[i];
      break;
    }
  }
  if (chosen == nullptr && which != kNone) return base::fail(ERROR_MENU_ITEM_NOT_FOUND);
  for (user::MenuItem& item : menu->items) item.state &= ~static_cast<UINT>(MFS_DEFAULT);
  if (chosen != nullptr) chosen->state |= MFS_DEFAULT;
  user::forget_layout(*menu);
  return TRUE;
}

// The default item's identifier or position; -1 where there is none. `flags`: GMDI_.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-getmenudefaultitem
UINT WINAPI GetMenuDefaultItem(HMENU handle, UINT by_position, UINT flags) {
  user::UserLock lock;
  const user::MenuRef menu = user::find_menu_locked(handle);
  if (!menu) return base::fail<UINT>(ERROR_INVALID_MENU_HANDLE, kNone);
  constexpr int kDeepest = 64;
  const int found = user::find_default(menu, by_position != 0, flags, kDeepest);
  return found != -1 ? static_cast<UINT>(found)
                     : base::fail<UINT>(ERROR_MENU_ITEM_NOT_FOUND, kNone);
}

// The size of check mark bitmaps: width in the low word, height in the high one.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-getmenucheckmarkdimensions
LONG WINAPI GetMenuCheckMarkDimensions() {
  return MAKELONG(GetSystemMetrics(SM_CXMENUCHECK), GetSystemMetrics(SM_CYMENUCHECK));
}
