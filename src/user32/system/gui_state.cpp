// What a program may ask and say about itself as one that has windows.
#include "base/last_error.h"
#include "gdi32/object.h"
#include "user32/message/thread_state.h"
#include "user32/window/window.h"

using namespace transom;
using namespace transom::user;

// Whether the thread has a message queue; `convert` gives it one.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-isguithread
WINBOOL WINAPI IsGUIThread(WINBOOL convert) {
  if (convert) current_thread();
  return current_thread_if_any() != nullptr;
}

// How many graphics objects, or windows and menus' windows, this process has. 0 for another
// process: nothing is known of it.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-getguiresources
DWORD WINAPI GetGuiResources(HANDLE process, DWORD what) {
  if (GetProcessId(process) != GetCurrentProcessId()) {
    return base::fail<DWORD>(ERROR_INVALID_PARAMETER);
  }
  switch (what) {
    case GR_GDIOBJECTS:
      return static_cast<DWORD>(gdi::object_count());
    case GR_USEROBJECTS:
      return static_cast<DWORD>(detail::window_table.count());
    default:
      return base::fail<DWORD>(ERROR_INVALID_PARAMETER);
  }
}

// Windows of hung threads are not replaced by ghosts here, so that there is nothing to disable.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-disableprocesswindowsghosting
void WINAPI DisableProcessWindowsGhosting() {}

// Left to right: windows are not mirrored.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-getprocessdefaultlayout
WINBOOL WINAPI GetProcessDefaultLayout(DWORD* layout) {
  if (layout == nullptr) return base::fail(ERROR_NOACCESS);
  *layout = 0;
  return TRUE;
}

// Last errors: ERROR_INVALID_PARAMETER for a mirrored layout.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-setprocessdefaultlayout
WINBOOL WINAPI SetProcessDefaultLayout(DWORD layout) {
  return layout == 0 ? TRUE : base::fail(ERROR_INVALID_PARAMETER);
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-getwindowdisplayaffinity
WINBOOL WINAPI GetWindowDisplayAffinity(HWND window, DWORD* affinity) {
  if (!is_window(window)) return base::fail(ERROR_INVALID_WINDOW_HANDLE);
  if (affinity == nullptr) return base::fail(ERROR_NOACCESS);
  *affinity = WDA_NONE;
  return TRUE;
}

// The host can keep nothing off screenshots, so that only WDA_NONE is granted.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-setwindowdisplayaffinity
WINBOOL WINAPI SetWindowDisplayAffinity(HWND window, DWORD affinity) {
  if (find_own_window(window) == nullptr) return base::fail(ERROR_INVALID_WINDOW_HANDLE);
  return affinity == WDA_NONE ? TRUE : base::fail(ERROR_NOT_SUPPORTED);
}

// Desktop programs all.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-isimmersiveprocess
WINBOOL WINAPI IsImmersiveProcess(HANDLE) {
  return FALSE;
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-iswow64message
WINBOOL WINAPI IsWow64Message() {
  return FALSE;
}

// Fills the clip region as the desktop shows there: with its colour.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-paintdesktop
WINBOOL WINAPI PaintDesktop(HDC dc) {
  RECT clip;
  if (GetClipBox(dc, &clip) == ERROR) return base::fail(ERROR_INVALID_HANDLE);
  return FillRect(dc, &clip, GetSysColorBrush(COLOR_BACKGROUND)) != 0;
}
