// What a sequence does besides calling one function.
#pragma once

#include <windows.h>

namespace differential {

BOOL set_placement(HWND window, UINT show, int left, int top, int right, int bottom);
void note_placement(HWND window);
BOOL give_menu(HWND window);
BOOL take_menu(HWND window);
// Both by one DeferWindowPos.
BOOL move_together(HWND first, HWND second, int x, int y, UINT flags);
// Until a timer's message has come.
void await_timer(HWND window, UINT id);
// Input, at a point of the window's client area.
void click_at(HWND window, int x, int y);
void right_click_at(HWND window, int x, int y);
void roll_wheel_at(HWND window, int x, int y);
void move_to(HWND window, int x, int y);
void press(WORD key);
void pump_messages();
BOOL take_one();
LRESULT send_with_timeout(HWND window, UINT message, WPARAM wparam, LPARAM lparam, UINT flags);
LRESULT set_text(HWND window);
BOOL attach_to(DWORD thread);
BOOL detach_from(DWORD thread);

}  // namespace differential
