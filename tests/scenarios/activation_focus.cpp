// Active window, foreground and keyboard focus.
#include "kit/scenario.h"

namespace {

HWND popup(const char* name, int x) {
  return show(name, {.style = WS_POPUP, .place = {x, 100, 100, 100}});
}

HWND child_of(HWND frame, const char* name) {
  return show(name, {.style = WS_CHILD, .place = {10, 10, 60, 40}, .parent = frame});
}

}  // namespace

SCENARIO(activation_focus, set_active, "SetActiveWindow brings the window to the top",
         PAGES("inputdev/wm-activate"), CHECKS(WM_NCACTIVATE, WM_ACTIVATE, WM_SETFOCUS)) {
  ignore_painting();
  const HWND first = popup("first", 100);
  popup("second", 150);
  CALL(SetActiveWindow(first));
  CALL(note_focus());
  CALL(note_z_order(nullptr));
}

SCENARIO(activation_focus, set_foreground, "SetForegroundWindow within the foreground thread",
         PAGES("inputdev/wm-activate"), CHECKS(WM_ACTIVATE)) {
  ignore_painting();
  const HWND first = popup("first", 100);
  popup("second", 150);
  CALL(SetForegroundWindow(first));
  CALL(note_focus());
}

SCENARIO(activation_focus, focus_among_children, "WM_KILLFOCUS, then WM_SETFOCUS",
         PAGES("inputdev/wm-setfocus", "inputdev/wm-killfocus"),
         CHECKS(WM_SETFOCUS, WM_KILLFOCUS)) {
  const HWND frame = show("frame");
  const HWND first = child_of(frame, "first");
  const HWND second = child_of(frame, "second");
  CALL(SetFocus(first));
  CALL(SetFocus(second));
  CALL(SetFocus(second));
  CALL(SetFocus(nullptr));
  CALL(note_focus());
}

SCENARIO(activation_focus, focus_activates, "SetFocus activates the top-level window of a child",
         PAGES("inputdev/wm-setfocus", "inputdev/wm-activate"), CHECKS(WM_ACTIVATE, WM_SETFOCUS)) {
  ignore_painting();
  const HWND first = popup("first", 100);
  const HWND child = child_of(first, "child");
  popup("second", 150);
  CALL(SetFocus(child));
  CALL(note_focus());
}

SCENARIO(activation_focus, focus_of_disabled, "A disabled window does not take the focus",
         PAGES("inputdev/wm-setfocus"), CHECKS()) {
  const HWND frame = show("frame");
  const HWND child = child_of(frame, "child");
  EnableWindow(child, FALSE);
  CALL(SetFocus(child));
  CALL(note_focus());
}

SCENARIO(activation_focus, nc_activate_refuses, "FALSE from WM_NCACTIVATE prevents the change",
         PAGES("winmsg/wm-ncactivate"), CHECKS(WM_NCACTIVATE)) {
  ignore_painting();
  const HWND first = popup("first", 100);
  popup("second", 150);
  on("second", WM_NCACTIVATE, [](HWND, WPARAM, LPARAM) { return 0; });
  CALL(SetActiveWindow(first));
  CALL(note_focus());
}

SCENARIO(activation_focus, no_default,
         "A program that handles WM_ACTIVATE itself has the focus too",
         PAGES("inputdev/wm-activate"), CHECKS(WM_ACTIVATE)) {
  ignore_painting();
  on("frame", WM_ACTIVATE, [](HWND, WPARAM, LPARAM) { return 0; });
  const HWND frame = create("frame");
  CALL(ShowWindow(frame, SW_SHOW));
  CALL(note_focus());
}

SCENARIO(activation_focus, focus_in_activate, "A child that gets the focus in WM_ACTIVATE keeps it",
         PAGES("inputdev/wm-activate"), CHECKS(WM_ACTIVATE, WM_SETFOCUS)) {
  ignore_painting();
  const HWND frame = create("frame");
  const HWND child = child_of(frame, "child");
  on("frame", WM_ACTIVATE, [child](HWND, WPARAM, LPARAM) {
    SetFocus(child);
    return 0;
  });
  CALL(ShowWindow(frame, SW_SHOW));
  CALL(note_focus());
}

SCENARIO(activation_focus, activate_app,
         "Every top-level window of the thread hears WM_ACTIVATEAPP",
         PAGES("winmsg/wm-activateapp"), CHECKS(WM_ACTIVATEAPP)) {
  ignore_painting();
  create("hidden", {.style = WS_POPUP});
  create("other", {.style = WS_POPUP});
  const HWND frame = create("frame");
  CALL(ShowWindow(frame, SW_SHOW));
}

SCENARIO(activation_focus, no_activate_style, "WS_EX_NOACTIVATE: shown, not activated",
         PAGES("winmsg/extended-window-styles"), CHECKS(WM_SHOWWINDOW)) {
  ignore_painting();
  popup("first", 100);
  const HWND second = create("second", {.style = WS_POPUP, .ex_style = WS_EX_NOACTIVATE});
  CALL(ShowWindow(second, SW_SHOWNOACTIVATE));
  CALL(note_focus());
}

SCENARIO(activation_focus, deactivated_by_null, "SetActiveWindow of no window",
         PAGES("inputdev/wm-activate"), CHECKS()) {
  popup("first", 100);
  CALL_ERROR(SetActiveWindow(nullptr));
  CALL(note_focus());
}

SCENARIO(activation_focus, child_cannot_be_active, "SetActiveWindow of a child does nothing",
         PAGES("inputdev/wm-activate"), CHECKS()) {
  const HWND frame = show("frame");
  const HWND child = child_of(frame, "child");
  popup("second", 450);
  CALL(SetActiveWindow(child));
  CALL(note_focus());
}

SCENARIO(activation_focus, within_kill_focus, "SetFocus within WM_KILLFOCUS",
         PAGES("inputdev/wm-killfocus"), CHECKS(WM_KILLFOCUS)) {
  const HWND frame = show("frame");
  const HWND first = child_of(frame, "first");
  const HWND second = child_of(frame, "second");
  const HWND third = child_of(frame, "third");
  SetFocus(first);
  on("first", WM_KILLFOCUS, [third](HWND, WPARAM, LPARAM) {
    CALL(SetFocus(third));
    return 0;
  });
  CALL(SetFocus(second));
  CALL(note_focus());
}
