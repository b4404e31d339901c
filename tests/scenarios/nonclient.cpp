// The frame.
#include "kit/scenario.h"

namespace {

// What lies at a point of the screen.
LRESULT hit(HWND window, int x, int y) {
  return SendMessageW(window, WM_NCHITTEST, 0, MAKELPARAM(x, y));
}

}  // namespace

SCENARIO(nonclient, hit_test, "Where the parts of a frame are", PAGES("inputdev/wm-nchittest"),
         CHECKS()) {
  const HWND frame = show("frame", {.style = WS_OVERLAPPEDWINDOW | WS_VSCROLL | WS_HSCROLL});
  CALL(hit(frame, 101, 101));
  CALL(hit(frame, 250, 101));
  CALL(hit(frame, 399, 150));
  CALL(hit(frame, 399, 299));
  CALL(hit(frame, 110, 110));
  CALL(hit(frame, 250, 112));
  CALL(hit(frame, 390, 112));
  CALL(hit(frame, 370, 112));
  CALL(hit(frame, 352, 112));
  CALL(hit(frame, 390, 200));
  CALL(hit(frame, 200, 290));
  CALL(hit(frame, 390, 290));
  CALL(hit(frame, 200, 200));
  CALL(hit(frame, 50, 50));
}

SCENARIO(nonclient, hit_test_fixed, "A frame that cannot be sized", PAGES("inputdev/wm-nchittest"),
         CHECKS()) {
  const HWND frame = show("frame", {.style = WS_POPUP | WS_CAPTION | WS_SYSMENU});
  CALL(hit(frame, 101, 101));
  CALL(hit(frame, 250, 101));
  CALL(hit(frame, 399, 299));
  CALL(hit(frame, 200, 110));
  CALL(hit(frame, 385, 110));
}

SCENARIO(nonclient, mouse_over_caption, "Mouse messages of the frame come in screen coordinates",
         PAGES("inputdev/wm-ncmousemove"), CHECKS(WM_NCHITTEST, WM_SETCURSOR, WM_NCMOUSEMOVE)) {
  show("frame");
  move_mouse(200, 112);
  CALL(pump());
}

SCENARIO(nonclient, right_click_on_caption, "The right button on the caption asks for a menu",
         PAGES("inputdev/wm-ncrbuttonup", "menurc/wm-contextmenu"),
         CHECKS(WM_NCRBUTTONDOWN, WM_NCRBUTTONUP)) {
  on("frame", WM_CONTEXTMENU, [](HWND, WPARAM, LPARAM) { return 0; });
  show("frame");
  move_mouse(200, 112);
  mouse(MOUSEEVENTF_RIGHTDOWN);
  mouse(MOUSEEVENTF_RIGHTUP);
  CALL(pump());
}

SCENARIO(nonclient, own_hit_test, "The window says what is hit: HTCAPTION for its client area",
         PAGES("inputdev/wm-nchittest"), CHECKS(WM_NCHITTEST, WM_NCMBUTTONDOWN, WM_NCMBUTTONUP)) {
  on("frame", WM_NCHITTEST, [](HWND, WPARAM, LPARAM) { return HTCAPTION; });
  show("frame", {.style = WS_POPUP});
  move_mouse(200, 200);
  mouse(MOUSEEVENTF_MIDDLEDOWN);
  mouse(MOUSEEVENTF_MIDDLEUP);
  CALL(pump());
}

SCENARIO(nonclient, transparent, "HTTRANSPARENT hands the mouse to the window beneath",
         PAGES("inputdev/wm-nchittest"), CHECKS(WM_NCHITTEST, WM_LBUTTONDOWN)) {
  show("below", {.style = WS_POPUP});
  on("above", WM_NCHITTEST, [](HWND, WPARAM, LPARAM) { return HTTRANSPARENT; });
  show("above", {.style = WS_POPUP});
  click(200, 200);
  CALL(pump());
}

SCENARIO(nonclient, active_caption, "WM_NCACTIVATE follows the activation",
         PAGES("winmsg/wm-ncactivate"), CHECKS(WM_NCACTIVATE)) {
  ignore_painting();
  const HWND first = show("first");
  show("second");
  CALL(SetActiveWindow(first));
}
