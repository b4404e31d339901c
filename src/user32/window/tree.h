// The window tree: parents, owners, siblings in z-order, and coordinates.
//
// All functions here want the USER lock held, unless they are for the calling thread's own window
// and its ancestors are, too.
#pragma once

#include <vector>

#include "base/win32.h"
#include "user32/window/window.h"

namespace transom::user {

// Puts the window among its parent's children: behind `after`, or at the top (null).
void link_window(Window& window, Window& parent, Window* after);
void unlink_window(Window& window);

// WS_VISIBLE here and in all ancestors.
bool is_visible(const Window& window);
bool is_descendant(const Window& window, const Window& ancestor);
bool is_desktop(const Window& window);
// The ancestor whose tree parent is the desktop (GA_ROOT); the window itself where it is one.
Window& top_level_of(Window& window);

// Client area origin in screen coordinates.
POINT client_origin(const Window& window);
RECT screen_rect(const Window& window);         // the whole window
RECT screen_client_rect(const Window& window);  // the client area

// Handles of the children, topmost first: what may be walked while windows die. Takes the lock.
std::vector<HWND> child_handles(const Window& window);

}  // namespace transom::user
