// The modal loop in which the user moves and sizes a window.
#include "kit/scenario.h"

namespace {

// What the loop sends besides.
void quietly() {
  ignore_painting();
  for (const UINT message : {WM_NCHITTEST, WM_SETCURSOR, WM_GETMINMAXINFO, WM_NCCALCSIZE,
                             WM_WINDOWPOSCHANGING, WM_WINDOWPOSCHANGED, WM_ENTERIDLE}) {
    ignore(message);
  }
}

// By its caption, 30 to the right and 20 down; the program has yet to hear of it.
void drag_frame() {
  move_mouse(200, 112);
  pump();
  mouse(MOUSEEVENTF_LEFTDOWN);
  move_mouse(230, 132);
  mouse(MOUSEEVENTF_LEFTUP);
}

}  // namespace

SCENARIO(moving_sizing, by_caption, "Dragging the caption moves",
         PAGES("winmsg/wm-moving", "winmsg/wm-entersizemove"),
         CHECKS(WM_ENTERSIZEMOVE, WM_MOVING, WM_EXITSIZEMOVE)) {
  quietly();
  const HWND frame = show("frame");
  drag_frame();
  CALL(pump());
  CALL(note_place(frame));
}

SCENARIO(moving_sizing, size_by_keys, "SC_SIZE: an arrow key grabs an edge, the next ones move it",
         PAGES("menurc/wm-syscommand", "winmsg/wm-entersizemove"),
         CHECKS(WM_SYSCOMMAND, WM_ENTERSIZEMOVE, WM_EXITSIZEMOVE)) {
  quietly();
  ignore(WM_MOUSEMOVE);
  ignore(WM_NCMOUSEMOVE);
  show("frame");
  strike(VK_ESCAPE);
  CALL(SendMessageW(FindWindowW(nullptr, L"frame"), WM_SYSCOMMAND, SC_SIZE, 0));
}

SCENARIO(moving_sizing, changed_rectangle, "WM_MOVING's rectangle may be changed",
         PAGES("winmsg/wm-moving"), CHECKS(WM_MOVING)) {
  quietly();
  const HWND frame = show("frame");
  on("frame", WM_MOVING, [](HWND, WPARAM, LPARAM lparam) {
    OffsetRect(reinterpret_cast<RECT*>(lparam), 0, 7);
    return TRUE;
  });
  drag_frame();
  CALL(pump());
  CALL(note_place(frame));
}

SCENARIO(moving_sizing, move_by_keys, "SC_MOVE: the arrow keys, then Enter",
         PAGES("menurc/wm-syscommand", "winmsg/wm-moving"),
         CHECKS(WM_SYSCOMMAND, WM_ENTERSIZEMOVE, WM_EXITSIZEMOVE)) {
  quietly();
  ignore(WM_MOUSEMOVE);
  ignore(WM_NCMOUSEMOVE);
  const HWND frame = show("frame");
  strike(VK_RIGHT);
  strike(VK_DOWN);
  strike(VK_RETURN);
  CALL(SendMessageW(frame, WM_SYSCOMMAND, SC_MOVE, 0));
  CALL(note_place(frame));
}

SCENARIO(moving_sizing, escape, "Escape puts it back",
         PAGES("menurc/wm-syscommand", "winmsg/wm-exitsizemove"),
         CHECKS(WM_ENTERSIZEMOVE, WM_EXITSIZEMOVE)) {
  quietly();
  ignore(WM_MOUSEMOVE);
  ignore(WM_NCMOUSEMOVE);
  const HWND frame = show("frame");
  strike(VK_RIGHT);
  strike(VK_ESCAPE);
  CALL(SendMessageW(frame, WM_SYSCOMMAND, SC_MOVE, 0));
  CALL(note_place(frame));
}

SCENARIO(moving_sizing, maximized_stays, "A maximized window is not moved",
         PAGES("menurc/wm-syscommand"), CHECKS()) {
  quietly();
  const HWND frame = show("frame", {.style = WS_OVERLAPPEDWINDOW | WS_MAXIMIZE});
  ignore(WM_MOUSEMOVE);
  strike(VK_RETURN);
  CALL(SendMessageW(frame, WM_SYSCOMMAND, SC_MOVE, 0));
  CALL(note_state(frame));
}
