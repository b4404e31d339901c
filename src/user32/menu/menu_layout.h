// Where the items of menus are.
//
// Items of a bar lie in its own coordinates, (0, 0) being its upper left corner; those of a popup
// in its window's client coordinates. Owner-drawn items are asked for their size (WM_MEASUREITEM),
// so that no lock may be held. https://learn.microsoft.com/windows/win32/menurc/about-menus
#pragma once

#include "base/win32.h"
#include "user32/menu/menu.h"
#include "user32/window/window.h"

namespace transom::user {

inline constexpr int kPopupBorder = 3;

// The bar's height at a width, with as many lines as it takes; 0 for a window without one.
int menu_bar_height(Window& window, int width);
// Sets `size`, `text_left`, `tab` and the items' rectangles.
void lay_out_popup(const MenuRef& menu, HWND owner);

// Where a bar is, in screen coordinates.
RECT menu_bar_rect(Window& window);

// The item at a point of the menu's own coordinates; -1: none. The caller holds the lock.
int item_at(const Menu& menu, POINT point);

// An item of a popup as it is scrolled, in client coordinates.
RECT shown_rect(const Menu& menu, const MenuItem& item);

}  // namespace transom::user
