// Alt and F10: the menu bar by keys.
#include "kit/scenario.h"

namespace {

HMENU bar() {
  const HMENU popup = CreatePopupMenu();
  AppendMenuW(popup, MF_STRING, 101, L"&Open");
  AppendMenuW(popup, MF_STRING, 102, L"&Close");
  const HMENU menu = CreateMenu();
  AppendMenuW(menu, MF_POPUP, reinterpret_cast<UINT_PTR>(popup), L"&File");
  AppendMenuW(menu, MF_STRING, 103, L"&Help");
  name_object(menu, "bar");
  name_object(popup, "popup");
  return menu;
}

void quietly() {
  ignore_painting();
  for (const UINT message : {WM_NCHITTEST, WM_SETCURSOR, WM_MOUSEMOVE, WM_ENTERIDLE})
    ignore(message);
}

}  // namespace

SCENARIO(alt_f10, f10_and_escape, "F10 enters the menu bar, Escape leaves it",
         PAGES("menurc/about-menus", "inputdev/wm-syskeydown"),
         CHECKS(WM_SYSKEYDOWN, WM_SYSCOMMAND, WM_ENTERMENULOOP, WM_EXITMENULOOP)) {
  quietly();
  show("frame", {.menu = bar()});
  strike(VK_F10);
  strike(VK_ESCAPE);
  CALL(pump());
}

SCENARIO(alt_f10, alt_alone, "Alt, pressed and released, enters it", PAGES("menurc/about-menus"),
         CHECKS(WM_SYSKEYDOWN, WM_SYSCOMMAND, WM_ENTERMENULOOP)) {
  quietly();
  show("frame", {.menu = bar()});
  strike(VK_MENU);
  strike(VK_ESCAPE);
  CALL(pump());
}

SCENARIO(alt_f10, alt_with_other_key, "Alt with another key does not",
         PAGES("inputdev/wm-syskeyup"), CHECKS(WM_SYSKEYUP)) {
  quietly();
  show("frame", {.menu = bar()});
  on("frame", WM_SYSCHAR, [](HWND, WPARAM, LPARAM) { return 0; });
  key(VK_MENU, true);
  strike('Q');
  key(VK_MENU, false);
  CALL(pump());
}

SCENARIO(alt_f10, mnemonic, "Alt+H chooses the item with that letter",
         PAGES("menurc/about-menus", "inputdev/wm-syschar"),
         CHECKS(WM_SYSCHAR, WM_SYSCOMMAND, WM_COMMAND)) {
  quietly();
  show("frame", {.menu = bar()});
  key(VK_MENU, true);
  strike('H');
  key(VK_MENU, false);
  CALL(pump());
}

SCENARIO(alt_f10, opens_popup, "Alt+F opens the popup, O chooses",
         PAGES("menurc/about-menus", "menurc/wm-initmenupopup"),
         CHECKS(WM_INITMENU, WM_INITMENUPOPUP, WM_MENUSELECT, WM_UNINITMENUPOPUP, WM_COMMAND)) {
  quietly();
  show("frame", {.menu = bar()});
  key(VK_MENU, true);
  strike('F');
  key(VK_MENU, false);
  strike('O');
  CALL(pump());
}

SCENARIO(alt_f10, without_menu, "Without a menu bar Alt opens the window menu's place",
         PAGES("menurc/about-menus"), CHECKS(WM_SYSCOMMAND)) {
  quietly();
  show("frame");
  strike(VK_MENU);
  strike(VK_ESCAPE);
  CALL(pump());
}
