// The windows of popup menus: class #32768.
// https://learn.microsoft.com/windows/win32/winmsg/about-window-classes#system-classes
#pragma once

#include "base/win32.h"
#include "user32/menu/menu.h"
#include "user32/window/class.h"

namespace transom::user {

extern const SystemClass kMenuClass;

// Shows a popup that has been laid out; it is never activated. Null where it could not be made.
HWND open_popup_window(const MenuRef& menu, HWND owner, POINT position);
// The corner of the popup nearest to where `wanted` puts it, within its monitor.
POINT keep_on_monitor(POINT wanted, SIZE size);
// The upper left corner of a popup for an anchor: aligned as the TPM_ flags say, on its monitor,
// off `exclude` (may be null).
POINT place_popup(POINT anchor, SIZE size, UINT flags, const RECT* exclude);

}  // namespace transom::user
