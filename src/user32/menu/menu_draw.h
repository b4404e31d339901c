// Drawing menus, in the classic look.
#pragma once

#include "base/win32.h"
#include "user32/menu/menu.h"
#include "user32/window/window.h"

namespace transom::user {

// The bar within a window context; `bar` in its coordinates.
void draw_menu_bar(Window& window, HDC dc, const RECT& bar);
// All of a popup, its border included.
void draw_popup(const MenuRef& menu, HWND owner, HWND window, HDC dc);
// Draws items again whose highlight has changed.
void redraw_menu_bar(Window& window);

}  // namespace transom::user
