// SetWindowLong and what a change of styles tells.
#include "kit/scenario.h"

SCENARIO(style_change, set_style, "WM_STYLECHANGING, then WM_STYLECHANGED",
         PAGES("winmsg/wm-stylechanging", "winmsg/wm-stylechanged"),
         CHECKS(WM_STYLECHANGING, WM_STYLECHANGED)) {
  const HWND frame = show("frame");
  CALL(SetWindowLongPtrW(frame, GWL_STYLE, GetWindowLongPtrW(frame, GWL_STYLE) & ~WS_MAXIMIZEBOX));
  CALL(SetWindowLongPtrW(frame, GWL_EXSTYLE, WS_EX_TOOLWINDOW));
}

SCENARIO(style_change, edited, "The window may edit the new style",
         PAGES("winmsg/wm-stylechanging"), CHECKS(WM_STYLECHANGING)) {
  const HWND frame = create("frame");
  on("frame", WM_STYLECHANGING, [](HWND, WPARAM, LPARAM lparam) {
    reinterpret_cast<STYLESTRUCT*>(lparam)->styleNew |= WS_VSCROLL;
    return 0;
  });
  CALL(SetWindowLongPtrW(frame, GWL_STYLE, WS_CAPTION));
  CALL((GetWindowLongPtrW(frame, GWL_STYLE) & WS_VSCROLL) != 0);
}

SCENARIO(style_change, frame_follows, "The frame changes only with SWP_FRAMECHANGED",
         PAGES("winmsg/window-features"), CHECKS(WM_NCCALCSIZE)) {
  ignore_painting();
  const HWND frame = show("frame");
  SetWindowLongPtrW(frame, GWL_STYLE, WS_POPUP | WS_VISIBLE);
  CALL(note_place(frame));
  CALL(SetWindowPos(frame, nullptr, 0, 0, 0, 0,
                    SWP_NOMOVE | SWP_NOSIZE | SWP_NOZORDER | SWP_NOACTIVATE | SWP_FRAMECHANGED));
  CALL(note_place(frame));
}

SCENARIO(style_change, visible_by_style, "WS_VISIBLE by SetWindowLong shows without a word",
         PAGES("winmsg/window-styles"), CHECKS(WM_STYLECHANGED)) {
  ignore_painting();
  const HWND frame = create("frame", {.style = WS_POPUP});
  CALL(SetWindowLongPtrW(frame, GWL_STYLE, WS_POPUP | WS_VISIBLE));
  CALL(note_state(frame));
}

SCENARIO(style_change, user_data, "Other values change without messages",
         PAGES("winmsg/window-features"), CHECKS()) {
  const HWND frame = create("frame", {.style = WS_POPUP});
  CALL(GetWindowLongPtrW(frame, GWL_STYLE) >= 0);
  CALL(GetWindowLongW(frame, GWL_STYLE) >= 0);
  CALL(SetWindowLongPtrW(frame, GWLP_USERDATA, 5));
  CALL(SetWindowLongPtrW(frame, GWLP_USERDATA, 6));
  CALL_ERROR(SetWindowLongPtrW(frame, 1000, 6));
  CALL_ERROR(GetWindowLongPtrW(frame, -300));
}
