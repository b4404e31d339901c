// EnableWindow.
#include "kit/scenario.h"

SCENARIO(enable, disable_and_enable, "Disabling cancels modes, then tells",
         PAGES("winmsg/wm-enable"), CHECKS(WM_CANCELMODE, WM_ENABLE)) {
  const HWND frame = show("frame");
  CALL(EnableWindow(frame, FALSE));
  CALL(EnableWindow(frame, FALSE));
  CALL(note_focus());
  CALL(EnableWindow(frame, TRUE));
}

SCENARIO(enable, child_with_focus, "A disabled child loses the focus to no window",
         PAGES("winmsg/wm-enable", "inputdev/wm-killfocus"), CHECKS(WM_ENABLE, WM_KILLFOCUS)) {
  const HWND frame = show("frame");
  const HWND child = show("child", {.style = WS_CHILD, .parent = frame});
  SetFocus(child);
  CALL(EnableWindow(child, FALSE));
  CALL(note_focus());
}

SCENARIO(enable, capture_is_lost, "A disabled window loses the capture",
         PAGES("winmsg/wm-cancelmode", "inputdev/wm-capturechanged"),
         CHECKS(WM_CANCELMODE, WM_CAPTURECHANGED)) {
  const HWND frame = show("frame");
  SetCapture(frame);
  CALL(EnableWindow(frame, FALSE));
  CALL(note_focus());
}

SCENARIO(enable, disabled_child_is_transparent, "The parent gets the mouse of a disabled child",
         PAGES("winmsg/wm-enable"), CHECKS(WM_LBUTTONDOWN)) {
  const HWND frame = show("frame", {.style = WS_POPUP, .place = {100, 100, 200, 200}});
  const HWND child = show("child", {.style = WS_CHILD, .place = {50, 50, 50, 50}, .parent = frame});
  EnableWindow(child, FALSE);
  click(170, 170);
  CALL(pump());
}

SCENARIO(enable, disabled_at_creation, "WS_DISABLED at creation tells nothing",
         PAGES("winmsg/window-styles"), CHECKS(WM_CREATE)) {
  const HWND frame = CALL(create("frame", {.style = WS_POPUP | WS_DISABLED | WS_VISIBLE}));
  CALL(note_state(frame));
  CALL(note_focus());
}
