// MENU and MENUEX resources.
//
// The bytes are not trusted: nothing outside them is read, and menus nested deeper than any program
// has them are refused.
// https://learn.microsoft.com/windows/win32/menurc/menuresource
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/win32.h"

namespace transom::user {

struct MenuTemplateItem {
  UINT type = 0;   // MFT_
  UINT state = 0;  // MFS_
  UINT id = 0;
  DWORD help_id = 0;
  bool popup = false;
  std::u16string text;
  std::vector<MenuTemplateItem> items;
};

struct MenuTemplate {
  DWORD help_id = 0;
  std::vector<MenuTemplateItem> items;
};

// Nothing: an unknown version, cut off, or too deep.
std::optional<MenuTemplate> parse_menu_template(std::span<const std::byte> bytes);

// The menu that it describes: a menu bar. Null with the last error set: no handles left.
HMENU build_menu(const MenuTemplate& layout);

}  // namespace transom::user
