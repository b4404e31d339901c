// What a window is told while it is being created.
#include "kit/scenario.h"

SCENARIO(creation, overlapped, "A hidden overlapped window is asked for its limits, then created",
         PAGES("winmsg/wm-nccreate", "winmsg/wm-create", "winmsg/wm-getminmaxinfo"),
         CHECKS(WM_GETMINMAXINFO, WM_NCCREATE, WM_NCCALCSIZE, WM_CREATE)) {
  const HWND frame = CALL(create("frame"));
  CALL(note_place(frame));
}

SCENARIO(creation, visible, "WS_VISIBLE shows and activates the new window before the call returns",
         PAGES("winmsg/window-features", "winmsg/wm-showwindow"),
         CHECKS(WM_SHOWWINDOW, WM_WINDOWPOSCHANGING, WM_WINDOWPOSCHANGED, WM_ACTIVATE, WM_SIZE,
                WM_MOVE)) {
  CALL(create("frame", {.style = WS_OVERLAPPEDWINDOW | WS_VISIBLE}));
  CALL(pump());
}

SCENARIO(creation, child_notifies_parent, "A child tells its parent of its creation",
         PAGES("inputmsg/wm-parentnotify"), CHECKS(WM_PARENTNOTIFY)) {
  const HWND frame = show("frame");
  CALL(create(
      "child",
      {.style = WS_CHILD | WS_VISIBLE, .place = {10, 20, 50, 40}, .parent = frame, .id = 7}));
}

SCENARIO(creation, child_quiet, "WS_EX_NOPARENTNOTIFY keeps the parent from being told",
         PAGES("winmsg/extended-window-styles"), CHECKS(WM_NCCREATE)) {
  const HWND frame = show("frame");
  CALL(create("child", {.style = WS_CHILD | WS_VISIBLE,
                        .ex_style = WS_EX_NOPARENTNOTIFY,
                        .place = {10, 20, 50, 40},
                        .parent = frame}));
}

SCENARIO(creation, refused_by_nccreate, "FALSE from WM_NCCREATE: no window, and no WM_DESTROY",
         PAGES("winmsg/wm-nccreate"), CHECKS(WM_NCCREATE, WM_NCDESTROY)) {
  on("frame", WM_NCCREATE, [](HWND, WPARAM, LPARAM) { return 0; });
  CALL(create("frame"));
}

SCENARIO(creation, refused_by_create, "-1 from WM_CREATE destroys the window",
         PAGES("winmsg/wm-create"), CHECKS(WM_CREATE, WM_NCDESTROY)) {
  on("frame", WM_CREATE, [](HWND, WPARAM, LPARAM) { return -1; });
  CALL(create("frame"));
}
