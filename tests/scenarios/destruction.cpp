// How windows end.
#include "kit/scenario.h"

namespace {

constexpr DWORD kChild = WS_CHILD | WS_VISIBLE;

}  // namespace

SCENARIO(destruction, parent_before_children, "A window is destroyed before its children are",
         PAGES("winmsg/wm-destroy", "winmsg/wm-ncdestroy"), CHECKS(WM_DESTROY, WM_NCDESTROY)) {
  ignore_painting();
  const HWND frame = create("frame", {.style = WS_POPUP});
  const HWND child = create("child", {.style = kChild, .parent = frame});
  create("grandchild", {.style = kChild, .parent = child});
  create("second", {.style = kChild, .parent = frame});
  CALL(DestroyWindow(frame));
}

SCENARIO(destruction, active_window, "A visible, active window is hidden and deactivated first",
         PAGES("winmsg/window-features"), CHECKS(WM_ACTIVATE, WM_KILLFOCUS, WM_NCACTIVATE)) {
  ignore_painting();
  const HWND frame = show("frame");
  CALL(DestroyWindow(frame));
  CALL(note_focus());
}

SCENARIO(destruction, other_is_activated, "Destroying the active window activates the next one",
         PAGES("winmsg/window-features"), CHECKS(WM_ACTIVATE, WM_SETFOCUS)) {
  ignore_painting();
  show("first");
  const HWND second = show("second");
  CALL(DestroyWindow(second));
  CALL(note_focus());
}

SCENARIO(destruction, child_tells_parent, "A child tells its parent of its destruction",
         PAGES("inputmsg/wm-parentnotify"), CHECKS(WM_PARENTNOTIFY)) {
  ignore_painting();
  const HWND frame = show("frame");
  const HWND child = create("child", {.style = kChild, .parent = frame, .id = 9});
  pump();
  CALL(DestroyWindow(child));
}

SCENARIO(destruction, close, "DefWindowProc destroys a window on WM_CLOSE",
         PAGES("winmsg/wm-close"), CHECKS(WM_CLOSE, WM_DESTROY)) {
  ignore_painting();
  const HWND frame = create("frame");
  CALL(PostMessageW(frame, WM_SYSCOMMAND, SC_CLOSE, 0));
  CALL(pump());
  CALL(IsWindow(frame));
}

SCENARIO(destruction, owned_windows, "Owned windows are destroyed with their owner",
         PAGES("winmsg/window-features"), CHECKS(WM_DESTROY)) {
  ignore_painting();
  const HWND owner = create("owner", {.style = WS_POPUP});
  create("owned", {.style = WS_POPUP, .parent = owner});
  CALL(DestroyWindow(owner));
}

SCENARIO(destruction, focus_in_child, "The focus of a destroyed child is taken from it",
         PAGES("winmsg/wm-destroy", "inputdev/wm-killfocus"), CHECKS(WM_KILLFOCUS)) {
  ignore_painting();
  const HWND frame = show("frame");
  const HWND child = create("child", {.style = kChild, .parent = frame});
  SetFocus(child);
  pump();
  CALL(DestroyWindow(child));
  CALL(note_focus());
}

SCENARIO(destruction, capture, "A destroyed window loses the mouse capture",
         PAGES("inputdev/wm-capturechanged"), CHECKS(WM_DESTROY)) {
  ignore_painting();
  const HWND frame = show("frame");
  SetCapture(frame);
  CALL(DestroyWindow(frame));
  CALL(note_focus());
}

SCENARIO(destruction, within_destroy, "DestroyWindow within WM_DESTROY does no harm",
         PAGES("winmsg/wm-destroy"), CHECKS(WM_DESTROY)) {
  ignore_painting();
  const HWND frame = create("frame", {.style = WS_POPUP});
  const HWND child = create("child", {.style = kChild, .parent = frame});
  on("frame", WM_DESTROY, [child](HWND, WPARAM, LPARAM) {
    CALL(DestroyWindow(child));
    return std::optional<LRESULT>();
  });
  CALL(DestroyWindow(frame));
}

SCENARIO(destruction, dead_handle, "A dead handle is refused", PAGES("winmsg/window-features"),
         CHECKS()) {
  ignore_painting();
  const HWND frame = create("frame", {.style = WS_POPUP});
  DestroyWindow(frame);
  CALL_ERROR(DestroyWindow(frame));
  CALL_ERROR(PostMessageW(frame, WM_APP, 0, 0));
  CALL_ERROR(SendMessageW(frame, WM_APP, 0, 0));
  CALL_ERROR(GetWindowLongPtrW(frame, GWL_STYLE));
  CALL_ERROR(IsWindow(frame));
}
