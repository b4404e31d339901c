// How DefWindowProc starts the loops of menus; the menu part fills it in. Null: there are no menus.
#pragma once

#include "base/win32.h"
#include "user32/window/window.h"

namespace transom::user {

struct MenuLoops {
  // SC_KEYMENU: Alt or F10 alone (character 0), a mnemonic, or a space for the window menu.
  void (*by_key)(Window& window, char16_t character) = nullptr;
  // SC_MOUSEMENU: a press on the menu bar (HTMENU) or on the window's icon (HTSYSMENU).
  void (*by_mouse)(Window& window, int hit_test, POINT screen) = nullptr;
  // A right click on the caption: the window menu as a popup there.
  void (*window_menu)(Window& window, POINT screen) = nullptr;
};

inline MenuLoops menu_loops;

}  // namespace transom::user
