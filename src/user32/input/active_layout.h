// Which keyboard layouts there are to choose from, and the choice.
#pragma once

#include <vector>

#include "base/win32.h"

namespace transom::user {

// All that can be activated, the default one first.
std::vector<HKL> loaded_keyboard_layouts();
// The one that comes `step` places after `layout` in that list, around its end.
HKL neighbour_keyboard_layout(HKL layout, int step);
// LoadKeyboardLayout and its opposite; false: it was not loaded by a program.
void add_keyboard_layout(HKL layout);
bool remove_keyboard_layout(HKL layout);

// For the calling thread; the one before. A different one is told to the topmost affected window
// (WM_INPUTLANGCHANGE).
// https://learn.microsoft.com/windows/win32/winmsg/wm-inputlangchange
HKL activate_keyboard_layout(HKL layout);

}  // namespace transom::user
