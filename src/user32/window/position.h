// Moving, sizing, ordering, showing: SetWindowPos and what is built on it.
//
// For windows of the calling thread; the exported functions hop to the owner where it is another.
// Order: WM_WINDOWPOSCHANGING, WM_NCCALCSIZE, (the change), WM_NCPAINT/WM_ERASEBKGND as needed,
// WM_WINDOWPOSCHANGED, whose default sends WM_MOVE and WM_SIZE.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-setwindowpos
#pragma once

#include "base/win32.h"
#include "user32/window/window.h"

namespace transom::user {

// The whole of SetWindowPos on a window of this thread. `pos.hwndInsertAfter` as documented.
bool set_window_pos(Window& window, WINDOWPOS pos);
// The same after the tree parent changed: the window has moved on the screen, whatever it is asked.
bool set_window_pos_in_new_parent(Window& window, WINDOWPOS pos);
// ShowWindow: returns whether the window was visible before.
bool show_window(Window& window, int command);
// WS_MINIMIZE and WS_MAXIMIZE of CreateWindowEx: the state without the showing.
void show_state_at_creation(Window& window, int command);
// Hides or shows again the windows that `owner` owns, as when it is minimized (SW_PARENTCLOSING).
void show_owned_windows(Window& owner, bool show);
// SC_MINIMIZE and WM_QUERYOPEN: a window as it is restored, in the parent's client coordinates.
RECT restored_rect(const Window& window);
// Sends WM_NCCALCSIZE and stores the answer; `new_rect` relative to the parent's client area.
void calculate_client_rect(Window& window, const RECT& new_rect);
// WM_GETMINMAXINFO with the documented defaults.
MINMAXINFO query_min_max_info(Window& window);
bool destroy_window(Window& window);

}  // namespace transom::user
