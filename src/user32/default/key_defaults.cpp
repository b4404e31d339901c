// What DefWindowProc does with key messages: the way to the menu bar, Alt+F4, help, layouts.
#include "user32/default/frame_tracking.h"
#include "user32/default/input_handlers.h"
#include "user32/input/hot_keys.h"
#include "user32/input/input_state.h"
#include "user32/lock.h"
#include "user32/message/send.h"
#include "user32/window/class.h"
#include "user32/window/tree.h"

#ifndef WM_KEYF1
#define WM_KEYF1 0x004D
#endif

namespace transom::user {
namespace {

bool alt_is_down(const DefaultCall& call) {
  return (HIWORD(call.lparam) & KF_ALTDOWN) != 0;
}
bool is_repeat(const DefaultCall& call) {
  return (HIWORD(call.lparam) & KF_REPEAT) != 0;
}

HWND top_level_handle(Window& window) {
  UserLock lock;
  return top_level_of(window).handle;
}

// The key whose release goes to the menu bar if nothing else comes in between: Alt or F10.
void note_menu_key(const Window& window, std::uint8_t key) {
  UserLock lock;
  window.thread->input->menu_key = key;
}

bool take_menu_key(const Window& window, WPARAM key) {
  UserLock lock;
  return std::exchange(window.thread->input->menu_key, std::uint8_t{0}) == key;
}

void close_by_key(Window& window) {
  const HWND top = top_level_handle(window);
  if ((GetClassLongPtrW(top, GCL_STYLE) & CS_NOCLOSE) == 0) {
    post_message(top, WM_SYSCOMMAND, SC_CLOSE, 0);
  }
}

void ask_for_context_menu(Window& window) {
  send_message(window, WM_CONTEXTMENU, reinterpret_cast<WPARAM>(window.handle), -1);
}

// Alt, F10, or any key while Alt is down. Alt+F4 closes, Alt+Esc goes to the next window.
// https://learn.microsoft.com/windows/win32/inputdev/wm-syskeydown
LRESULT on_sys_key_down(Window& window, const DefaultCall& call) {
  const bool shift = GetKeyState(VK_SHIFT) < 0;
  switch (call.wparam) {
    case VK_MENU:
      if (!is_repeat(call)) note_menu_key(window, VK_MENU);
      return 0;
    case VK_F10:
      note_menu_key(window, VK_F10);
      if (shift) ask_for_context_menu(window);
      return 0;
    default:
      break;
  }
  note_menu_key(window, 0);
  if (!alt_is_down(call)) return 0;
  if (call.wparam == VK_F4) close_by_key(window);
  if (call.wparam == VK_ESCAPE) {
    send_message(window, WM_SYSCOMMAND, shift ? SC_PREVWINDOW : SC_NEXTWINDOW, 0);
  }
  return 0;
}

// A plain key in between keeps Alt's or F10's release from the menu bar.
// https://learn.microsoft.com/windows/win32/inputdev/wm-keydown
LRESULT on_key_down(Window& window, const DefaultCall&) {
  note_menu_key(window, 0);
  return 0;
}

// Alt or F10 came up again with nothing in between: into the menu bar.
// https://learn.microsoft.com/windows/win32/inputdev/wm-syskeyup
LRESULT on_sys_key_up(Window& window, const DefaultCall& call) {
  if (call.wparam != VK_MENU && call.wparam != VK_F10) return 0;
  if (take_menu_key(window, call.wparam)) {
    send_message(top_level_handle(window), WM_SYSCOMMAND, SC_KEYMENU, 0);
  }
  return 0;
}

// An Alt combination typed a character: a mnemonic of the menu bar, or the window menu for a space.
// https://learn.microsoft.com/windows/win32/menurc/wm-syschar
LRESULT on_sys_char(Window& window, const DefaultCall& call) {
  note_menu_key(window, 0);
  if (call.wparam == VK_RETURN && (window.style & WS_MINIMIZE) != 0) {
    post_message(window.handle, WM_SYSCOMMAND, SC_RESTORE, 0);
    return 0;
  }
  if (!alt_is_down(call) || call.wparam == 0) return 0;
  if (call.wparam == VK_TAB || call.wparam == VK_ESCAPE) return 0;
  if (const HWND parent = parent_of_child(window); parent != nullptr && call.wparam == VK_SPACE) {
    return send_message(parent, WM_SYSCHAR, call.wparam, call.lparam);
  }
  send_message(window, WM_SYSCOMMAND, SC_KEYMENU, static_cast<LPARAM>(call.wparam));
  return 0;
}

// Posted for F1 when the key is retrieved (undocumented, but seen).
// https://learn.microsoft.com/windows/win32/shell/wm-help
LRESULT on_key_f1(Window& window, const DefaultCall&) {
  send_help(window);
  return 0;
}

// Accepts the layout that the user chose.
// https://learn.microsoft.com/windows/win32/winmsg/wm-inputlangchangerequest
LRESULT on_input_language_request(Window&, const DefaultCall& call) {
  ActivateKeyboardLayout(reinterpret_cast<HKL>(call.lparam), 0);
  return 0;
}

// The layout changed: the children hear of it.
// https://learn.microsoft.com/windows/win32/winmsg/wm-inputlangchange
LRESULT on_input_language(Window& window, const DefaultCall& call) {
  for (const HWND child : child_handles(window)) {
    post_message(child, WM_INPUTLANGCHANGE, call.wparam, call.lparam);
  }
  return 1;
}

// https://learn.microsoft.com/windows/win32/inputdev/wm-sethotkey
LRESULT on_set_hot_key(Window& window, const DefaultCall& call) {
  return set_window_hot_key(window.handle, LOWORD(call.wparam));
}

// https://learn.microsoft.com/windows/win32/inputdev/wm-gethotkey
LRESULT on_get_hot_key(Window& window, const DefaultCall&) {
  return window_hot_key(window.handle);
}

constexpr DefaultEntry kEntries[] = {
    {WM_KEYDOWN, on_key_down},
    {WM_SYSKEYDOWN, on_sys_key_down},
    {WM_SYSKEYUP, on_sys_key_up},
    {WM_SYSCHAR, on_sys_char},
    {WM_KEYF1, on_key_f1},
    {WM_INPUTLANGCHANGEREQUEST, on_input_language_request},
    {WM_INPUTLANGCHANGE, on_input_language},
    {WM_SETHOTKEY, on_set_hot_key},
    {WM_GETHOTKEY, on_get_hot_key},
};

}  // namespace

std::span<const DefaultEntry> key_defaults() {
  return kEntries;
}

}  // namespace transom::user
