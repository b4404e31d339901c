// WM_SETCURSOR.
#include "kit/scenario.h"

SCENARIO(set_cursor, parent_first, "DefWindowProc of a child asks the parent",
         PAGES("menurc/wm-setcursor"), CHECKS(WM_SETCURSOR)) {
  const HWND frame = show("frame");
  show("child", {.style = WS_CHILD, .place = {10, 10, 60, 40}, .parent = frame});
  move_mouse(130, 150);
  CALL(pump());
}

SCENARIO(set_cursor, parent_halts, "TRUE from the parent ends it", PAGES("menurc/wm-setcursor"),
         CHECKS(WM_SETCURSOR)) {
  const HWND frame = show("frame");
  on("frame", WM_SETCURSOR, [](HWND, WPARAM, LPARAM) { return TRUE; });
  show("child", {.style = WS_CHILD, .place = {10, 10, 60, 40}, .parent = frame});
  move_mouse(130, 150);
  CALL(pump());
}

SCENARIO(set_cursor, not_while_captured, "A window that has the capture is not asked",
         PAGES("menurc/wm-setcursor"), CHECKS(WM_MOUSEMOVE)) {
  const HWND frame = show("frame");
  SetCapture(frame);
  move_mouse(130, 150);
  CALL(pump());
}

SCENARIO(set_cursor, class_cursor, "The class's cursor in the client area, arrows at the frame",
         PAGES("menurc/wm-setcursor"), CHECKS(WM_SETCURSOR)) {
  const auto name = [](int id, const char* text) {
    name_object(LoadCursorW(nullptr, MAKEINTRESOURCEW(id)), text);
  };
  name(32512, "IDC_ARROW");
  name(32644, "IDC_SIZEWE");
  name(32642, "IDC_SIZENWSE");
  ignore(WM_NCHITTEST);
  show("frame");
  move_mouse(200, 200);
  CALL(pump());
  CALL(GetCursor());
  move_mouse(399, 200);
  CALL(pump());
  CALL(GetCursor());
  move_mouse(398, 298);
  CALL(pump());
  CALL(GetCursor());
}
