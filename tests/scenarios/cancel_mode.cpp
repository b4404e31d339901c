// WM_CANCELMODE.
#include "kit/scenario.h"

SCENARIO(cancel_mode, releases_capture, "DefWindowProc releases the capture",
         PAGES("winmsg/wm-cancelmode", "inputdev/wm-capturechanged"),
         CHECKS(WM_CANCELMODE, WM_CAPTURECHANGED)) {
  const HWND frame = show("frame");
  SetCapture(frame);
  CALL(SendMessageW(frame, WM_CANCELMODE, 0, 0));
  CALL(GetCapture());
}

SCENARIO(cancel_mode, not_of_others, "Another window keeps its capture",
         PAGES("winmsg/wm-cancelmode"), CHECKS(WM_CANCELMODE)) {
  const HWND frame = show("frame");
  const HWND child = show("child", {.style = WS_CHILD, .place = {10, 10, 50, 50}, .parent = frame});
  SetCapture(child);
  CALL(SendMessageW(frame, WM_CANCELMODE, 0, 0));
  CALL(GetCapture());
}

SCENARIO(cancel_mode, ends_menu, "It ends a menu",
         PAGES("winmsg/wm-cancelmode", "menurc/wm-exitmenuloop"),
         CHECKS(WM_ENTERMENULOOP, WM_CANCELMODE, WM_EXITMENULOOP)) {
  ignore_painting();
  for (const UINT message : {WM_NCHITTEST, WM_SETCURSOR, WM_ENTERIDLE}) ignore(message);
  const HMENU menu = CreatePopupMenu();
  AppendMenuW(menu, MF_STRING, 101, L"First");
  name_object(menu, "menu");
  const HWND frame = show("frame");
  on("frame", WM_APP,
     [frame](HWND, WPARAM, LPARAM) { return SendMessageW(frame, WM_CANCELMODE, 0, 0); });
  PostMessageW(frame, WM_APP, 0, 0);
  CALL(TrackPopupMenu(menu, 0, 150, 150, 0, frame, nullptr));
}
