// WM_PARENTNOTIFY.
#include "kit/scenario.h"

SCENARIO(parent_notify, ancestors, "Every ancestor hears of it", PAGES("inputmsg/wm-parentnotify"),
         CHECKS(WM_PARENTNOTIFY)) {
  ignore_painting();
  const HWND frame = show("frame");
  const HWND panel =
      show("panel", {.style = WS_CHILD, .place = {10, 10, 100, 100}, .parent = frame, .id = 5});
  HWND inner = nullptr;
  CALL(inner =
           create("inner", {.style = WS_CHILD, .place = {1, 1, 20, 20}, .parent = panel, .id = 6}));
  CALL(DestroyWindow(inner));
}

SCENARIO(parent_notify, button, "A button that is pressed over a child",
         PAGES("inputmsg/wm-parentnotify"), CHECKS(WM_PARENTNOTIFY, WM_LBUTTONDOWN)) {
  ignore(WM_NCHITTEST);
  ignore(WM_SETCURSOR);
  const HWND frame = show("frame");
  show("child", {.style = WS_CHILD, .place = {10, 10, 100, 100}, .parent = frame, .id = 5});
  move_mouse(150, 170);
  pump();
  click(150, 170);
  CALL(pump());
}

SCENARIO(parent_notify, quiet_child, "Not from a child with WS_EX_NOPARENTNOTIFY",
         PAGES("inputmsg/wm-parentnotify", "winmsg/extended-window-styles"),
         CHECKS(WM_LBUTTONDOWN)) {
  ignore(WM_NCHITTEST);
  ignore(WM_SETCURSOR);
  const HWND frame = show("frame");
  show("child", {.style = WS_CHILD,
                 .ex_style = WS_EX_NOPARENTNOTIFY,
                 .place = {10, 10, 100, 100},
                 .parent = frame,
                 .id = 5});
  move_mouse(150, 170);
  pump();
  click(150, 170);
  CALL(pump());
}
