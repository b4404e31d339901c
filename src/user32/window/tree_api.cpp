// Parents, owners, siblings, coordinates, as programs ask for them. Any thread.
#include "base/last_error.h"
#include "user32/input/hit_test.h"
#include "user32/input/input.h"
#include "user32/lock.h"
#include "user32/message/send.h"
#include "user32/message/thread_state.h"
#include "user32/window/desktop.h"
#include "user32/window/destroy.h"
#include "user32/window/on_owner.h"
#include "user32/window/position.h"
#include "user32/window/tree.h"
#include "user32/window/window_extras.h"
#include "user32/window/z_order.h"

namespace transom::user {
namespace {

HWND handle_of(const Window* window) {
  return window != nullptr ? window->handle : nullptr;
}

// The window under the lock; sets the last error for a dead handle.
const Window* look(HWND handle) {
  const Window* window = find_window_locked(handle);
  if (window == nullptr) base::set_last_error(ERROR_INVALID_WINDOW_HANDLE);
  return window;
}

// What GetParent answers: the parent of a child, the owner of another.
Window* parent_or_owner(const Window& window) {
  if (window.is_child()) return window.parent;
  return (window.style & WS_POPUP) != 0 || window.owner != nullptr ? window.owner : nullptr;
}

// Among brothers for a child, among top-level windows otherwise.
const Window* relative(const Window& window, UINT which) {
  switch (which) {
    case GW_HWNDFIRST:
      return window.parent != nullptr ? window.parent->first_child : nullptr;
    case GW_HWNDLAST:
      return window.parent != nullptr ? window.parent->last_child : nullptr;
    case GW_HWNDNEXT:
      return window.next;
    case GW_HWNDPREV:
      return window.previous;
    case GW_OWNER:
      return window.owner;
    case GW_CHILD:
      return window.first_child;
    default:
      return nullptr;
  }
}

const Window* root_owner(const Window* window) {
  for (const Window* up = parent_or_owner(*window); up != nullptr && up->parent != nullptr;
       up = parent_or_owner(*up)) {
    window = up;
  }
  return window;
}

bool is_inside(const RECT& rect, POINT point) {
  return PtInRect(&rect, point) != FALSE;
}

// Neither the window itself nor one inside it.
bool can_be_parent(HWND handle, const Window& window) {
  UserLock lock;
  const Window* parent = find_window_locked(handle);
  return parent == nullptr || (parent != &window && !is_descendant(*parent, window));
}

HWND change_parent(Window& window, HWND parent_handle) {
  const WindowRef keep(&window);
  const bool was_visible = window.is_visible_itself();
  if (!can_be_parent(parent_handle, window)) return base::fail<HWND>(ERROR_INVALID_PARAMETER);
  // Hidden at the old place, shown at the new one.
  if (was_visible) show_window(window, SW_HIDE);
  if (window.destroyed) return nullptr;
  HWND old = nullptr;
  bool moves = false;
  {
    UserLock lock;
    Window* parent = parent_handle == nullptr        ? &desktop_window()
                     : parent_handle == HWND_MESSAGE ? &message_only_root()
                                                     : find_window_locked(parent_handle);
    if (parent == nullptr) return base::fail<HWND>(ERROR_INVALID_WINDOW_HANDLE);
    if (parent == &window || is_descendant(*parent, window)) {
      return base::fail<HWND>(ERROR_INVALID_PARAMETER);
    }
    old = handle_of(window.parent);
    moves = parent != window.parent;
    if (moves) {
      unlink_window(window);
      link_window(window, *parent, nullptr);
      if (window.is_child() && parent->thread != nullptr) {
        share_input(*window.thread, *parent->thread);
      }
    }
  }
  const RECT rect = window.rect;
  const WINDOWPOS same_place{.x = rect.left, .y = rect.top, .flags = SWP_NOSIZE};
  if (moves) {
    set_window_pos_in_new_parent(window, same_place);
  } else {
    set_window_pos(window, same_place);
  }
  if (was_visible && !window.destroyed) show_window(window, SW_SHOWNA);
  return old;
}

bool is_valid_parent(HWND parent) {
  return parent == nullptr || parent == HWND_MESSAGE || is_window(parent);
}

std::optional<POINT> origin_of(HWND handle) {
  if (handle == nullptr || handle == HWND_DESKTOP) return POINT{0, 0};
  const Window* window = look(handle);
  if (window == nullptr) return std::nullopt;
  return client_origin(*window);
}

bool shift(HWND handle, POINT* point, int sign) {
  if (point == nullptr) return base::fail<bool>(ERROR_INVALID_PARAMETER);
  UserLock lock;
  const Window* window = look(handle);
  if (window == nullptr) return false;
  const POINT origin = client_origin(*window);
  point->x += sign * origin.x;
  point->y += sign * origin.y;
  return true;
}

// The topmost visible child whose window contains the point (in the parent's client coordinates).
const Window* child_at(const Window& parent, POINT point, UINT skip) {
  for (const Window* child = parent.first_child; child != nullptr; child = child->next) {
    if ((skip & CWP_SKIPINVISIBLE) != 0 && !child->is_visible_itself()) continue;
    if ((skip & CWP_SKIPDISABLED) != 0 && (child->style & WS_DISABLED) != 0) continue;
    if ((skip & CWP_SKIPTRANSPARENT) != 0 && (child->ex_style & WS_EX_TRANSPARENT) != 0) continue;
    if (is_inside(child->rect, point)) return child;
  }
  return nullptr;
}

HWND child_from_point(HWND parent_handle, POINT point, UINT skip) {
  UserLock lock;
  const Window* parent = look(parent_handle);
  if (parent == nullptr) return nullptr;
  const RECT client{0, 0, parent->client_rect.right - parent->client_rect.left,
                    parent->client_rect.bottom - parent->client_rect.top};
  if (!is_inside(client, point)) return nullptr;
  const Window* child = child_at(*parent, point, skip);
  return handle_of(child != nullptr ? child : parent);
}

}  // namespace
}  // namespace transom::user

using namespace transom;
using namespace transom::user;

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-iswindow
WINBOOL WINAPI IsWindow(HWND window) {
  return is_window(window) || base::fail(ERROR_INVALID_WINDOW_HANDLE);
}

// WS_VISIBLE in the window and all its ancestors; it may be covered all the same.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-iswindowvisible
WINBOOL WINAPI IsWindowVisible(HWND handle) {
  UserLock lock;
  const Window* window = look(handle);
  return window != nullptr && is_visible(*window);
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-iswindowenabled
WINBOOL WINAPI IsWindowEnabled(HWND handle) {
  UserLock lock;
  const Window* window = look(handle);
  return window != nullptr && (window->style & WS_DISABLED) == 0;
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-iswindowunicode
WINBOOL WINAPI IsWindowUnicode(HWND handle) {
  UserLock lock;
  const Window* window = look(handle);
  return window != nullptr && window->encoding == Encoding::kUnicode && !window->reports_ansi;
}

// The parent of a child, the owner of a popup; null otherwise.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-getparent
HWND WINAPI GetParent(HWND handle) {
  UserLock lock;
  const Window* window = look(handle);
  return window != nullptr ? handle_of(parent_or_owner(*window)) : nullptr;
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-getancestor
HWND WINAPI GetAncestor(HWND handle, UINT which) {
  UserLock lock;
  const Window* window = look(handle);
  if (window == nullptr || window->parent == nullptr) return nullptr;
  switch (which) {
    case GA_PARENT:
      return handle_of(window->parent);
    case GA_ROOT:
      return top_level_of(const_cast<Window&>(*window)).handle;
    case GA_ROOTOWNER:
      return root_owner(window)->handle;
    default:
      return base::fail<HWND>(ERROR_INVALID_PARAMETER);
  }
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-getwindow
HWND WINAPI GetWindow(HWND handle, UINT which) {
  UserLock lock;
  const Window* window = look(handle);
  if (window == nullptr) return nullptr;
  if (which > GW_ENABLEDPOPUP) return base::fail<HWND>(ERROR_INVALID_GW_COMMAND);
  if (which != GW_ENABLEDPOPUP) return handle_of(relative(*window, which));
  for (const Window* each = desktop_window().first_child; each != nullptr; each = each->next) {
    const bool enabled = (each->style & (WS_VISIBLE | WS_DISABLED)) == WS_VISIBLE;
    if (each->owner == window && enabled) return each->handle;
  }
  return nullptr;
}

// The topmost child; of the desktop with null.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-gettopwindow
HWND WINAPI GetTopWindow(HWND parent) {
  return GetWindow(parent != nullptr ? parent : GetDesktopWindow(), GW_CHILD);
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-getlastactivepopup
HWND WINAPI GetLastActivePopup(HWND handle) {
  UserLock lock;
  const Window* window = look(handle);
  if (window == nullptr || window->owner != nullptr || !window->extras) return handle;
  const Window* popup = find_window_locked(window->extras->last_active_popup);
  return popup != nullptr && popup->is_visible_itself() ? popup->handle : handle;
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-ischild
WINBOOL WINAPI IsChild(HWND parent, HWND handle) {
  UserLock lock;
  const Window* ancestor = find_window_locked(parent);
  const Window* window = find_window_locked(handle);
  if (ancestor == nullptr || window == nullptr || !window->is_child()) return FALSE;
  return ancestor->parent != nullptr && is_descendant(*window, *ancestor);
}

// Gives a window another parent (null: the desktop). Styles stay as they are. Returns the old
// parent. https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-setparent
HWND WINAPI SetParent(HWND handle, HWND parent) {
  if (!is_window(handle) || !is_valid_parent(parent)) {
    return base::fail<HWND>(ERROR_INVALID_WINDOW_HANDLE);
  }
  return reinterpret_cast<HWND>(on_owner(handle, [&](Window& window) {
    return reinterpret_cast<LRESULT>(change_parent(window, parent));
  }));
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-getdesktopwindow
HWND WINAPI GetDesktopWindow() {
  monitors();  // before anybody asks for its size
  return desktop_window().handle;
}

// There is no shell of ours.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-getshellwindow
HWND WINAPI GetShellWindow() {
  return nullptr;
}

// The creating thread; its process in `process`. 0 for a dead handle.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-getwindowthreadprocessid
DWORD WINAPI GetWindowThreadProcessId(HWND window, LPDWORD process) {
  if (!is_window(window)) return base::fail<DWORD>(ERROR_INVALID_WINDOW_HANDLE);
  const ThreadState* thread = find_window_thread(window);
  // The desktop's is the system's first process.
  if (process != nullptr) *process = thread != nullptr ? GetCurrentProcessId() : 4;
  return thread != nullptr ? thread->id : 4;
}

// Screen coordinates.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-getwindowrect
WINBOOL WINAPI GetWindowRect(HWND handle, LPRECT rect) {
  if (rect == nullptr) return base::fail(ERROR_INVALID_PARAMETER);
  UserLock lock;
  const Window* window = look(handle);
  if (window == nullptr) return FALSE;
  *rect = screen_rect(*window);
  return TRUE;
}

// The size of the client area; left and top are 0.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-getclientrect
WINBOOL WINAPI GetClientRect(HWND handle, LPRECT rect) {
  if (rect == nullptr) return base::fail(ERROR_INVALID_PARAMETER);
  UserLock lock;
  const Window* window = look(handle);
  if (window == nullptr) return FALSE;
  const RECT& client = window->client_rect;
  *rect = {0, 0, client.right - client.left, client.bottom - client.top};
  return TRUE;
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-clienttoscreen
WINBOOL WINAPI ClientToScreen(HWND window, LPPOINT point) {
  return shift(window, point, 1);
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-screentoclient
WINBOOL WINAPI ScreenToClient(HWND window, LPPOINT point) {
  return shift(window, point, -1);
}

// Points from one window's client area to another's; null is the screen. Returns the shift as two
// words; 0 with a last error for a dead handle.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-mapwindowpoints
int WINAPI MapWindowPoints(HWND from, HWND to, LPPOINT points, UINT count) {
  if (points == nullptr && count > 0) return base::fail<int>(ERROR_NOACCESS);
  UserLock lock;
  const auto source = origin_of(from);
  const auto target = origin_of(to);
  if (!source || !target) return 0;
  const LONG x = source->x - target->x;
  const LONG y = source->y - target->y;
  for (POINT& point : std::span(points, count)) {
    point.x += x;
    point.y += y;
  }
  return static_cast<int>(MAKELONG(x, y));
}

// The window that a press at this point of the screen would reach; hidden windows and disabled
// children are passed over. Windows of the calling thread are asked by WM_NCHITTEST, so that those
// that answer HTTRANSPARENT are passed over, too.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-windowfrompoint
HWND WINAPI WindowFromPoint(POINT point) {
  const HWND found = hit_test(current_thread(), point).window;
  return found != nullptr ? found : GetDesktopWindow();
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-windowfromphysicalpoint
HWND WINAPI WindowFromPhysicalPoint(POINT point) {
  return WindowFromPoint(point);
}

// The immediate child at a point of the client area, hidden ones too; the parent where there is
// none. https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-childwindowfrompoint
HWND WINAPI ChildWindowFromPoint(HWND parent, POINT point) {
  return child_from_point(parent, point, CWP_ALL);
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-childwindowfrompointex
HWND WINAPI ChildWindowFromPointEx(HWND parent, POINT point, UINT flags) {
  return child_from_point(parent, point, flags);
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-realchildwindowfrompoint
HWND WINAPI RealChildWindowFromPoint(HWND parent, POINT point) {
  return child_from_point(parent, point, CWP_SKIPTRANSPARENT | CWP_SKIPINVISIBLE);
}
