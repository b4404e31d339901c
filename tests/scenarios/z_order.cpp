// Which window is above which.
#include "kit/scenario.h"

namespace {

constexpr UINT kOrderOnly = SWP_NOMOVE | SWP_NOSIZE | SWP_NOACTIVATE;

HWND popup(const char* name, int x) {
  return show(name, {.style = WS_POPUP, .place = {x, 100, 100, 100}});
}

}  // namespace

SCENARIO(z_order, bring_to_top, "BringWindowToTop activates a top-level window",
         PAGES("winmsg/window-features"), CHECKS(WM_WINDOWPOSCHANGING, WM_ACTIVATE)) {
  ignore_painting();
  const HWND first = popup("first", 100);
  popup("second", 150);
  CALL(BringWindowToTop(first));
  CALL(note_z_order(nullptr));
}

SCENARIO(z_order, bottom, "HWND_BOTTOM", PAGES("winmsg/window-features"),
         CHECKS(WM_WINDOWPOSCHANGED)) {
  ignore_painting();
  popup("first", 100);
  popup("second", 150);
  const HWND third = popup("third", 200);
  CALL(SetWindowPos(third, HWND_BOTTOM, 0, 0, 0, 0, kOrderOnly));
  CALL(note_z_order(nullptr));
  CALL(pump());
}

SCENARIO(z_order, topmost, "A topmost window stays above the others",
         PAGES("winmsg/window-features", "winmsg/extended-window-styles"),
         CHECKS(WM_WINDOWPOSCHANGED)) {
  ignore_painting();
  const HWND first = popup("first", 100);
  const HWND second = popup("second", 150);
  CALL(SetWindowPos(first, HWND_TOPMOST, 0, 0, 0, 0, kOrderOnly));
  CALL(note_z_order(nullptr));
  CALL(SetWindowPos(second, HWND_TOP, 0, 0, 0, 0, kOrderOnly));
  CALL(note_z_order(nullptr));
  CALL(GetWindowLongPtrW(first, GWL_EXSTYLE) & WS_EX_TOPMOST);
  CALL(SetWindowPos(first, HWND_NOTOPMOST, 0, 0, 0, 0, kOrderOnly));
  CALL(GetWindowLongPtrW(first, GWL_EXSTYLE) & WS_EX_TOPMOST);
  CALL(note_z_order(nullptr));
}

SCENARIO(z_order, owned_follows_owner, "An owned window is always above its owner",
         PAGES("winmsg/window-features"), CHECKS(WM_WINDOWPOSCHANGED)) {
  ignore_painting();
  const HWND owner = popup("owner", 100);
  show("owned", {.style = WS_POPUP, .place = {120, 120, 50, 50}, .parent = owner});
  popup("other", 150);
  CALL(SetWindowPos(owner, HWND_TOP, 0, 0, 0, 0, kOrderOnly));
  CALL(note_z_order(nullptr));
}

SCENARIO(z_order, children, "The child that is created last lies below its siblings",
         PAGES("winmsg/window-features"), CHECKS(WM_WINDOWPOSCHANGED)) {
  ignore_painting();
  const HWND frame = show("frame");
  for (const char* name : {"a", "b", "c"}) {
    show(name, {.style = WS_CHILD | WS_CLIPSIBLINGS, .place = {10, 10, 80, 60}, .parent = frame});
  }
  CALL(note_z_order(frame));
  const HWND last = GetWindow(GetWindow(frame, GW_CHILD), GW_HWNDLAST);
  CALL(SetWindowPos(last, HWND_TOP, 0, 0, 0, 0, kOrderOnly));
  CALL(note_z_order(frame));
  CALL(pump());
}

SCENARIO(z_order, behind_a_window, "A window is put behind the one that is named",
         PAGES("winmsg/window-features"), CHECKS(WM_WINDOWPOSCHANGING)) {
  ignore_painting();
  const HWND first = popup("first", 100);
  const HWND second = popup("second", 150);
  popup("third", 200);
  CALL(SetWindowPos(second, first, 0, 0, 0, 0, kOrderOnly));
  CALL(note_z_order(nullptr));
}
