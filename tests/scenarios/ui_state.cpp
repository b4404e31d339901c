// Whether focus rectangles and mnemonics are shown.
#include "kit/scenario.h"

SCENARIO(ui_state, change_and_update, "WM_CHANGEUISTATE goes up, WM_UPDATEUISTATE comes down",
         PAGES("menurc/wm-changeuistate", "menurc/wm-updateuistate", "menurc/wm-queryuistate"),
         CHECKS(WM_CHANGEUISTATE, WM_UPDATEUISTATE, WM_QUERYUISTATE)) {
  const HWND frame = show("frame");
  const HWND child =
      show("child", {.style = WS_CHILD, .place = {10, 10, 100, 100}, .parent = frame});
  CALL(SendMessageW(child, WM_CHANGEUISTATE, MAKEWPARAM(UIS_SET, UISF_HIDEFOCUS), 0));
  CALL(SendMessageW(child, WM_QUERYUISTATE, 0, 0));
  CALL(SendMessageW(frame, WM_QUERYUISTATE, 0, 0));
  CALL(SendMessageW(child, WM_CHANGEUISTATE, MAKEWPARAM(UIS_CLEAR, UISF_HIDEFOCUS), 0));
  CALL(SendMessageW(child, WM_QUERYUISTATE, 0, 0));
}

SCENARIO(ui_state, nothing_to_change, "No update where nothing changes",
         PAGES("menurc/wm-changeuistate"), CHECKS(WM_CHANGEUISTATE)) {
  const HWND frame = show("frame");
  SendMessageW(frame, WM_UPDATEUISTATE, MAKEWPARAM(UIS_CLEAR, UISF_HIDEFOCUS | UISF_HIDEACCEL), 0);
  CALL(SendMessageW(frame, WM_CHANGEUISTATE, MAKEWPARAM(UIS_CLEAR, UISF_HIDEFOCUS), 0));
}
