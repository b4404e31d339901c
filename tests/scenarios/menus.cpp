// Popup menus, and what the owner may answer.
#include "kit/scenario.h"

namespace {

void quietly() {
  ignore_painting();
  for (const UINT message : {WM_NCHITTEST, WM_SETCURSOR, WM_MOUSEMOVE, WM_ENTERIDLE})
    ignore(message);
}

HMENU popup() {
  const HMENU inner = CreatePopupMenu();
  AppendMenuW(inner, MF_STRING, 111, L"&Inner");
  const HMENU menu = CreatePopupMenu();
  AppendMenuW(menu, MF_STRING, 101, L"&First");
  AppendMenuW(menu, MF_STRING | MF_GRAYED, 102, L"&Grayed");
  AppendMenuW(menu, MF_SEPARATOR, 0, nullptr);
  AppendMenuW(menu, MF_POPUP, reinterpret_cast<UINT_PTR>(inner), L"&Sub");
  AppendMenuW(menu, MF_STRING | MF_CHECKED, 104, L"&Last");
  name_object(menu, "menu");
  name_object(inner, "inner");
  return menu;
}

}  // namespace

SCENARIO(menus, chosen_by_key, "TrackPopupMenu: Down, Enter",
         PAGES("menurc/about-menus", "menurc/wm-menuselect"),
         CHECKS(WM_ENTERMENULOOP, WM_INITMENU, WM_INITMENUPOPUP, WM_MENUSELECT, WM_EXITMENULOOP,
                WM_COMMAND)) {
  quietly();
  const HWND frame = show("frame");
  const HMENU menu = popup();
  strike(VK_DOWN);
  strike(VK_RETURN);
  CALL(TrackPopupMenu(menu, 0, 150, 150, 0, frame, nullptr));
  CALL(pump());
}

SCENARIO(menus, return_command, "TPM_RETURNCMD, TPM_NONOTIFY", PAGES("menurc/about-menus"),
         CHECKS()) {
  quietly();
  const HWND frame = show("frame");
  const HMENU menu = popup();
  strike(VK_DOWN);
  strike(VK_RETURN);
  CALL(TrackPopupMenu(menu, TPM_RETURNCMD | TPM_NONOTIFY, 150, 150, 0, frame, nullptr));
}

SCENARIO(menus, escape, "Escape chooses nothing", PAGES("menurc/about-menus"),
         CHECKS(WM_EXITMENULOOP)) {
  quietly();
  const HWND frame = show("frame");
  const HMENU menu = popup();
  strike(VK_ESCAPE);
  CALL(TrackPopupMenu(menu, TPM_RETURNCMD, 150, 150, 0, frame, nullptr));
}

SCENARIO(menus, mnemonic, "A letter chooses", PAGES("menurc/about-menus"), CHECKS(WM_COMMAND)) {
  quietly();
  const HWND frame = show("frame");
  const HMENU menu = popup();
  strike('L');
  CALL(TrackPopupMenu(menu, 0, 150, 150, 0, frame, nullptr));
  CALL(pump());
}

SCENARIO(menus, submenu, "Right opens the submenu",
         PAGES("menurc/wm-initmenupopup", "menurc/wm-uninitmenupopup"),
         CHECKS(WM_INITMENUPOPUP, WM_UNINITMENUPOPUP)) {
  quietly();
  const HWND frame = show("frame");
  const HMENU menu = popup();
  strike('S');
  strike(VK_RETURN);
  CALL(TrackPopupMenu(menu, TPM_RETURNCMD, 150, 150, 0, frame, nullptr));
}

SCENARIO(menus, menu_char, "WM_MENUCHAR: MNC_EXECUTE chooses the item that is answered",
         PAGES("menurc/wm-menuchar"), CHECKS(WM_MENUCHAR)) {
  quietly();
  const HWND frame = show("frame");
  const HMENU menu = popup();
  on("frame", WM_MENUCHAR, [](HWND, WPARAM, LPARAM) { return MAKELRESULT(4, MNC_EXECUTE); });
  strike('Q');
  CALL(TrackPopupMenu(menu, TPM_RETURNCMD, 150, 150, 0, frame, nullptr));
}

SCENARIO(menus, menu_char_close, "WM_MENUCHAR: MNC_CLOSE ends the menu",
         PAGES("menurc/wm-menuchar"), CHECKS(WM_MENUCHAR)) {
  quietly();
  const HWND frame = show("frame");
  const HMENU menu = popup();
  on("frame", WM_MENUCHAR, [](HWND, WPARAM, LPARAM) { return MAKELRESULT(0, MNC_CLOSE); });
  strike('Q');
  CALL(TrackPopupMenu(menu, TPM_RETURNCMD, 150, 150, 0, frame, nullptr));
}

SCENARIO(menus, menu_command, "MNS_NOTIFYBYPOS: WM_MENUCOMMAND", PAGES("menurc/wm-menucommand"),
         CHECKS(WM_MENUCOMMAND)) {
  quietly();
  const HWND frame = show("frame");
  const HMENU menu = popup();
  MENUINFO info{};
  info.cbSize = sizeof info;
  info.fMask = MIM_STYLE;
  info.dwStyle = MNS_NOTIFYBYPOS;
  SetMenuInfo(menu, &info);
  strike(VK_DOWN);
  strike(VK_RETURN);
  CALL(TrackPopupMenu(menu, 0, 150, 150, 0, frame, nullptr));
  CALL(pump());
}

SCENARIO(menus, owner_draw, "An item that the owner draws is measured first",
         PAGES("controls/wm-measureitem", "controls/wm-drawitem"), CHECKS(WM_MEASUREITEM)) {
  quietly();
  const HWND frame = show("frame");
  const HMENU menu = CreatePopupMenu();
  name_object(menu, "menu");
  AppendMenuW(menu, MF_OWNERDRAW, 105, reinterpret_cast<LPCWSTR>(7));
  on("frame", WM_MEASUREITEM, [](HWND, WPARAM, LPARAM lparam) {
    auto& item = *reinterpret_cast<MEASUREITEMSTRUCT*>(lparam);
    note("measure: type %u, item %u, data %d", item.CtlType, item.itemID,
         static_cast<int>(item.itemData));
    item.itemWidth = 60;
    item.itemHeight = 20;
    return TRUE;
  });
  on("frame", WM_DRAWITEM, [](HWND, WPARAM, LPARAM lparam) {
    const auto& item = *reinterpret_cast<DRAWITEMSTRUCT*>(lparam);
    note("draw: type %u, item %u, selected %d", item.CtlType, item.itemID,
         (item.itemState & ODS_SELECTED) != 0);
    return TRUE;
  });
  ignore(WM_DRAWITEM);
  ignore(WM_MEASUREITEM);
  watch(WM_MEASUREITEM);
  strike(VK_ESCAPE);
  CALL(TrackPopupMenu(menu, 0, 150, 150, 0, frame, nullptr));
}

SCENARIO(menus, item_states, "CheckMenuItem, EnableMenuItem answer the state before",
         PAGES("menurc/about-menus"), CHECKS()) {
  const HMENU menu = popup();
  CALL(CheckMenuItem(menu, 101, MF_CHECKED));
  CALL(CheckMenuItem(menu, 101, MF_UNCHECKED));
  CALL(EnableMenuItem(menu, 101, MF_GRAYED));
  CALL(EnableMenuItem(menu, 999, MF_GRAYED));
  CALL(GetMenuItemCount(menu));
  CALL(GetMenuItemID(menu, 3));
  CALL(GetMenuState(menu, 104, MF_BYCOMMAND));
  CALL(DeleteMenu(menu, 101, MF_BYCOMMAND));
  CALL(GetMenuItemCount(menu));
}
