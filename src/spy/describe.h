// How the spy learns what a window is, without knowing user32: user32 gives these functions.
#pragma once

#include <cstdint>

#include "base/win32.h"

namespace transom::spy {

// Each may be called from any thread, with a dead handle too, and runs none of the program's code.
struct WindowDescriber {
  // UTF-16, zero-terminated and cut to `capacity`; returns the length, 0 for a dead handle.
  unsigned (*class_name)(HWND window, char16_t* buffer, unsigned capacity) = nullptr;
  // The text as kept with the window; sends no WM_GETTEXT.
  unsigned (*text)(HWND window, char16_t* buffer, unsigned capacity) = nullptr;
  DWORD (*style)(HWND window) = nullptr;
};

// Before the first event. Functions that are null are not asked.
void set_window_describer(const WindowDescriber& describer);
const WindowDescriber& window_describer();

}  // namespace transom::spy
