// The text of menus: the menu font, its sizes, mnemonics.
#pragma once

#include <string_view>

#include "base/win32.h"

namespace transom::user {

// The height of a line and the width of text without the '&' that mark mnemonics.
SIZE menu_text_size(std::u16string_view text, bool bold);

struct MenuTextStyle {
  COLORREF color;
  bool bold = false;
  UINT alignment = DT_LEFT;  // DT_LEFT, DT_CENTER, DT_RIGHT
};
// One line, centred in the height of `rect`.
void draw_menu_text(HDC dc, const RECT& rect, std::u16string_view text, const MenuTextStyle& style);

// The character behind the '&' of a text, in lower case; 0 where there is none.
char16_t mnemonic_of(std::u16string_view text);

}  // namespace transom::user
