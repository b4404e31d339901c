// Text of windows of both kinds.
#include "kit/scenario.h"

namespace {

void watch_text() {
  watch(WM_GETTEXT);
  watch(WM_GETTEXTLENGTH);
}

}  // namespace

SCENARIO(text, wide, "SetWindowTextW, GetWindowTextW",
         PAGES("winmsg/wm-settext", "winmsg/wm-gettext"),
         CHECKS(WM_SETTEXT, WM_GETTEXT, WM_GETTEXTLENGTH)) {
  watch_text();
  const HWND window = create("window", {.style = WS_POPUP});
  WCHAR text[20];
  CALL(SetWindowTextW(window, L"Stra\u00DFe"));
  CALL(GetWindowTextLengthW(window));
  CALL(GetWindowTextW(window, text, 20));
  CALL(GetWindowTextW(window, text, 4));
  CALL(note("%u", text[2]));
}

SCENARIO(text, ansi_caller, "GetWindowTextA asks a wide window in its own way",
         PAGES("winmsg/wm-gettext"), CHECKS(WM_GETTEXT)) {
  watch_text();
  const HWND window = create("window", {.style = WS_POPUP, .title = "abc"});
  char text[20];
  CALL(GetWindowTextA(window, text, 20));
  CALL(note("%s", text));
  CALL(SetWindowTextA(window, "xyz"));
}

SCENARIO(text, ansi_window, "A wide caller and an ANSI window", PAGES("winmsg/wm-settext"),
         CHECKS(WM_SETTEXT, WM_GETTEXT)) {
  watch_text();
  const HWND window = create("window", {.style = WS_POPUP, .ansi = true, .title = "abc"});
  WCHAR text[20];
  CALL(GetWindowTextW(window, text, 20));
  CALL(SetWindowTextW(window, L"xyz"));
  CALL(GetWindowTextW(window, text, 20));
  CALL(note("%c%c%c", text[0], text[1], text[2]));
}

SCENARIO(text, own_storage, "A program may keep its text itself", PAGES("winmsg/wm-gettext"),
         CHECKS(WM_GETTEXT)) {
  watch_text();
  const HWND window = create("window", {.style = WS_POPUP});
  on("window", WM_GETTEXT, [](HWND, WPARAM, LPARAM lparam) {
    lstrcpyW(reinterpret_cast<WCHAR*>(lparam), L"own");
    return 3;
  });
  WCHAR text[20];
  CALL(GetWindowTextW(window, text, 20));
  CALL(note("%c%c%c", text[0], text[1], text[2]));
}

SCENARIO(text, other_thread, "Another thread's window is asked by a message",
         PAGES("winmsg/wm-gettext"), CHECKS(WM_GETTEXT)) {
  watch_text();
  Worker worker("worker");
  HWND window = nullptr;
  worker.run([&] { window = create("window", {.style = WS_POPUP, .title = "far"}); });
  WCHAR text[20];
  CALL(GetWindowTextW(window, text, 20));
  CALL(note("%c%c%c", text[0], text[1], text[2]));
}

SCENARIO(text, ansi_characters, "WM_CHAR of an ANSI window is of its code page",
         PAGES("inputdev/wm-char"), CHECKS(WM_CHAR)) {
  const HWND window = create("window", {.style = WS_POPUP, .ansi = true});
  CALL(SendMessageW(window, WM_CHAR, 0xE9, 1));
  CALL(SendMessageA(window, WM_CHAR, 0xE9, 1));
}
