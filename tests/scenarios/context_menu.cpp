// WM_CONTEXTMENU.
#include "kit/scenario.h"

SCENARIO(context_menu, right_button, "DefWindowProc makes it from WM_RBUTTONUP",
         PAGES("menurc/wm-contextmenu"), CHECKS(WM_RBUTTONUP, WM_CONTEXTMENU)) {
  on("window", WM_CONTEXTMENU, [](HWND, WPARAM, LPARAM) { return 0; });
  show("window", {.style = WS_POPUP});
  move_mouse(150, 170);
  mouse(MOUSEEVENTF_RIGHTDOWN);
  mouse(MOUSEEVENTF_RIGHTUP);
  CALL(pump());
}

SCENARIO(context_menu, passed_up, "DefWindowProc of a child passes it to the parent",
         PAGES("menurc/wm-contextmenu"), CHECKS(WM_CONTEXTMENU)) {
  on("frame", WM_CONTEXTMENU, [](HWND, WPARAM, LPARAM) { return 0; });
  const HWND frame = show("frame", {.style = WS_POPUP});
  show("child", {.style = WS_CHILD, .place = {10, 10, 60, 40}, .parent = frame});
  ignore(WM_NCHITTEST);
  ignore(WM_SETCURSOR);
  move_mouse(130, 130);
  mouse(MOUSEEVENTF_RIGHTDOWN);
  mouse(MOUSEEVENTF_RIGHTUP);
  CALL(pump());
}

SCENARIO(context_menu, shift_f10, "Shift+F10: no position", PAGES("menurc/wm-contextmenu"),
         CHECKS(WM_SYSKEYDOWN, WM_CONTEXTMENU)) {
  on("window", WM_CONTEXTMENU, [](HWND, WPARAM, LPARAM) { return 0; });
  show("window", {.style = WS_POPUP});
  key(VK_SHIFT, true);
  strike(VK_F10);
  key(VK_SHIFT, false);
  CALL(pump());
}

SCENARIO(context_menu, menu_key, "The menu key, when it is released",
         PAGES("menurc/wm-contextmenu"), CHECKS(WM_KEYUP, WM_CONTEXTMENU)) {
  on("window", WM_CONTEXTMENU, [](HWND, WPARAM, LPARAM) { return 0; });
  show("window", {.style = WS_POPUP});
  strike(VK_APPS);
  CALL(pump());
}
