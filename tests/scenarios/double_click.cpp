// Double clicks.
#include "kit/scenario.h"

namespace {

void click_twice(int x, int y) {
  click(x, y);
  click(x, y);
}

void only_buttons() {
  for (const UINT message : {WM_NCHITTEST, WM_SETCURSOR, WM_MOUSEMOVE, WM_MOUSEACTIVATE}) {
    ignore(message);
  }
}

}  // namespace

SCENARIO(double_click, with_style, "CS_DBLCLKS: the second press is WM_LBUTTONDBLCLK",
         PAGES("inputdev/wm-lbuttondblclk"),
         CHECKS(WM_LBUTTONDOWN, WM_LBUTTONUP, WM_LBUTTONDBLCLK)) {
  only_buttons();
  show("window", {.style = WS_POPUP, .class_style = CS_DBLCLKS});
  click_twice(150, 170);
  CALL(pump());
}

SCENARIO(double_click, without_style, "Without it, two presses", PAGES("inputdev/wm-lbuttondblclk"),
         CHECKS(WM_LBUTTONDOWN)) {
  only_buttons();
  show("window", {.style = WS_POPUP});
  click_twice(150, 170);
  CALL(pump());
}

SCENARIO(double_click, third_is_single, "The third press begins again",
         PAGES("inputdev/wm-lbuttondblclk"), CHECKS(WM_LBUTTONDBLCLK)) {
  only_buttons();
  show("window", {.style = WS_POPUP, .class_style = CS_DBLCLKS});
  click_twice(150, 170);
  click(150, 170);
  CALL(pump());
}

SCENARIO(double_click, too_far, "Presses apart are no double click",
         PAGES("inputdev/wm-lbuttondblclk"), CHECKS(WM_LBUTTONDOWN)) {
  only_buttons();
  show("window", {.style = WS_POPUP, .class_style = CS_DBLCLKS});
  click(150, 170);
  click(170, 170);
  CALL(pump());
}

SCENARIO(double_click, other_button, "Presses of two buttons are no double click",
         PAGES("inputdev/wm-lbuttondblclk"), CHECKS(WM_LBUTTONDOWN, WM_RBUTTONDOWN)) {
  only_buttons();
  on("window", WM_RBUTTONUP, [](HWND, WPARAM, LPARAM) { return 0; });
  show("window", {.style = WS_POPUP, .class_style = CS_DBLCLKS});
  click(150, 170);
  mouse(MOUSEEVENTF_RIGHTDOWN);
  mouse(MOUSEEVENTF_RIGHTUP);
  CALL(pump());
}

SCENARIO(double_click, right_and_middle, "The other buttons' double clicks",
         PAGES("inputdev/wm-rbuttondblclk", "inputdev/wm-mbuttondblclk"),
         CHECKS(WM_RBUTTONDBLCLK, WM_MBUTTONDBLCLK)) {
  only_buttons();
  on("window", WM_RBUTTONUP, [](HWND, WPARAM, LPARAM) { return 0; });
  show("window", {.style = WS_POPUP, .class_style = CS_DBLCLKS});
  move_mouse(150, 170);
  for (int i = 0; i < 2; ++i) {
    mouse(MOUSEEVENTF_RIGHTDOWN);
    mouse(MOUSEEVENTF_RIGHTUP);
  }
  for (int i = 0; i < 2; ++i) {
    mouse(MOUSEEVENTF_MIDDLEDOWN);
    mouse(MOUSEEVENTF_MIDDLEUP);
  }
  CALL(pump());
}

SCENARIO(double_click, on_caption, "A double click on the caption needs no class style",
         PAGES("inputdev/wm-nclbuttondblclk"), CHECKS(WM_NCRBUTTONDBLCLK, WM_NCMBUTTONDBLCLK)) {
  only_buttons();
  on("frame", WM_NCRBUTTONDOWN, [](HWND, WPARAM, LPARAM) { return 0; });
  on("frame", WM_NCRBUTTONUP, [](HWND, WPARAM, LPARAM) { return 0; });
  ignore(WM_NCMOUSEMOVE);
  show("frame");
  move_mouse(200, 112);
  for (int i = 0; i < 2; ++i) {
    mouse(MOUSEEVENTF_RIGHTDOWN);
    mouse(MOUSEEVENTF_RIGHTUP);
  }
  for (int i = 0; i < 2; ++i) {
    mouse(MOUSEEVENTF_MIDDLEDOWN);
    mouse(MOUSEEVENTF_MIDDLEUP);
  }
  CALL(pump());
}

SCENARIO(double_click, caption_maximizes, "A double click with the left button maximizes",
         PAGES("inputdev/wm-nclbuttondblclk", "menurc/wm-syscommand"),
         CHECKS(WM_NCLBUTTONDBLCLK, WM_SYSCOMMAND)) {
  only_buttons();
  ignore_painting();
  ignore(WM_NCMOUSEMOVE);
  const HWND frame = show("frame");
  move_mouse(200, 112);
  mouse(MOUSEEVENTF_LEFTDOWN);
  mouse(MOUSEEVENTF_LEFTUP);
  pump();
  mouse(MOUSEEVENTF_LEFTDOWN);
  CALL(pump());
  mouse(MOUSEEVENTF_LEFTUP);
  pump();
  CALL(note_state(frame));
}
