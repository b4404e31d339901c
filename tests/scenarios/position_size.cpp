// Moving and sizing by the program.
#include "kit/scenario.h"

SCENARIO(position_size, move, "Moving without sizing sends WM_MOVE and no WM_SIZE",
         PAGES("winmsg/wm-windowposchanged", "winmsg/wm-move"),
         CHECKS(WM_WINDOWPOSCHANGING, WM_WINDOWPOSCHANGED, WM_MOVE)) {
  ignore_painting();
  const HWND frame = show("frame");
  CALL(SetWindowPos(frame, nullptr, 150, 160, 0, 0, SWP_NOSIZE | SWP_NOZORDER | SWP_NOACTIVATE));
}

SCENARIO(position_size, size, "Sizing asks for limits and a client area, and sends WM_SIZE",
         PAGES("winmsg/wm-windowposchanging", "winmsg/wm-size"),
         CHECKS(WM_GETMINMAXINFO, WM_NCCALCSIZE, WM_SIZE)) {
  ignore_painting();
  const HWND frame = show("frame");
  CALL(SetWindowPos(frame, nullptr, 0, 0, 320, 240, SWP_NOMOVE | SWP_NOZORDER | SWP_NOACTIVATE));
  CALL(pump());
}

SCENARIO(position_size, unchanged, "The same place again: no change is told",
         PAGES("winmsg/wm-windowposchanged"), CHECKS(WM_WINDOWPOSCHANGING)) {
  ignore_painting();
  const HWND frame = show("frame");
  CALL(SetWindowPos(frame, nullptr, 100, 100, 300, 200, SWP_NOZORDER | SWP_NOACTIVATE));
}

SCENARIO(position_size, changing_is_edited, "The window may edit its place in WM_WINDOWPOSCHANGING",
         PAGES("winmsg/wm-windowposchanging"), CHECKS(WM_WINDOWPOSCHANGING)) {
  ignore_painting();
  const HWND frame = show("frame", {.style = WS_POPUP});
  on("frame", WM_WINDOWPOSCHANGING, [](HWND, WPARAM, LPARAM lparam) {
    reinterpret_cast<WINDOWPOS*>(lparam)->x = 200;
    return 0;
  });
  CALL(SetWindowPos(frame, nullptr, 150, 160, 50, 60, SWP_NOZORDER | SWP_NOACTIVATE));
  CALL(note_place(frame));
}

SCENARIO(position_size, limits_hold, "A sizable window is no smaller than WM_GETMINMAXINFO says",
         PAGES("winmsg/wm-getminmaxinfo"), CHECKS(WM_GETMINMAXINFO)) {
  ignore_painting();
  const HWND frame = show("frame");
  on("frame", WM_GETMINMAXINFO, [](HWND, WPARAM, LPARAM lparam) {
    reinterpret_cast<MINMAXINFO*>(lparam)->ptMinTrackSize = {250, 150};
    return 0;
  });
  CALL(MoveWindow(frame, 100, 100, 10, 10, TRUE));
  CALL(note_place(frame));
}

SCENARIO(position_size, move_window_child,
         "MoveWindow places a child within its parent's client area",
         PAGES("winmsg/window-features"), CHECKS(WM_MOVE, WM_SIZE)) {
  ignore_painting();
  const HWND frame = show("frame");
  const HWND child = show("child", {.style = WS_CHILD, .place = {5, 6, 40, 30}, .parent = frame});
  CALL(MoveWindow(child, 20, 30, 60, 50, TRUE));
  CALL(note_place(child));
  CALL(pump());
}

SCENARIO(position_size, frame_changed, "SWP_FRAMECHANGED has the client area calculated again",
         PAGES("winmsg/wm-nccalcsize"), CHECKS(WM_NCCALCSIZE)) {
  ignore_painting();
  const HWND frame = show("frame");
  CALL(SetWindowPos(frame, nullptr, 0, 0, 0, 0,
                    SWP_NOMOVE | SWP_NOSIZE | SWP_NOZORDER | SWP_NOACTIVATE | SWP_FRAMECHANGED));
}

SCENARIO(position_size, no_send_changing, "SWP_NOSENDCHANGING leaves WM_WINDOWPOSCHANGING out",
         PAGES("winmsg/wm-windowposchanged"), CHECKS(WM_WINDOWPOSCHANGED)) {
  ignore_painting();
  const HWND frame = show("frame", {.style = WS_POPUP});
  CALL(SetWindowPos(frame, nullptr, 10, 20, 0, 0,
                    SWP_NOSIZE | SWP_NOZORDER | SWP_NOACTIVATE | SWP_NOSENDCHANGING));
}

SCENARIO(position_size, hidden, "A hidden window is told the same", PAGES("winmsg/wm-move"),
         CHECKS(WM_WINDOWPOSCHANGED)) {
  ignore_painting();
  const HWND frame = create("frame");
  CALL(SetWindowPos(frame, nullptr, 10, 20, 200, 100, SWP_NOZORDER | SWP_NOACTIVATE));
}

SCENARIO(position_size, defer, "DeferWindowPos moves several children in order",
         PAGES("winmsg/using-windows"), CHECKS(WM_WINDOWPOSCHANGED)) {
  ignore_painting();
  const HWND frame = show("frame");
  const HWND a = show("a", {.style = WS_CHILD, .place = {0, 0, 40, 30}, .parent = frame});
  const HWND b = show("b", {.style = WS_CHILD, .place = {40, 0, 40, 30}, .parent = frame});
  HDWP positions = BeginDeferWindowPos(2);
  positions = DeferWindowPos(positions, a, nullptr, 0, 50, 40, 30, SWP_NOZORDER | SWP_NOACTIVATE);
  positions = DeferWindowPos(positions, b, nullptr, 40, 50, 50, 30, SWP_NOZORDER | SWP_NOACTIVATE);
  CALL(EndDeferWindowPos(positions));
}

SCENARIO(position_size, client_area_by_hand, "WM_NCCALCSIZE may give the frame up",
         PAGES("winmsg/wm-nccalcsize"), CHECKS(WM_NCCALCSIZE)) {
  ignore_painting();
  on("frame", WM_NCCALCSIZE, [](HWND, WPARAM, LPARAM) { return 0; });
  const HWND frame = CALL(create("frame"));
  CALL(note_place(frame));
}

SCENARIO(position_size, set_parent, "SetParent hides, moves and shows the child again",
         PAGES("winmsg/window-features"), CHECKS(WM_SHOWWINDOW, WM_WINDOWPOSCHANGED)) {
  ignore_painting();
  const HWND first = show("first");
  const HWND second = show("second", {.place = {500, 100, 300, 200}});
  const HWND child = show("child", {.style = WS_CHILD, .place = {5, 6, 40, 30}, .parent = first});
  CALL(SetParent(child, second));
  CALL(GetParent(child));
  CALL(note_place(child));
}
