// Keys that are commands.
#include "kit/scenario.h"

namespace {

HACCEL table() {
  ACCEL entries[] = {{FVIRTKEY, VK_F2, 201},
                     {FVIRTKEY | FCONTROL, 'S', 202},
                     {0, 'x', 203},
                     {FVIRTKEY | FALT, 'Q', 204}};
  return CreateAcceleratorTableW(entries, 4);
}

// A message loop with TranslateAccelerator.
void pump_translated(HWND window, HACCEL keys) {
  MSG message;
  while (PeekMessageW(&message, nullptr, 0, 0, PM_REMOVE)) {
    if (TranslateAcceleratorW(window, keys, &message)) continue;
    TranslateMessage(&message);
    DispatchMessageW(&message);
  }
}

}  // namespace

SCENARIO(accelerators, virtual_key, "A key becomes WM_COMMAND from an accelerator",
         PAGES("menurc/wm-command", "menurc/keyboard-accelerators"), CHECKS(WM_COMMAND)) {
  const HWND frame = show("frame");
  const HACCEL keys = table();
  strike(VK_F2);
  CALL(pump_translated(frame, keys));
}

SCENARIO(accelerators, with_control, "Ctrl+S, and not S", PAGES("menurc/keyboard-accelerators"),
         CHECKS(WM_COMMAND)) {
  const HWND frame = show("frame");
  const HACCEL keys = table();
  strike('S');
  CALL(pump_translated(frame, keys));
  key(VK_CONTROL, true);
  strike('S');
  key(VK_CONTROL, false);
  CALL(pump_translated(frame, keys));
}

SCENARIO(accelerators, character, "A character is translated from WM_CHAR",
         PAGES("menurc/keyboard-accelerators"), CHECKS(WM_COMMAND)) {
  const HWND frame = show("frame");
  const HACCEL keys = table();
  strike('X');
  CALL(pump_translated(frame, keys));
}

SCENARIO(accelerators, of_a_menu, "An item of the menu: WM_INITMENU first; not where it is grayed",
         PAGES("menurc/keyboard-accelerators", "menurc/wm-initmenu"),
         CHECKS(WM_INITMENU, WM_COMMAND)) {
  const HMENU popup = CreatePopupMenu();
  AppendMenuW(popup, MF_STRING, 201, L"First");
  AppendMenuW(popup, MF_STRING | MF_GRAYED, 202, L"Second");
  const HMENU menu = CreateMenu();
  AppendMenuW(menu, MF_POPUP, reinterpret_cast<UINT_PTR>(popup), L"Menu");
  name_object(menu, "bar");
  name_object(popup, "popup");
  const HWND frame = show("frame", {.menu = menu});
  const HACCEL keys = table();
  strike(VK_F2);
  CALL(pump_translated(frame, keys));
  key(VK_CONTROL, true);
  strike('S');
  key(VK_CONTROL, false);
  CALL(pump_translated(frame, keys));
}

SCENARIO(accelerators, alt_key, "Alt+Q from WM_SYSKEYDOWN", PAGES("menurc/keyboard-accelerators"),
         CHECKS(WM_COMMAND)) {
  const HWND frame = show("frame");
  const HACCEL keys = table();
  key(VK_MENU, true);
  strike('Q');
  key(VK_MENU, false);
  CALL(pump_translated(frame, keys));
}
