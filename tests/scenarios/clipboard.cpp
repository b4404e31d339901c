// The clipboard.
#include <cstring>

#include "kit/scenario.h"

namespace {

HANDLE text_in_memory(const char* text) {
  const HGLOBAL memory = GlobalAlloc(GMEM_MOVEABLE, std::strlen(text) + 1);
  std::strcpy(static_cast<char*>(GlobalLock(memory)), text);
  GlobalUnlock(memory);
  return memory;
}

}  // namespace

SCENARIO(clipboard, owner_is_told, "Emptying tells the owner",
         PAGES("dataxchg/wm-destroyclipboard"), CHECKS(WM_DESTROYCLIPBOARD)) {
  const HWND first = create("first", {.style = WS_POPUP});
  const HWND second = create("second", {.style = WS_POPUP});
  OpenClipboard(first);
  EmptyClipboard();
  SetClipboardData(CF_TEXT, text_in_memory("abc"));
  CloseClipboard();
  CALL(GetClipboardOwner());
  CALL(OpenClipboard(second));
  CALL(EmptyClipboard());
  CALL(GetClipboardOwner());
  CALL(CloseClipboard());
}

SCENARIO(clipboard, delayed, "Null is rendered when somebody asks",
         PAGES("dataxchg/wm-renderformat"), CHECKS(WM_RENDERFORMAT)) {
  const HWND owner = create("owner", {.style = WS_POPUP});
  on("owner", WM_RENDERFORMAT, [](HWND, WPARAM, LPARAM) {
    SetClipboardData(CF_TEXT, text_in_memory("late"));
    return 0;
  });
  OpenClipboard(owner);
  EmptyClipboard();
  SetClipboardData(CF_TEXT, nullptr);
  CloseClipboard();
  OpenClipboard(owner);
  CALL(IsClipboardFormatAvailable(CF_TEXT));
  CALL(GetClipboardData(CF_TEXT) != nullptr);
  CALL(CloseClipboard());
}

SCENARIO(clipboard, render_all, "A dying owner renders all", PAGES("dataxchg/wm-renderallformats"),
         CHECKS(WM_RENDERALLFORMATS)) {
  const HWND owner = create("owner", {.style = WS_POPUP});
  OpenClipboard(owner);
  EmptyClipboard();
  SetClipboardData(CF_TEXT, nullptr);
  CloseClipboard();
  CALL(DestroyWindow(owner));
}

SCENARIO(clipboard, viewers, "WM_DRAWCLIPBOARD and WM_CHANGECBCHAIN",
         PAGES("dataxchg/wm-drawclipboard", "dataxchg/wm-changecbchain"),
         CHECKS(WM_DRAWCLIPBOARD, WM_CHANGECBCHAIN)) {
  const HWND first = create("first", {.style = WS_POPUP});
  const HWND second = create("second", {.style = WS_POPUP});
  CALL(SetClipboardViewer(first));
  CALL(SetClipboardViewer(second));
  const auto change = [second] {
    OpenClipboard(second);
    EmptyClipboard();
    SetClipboardData(CF_TEXT, text_in_memory("abc"));
    CloseClipboard();
    pump();
  };
  CALL(change());
  CALL(ChangeClipboardChain(first, nullptr));
}

SCENARIO(clipboard, listeners, "WM_CLIPBOARDUPDATE is posted", PAGES("dataxchg/wm-clipboardupdate"),
         CHECKS(WM_CLIPBOARDUPDATE)) {
  const HWND window = create("window", {.style = WS_POPUP});
  CALL(AddClipboardFormatListener(window));
  OpenClipboard(window);
  EmptyClipboard();
  SetClipboardData(CF_TEXT, text_in_memory("abc"));
  CloseClipboard();
  CALL(pump());
  CALL(RemoveClipboardFormatListener(window));
}

SCENARIO(clipboard, closed, "Not opened: refused", PAGES("dataxchg/clipboard-operations"),
         CHECKS()) {
  CALL_ERROR(EmptyClipboard());
  CALL_ERROR(CloseClipboard());
  CALL_ERROR(GetClipboardData(CF_TEXT) != nullptr);
}

SCENARIO(clipboard, formats, "Registered formats are shared by name",
         PAGES("dataxchg/clipboard-formats"), CHECKS()) {
  const UINT format = RegisterClipboardFormatW(L"Scenario's own");
  CALL(format >= 0xC000);
  CALL(RegisterClipboardFormatW(L"SCENARIO'S OWN") == format);
  WCHAR name[40];
  CALL(GetClipboardFormatNameW(format, name, 40));
}
