// What the window manager is told of a window.
// https://tronche.com/gui/x/icccm/ and https://specifications.freedesktop.org/wm-spec/latest/
#pragma once

#include <xcb/xcb.h>

#include "base/win32.h"
#include "host/x11/connection.h"

namespace transom::host::x11 {

// Menus, lists and tooltips of the program's own making: not for the window manager.
bool is_managed(DWORD style, DWORD ex_style, bool owned);

// Everything that stays as long as the window lives. `owner`: its owner's X window, if it has one.
void write_fixed_hints(const Connection& connection, xcb_window_t window, xcb_window_t leader,
                       xcb_window_t owner, DWORD style, DWORD ex_style, bool managed);
void write_size_hints(const Connection& connection, xcb_window_t window, const RECT& rect,
                      bool sizable);
// Before the window is mapped: whether it starts minimized, and whether it takes the keyboard.
void write_wm_hints(const Connection& connection, xcb_window_t window, xcb_window_t leader,
                    bool takes_keyboard, bool minimized);
void set_input_focus(const Connection& connection, xcb_window_t window, xcb_timestamp_t time);
// The window has unmapped itself, as opposed to being minimized.
void withdraw(const Connection& connection, xcb_window_t window);
void write_icon(const Connection& connection, xcb_window_t window, HICON icon);

}  // namespace transom::host::x11
