// Layered windows.
#pragma once

#include "user32/window/window.h"

namespace transom::user {

// The window is one no more: WS_EX_LAYERED was taken away. On the owning thread.
void end_layering(Window& window);

}  // namespace transom::user
