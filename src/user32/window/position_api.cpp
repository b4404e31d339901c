// SetWindowPos, MoveWindow, ShowWindow and their company, as programs call them.
#include "user32/lock.h"
#include "user32/window/desktop.h"
#include "user32/window/on_owner.h"
#include "user32/window/position.h"
#include "user32/window/tree.h"
#include "user32/window/window_extras.h"

namespace transom::user {
namespace {

// A deferred list; the handle is its address, checked against the live ones.
struct DeferredPositions {
  std::vector<WINDOWPOS> positions;
};

std::vector<DeferredPositions*>& deferred_lists() {
  static auto* lists = new std::vector<DeferredPositions*>;  // guarded by the USER lock
  return *lists;
}

DeferredPositions* find_deferred(HDWP handle) {
  UserLock lock;
  auto* list = reinterpret_cast<DeferredPositions*>(handle);
  return std::ranges::find(deferred_lists(), list) != deferred_lists().end() ? list : nullptr;
}

void forget_deferred(DeferredPositions* list) {
  UserLock lock;
  std::erase(deferred_lists(), list);
}

BOOL position(WINDOWPOS pos) {
  const bool waits = (pos.flags & SWP_ASYNCWINDOWPOS) == 0;
  pos.flags &= ~static_cast<UINT>(SWP_ASYNCWINDOWPOS);
  if (!waits) {
    return on_owner_later(pos.hwnd, [pos](Window& window) { set_window_pos(window, pos); });
  }
  return on_owner(pos.hwnd, [&](Window& window) { return set_window_pos(window, pos); }) != 0;
}

BOOL show(HWND handle, int command) {
  return on_owner(handle, [&](Window& window) { return show_window(window, command); }) != 0;
}

DWORD style_of(HWND handle) {
  const WindowRef window = find_window(handle);
  if (!window) return base::fail<DWORD>(ERROR_INVALID_WINDOW_HANDLE);
  return window->style;
}

// Workspace coordinates are screen coordinates less the part of the screen that the task bar takes.
POINT workspace_offset(const Window& window) {
  if (window.parent != &desktop_window() || (window.ex_style & WS_EX_TOOLWINDOW) != 0) return {};
  const host::Monitor& monitor = nearest_monitor(window.rect);
  return {monitor.work_area.left - monitor.bounds.left, monitor.work_area.top - monitor.bounds.top};
}

void fill_placement(const Window& window, WINDOWPLACEMENT& placement) {
  const DWORD style = window.style;
  const Placement* kept = window.extras ? &window.extras->placement : nullptr;
  placement.flags = 0;
  placement.showCmd = (style & WS_MINIMIZE) != 0   ? SW_SHOWMINIMIZED
                      : (style & WS_MAXIMIZE) != 0 ? SW_SHOWMAXIMIZED
                                                   : SW_SHOWNORMAL;
  if (kept != nullptr && (style & WS_MINIMIZE) != 0 && kept->restore_to_maximized) {
    placement.flags |= WPF_RESTORETOMAXIMIZED;
  }
  placement.ptMinPosition = kept != nullptr && kept->minimized ? *kept->minimized : POINT{-1, -1};
  if ((style & WS_MINIMIZE) != 0) placement.ptMinPosition = {window.rect.left, window.rect.top};
  placement.ptMaxPosition = kept != nullptr && kept->maximized ? *kept->maximized : POINT{-1, -1};
  placement.rcNormalPosition = restored_rect(window);
  const POINT offset = workspace_offset(window);
  OffsetRect(&placement.rcNormalPosition, -offset.x, -offset.y);
}

bool set_placement(Window& window, const WINDOWPLACEMENT& asked) {
  const WindowRef keep(&window);
  RECT normal = asked.rcNormalPosition;
  const POINT offset = workspace_offset(window);
  OffsetRect(&normal, offset.x, offset.y);
  {
    UserLock lock;
    Placement& placement = extras_of(window).placement;
    placement.normal = normal;
    if ((asked.flags & WPF_SETMINPOSITION) != 0) placement.minimized = asked.ptMinPosition;
    const POINT at = asked.ptMaxPosition;
    // The corner of the work area, as in a structure that was cleared, is where it goes by itself.
    const bool chosen = at.x != at.y || (at.x != -1 && at.x != 0);
    if (chosen) placement.maximized = at;
  }
  if ((window.style & (WS_MINIMIZE | WS_MAXIMIZE)) == 0) {
    set_window_pos(window, {.x = normal.left,
                            .y = normal.top,
                            .cx = normal.right - normal.left,
                            .cy = normal.bottom - normal.top,
                            .flags = SWP_NOZORDER | SWP_NOACTIVATE});
  }
  if (window.destroyed) return true;
  show_window(window, static_cast<int>(asked.showCmd));
  if (!window.destroyed && (window.style & WS_MINIMIZE) != 0 &&
      (asked.flags & WPF_RESTORETOMAXIMIZED) != 0) {
    extras_of(window).placement.restore_to_maximized = true;
  }
  return true;
}

}  // namespace
}  // namespace transom::user

using namespace transom;
using namespace transom::user;

// Changes size, place, z-order and visibility of a window. Pixels, of the parent's client area for
// a child. `flags` are SWP_. Last error: ERROR_INVALID_WINDOW_HANDLE.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-setwindowpos
WINBOOL WINAPI SetWindowPos(HWND window, HWND after, int x, int y, int width, int height,
                            UINT flags) {
  return position({window, after, x, y, width, height, flags});
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-movewindow
WINBOOL WINAPI MoveWindow(HWND window, int x, int y, int width, int height, WINBOOL repaint) {
  UINT flags = SWP_NOZORDER | SWP_NOACTIVATE;
  if (repaint == FALSE) flags |= SWP_NOREDRAW;
  return position({window, nullptr, x, y, width, height, flags});
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-bringwindowtotop
WINBOOL WINAPI BringWindowToTop(HWND window) {
  return position({window, HWND_TOP, 0, 0, 0, 0, SWP_NOSIZE | SWP_NOMOVE});
}

// A list of positions to set together; grows as it must. Last error: ERROR_INVALID_PARAMETER.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-begindeferwindowpos
HDWP WINAPI BeginDeferWindowPos(int count) {
  if (count < 0) return base::fail<HDWP>(ERROR_INVALID_PARAMETER);
  auto* list = new DeferredPositions;
  list->positions.reserve(static_cast<std::size_t>(std::clamp(count, 8, 1024)));
  UserLock lock;
  deferred_lists().push_back(list);
  return reinterpret_cast<HDWP>(list);
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-deferwindowpos
HDWP WINAPI DeferWindowPos(HDWP handle, HWND window, HWND after, int x, int y, int width,
                           int height, UINT flags) {
  DeferredPositions* list = find_deferred(handle);
  if (list == nullptr) return base::fail<HDWP>(ERROR_INVALID_DWP_HANDLE);
  if (!is_window(window)) {
    // "Abandon the operation": the list dies with the failure.
    forget_deferred(list);
    delete list;
    return base::fail<HDWP>(ERROR_INVALID_WINDOW_HANDLE);
  }
  list->positions.push_back({window, after, x, y, width, height, flags});
  return handle;
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-enddeferwindowpos
WINBOOL WINAPI EndDeferWindowPos(HDWP handle) {
  DeferredPositions* list = find_deferred(handle);
  if (list == nullptr) return base::fail(ERROR_INVALID_DWP_HANDLE);
  forget_deferred(list);
  const std::unique_ptr<DeferredPositions> own(list);
  BOOL all = TRUE;
  for (const WINDOWPOS& pos : own->positions) {
    if (is_window(pos.hwnd) && !position(pos)) all = FALSE;
  }
  return all;
}

// Sets the show state (SW_). Returns whether the window was visible.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-showwindow
WINBOOL WINAPI ShowWindow(HWND window, int command) {
  return show(window, command);
}

// As ShowWindow, without waiting for another thread.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-showwindowasync
WINBOOL WINAPI ShowWindowAsync(HWND window, int command) {
  return on_owner_later(window, [command](Window& own) { show_window(own, command); });
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-showownedpopups
WINBOOL WINAPI ShowOwnedPopups(HWND owner, WINBOOL show) {
  return on_owner(owner, [&](Window& window) {
           show_owned_windows(window, show != FALSE);
           return true;
         }) != 0;
}

// Shows or hides without an animation. Fails where nothing would change.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-animatewindow
WINBOOL WINAPI AnimateWindow(HWND window, DWORD, DWORD flags) {
  if (!is_window(window)) return base::fail(ERROR_INVALID_WINDOW_HANDLE);
  const bool hide = (flags & AW_HIDE) != 0;
  if (((style_of(window) & WS_VISIBLE) != 0) != hide) return base::fail(ERROR_INVALID_PARAMETER);
  show(window, hide ? SW_HIDE : (flags & AW_ACTIVATE) != 0 ? SW_SHOW : SW_SHOWNA);
  return TRUE;
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-isiconic
WINBOOL WINAPI IsIconic(HWND window) {
  return (style_of(window) & WS_MINIMIZE) != 0;
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-iszoomed
WINBOOL WINAPI IsZoomed(HWND window) {
  return (style_of(window) & WS_MAXIMIZE) != 0;
}

// Restores a minimized window.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-openicon
WINBOOL WINAPI OpenIcon(HWND window) {
  if (!IsIconic(window)) return FALSE;
  show(window, SW_SHOWNORMAL);
  return TRUE;
}

// Minimizes; it does not destroy.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-closewindow
WINBOOL WINAPI CloseWindow(HWND window) {
  const DWORD style = style_of(window);
  if (!is_window(window) || (style & WS_CHILD) != 0) return FALSE;
  show(window, SW_MINIMIZE);
  return TRUE;
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-getwindowplacement
WINBOOL WINAPI GetWindowPlacement(HWND handle, WINDOWPLACEMENT* placement) {
  if (placement == nullptr) return base::fail(ERROR_INVALID_PARAMETER);
  UserLock lock;
  const Window* window = find_window_locked(handle);
  if (window == nullptr) return base::fail(ERROR_INVALID_WINDOW_HANDLE);
  placement->length = sizeof *placement;
  fill_placement(*window, *placement);
  return TRUE;
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-setwindowplacement
WINBOOL WINAPI SetWindowPlacement(HWND window, const WINDOWPLACEMENT* placement) {
  if (placement == nullptr || placement->length != sizeof *placement) {
    return base::fail(ERROR_INVALID_PARAMETER);
  }
  const WINDOWPLACEMENT copy = *placement;
  return on_owner(window, [&](Window& own) { return set_placement(own, copy); }) != 0;
}
