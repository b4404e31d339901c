// What the shell is told of top-level, unowned windows: to WH_SHELL hooks, and as the registered
// message "SHELLHOOK" to the windows of RegisterShellHookWindow.
// https://learn.microsoft.com/windows/win32/winmsg/shellproc
#pragma once

#include "base/win32.h"
#include "user32/window/window.h"

namespace transom::user {

// HSHELL_ code about the window; nothing where the window is a child, owned or the desktop. The
// hooks may do anything to the window. `detail` is lParam for hooks.
void tell_shell(Window& window, int code, LPARAM detail = 0);

// HSHELL_REDRAW, once more (`flashing`) for each change of a flashing caption.
void tell_shell_of_caption(Window& window, bool flashing);

// HSHELL_APPCOMMAND: nobody wanted the command. Whether a hook handled it.
bool offer_command_to_shell(const Window& window, WPARAM wparam, LPARAM lparam);

// The window that is minimized or maximized: a hook may say where it shrinks to.
void ask_shell_for_minimized_rect(Window& window);

// HSHELL_TASKMAN: the user wants the list of tasks; a shell that has one shows it.
void ask_shell_for_task_list();

// A window goes: it is told no more. Under the USER lock.
void forget_shell_window(HWND window);

}  // namespace transom::user
