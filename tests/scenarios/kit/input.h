// Input as hardware makes it.
#pragma once

#include <windows.h>

namespace scenario {

// In screen coordinates.
void move_mouse(int x, int y);
void mouse(DWORD flags, DWORD data = 0);
void click(int x, int y);
void key(WORD virtual_key, bool down);
void strike(WORD virtual_key);
// The pointer out of every window's way, no key and no button down.
void reset_input();

}  // namespace scenario
