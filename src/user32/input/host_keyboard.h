// The keyboard layouts that the display's user has chosen.
//
// A change at the display becomes WM_INPUTLANGCHANGEREQUEST for the window with the focus, as the
// choice of another language on Windows' taskbar does; threads of other windows follow when they
// are activated. TRANSOM_LAYOUT takes the display no say.
// https://learn.microsoft.com/windows/win32/winmsg/wm-inputlangchangerequest
#pragma once

#include <string>
#include <vector>

#include "base/win32.h"
#include "host/display.h"

namespace transom::user {

// Asks the host on first use: not under the USER lock. Valid for ever.
const host::Keyboard& host_keyboard();
// The current layout's name; empty where the display has none.
std::string host_layout_name();
std::vector<HKL> host_layouts();

// The host reports a change.
void host_keyboard_changed();
// A window of the calling thread was activated.
void follow_host_keyboard();

}  // namespace transom::user
