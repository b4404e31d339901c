// WM_MOUSEACTIVATE.
#include "kit/scenario.h"

namespace {

void two_windows() {
  show("first", {.style = WS_POPUP, .place = {100, 100, 100, 100}});
  show("second", {.style = WS_POPUP, .place = {300, 100, 100, 100}});
}

void answer(LRESULT result) {
  on("first", WM_MOUSEACTIVATE, [result](HWND, WPARAM, LPARAM) { return result; });
}

}  // namespace

SCENARIO(mouse_activate, by_default, "A press activates by WA_CLICKACTIVE",
         PAGES("inputdev/wm-mouseactivate", "inputdev/wm-activate"),
         CHECKS(WM_MOUSEACTIVATE, WM_ACTIVATE)) {
  ignore_painting();
  two_windows();
  click(150, 150);
  CALL(pump());
  CALL(note_focus());
}

SCENARIO(mouse_activate, no_activate, "MA_NOACTIVATE: the press comes, the activation does not",
         PAGES("inputdev/wm-mouseactivate"), CHECKS(WM_MOUSEACTIVATE, WM_LBUTTONDOWN)) {
  ignore_painting();
  two_windows();
  answer(MA_NOACTIVATE);
  click(150, 150);
  CALL(pump());
  CALL(note_focus());
}

SCENARIO(mouse_activate, and_eat, "MA_ACTIVATEANDEAT: activation without the press",
         PAGES("inputdev/wm-mouseactivate"), CHECKS(WM_MOUSEACTIVATE)) {
  ignore_painting();
  two_windows();
  answer(MA_ACTIVATEANDEAT);
  click(150, 150);
  CALL(pump());
  CALL(note_focus());
}

SCENARIO(mouse_activate, no_activate_and_eat, "MA_NOACTIVATEANDEAT: neither",
         PAGES("inputdev/wm-mouseactivate"), CHECKS(WM_MOUSEACTIVATE)) {
  ignore_painting();
  two_windows();
  answer(MA_NOACTIVATEANDEAT);
  click(150, 150);
  CALL(pump());
  CALL(note_focus());
}

SCENARIO(mouse_activate, child_asks_parent, "DefWindowProc of a child asks its parent",
         PAGES("inputdev/wm-mouseactivate"), CHECKS(WM_MOUSEACTIVATE)) {
  ignore_painting();
  two_windows();
  show("child",
       {.style = WS_CHILD, .place = {0, 0, 80, 80}, .parent = FindWindowW(nullptr, L"first")});
  click(150, 150);
  CALL(pump());
}

SCENARIO(mouse_activate, active_already, "The active window is not asked again",
         PAGES("inputdev/wm-mouseactivate"), CHECKS(WM_LBUTTONDOWN)) {
  two_windows();
  click(350, 150);
  CALL(pump());
}

SCENARIO(mouse_activate, disabled_window, "A press on a disabled window: WM_SETCURSOR with HTERROR",
         PAGES("menurc/wm-setcursor"), CHECKS(WM_SETCURSOR)) {
  const HWND frame = show("frame", {.style = WS_POPUP});
  EnableWindow(frame, FALSE);
  click(150, 150);
  CALL(pump());
}
