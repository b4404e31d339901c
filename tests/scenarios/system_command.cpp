// WM_SYSCOMMAND: the window menu's commands, whoever gives them.
#include "kit/scenario.h"

SCENARIO(system_command, minimize_restore,
         "SC_MINIMIZE, SC_RESTORE, SC_MAXIMIZE as ShowWindow does", PAGES("menurc/wm-syscommand"),
         CHECKS(WM_SYSCOMMAND, WM_SIZE)) {
  ignore_painting();
  const HWND frame = show("frame");
  ignore(WM_GETMINMAXINFO);
  ignore(WM_NCCALCSIZE);
  CALL(SendMessageW(frame, WM_SYSCOMMAND, SC_MAXIMIZE, 0));
  CALL(note_state(frame));
  CALL(SendMessageW(frame, WM_SYSCOMMAND, SC_RESTORE, 0));
  CALL(note_state(frame));
}

SCENARIO(system_command, close, "SC_CLOSE sends WM_CLOSE",
         PAGES("menurc/wm-syscommand", "winmsg/wm-close"), CHECKS(WM_SYSCOMMAND, WM_CLOSE)) {
  const HWND frame = show("frame");
  on("frame", WM_CLOSE, [](HWND, WPARAM, LPARAM) { return 0; });
  CALL(SendMessageW(frame, WM_SYSCOMMAND, SC_CLOSE, 0));
}

SCENARIO(system_command, caption_buttons,
         "A click on a caption button is a command when it is released",
         PAGES("menurc/wm-syscommand", "inputdev/wm-nclbuttondown"),
         CHECKS(WM_NCLBUTTONDOWN, WM_SYSCOMMAND, WM_CLOSE)) {
  ignore_painting();
  ignore(WM_NCHITTEST);
  ignore(WM_SETCURSOR);
  show("frame", {.style = WS_OVERLAPPED | WS_CAPTION | WS_SYSMENU});
  on("frame", WM_CLOSE, [](HWND, WPARAM, LPARAM) { return 0; });
  move_mouse(390, 112);
  pump();
  mouse(MOUSEEVENTF_LEFTDOWN);
  mouse(MOUSEEVENTF_LEFTUP);
  CALL(pump());
}

SCENARIO(system_command, left_button, "Released beside the caption button: no command",
         PAGES("menurc/wm-syscommand"), CHECKS(WM_NCLBUTTONDOWN)) {
  ignore_painting();
  ignore(WM_NCHITTEST);
  ignore(WM_SETCURSOR);
  show("frame", {.style = WS_OVERLAPPED | WS_CAPTION | WS_SYSMENU});
  move_mouse(390, 112);
  pump();
  mouse(MOUSEEVENTF_LEFTDOWN);
  move_mouse(200, 200);
  mouse(MOUSEEVENTF_LEFTUP);
  CALL(pump());
}

SCENARIO(system_command, icon_double_click, "A double click on the icon closes",
         PAGES("menurc/wm-syscommand", "inputdev/wm-nclbuttondblclk"),
         CHECKS(WM_NCLBUTTONDBLCLK, WM_CLOSE)) {
  ignore_painting();
  const HWND frame = show("frame", {.style = WS_OVERLAPPED | WS_CAPTION | WS_SYSMENU});
  on("frame", WM_CLOSE, [](HWND, WPARAM, LPARAM) { return 0; });
  CALL(SendMessageW(frame, WM_NCLBUTTONDBLCLK, HTSYSMENU, MAKELPARAM(108, 112)));
}

SCENARIO(system_command, disabled, "A disabled window does nothing", PAGES("menurc/wm-syscommand"),
         CHECKS(WM_SYSCOMMAND)) {
  const HWND frame = show("frame");
  EnableWindow(frame, FALSE);
  CALL(SendMessageW(frame, WM_SYSCOMMAND, SC_CLOSE, 0));
  CALL(SendMessageW(frame, WM_SYSCOMMAND, SC_MAXIMIZE, 0));
}

SCENARIO(system_command, unknown, "A command of the program's own is not the default procedure's",
         PAGES("menurc/wm-syscommand"), CHECKS(WM_SYSCOMMAND)) {
  const HWND frame = show("frame");
  CALL(SendMessageW(frame, WM_SYSCOMMAND, 0x10, MAKELPARAM(5, 6)));
}

SCENARIO(system_command, kept_from_default, "What the program answers does not happen",
         PAGES("menurc/wm-syscommand"), CHECKS(WM_SYSCOMMAND)) {
  const HWND frame = show("frame");
  on("frame", WM_SYSCOMMAND, [](HWND, WPARAM, LPARAM) { return 0; });
  CALL(SendMessageW(frame, WM_SYSCOMMAND, SC_MINIMIZE, 0));
  CALL(note_state(frame));
}
