// Owners and the windows they own.
#include "kit/scenario.h"

SCENARIO(owned, child_as_owner, "A child given as the owner: its top-level window owns",
         PAGES("winmsg/window-features"), CHECKS(WM_NCCREATE)) {
  const HWND frame = create("frame");
  const HWND child = create("child", {.style = WS_CHILD, .parent = frame});
  const HWND owned = CALL(create("owned", {.style = WS_POPUP, .parent = child}));
  CALL(GetWindow(owned, GW_OWNER));
  CALL(GetParent(owned));
  CALL(GetAncestor(owned, GA_PARENT));
  CALL(GetAncestor(owned, GA_ROOTOWNER));
}

SCENARIO(owned, owner_is_activated_after, "Closing an owned window activates its owner",
         PAGES("winmsg/window-features"), CHECKS(WM_ACTIVATE)) {
  ignore_painting();
  const HWND owner = show("owner");
  show("other", {.place = {450, 100, 100, 100}});
  SetActiveWindow(owner);
  const HWND owned = show("owned", {.style = WS_POPUP, .parent = owner});
  CALL(DestroyWindow(owned));
  CALL(note_focus());
}

SCENARIO(owned, hidden_owner, "Hiding an owner does not hide what it owns",
         PAGES("winmsg/window-features"), CHECKS(WM_SHOWWINDOW)) {
  ignore_painting();
  const HWND owner = show("owner");
  const HWND owned = show("owned", {.style = WS_POPUP, .parent = owner});
  CALL(ShowWindow(owner, SW_HIDE));
  CALL(note_state(owned));
}

SCENARIO(owned, last_popup, "GetLastActivePopup", PAGES("winmsg/window-features"), CHECKS()) {
  const HWND owner = show("owner");
  CALL(GetLastActivePopup(owner));
  const HWND owned = show("owned", {.style = WS_POPUP, .parent = owner});
  CALL(GetLastActivePopup(owner));
  CALL(SetActiveWindow(owner));
  CALL(GetLastActivePopup(owner));
  CALL(GetLastActivePopup(owned));
}

SCENARIO(owned, destroyed_before_owner, "An owned window goes first", PAGES("winmsg/wm-destroy"),
         CHECKS(WM_DESTROY, WM_NCDESTROY)) {
  ignore_painting();
  const HWND owner = show("owner");
  show("owned", {.style = WS_POPUP, .place = {120, 120, 50, 50}, .parent = owner});
  CALL(DestroyWindow(owner));
  CALL(note_focus());
}
