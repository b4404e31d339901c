// Minimized, maximized and restored.
#include "kit/scenario.h"

SCENARIO(minimize_maximize, minimize, "Minimizing the active window", PAGES("winmsg/wm-size"),
         CHECKS(WM_SIZE, WM_WINDOWPOSCHANGED)) {
  ignore_painting();
  const HWND frame = show("frame");
  CALL(ShowWindow(frame, SW_MINIMIZE));
  CALL(note_state(frame));
  CALL(note_focus());
}

SCENARIO(minimize_maximize, restore, "WM_QUERYOPEN, then the old place",
         PAGES("winmsg/wm-queryopen", "winmsg/wm-size"), CHECKS(WM_QUERYOPEN, WM_SIZE)) {
  ignore_painting();
  const HWND frame = show("frame");
  ShowWindow(frame, SW_MINIMIZE);
  pump();
  CALL(ShowWindow(frame, SW_RESTORE));
  CALL(note_place(frame));
}

SCENARIO(minimize_maximize, query_open_refused, "FALSE from WM_QUERYOPEN keeps it minimized",
         PAGES("winmsg/wm-queryopen"), CHECKS(WM_QUERYOPEN)) {
  for (const UINT message :
       {WM_WINDOWPOSCHANGING, WM_WINDOWPOSCHANGED, WM_NCCALCSIZE, WM_ACTIVATE}) {
    ignore(message);
  }
  ignore_painting();
  const HWND frame = show("frame");
  on("frame", WM_QUERYOPEN, [](HWND, WPARAM, LPARAM) { return 0; });
  ShowWindow(frame, SW_MINIMIZE);
  pump();
  CALL(ShowWindow(frame, SW_RESTORE));
  CALL(note_state(frame));
}

SCENARIO(minimize_maximize, maximize, "Maximizing asks WM_GETMINMAXINFO for the place",
         PAGES("winmsg/wm-getminmaxinfo", "winmsg/wm-size"), CHECKS(WM_GETMINMAXINFO, WM_SIZE)) {
  ignore_painting();
  const HWND frame = show("frame");
  CALL(ShowWindow(frame, SW_MAXIMIZE));
  CALL(note_place(frame));
  CALL(ShowWindow(frame, SW_RESTORE));
  CALL(note_place(frame));
}

SCENARIO(minimize_maximize, maximize_where_asked, "The window may say where it is maximized",
         PAGES("winmsg/wm-getminmaxinfo"), CHECKS(WM_GETMINMAXINFO)) {
  ignore_painting();
  const HWND frame = show("frame");
  on("frame", WM_GETMINMAXINFO, [](HWND, WPARAM, LPARAM lparam) {
    const auto limits = reinterpret_cast<MINMAXINFO*>(lparam);
    limits->ptMaxPosition = {30, 40};
    limits->ptMaxSize = {500, 400};
    return 0;
  });
  CALL(ShowWindow(frame, SW_MAXIMIZE));
  CALL(note_place(frame));
}

SCENARIO(minimize_maximize, from_maximized,
         "A window minimized while maximized comes back maximized", PAGES("winmsg/wm-size"),
         CHECKS(WM_SIZE)) {
  ignore_painting();
  const HWND frame = show("frame");
  ShowWindow(frame, SW_MAXIMIZE);
  pump();
  CALL(ShowWindow(frame, SW_MINIMIZE));
  CALL(ShowWindow(frame, SW_RESTORE));
  CALL(note_state(frame));
}

SCENARIO(minimize_maximize, created_maximized, "WS_MAXIMIZE at creation",
         PAGES("winmsg/window-styles"), CHECKS(WM_SIZE, WM_GETMINMAXINFO)) {
  ignore_painting();
  const HWND frame =
      CALL(create("frame", {.style = WS_OVERLAPPEDWINDOW | WS_VISIBLE | WS_MAXIMIZE}));
  CALL(note_place(frame));
}

SCENARIO(minimize_maximize, created_minimized, "WS_MINIMIZE at creation: active, without the focus",
         PAGES("winmsg/window-styles", "inputdev/wm-activate"), CHECKS()) {
  const HWND frame = create("frame", {.style = WS_OVERLAPPEDWINDOW | WS_VISIBLE | WS_MINIMIZE});
  CALL(note_state(frame));
  CALL(note_focus());
}

SCENARIO(minimize_maximize, placement_of_maximized, "ptMaxPosition, said and not said",
         PAGES("winmsg/window-features"), CHECKS()) {
  const HWND frame = show("frame");
  WINDOWPLACEMENT placement{.length = sizeof placement};
  CALL(GetWindowPlacement(frame, &placement));
  CALL(note("max position %d %d", static_cast<int>(placement.ptMaxPosition.x),
            static_cast<int>(placement.ptMaxPosition.y)));
  placement.ptMaxPosition = {30, 40};
  placement.showCmd = SW_SHOWMAXIMIZED;
  SetWindowPlacement(frame, &placement);
  CALL(note_place(frame));
  GetWindowPlacement(frame, &placement);
  CALL(note("max position %d %d", static_cast<int>(placement.ptMaxPosition.x),
            static_cast<int>(placement.ptMaxPosition.y)));
}

SCENARIO(minimize_maximize, placement, "SetWindowPlacement sets the normal place and the state",
         PAGES("winmsg/window-features"), CHECKS(WM_WINDOWPOSCHANGED)) {
  ignore_painting();
  const HWND frame = show("frame");
  WINDOWPLACEMENT placement{.length = sizeof placement};
  placement.showCmd = SW_SHOWMAXIMIZED;
  placement.rcNormalPosition = {50, 60, 250, 260};
  CALL(SetWindowPlacement(frame, &placement));
  CALL(note_place(frame));
  CALL(ShowWindow(frame, SW_RESTORE));
  CALL(note_place(frame));
}

SCENARIO(minimize_maximize, owned_with_owner, "Owned windows are hidden with a minimized owner",
         PAGES("winmsg/wm-showwindow"), CHECKS(WM_SHOWWINDOW)) {
  ignore_painting();
  const HWND owner = show("owner");
  const HWND owned = show("owned", {.style = WS_POPUP, .place = {10, 10, 50, 50}, .parent = owner});
  CALL(ShowWindow(owner, SW_MINIMIZE));
  CALL(note_state(owned));
  CALL(ShowWindow(owner, SW_RESTORE));
  CALL(note_state(owned));
}

SCENARIO(minimize_maximize, child, "A child is maximized within its parent",
         PAGES("winmsg/window-features"), CHECKS(WM_SIZE)) {
  ignore_painting();
  const HWND frame = show("frame");
  const HWND child =
      show("child", {.style = WS_CHILD | WS_CAPTION, .place = {5, 5, 150, 60}, .parent = frame});
  CALL(ShowWindow(child, SW_MAXIMIZE));
  CALL(note_place(child));
  CALL(ShowWindow(child, SW_RESTORE));
  CALL(note_place(child));
}

SCENARIO(minimize_maximize, activates_next, "Minimizing one window activates the other",
         PAGES("winmsg/window-features"), CHECKS(WM_ACTIVATE)) {
  ignore_painting();
  show("first");
  const HWND second = show("second");
  CALL(ShowWindow(second, SW_MINIMIZE));
  CALL(note_focus());
}
