// Left Alt and Shift together, and nothing else: the next keyboard layout.
#pragma once

#include "user32/input/input_queue.h"

namespace transom::user {

// Every key, before it is queued. Asks the window with the focus to change the layout
// (WM_INPUTLANGCHANGEREQUEST) where there are several and the display leaves the choice to us.
// https://learn.microsoft.com/windows/win32/winmsg/wm-inputlangchangerequest
void watch_language_hot_key(const HardwareEvent& event);

}  // namespace transom::user
