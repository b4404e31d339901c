// The mouse in the client area.
#include "kit/scenario.h"

namespace {

HWND popup(const char* name = "window", UINT class_style = 0) {
  return show(name, {.style = WS_POPUP, .class_style = class_style});
}

}  // namespace

SCENARIO(mouse, move, "WM_NCHITTEST, WM_SETCURSOR, WM_MOUSEMOVE in client coordinates",
         PAGES("inputdev/wm-mousemove", "menurc/wm-setcursor"),
         CHECKS(WM_NCHITTEST, WM_SETCURSOR, WM_MOUSEMOVE)) {
  popup();
  move_mouse(150, 170);
  CALL(pump());
}

SCENARIO(mouse, moves_coalesce, "Several moves that nobody fetched are one",
         PAGES("inputdev/wm-mousemove"), CHECKS(WM_MOUSEMOVE)) {
  popup();
  for (int x = 150; x < 160; ++x) move_mouse(x, 170);
  CALL(pump());
}

SCENARIO(mouse, left_button, "WM_LBUTTONDOWN and WM_LBUTTONUP", PAGES("inputdev/wm-lbuttondown"),
         CHECKS(WM_LBUTTONDOWN, WM_LBUTTONUP)) {
  popup();
  click(150, 170);
  CALL(pump());
}

SCENARIO(mouse, all_buttons, "Each button's messages and flags",
         PAGES("inputdev/wm-rbuttondown", "inputdev/wm-mbuttondown", "inputdev/wm-xbuttondown"),
         CHECKS(WM_RBUTTONDOWN, WM_RBUTTONUP, WM_MBUTTONDOWN, WM_MBUTTONUP)) {
  on("window", WM_CONTEXTMENU, [](HWND, WPARAM, LPARAM) { return 0; });
  popup();
  move_mouse(150, 170);
  pump();
  ignore(WM_NCHITTEST);
  ignore(WM_SETCURSOR);
  mouse(MOUSEEVENTF_RIGHTDOWN);
  mouse(MOUSEEVENTF_MIDDLEDOWN);
  mouse(MOUSEEVENTF_RIGHTUP);
  mouse(MOUSEEVENTF_MIDDLEUP);
  mouse(MOUSEEVENTF_XDOWN, XBUTTON2);
  mouse(MOUSEEVENTF_XUP, XBUTTON2);
  CALL(pump());
}

SCENARIO(mouse, shift_and_control, "Mouse messages tell which keys are down",
         PAGES("inputdev/wm-lbuttondown"), CHECKS(WM_LBUTTONDOWN)) {
  popup();
  move_mouse(150, 170);
  key(VK_SHIFT, true);
  key(VK_CONTROL, true);
  pump();
  mouse(MOUSEEVENTF_LEFTDOWN);
  CALL(pump());
  mouse(MOUSEEVENTF_LEFTUP);
  key(VK_CONTROL, false);
  key(VK_SHIFT, false);
  pump();
}

SCENARIO(mouse, child_and_parent,
         "The child under the pointer gets the message, the parent a notice",
         PAGES("inputmsg/wm-parentnotify"), CHECKS(WM_LBUTTONDOWN, WM_PARENTNOTIFY)) {
  const HWND frame = popup("frame");
  show("child", {.style = WS_CHILD, .place = {20, 30, 80, 60}, .parent = frame});
  click(140, 150);
  CALL(pump());
}

SCENARIO(mouse, posted_position, "GetMessagePos is where the pointer was",
         PAGES("winmsg/about-messages-and-message-queues"), CHECKS()) {
  popup();
  move_mouse(150, 170);
  MSG message;
  while (PeekMessageW(&message, nullptr, WM_MOUSEFIRST, WM_MOUSELAST, PM_REMOVE)) {
    if (message.message != WM_MOUSEMOVE) continue;
    CALL(note("pt %d %d", static_cast<int>(message.pt.x), static_cast<int>(message.pt.y)));
    CALL(note("GetMessagePos %d %d", static_cast<short>(LOWORD(GetMessagePos())),
              static_cast<short>(HIWORD(GetMessagePos()))));
  }
}

SCENARIO(mouse, leave, "TrackMouseEvent tells when the pointer leaves",
         PAGES("inputdev/wm-mouseleave"), CHECKS(WM_MOUSELEAVE)) {
  ignore(WM_NCHITTEST);
  const HWND window = popup();
  move_mouse(150, 170);
  pump();
  TRACKMOUSEEVENT track{sizeof track, TME_LEAVE, window, 0};
  CALL(TrackMouseEvent(&track));
  move_mouse(700, 600);
  CALL(pump_until(WM_MOUSELEAVE));
}

SCENARIO(mouse, hover, "TrackMouseEvent tells when the pointer rests",
         PAGES("inputdev/wm-mousehover"), CHECKS(WM_MOUSEHOVER)) {
  ignore(WM_NCHITTEST);
  const HWND window = popup();
  move_mouse(150, 170);
  pump();
  TRACKMOUSEEVENT track{sizeof track, TME_HOVER, window, 50};
  TrackMouseEvent(&track);
  CALL(pump_until(WM_MOUSEHOVER));
}
