// Questions about a window or a thread's windows that are answered from what is stored. Any thread;
// nothing is sent.
#include "base/last_error.h"
#include "user32/input/input_state.h"
#include "user32/lock.h"
#include "user32/message/thread_state.h"
#include "user32/system/system_metrics.h"
#include "user32/window/adjust_rect.h"
#include "user32/window/class.h"
#include "user32/window/on_owner.h"
#include "user32/window/tree.h"
#include "user32/window/window_extras.h"

namespace transom::user {
namespace {

const Window* look(HWND handle) {
  const Window* window = find_window_locked(handle);
  if (window == nullptr) base::set_last_error(ERROR_INVALID_WINDOW_HANDLE);
  return window;
}

void describe(const Window& window, WINDOWINFO& info) {
  const Window& top = top_level_of(const_cast<Window&>(window));
  const InputState* foreground = foreground_input();
  info.rcWindow = screen_rect(window);
  info.rcClient = screen_client_rect(window);
  info.dwStyle = window.style;
  info.dwExStyle = window.ex_style;
  info.dwWindowStatus =
      foreground != nullptr && foreground->active == top.handle ? WS_ACTIVECAPTION : 0;
  info.cxWindowBorders = info.cyWindowBorders =
      static_cast<UINT>(border_width(window.style, window.ex_style));
  info.atomWindowType = window.window_class->atom;
  info.wCreatorVersion = 0x0400;
}

// The input state of a thread by its identifier; of the foreground's with 0. Under the lock.
const InputState* input_of(DWORD thread) {
  if (thread == 0) return foreground_input();
  const ThreadState* state = find_thread(thread);
  return state != nullptr ? state->input.get() : nullptr;
}

void describe(const InputState& input, GUITHREADINFO& info) {
  info.flags = 0;
  if (input.caret_on && input.caret_hidden == 0) info.flags |= GUI_CARETBLINKING;
  if (input.move_size != nullptr) info.flags |= GUI_INMOVESIZE;
  if (input.menu_owner != nullptr) info.flags |= GUI_INMENUMODE;
  info.hwndActive = input.active;
  info.hwndFocus = input.focus;
  info.hwndCapture = input.capture;
  info.hwndMenuOwner = input.menu_owner;
  info.hwndMoveSize = input.move_size;
  info.hwndCaret = input.caret;
  info.rcCaret = input.caret_rect;
}

// What the title bar has: without WS_CAPTION it is invisible, and its buttons with it.
void describe(const Window& window, TITLEBARINFO& info) {
  const DWORD style = window.style;
  const bool caption = (style & WS_CAPTION) == WS_CAPTION;
  const bool buttons = caption && (style & WS_SYSMENU) != 0;
  const bool sizes = buttons && (style & (WS_MINIMIZEBOX | WS_MAXIMIZEBOX)) != 0;
  const auto present = [](bool there, bool works) -> DWORD {
    if (!there) return STATE_SYSTEM_INVISIBLE;
    return works ? 0 : STATE_SYSTEM_UNAVAILABLE;
  };
  info.rcTitleBar = screen_rect(window);
  const int border = border_width(style, window.ex_style);
  InflateRect(&info.rcTitleBar, -border, -border);
  info.rcTitleBar.bottom = info.rcTitleBar.top + caption_height(style, window.ex_style);
  info.rgstate[0] = STATE_SYSTEM_FOCUSABLE | present(caption, true);
  info.rgstate[1] = STATE_SYSTEM_INVISIBLE;  // reserved
  info.rgstate[2] = present(sizes, (style & WS_MINIMIZEBOX) != 0);
  info.rgstate[3] = present(sizes, (style & WS_MAXIMIZEBOX) != 0);
  info.rgstate[4] = present((window.ex_style & WS_EX_CONTEXTHELP) != 0 && buttons && !sizes, true);
  info.rgstate[5] = present(buttons, (window.window_class->style & CS_NOCLOSE) == 0);
}

}  // namespace
}  // namespace transom::user

using namespace transom;
using namespace transom::user;

// Rectangles, styles, borders and class of a window at once. Last errors:
// ERROR_INVALID_WINDOW_HANDLE, ERROR_INVALID_PARAMETER (null). Windows does not look at cbSize.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-getwindowinfo
WINBOOL WINAPI GetWindowInfo(HWND handle, PWINDOWINFO info) {
  if (info == nullptr) return base::fail(ERROR_INVALID_PARAMETER);
  UserLock lock;
  const Window* window = look(handle);
  if (window == nullptr) return FALSE;
  describe(*window, *info);
  return TRUE;
}

// Who is active, has the focus and so on in a thread; 0: in the foreground. Last error:
// ERROR_INVALID_PARAMETER (no such thread, or one without windows; bad cbSize).
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-getguithreadinfo
WINBOOL WINAPI GetGUIThreadInfo(DWORD thread, PGUITHREADINFO info) {
  if (info == nullptr || info->cbSize != sizeof *info) return base::fail(ERROR_INVALID_PARAMETER);
  UserLock lock;
  const InputState* input = input_of(thread);
  if (input == nullptr && thread != 0) return base::fail(ERROR_INVALID_PARAMETER);
  // Nobody has the foreground yet: all handles are null.
  static const InputState nobody;
  describe(input != nullptr ? *input : nobody, *info);
  return TRUE;
}

// Where the title bar is and which buttons it has. Last errors: ERROR_INVALID_WINDOW_HANDLE,
// ERROR_INVALID_PARAMETER (cbSize).
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-gettitlebarinfo
WINBOOL WINAPI GetTitleBarInfo(HWND handle, PTITLEBARINFO info) {
  if (info == nullptr || info->cbSize != sizeof *info) return base::fail(ERROR_INVALID_PARAMETER);
  UserLock lock;
  const Window* window = look(handle);
  if (window == nullptr) return FALSE;
  describe(*window, *info);
  return TRUE;
}

// The help context of a window, and of the children that have none of their own.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-setwindowcontexthelpid
WINBOOL WINAPI SetWindowContextHelpId(HWND handle, DWORD id) {
  return on_owner(handle, [&](Window& window) {
           UserLock lock;
           extras_of(window).help_id = id;
           return true;
         }) != 0;
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-getwindowcontexthelpid
DWORD WINAPI GetWindowContextHelpId(HWND handle) {
  UserLock lock;
  const Window* window = look(handle);
  for (; window != nullptr; window = window->is_child() ? window->parent : nullptr) {
    if (window->extras && window->extras->help_id != 0) return window->extras->help_id;
  }
  return 0;
}

// The file of the module that the window was made for. Returns the characters copied.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-getwindowmodulefilenamew
UINT WINAPI GetWindowModuleFileNameW(HWND handle, LPWSTR buffer, UINT size) {
  HINSTANCE module;
  {
    UserLock lock;
    const Window* window = look(handle);
    if (window == nullptr) return 0;
    module = window->instance;
  }
  return GetModuleFileNameW(module, buffer, size);
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-getwindowmodulefilenamea
UINT WINAPI GetWindowModuleFileNameA(HWND handle, LPSTR buffer, UINT size) {
  HINSTANCE module;
  {
    UserLock lock;
    const Window* window = look(handle);
    if (window == nullptr) return 0;
    module = window->instance;
  }
  return GetModuleFileNameA(module, buffer, size);
}

// Whether any owned, visible top-level window is on the screen. Kept for old programs.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-anypopup
WINBOOL WINAPI AnyPopup() {
  UserLock lock;
  for (const Window* each = desktop_window().first_child; each != nullptr; each = each->next) {
    if (each->owner != nullptr && each->is_visible_itself()) return TRUE;
  }
  return FALSE;
}
