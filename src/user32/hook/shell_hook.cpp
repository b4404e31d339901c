#include "user32/hook/shell_hook.h"

#include <algorithm>
#include <vector>

#include "base/last_error.h"
#include "user32/hook/hook.h"
#include "user32/lock.h"
#include "user32/message/send.h"

namespace transom::user {
namespace {

constexpr int kFlashing = HSHELL_REDRAW | HSHELL_HIGHBIT;

base::Relaxed<bool> anybody_registered = false;

// Guarded by the USER lock.
std::vector<HWND>& registered_windows() {
  static auto* windows = new std::vector<HWND>;
  return *windows;
}

UINT shell_message() {
  static const UINT message = RegisterWindowMessageW(L"SHELLHOOK");
  return message;
}

bool is_told_of(const Window& window) {
  return window.thread != nullptr && !window.is_child() && window.owner == nullptr;
}

std::vector<HWND> listeners() {
  if (!anybody_registered) return {};
  UserLock lock;
  return registered_windows();
}

void post_to_listeners(int code, LPARAM about) {
  for (const HWND listener : listeners()) {
    post_message(listener, shell_message(), static_cast<WPARAM>(code), about);
  }
}

LPARAM handle_of(const Window& window) {
  return reinterpret_cast<LPARAM>(window.handle);
}

}  // namespace

void tell_shell(Window& window, int code, LPARAM detail) {
  if (!is_told_of(window)) return;
  const WindowRef keep(&window);
  post_to_listeners(code, handle_of(window));
  if (hooked(*window.thread, WH_SHELL)) {
    call_hooks(WH_SHELL, code, reinterpret_cast<WPARAM>(window.handle), detail);
  }
}

void tell_shell_of_caption(Window& window, bool flashing) {
  if (!is_told_of(window) || !window.is_visible_itself()) return;
  const WindowRef keep(&window);
  post_to_listeners(flashing ? kFlashing : HSHELL_REDRAW, handle_of(window));
  if (hooked(*window.thread, WH_SHELL)) {
    call_hooks(WH_SHELL, HSHELL_REDRAW, reinterpret_cast<WPARAM>(window.handle), flashing);
  }
}

bool offer_command_to_shell(const Window& window, WPARAM wparam, LPARAM lparam) {
  if (hooked(*window.thread, WH_SHELL) &&
      call_hooks(WH_SHELL, HSHELL_APPCOMMAND, wparam, lparam) != 0) {
    return true;
  }
  post_to_listeners(HSHELL_APPCOMMAND, lparam);
  return false;
}

void ask_shell_for_minimized_rect(Window& window) {
  if (!is_told_of(window)) return;
  const WindowRef keep(&window);
  if (hooked(*window.thread, WH_SHELL)) {
    RECT rect{};
    call_hooks(WH_SHELL, HSHELL_GETMINRECT, reinterpret_cast<WPARAM>(window.handle),
               reinterpret_cast<LPARAM>(&rect));
  }
  SHELLHOOKINFO info{};
  info.hwnd = window.handle;
  for (const HWND listener : listeners()) {
    // Sent, since lParam is a pointer, but to our own windows alone: nobody waits for another's.
    if (find_own_window(listener) == nullptr) continue;
    send_message(listener, shell_message(), HSHELL_GETMINRECT, reinterpret_cast<LPARAM>(&info));
  }
}

void ask_shell_for_task_list() {
  post_to_listeners(HSHELL_TASKMAN, 0);
  if (hooked(current_thread(), WH_SHELL)) call_hooks(WH_SHELL, HSHELL_TASKMAN, 0, 0);
}

void forget_shell_window(HWND window) {
  if (!anybody_registered) return;
  std::erase(registered_windows(), window);
  anybody_registered = !registered_windows().empty();
}

}  // namespace transom::user

using namespace transom;
using namespace transom::user;

// The window gets the message RegisterWindowMessage("SHELLHOOK") from now on: posted, wParam an
// HSHELL_ code, lParam the window that it is about (HSHELL_APPCOMMAND: WM_APPCOMMAND's lParam;
// HSHELL_GETMINRECT: sent, a SHELLHOOKINFO). Once is enough.
// Last errors: ERROR_INVALID_WINDOW_HANDLE.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-registershellhookwindow
WINBOOL WINAPI RegisterShellHookWindow(HWND handle) {
  const UserLock lock;
  const Window* window = find_window_locked(handle);
  if (window == nullptr || window->thread == nullptr) {
    return base::fail(ERROR_INVALID_WINDOW_HANDLE);
  }
  if (std::ranges::find(registered_windows(), handle) == registered_windows().end()) {
    registered_windows().push_back(handle);
  }
  anybody_registered = true;
  return TRUE;
}

// Last errors: ERROR_INVALID_WINDOW_HANDLE where it was not registered.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-deregistershellhookwindow
WINBOOL WINAPI DeregisterShellHookWindow(HWND handle) {
  const UserLock lock;
  if (std::ranges::find(registered_windows(), handle) == registered_windows().end()) {
    return base::fail(ERROR_INVALID_WINDOW_HANDLE);
  }
  forget_shell_window(handle);
  return TRUE;
}
