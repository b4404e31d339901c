// Icons of windows.
#include "kit/scenario.h"

SCENARIO(icons, set_and_get, "WM_SETICON answers with the icon before",
         PAGES("winmsg/wm-seticon", "winmsg/wm-geticon"), CHECKS(WM_SETICON, WM_GETICON)) {
  ignore_painting();
  watch(WM_GETICON);
  const HWND frame = show("frame");
  const HICON icon = LoadIconW(nullptr, reinterpret_cast<LPCWSTR>(IDI_WARNING));
  name_object(icon, "warning");
  CALL(SendMessageW(frame, WM_SETICON, ICON_BIG, reinterpret_cast<LPARAM>(icon)) == 0);
  CALL(SendMessageW(frame, WM_GETICON, ICON_BIG, 0) == reinterpret_cast<LRESULT>(icon));
  CALL(SendMessageW(frame, WM_SETICON, ICON_BIG, 0) == reinterpret_cast<LRESULT>(icon));
}

SCENARIO(icons, of_the_class, "A window without one has its class's", PAGES("winmsg/wm-geticon"),
         CHECKS()) {
  const HICON icon = LoadIconW(nullptr, reinterpret_cast<LPCWSTR>(IDI_WARNING));
  const HWND frame = show("frame", {.icon = icon});
  CALL(GetClassLongPtrW(frame, GCLP_HICON) == reinterpret_cast<ULONG_PTR>(icon));
  CALL(SendMessageW(frame, WM_GETICON, ICON_BIG, 0));
}
