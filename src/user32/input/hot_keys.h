// Hot keys: RegisterHotKey, and WM_SETHOTKEY for windows.
//
// A hot key is matched when the hardware's event enters, before anybody's focus matters, and
// posted. https://learn.microsoft.com/windows/win32/inputdev/about-keyboard-input#hot-keys
#pragma once

#include "base/win32.h"
#include "user32/input/input_queue.h"

namespace transom::user {

struct ThreadState;

// Whether the event is the press of a hot key; it then has been posted and goes no further.
bool hot_key_takes(const HardwareEvent& event);
void forget_hot_keys(HWND window);
// A thread ends: what it registered for itself goes.
void forget_hot_keys_of(const ThreadState& thread);

// WM_SETHOTKEY and WM_GETHOTKEY: virtual key in the low byte, HOTKEYF_ in the high one.
LRESULT set_window_hot_key(HWND window, WORD key);
WORD window_hot_key(HWND window);

}  // namespace transom::user
