// Who is active, who has the focus, who has the capture.
// https://learn.microsoft.com/windows/win32/inputdev/about-keyboard-input#keyboard-focus-and-activation
#pragma once

#include "base/win32.h"
#include "user32/window/window.h"

namespace transom::user {

enum class Activation { kProgram, kMouse };

// Makes a top-level window of this thread active, in documented order: WM_WINDOWPOSCHANGING
// (z-order), HCBT_ACTIVATE, WM_NCACTIVATE and WM_ACTIVATE to the old one, WM_ACTIVATEAPP,
// WM_NCACTIVATE and WM_ACTIVATE to the new one, WM_SETFOCUS. Null deactivates. False: a hook or
// WM_NCACTIVATE refused.
bool activate_window(Window* window, Activation how);
// SetFocus for a window of this thread (or null); returns the previous focus window.
HWND set_focus(Window* window);
// SetForegroundWindow: makes the thread's input state the one that hardware input goes to.
bool set_foreground_window(Window& window, Activation how = Activation::kProgram);
// The window is going or is hidden or disabled: passes activation, focus and capture on.
void activate_other_window(Window& window);
// A window of this thread has been minimized: the next one in the z-order that is not, or its
// owner, becomes active. Without one it stays active itself.
void activate_next_window(Window& window);
// A press of a button over `window`: sends WM_MOUSEACTIVATE from the window up to its top-level
// window's answer and activates that. Returns the MA_ answer, 0 where nothing was asked (already
// active). For input, at retrieval.
int activate_by_mouse(Window& window, WORD hit_test, UINT message);
// SetCapture/ReleaseCapture with WM_CAPTURECHANGED.
HWND set_capture(Window* window);

}  // namespace transom::user
