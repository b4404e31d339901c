// The text kept with a window.
#pragma once

#include <string>

#include "user32/window/window.h"

namespace transom::user {

// Keeps the text, and shows it to the host where the window is one of the host's.
void set_stored_text(Window& window, std::u16string text);

}  // namespace transom::user
