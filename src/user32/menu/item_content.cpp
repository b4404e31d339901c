#include "user32/menu/item_content.h"

#include "base/text.h"

namespace transom::user {
namespace {

constexpr UINT kTypeBits = MFT_BITMAP | MFT_MENUBARBREAK | MFT_MENUBREAK | MFT_OWNERDRAW |
                           MFT_RADIOCHECK | MFT_SEPARATOR | MFT_RIGHTORDER | MFT_RIGHTJUSTIFY;
constexpr UINT kStateBits = MFS_GRAYED | MFS_CHECKED | MFS_HILITE | MFS_DEFAULT;

void set_text(MenuItem& item, const void* text, Encoding encoding) {
  item.has_text = text != nullptr;
  item.text = text == nullptr                  ? std::u16string{}
              : encoding == Encoding::kUnicode ? std::u16string{static_cast<const char16_t*>(text)}
                                               : base::to_utf16(static_cast<const char*>(text));
}

// MFT_BITMAP, MFT_SEPARATOR, MFT_OWNERDRAW or text: what the pointer is.
void set_content(MenuItem& item, const void* content, Encoding encoding) {
  item.bitmap = nullptr;
  item.type_data = nullptr;
  set_text(item, nullptr, encoding);
  if ((item.type & MFT_BITMAP) != 0) {
    item.bitmap = static_cast<HBITMAP>(const_cast<void*>(content));
    item.type &= ~static_cast<UINT>(MFT_BITMAP);
  } else if ((item.type & (MFT_SEPARATOR | MFT_OWNERDRAW)) != 0) {
    item.type_data = const_cast<void*>(content);
  } else {
    set_text(item, content, encoding);
  }
}

// The numbers of flags, types and states are the same.
void set_flags(MenuItem& item, UINT flags) {
  item.type = flags & kTypeBits;
  item.state = flags & (kStateBits & ~static_cast<UINT>(MFS_DEFAULT));
  if ((flags & MF_SEPARATOR) != 0) item.state |= MFS_GRAYED;
}

void set_id(MenuItem& item, const ClassicItem& given) {
  item.id = static_cast<UINT>(given.id_or_submenu);
  // A dead handle makes an item without a submenu.
  const auto submenu = reinterpret_cast<HMENU>(given.id_or_submenu);
  item.submenu = (given.flags & MF_POPUP) != 0 && find_menu(submenu) ? submenu : nullptr;
}

}  // namespace

MenuItem make_item(const ClassicItem& given) {
  MenuItem item;
  change_item(item, given);
  return item;
}

void change_item(MenuItem& item, const ClassicItem& given) {
  set_flags(item, given.flags);
  set_id(item, given);
  set_content(item, given.content, given.encoding);
  const bool text = (item.type & MFT_OWNERDRAW) == 0 && item.bitmap == nullptr;
  if (text && !item.has_text) {
    item.type |= MFT_SEPARATOR;
    item.state |= MFS_GRAYED;
  }
  if ((item.type & MFT_OWNERDRAW) != 0) item.data = reinterpret_cast<ULONG_PTR>(given.content);
  item.is_measured = false;
}

std::optional<ItemInfo> read_item_info(const void* info, Encoding encoding) {
  if (info == nullptr) return std::nullopt;
  constexpr UINT kOldSize = offsetof(MENUITEMINFOW, hbmpItem);
  UINT size = 0;
  std::memcpy(&size, info, sizeof size);
  if (size != sizeof(MENUITEMINFOW) && size != kOldSize) return std::nullopt;
  ItemInfo result;
  result.encoding = encoding;
  std::memcpy(&result.given, info, size);
  constexpr UINT kNewContent = MIIM_STRING | MIIM_BITMAP | MIIM_FTYPE;
  const UINT mask = result.given.fMask;
  if ((mask & MIIM_TYPE) != 0 && (mask & kNewContent) != 0) return std::nullopt;
  if ((mask & (MIIM_TYPE | MIIM_FTYPE)) != 0 && (result.given.fType & ~kTypeBits) != 0) {
    result.bad_type = true;
  }
  if (size == kOldSize && (mask & MIIM_BITMAP) != 0) return std::nullopt;
  return result;
}

void apply_item_info(MenuItem& item, const ItemInfo& info) {
  const MENUITEMINFOW& given = info.given;
  const UINT mask = given.fMask;
  if ((mask & (MIIM_TYPE | MIIM_FTYPE)) != 0) item.type = given.fType & kTypeBits;
  if ((mask & MIIM_TYPE) != 0) {
    set_content(item, given.dwTypeData, info.encoding);
    const bool text = (item.type & MFT_OWNERDRAW) == 0 && item.bitmap == nullptr;
    if (text && !item.has_text) item.type |= MFT_SEPARATOR;
  }
  item.type &= ~static_cast<UINT>(MFT_BITMAP);
  if ((mask & MIIM_STRING) != 0) set_text(item, given.dwTypeData, info.encoding);
  if ((mask & MIIM_BITMAP) != 0) item.bitmap = given.hbmpItem;
  if ((mask & MIIM_STATE) != 0) item.state = given.fState & kStateBits;
  if ((mask & MIIM_ID) != 0) item.id = given.wID;
  if ((mask & MIIM_SUBMENU) != 0) {
    item.submenu = find_menu_locked(given.hSubMenu) ? given.hSubMenu : nullptr;
  }
  if ((mask & MIIM_DATA) != 0) item.data = given.dwItemData;
  if ((mask & MIIM_CHECKMARKS) != 0) {
    item.checked = given.hbmpChecked;
    item.unchecked = given.hbmpUnchecked;
  }
  item.is_measured = false;
}

}  // namespace transom::user
