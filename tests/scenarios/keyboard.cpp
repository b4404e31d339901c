// Key messages: the bits of lParam, characters, the state of keys.
#include "kit/scenario.h"

SCENARIO(keyboard, letter, "WM_KEYDOWN, WM_CHAR, WM_KEYUP",
         PAGES("inputdev/wm-keydown", "inputdev/wm-char"), CHECKS(WM_KEYDOWN, WM_CHAR, WM_KEYUP)) {
  show("frame");
  strike('A');
  CALL(pump());
}

SCENARIO(keyboard, shifted, "Shift makes a capital", PAGES("inputdev/wm-char"),
         CHECKS(WM_KEYDOWN, WM_CHAR, WM_KEYUP)) {
  show("frame");
  key(VK_SHIFT, true);
  strike('A');
  key(VK_SHIFT, false);
  CALL(pump());
}

SCENARIO(keyboard, repeated, "Held down: the previous state is set",
         PAGES("inputdev/about-keyboard-input"), CHECKS(WM_KEYDOWN)) {
  show("frame");
  key('A', true);
  pump();
  key('A', true);
  CALL(pump());
  key('A', false);
  CALL(pump());
}

SCENARIO(keyboard, extended, "Arrow keys are extended", PAGES("inputdev/about-keyboard-input"),
         CHECKS(WM_KEYDOWN, WM_KEYUP)) {
  show("frame");
  strike(VK_LEFT);
  strike(VK_DELETE);
  CALL(pump());
}

SCENARIO(keyboard, alt_letter, "With Alt: WM_SYSKEYDOWN, WM_SYSCHAR",
         PAGES("inputdev/wm-syskeydown", "inputdev/wm-syschar"),
         CHECKS(WM_SYSKEYDOWN, WM_SYSCHAR, WM_SYSKEYUP)) {
  show("frame");
  on("frame", WM_SYSCHAR, [](HWND, WPARAM, LPARAM) { return 0; });
  key(VK_MENU, true);
  strike('X');
  key(VK_MENU, false);
  CALL(pump());
}

SCENARIO(keyboard, control_letter, "Ctrl+C is a control character", PAGES("inputdev/wm-char"),
         CHECKS(WM_CHAR)) {
  show("frame");
  key(VK_CONTROL, true);
  strike('C');
  key(VK_CONTROL, false);
  CALL(pump());
}

SCENARIO(keyboard, to_the_focus, "Keys go to the window with the focus",
         PAGES("inputdev/about-keyboard-input"), CHECKS(WM_KEYDOWN)) {
  const HWND frame = show("frame");
  SetFocus(show("child", {.style = WS_CHILD, .place = {10, 10, 50, 50}, .parent = frame}));
  strike(VK_F5);
  CALL(pump());
}

SCENARIO(keyboard, without_focus, "Without a focus they are the active window's system keys",
         PAGES("inputdev/wm-syskeydown"), CHECKS(WM_SYSKEYDOWN, WM_SYSKEYUP)) {
  show("frame");
  SetFocus(nullptr);
  strike(VK_F5);
  CALL(pump());
}

SCENARIO(keyboard, state_follows_messages, "GetKeyState changes when the message is taken",
         PAGES("inputdev/about-keyboard-input"), CHECKS()) {
  show("frame");
  const auto note_keys = [] {
    note("shift: state %d, async %d", GetKeyState(VK_SHIFT) < 0, GetAsyncKeyState(VK_SHIFT) < 0);
  };
  key(VK_SHIFT, true);
  CALL(note_keys());
  pump();
  CALL(note_keys());
  key(VK_SHIFT, false);
  CALL(note_keys());
  pump();
  CALL(note_keys());
}

SCENARIO(keyboard, names, "GetKeyNameText and MapVirtualKey",
         PAGES("inputdev/about-keyboard-input"), CHECKS()) {
  CALL(MapVirtualKeyW('A', MAPVK_VK_TO_VSC));
  CALL(MapVirtualKeyW(0x1E, MAPVK_VSC_TO_VK));
  CALL(MapVirtualKeyW('A', MAPVK_VK_TO_CHAR));
  CALL(VkKeyScanW(L'A'));
  CALL(VkKeyScanW(L'1'));
}

SCENARIO(keyboard, unichar, "WM_UNICHAR is answered for UNICODE_NOCHAR only",
         PAGES("inputdev/wm-unichar"), CHECKS(WM_UNICHAR)) {
  const HWND frame = show("frame");
  CALL(SendMessageW(frame, WM_UNICHAR, UNICODE_NOCHAR, 0));
  CALL(SendMessageW(frame, WM_UNICHAR, 'A', 1));
}
