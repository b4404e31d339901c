// Minimized windows of programs for Windows 3.x: each is an icon, all of it client area, and no
// frame. A window whose class has an icon is painted by WM_PAINTICON and WM_ICONERASEBKGND, which
// DefWindowProc handles; another by WM_PAINT and WM_ERASEBKGND, as its program likes. Of programs
// for later versions a minimized window is a caption without client area: there is nothing to
// paint. https://learn.microsoft.com/windows/win32/gdi/drawing-a-minimized-window
#pragma once

#include "user32/window/window.h"

namespace transom::user {

// How large this program's windows are when they are minimized.
SIZE minimized_size();
bool is_icon(const Window& window);

// WM_PAINT, WM_ERASEBKGND or what stands for them.
UINT paint_message_of(const Window& window);
UINT erase_message_of(const Window& window);

}  // namespace transom::user
