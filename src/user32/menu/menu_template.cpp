#include "user32/menu/menu_template.h"

#include "user32/lock.h"
#include "user32/menu/menu.h"
#include "user32/resource/template_reader.h"

namespace transom::user {
namespace {

constexpr int kDeepest = 32;
constexpr WORD kLastItem = 0x80;
constexpr WORD kExtendedPopup = 0x01;

bool read_items(TemplateReader& reader, std::vector<MenuTemplateItem>& items, int depth);

// MENUITEMTEMPLATE: the flags are those of AppendMenu, and one that says nothing is a separator.
// Whether that worked; `last` says whether it ends its menu.
bool read_item(TemplateReader& reader, MenuTemplateItem& item, bool& last, int depth) {
  constexpr WORD kTypes = MF_MENUBREAK | MF_MENUBARBREAK | MF_OWNERDRAW | MF_HELP;
  constexpr WORD kStates = MF_GRAYED | MF_DISABLED | MF_CHECKED;
  const auto option = reader.read<WORD>();
  item.popup = (option & MF_POPUP) != 0;
  item.type = option & kTypes;
  item.state = option & kStates;
  if (!item.popup) item.id = reader.read<WORD>();
  item.text = reader.read_string();
  if (!item.popup && item.text.empty() && item.id == 0) item.type |= MFT_SEPARATOR;
  last = (option & kLastItem) != 0;
  if (reader.failed()) return false;
  return !item.popup || read_items(reader, item.items, depth + 1);
}

bool read_items(TemplateReader& reader, std::vector<MenuTemplateItem>& items, int depth) {
  if (depth > kDeepest) return false;
  for (bool last = false; !last;) {
    MenuTemplateItem item;
    if (!read_item(reader, item, last, depth)) return false;
    items.push_back(std::move(item));
  }
  return true;
}

bool read_extended_items(TemplateReader& reader, std::vector<MenuTemplateItem>& items, int depth);

// MENUEX_TEMPLATE_ITEM. Whether that worked; `last` says whether it ends its menu.
bool read_extended_item(TemplateReader& reader, MenuTemplateItem& item, bool& last, int depth) {
  reader.align();
  item.type = reader.read<DWORD>();
  item.state = reader.read<DWORD>();
  item.id = reader.read<DWORD>();
  const auto flags = reader.read<WORD>();
  item.text = reader.read_string();
  item.popup = (flags & kExtendedPopup) != 0;
  last = (flags & kLastItem) != 0;
  if (item.popup) {
    reader.align();
    item.help_id = reader.read<DWORD>();
  }
  if (reader.failed()) return false;
  return !item.popup || read_extended_items(reader, item.items, depth + 1);
}

bool read_extended_items(TemplateReader& reader, std::vector<MenuTemplateItem>& items, int depth) {
  if (depth > kDeepest) return false;
  for (bool last = false; !last;) {
    MenuTemplateItem item;
    if (!read_extended_item(reader, item, last, depth)) return false;
    items.push_back(std::move(item));
  }
  return true;
}

bool fill_menu(Menu& menu, const std::vector<MenuTemplateItem>& items) {
  for (const MenuTemplateItem& each : items) {
    MenuItem item{.type = each.type, .state = each.state, .id = each.id};
    item.help_id = each.help_id;
    if ((item.type & MFT_SEPARATOR) == 0) {
      item.has_text = true;
      item.text = each.text;
    }
    if (each.popup) {
      item.submenu = create_menu(true);
      const MenuRef submenu = find_menu_locked(item.submenu);
      if (!submenu) return false;
      submenu->help_id = each.help_id;
      if (item.id == 0) item.id = static_cast<UINT>(reinterpret_cast<UINT_PTR>(item.submenu));
      // Put in first, so that a failure deeper down destroys all of it.
      insert_item(menu, menu.items.size(), std::move(item));
      if (!fill_menu(*submenu, each.items)) return false;
    } else {
      insert_item(menu, menu.items.size(), std::move(item));
    }
  }
  return true;
}

}  // namespace

std::optional<MenuTemplate> parse_menu_template(std::span<const std::byte> bytes) {
  MenuTemplate layout;
  TemplateReader reader(bytes);
  const auto version = reader.read<WORD>();
  const auto offset = reader.read<WORD>();
  if (version == 0) {
    reader.take(offset);
    if (reader.failed() || !read_items(reader, layout.items, 0)) return std::nullopt;
    return layout;
  }
  if (version != 1) return std::nullopt;
  if (offset >= sizeof(DWORD)) {
    layout.help_id = reader.read<DWORD>();
    reader.take(offset - sizeof(DWORD));
  } else {
    reader.take(offset);
  }
  if (reader.failed() || !read_extended_items(reader, layout.items, 0)) return std::nullopt;
  return layout;
}

HMENU build_menu(const MenuTemplate& layout) {
  UserLock lock;
  const HMENU handle = create_menu(false);
  const MenuRef menu = find_menu_locked(handle);
  if (!menu) return nullptr;
  menu->help_id = layout.help_id;
  if (fill_menu(*menu, layout.items)) return handle;
  destroy_menu(handle);
  return nullptr;
}

}  // namespace transom::user
