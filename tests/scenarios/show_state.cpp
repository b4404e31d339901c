// ShowWindow, ShowOwnedPopups.
#include "kit/scenario.h"

SCENARIO(show_state, show_and_activate, "SW_SHOW shows and activates",
         PAGES("winmsg/wm-showwindow"), CHECKS(WM_SHOWWINDOW, WM_ACTIVATE, WM_SIZE)) {
  ignore_painting();
  const HWND frame = create("frame");
  CALL(ShowWindow(frame, SW_SHOW));
  CALL(ShowWindow(frame, SW_SHOW));
}

SCENARIO(show_state, second_window, "Showing a second window deactivates the first",
         PAGES("winmsg/wm-showwindow"), CHECKS(WM_ACTIVATE, WM_KILLFOCUS, WM_SETFOCUS)) {
  ignore_painting();
  show("first");
  const HWND second = create("second", {.place = {420, 100, 200, 150}});
  CALL(ShowWindow(second, SW_SHOWNORMAL));
  CALL(pump());
}

SCENARIO(show_state, show_no_activate, "SW_SHOWNA does not activate", PAGES("winmsg/wm-showwindow"),
         CHECKS(WM_SHOWWINDOW)) {
  ignore_painting();
  show("first");
  const HWND second = create("second");
  CALL(ShowWindow(second, SW_SHOWNA));
  CALL(note_focus());
}

SCENARIO(show_state, hide_active, "Hiding the active window activates the next",
         PAGES("winmsg/wm-showwindow"), CHECKS(WM_SHOWWINDOW, WM_ACTIVATE)) {
  ignore_painting();
  show("first");
  const HWND second = show("second");
  CALL(ShowWindow(second, SW_HIDE));
  CALL(note_focus());
}

SCENARIO(show_state, hide_child_with_focus, "Hiding a child leaves or moves the focus",
         PAGES("winmsg/wm-showwindow"), CHECKS(WM_SHOWWINDOW)) {
  ignore_painting();
  const HWND frame = show("frame");
  const HWND child = show("child", {.style = WS_CHILD, .parent = frame});
  SetFocus(child);
  CALL(ShowWindow(child, SW_HIDE));
  CALL(note_focus());
}

SCENARIO(show_state, show_child, "A child is shown without activation",
         PAGES("winmsg/wm-showwindow"), CHECKS(WM_SHOWWINDOW)) {
  ignore_painting();
  const HWND frame = show("frame");
  const HWND child = create("child", {.style = WS_CHILD, .place = {0, 0, 50, 50}, .parent = frame});
  CALL(ShowWindow(child, SW_SHOW));
  CALL(pump());
  CALL(ShowWindow(child, SW_HIDE));
  CALL(pump());
}

SCENARIO(show_state, child_of_hidden, "WS_VISIBLE is set though the parent is hidden",
         PAGES("winmsg/window-features"), CHECKS(WM_SHOWWINDOW)) {
  ignore_painting();
  const HWND frame = create("frame");
  const HWND child = create("child", {.style = WS_CHILD, .parent = frame});
  CALL(ShowWindow(child, SW_SHOW));
  CALL(note_state(child));
  CALL(ShowWindow(frame, SW_SHOWNA));
  CALL(note_state(child));
}

SCENARIO(show_state, owned_popups, "ShowOwnedPopups says why in WM_SHOWWINDOW",
         PAGES("winmsg/wm-showwindow"), CHECKS(WM_SHOWWINDOW)) {
  ignore_painting();
  const HWND owner = show("owner");
  show("popup", {.style = WS_POPUP, .parent = owner});
  CALL(ShowOwnedPopups(owner, FALSE));
  CALL(ShowOwnedPopups(owner, TRUE));
}

SCENARIO(show_state, swp_show_hide, "SetWindowPos shows and hides without WM_SHOWWINDOW",
         PAGES("winmsg/wm-windowposchanging"), CHECKS(WM_WINDOWPOSCHANGED)) {
  ignore_painting();
  const HWND frame = create("frame", {.style = WS_POPUP});
  const UINT keep = SWP_NOMOVE | SWP_NOSIZE | SWP_NOZORDER | SWP_NOACTIVATE;
  CALL(SetWindowPos(frame, nullptr, 0, 0, 0, 0, keep | SWP_SHOWWINDOW));
  CALL(SetWindowPos(frame, nullptr, 0, 0, 0, 0, keep | SWP_HIDEWINDOW));
}

SCENARIO(show_state, show_again_inactive, "SW_SHOW activates a window that is visible already",
         PAGES("winmsg/wm-showwindow"), CHECKS(WM_ACTIVATE)) {
  ignore_painting();
  const HWND first = show("first");
  show("second");
  CALL(ShowWindow(first, SW_SHOW));
  CALL(note_focus());
  CALL(note_z_order(nullptr));
}

SCENARIO(show_state, hide_inactive, "Hiding a window that is not active",
         PAGES("winmsg/wm-showwindow"), CHECKS(WM_SHOWWINDOW)) {
  ignore_painting();
  const HWND first = show("first");
  show("second");
  CALL(ShowWindow(first, SW_HIDE));
  CALL(note_focus());
  CALL(note_z_order(nullptr));
}
