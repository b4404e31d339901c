#include "user32/window/window_text.h"

#include "base/text.h"
#include "user32/lock.h"
#include "user32/paint/window_paint.h"
#include "user32/window/host_window.h"
#include "user32/window/on_owner.h"
#include "user32/window/tree.h"

namespace transom::user {

void set_stored_text(Window& window, std::u16string text) {
  {
    UserLock lock;
    window.text = std::move(text);
  }
  if (!window.is_child()) update_host_title(window);
}

namespace {

bool exists(HWND window) {
  if (is_window(window)) return true;
  base::set_last_error(ERROR_INVALID_WINDOW_HANDLE);
  return false;
}

}  // namespace
}  // namespace transom::user

using namespace transom;
using namespace transom::user;

// Sends WM_SETTEXT. Null stands for empty text.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-setwindowtextw
WINBOOL WINAPI SetWindowTextW(HWND window, LPCWSTR text) {
  return exists(window) && send_message(window, WM_SETTEXT, 0, reinterpret_cast<LPARAM>(text)) != 0;
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-setwindowtexta
WINBOOL WINAPI SetWindowTextA(HWND window, LPCSTR text) {
  return exists(window) && SendMessageA(window, WM_SETTEXT, 0, reinterpret_cast<LPARAM>(text)) != 0;
}

// Sends WM_GETTEXT; returns the characters copied, without the terminator.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-getwindowtextw
int WINAPI GetWindowTextW(HWND window, LPWSTR buffer, int size) {
  if (buffer == nullptr || size <= 0 || !exists(window)) return 0;
  buffer[0] = 0;
  return static_cast<int>(send_message(window, WM_GETTEXT, static_cast<WPARAM>(size),
                                       reinterpret_cast<LPARAM>(buffer)));
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-getwindowtexta
int WINAPI GetWindowTextA(HWND window, LPSTR buffer, int size) {
  if (buffer == nullptr || size <= 0 || !exists(window)) return 0;
  buffer[0] = 0;
  return static_cast<int>(SendMessageA(window, WM_GETTEXT, static_cast<WPARAM>(size),
                                       reinterpret_cast<LPARAM>(buffer)));
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-getwindowtextlengthw
int WINAPI GetWindowTextLengthW(HWND window) {
  return exists(window) ? static_cast<int>(send_message(window, WM_GETTEXTLENGTH, 0, 0)) : 0;
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-getwindowtextlengtha
int WINAPI GetWindowTextLengthA(HWND window) {
  return exists(window) ? static_cast<int>(SendMessageA(window, WM_GETTEXTLENGTH, 0, 0)) : 0;
}

// The text as kept with the window; sends nothing.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-internalgetwindowtext
int WINAPI InternalGetWindowText(HWND handle, LPWSTR buffer, int size) {
  if (buffer == nullptr || size <= 0) return base::fail<int>(ERROR_INVALID_PARAMETER);
  UserLock lock;
  const Window* window = find_window_locked(handle);
  if (window == nullptr) return base::fail<int>(ERROR_INVALID_WINDOW_HANDLE);
  const std::size_t count = std::min(window->text.size(), static_cast<std::size_t>(size) - 1);
  std::copy_n(window->text.data(), count, base::as_char16(buffer));
  buffer[count] = 0;
  return static_cast<int>(count);
}
