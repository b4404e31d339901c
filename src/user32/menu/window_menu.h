// The menus of windows: the bar that SetMenu gives, the window menu.
#pragma once

#include "base/win32.h"
#include "user32/menu/menu.h"
#include "user32/window/window.h"

namespace transom::user {

// The window's own copy of the window menu, made on first need; null without WS_SYSMENU.
HMENU system_menu_of(Window& window);
// Enables and greys its items as the window's state allows: before it is shown.
// https://learn.microsoft.com/windows/win32/menurc/wm-initmenupopup
void update_system_menu(const Window& window);
// The menu bar; null for a child and a window without.
MenuRef menu_bar_of(const Window& window);
// The window is being destroyed: its menus go.
void destroy_window_menus(Window& window);

}  // namespace transom::user
