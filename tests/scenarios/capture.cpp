// The mouse capture.
#include "kit/scenario.h"

SCENARIO(capture, outside, "The capturing window gets the mouse wherever it is",
         PAGES("inputdev/about-mouse-input"), CHECKS(WM_MOUSEMOVE, WM_LBUTTONDOWN)) {
  const HWND window = show("window", {.style = WS_POPUP});
  show("other", {.style = WS_POPUP, .place = {500, 100, 100, 100}});
  SetActiveWindow(window);
  SetCapture(window);
  move_mouse(510, 120);
  CALL(pump());
  mouse(MOUSEEVENTF_LEFTDOWN);
  mouse(MOUSEEVENTF_LEFTUP);
  CALL(pump());
  CALL(ReleaseCapture());
}

SCENARIO(capture, changed, "Who loses the capture is told who has it now",
         PAGES("inputdev/wm-capturechanged"), CHECKS(WM_CAPTURECHANGED)) {
  const HWND first = show("first", {.style = WS_POPUP});
  const HWND second = show("second", {.style = WS_POPUP});
  CALL(SetCapture(first));
  CALL(SetCapture(second));
  CALL(SetCapture(second));
  CALL(ReleaseCapture());
  CALL(ReleaseCapture());
  CALL(note_focus());
}

SCENARIO(capture, activation_keeps_it, "Activating another window leaves the capture",
         PAGES("inputdev/about-mouse-input"), CHECKS()) {
  ignore_painting();
  const HWND first = show("first", {.style = WS_POPUP});
  const HWND second = show("second", {.style = WS_POPUP});
  SetActiveWindow(first);
  SetCapture(first);
  CALL(SetActiveWindow(second));
  CALL(note_focus());
}
