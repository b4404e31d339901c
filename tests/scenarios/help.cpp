// F1 and WM_HELP.
#include "kit/scenario.h"

SCENARIO(help, f1, "F1 is WM_HELP of the focus, handed to its parents", PAGES("shell/wm-help"),
         CHECKS(WM_HELP)) {
  const HWND frame = show("frame");
  SetFocus(show("child", {.style = WS_CHILD, .place = {10, 10, 50, 50}, .parent = frame, .id = 9}));
  move_mouse(500, 500);
  pump();
  strike(VK_F1);
  CALL(pump());
}

SCENARIO(help, kept_by_child, "A child that answers keeps it", PAGES("shell/wm-help"),
         CHECKS(WM_HELP)) {
  const HWND frame = show("frame");
  on("child", WM_HELP, [](HWND, WPARAM, LPARAM) { return TRUE; });
  SetFocus(show("child", {.style = WS_CHILD, .place = {10, 10, 50, 50}, .parent = frame, .id = 9}));
  move_mouse(500, 500);
  pump();
  strike(VK_F1);
  CALL(pump());
}
