// The wheel.
#include "kit/scenario.h"

SCENARIO(wheel, to_the_focus,
         "WM_MOUSEWHEEL goes to the window with the focus, in screen coordinates",
         PAGES("inputdev/wm-mousewheel"), CHECKS(WM_MOUSEWHEEL)) {
  const HWND frame = show("frame");
  const HWND child = show("child", {.style = WS_CHILD, .place = {10, 10, 60, 40}, .parent = frame});
  SetFocus(child);
  move_mouse(150, 170);
  pump();
  mouse(MOUSEEVENTF_WHEEL, WHEEL_DELTA);
  CALL(pump());
  mouse(MOUSEEVENTF_WHEEL, static_cast<DWORD>(-2 * WHEEL_DELTA));
  CALL(pump());
}

SCENARIO(wheel, passed_to_parent, "DefWindowProc passes it to the parent",
         PAGES("inputdev/wm-mousewheel"), CHECKS(WM_MOUSEWHEEL)) {
  const HWND frame = show("frame");
  const HWND child = show("child", {.style = WS_CHILD, .place = {10, 10, 60, 40}, .parent = frame});
  SetFocus(child);
  on("child", WM_MOUSEWHEEL, [](HWND, WPARAM, LPARAM) { return 0; });
  move_mouse(150, 170);
  pump();
  mouse(MOUSEEVENTF_WHEEL, WHEEL_DELTA);
  CALL(pump());
}

SCENARIO(wheel, horizontal, "WM_MOUSEHWHEEL", PAGES("inputdev/wm-mousehwheel"),
         CHECKS(WM_MOUSEHWHEEL)) {
  show("frame");
  move_mouse(150, 170);
  pump();
  mouse(MOUSEEVENTF_HWHEEL, WHEEL_DELTA);
  CALL(pump());
}
