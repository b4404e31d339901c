// The caret: one an input state, drawn by inverting pixels, blinking by a system timer.
// https://learn.microsoft.com/windows/win32/menurc/about-carets
#pragma once

#include "user32/window/window.h"

namespace transom::user {

// Painting erases the caret before it draws in the window, and shows it again afterwards.
void hide_caret_for_painting(Window& window);
void show_caret_after_painting(Window& window);
void forget_caret(Window& window);

}  // namespace transom::user
