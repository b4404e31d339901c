// The monitors, as programs ask for them.
// https://learn.microsoft.com/windows/win32/gdi/multiple-display-monitors
#include "base/last_error.h"
#include "base/text.h"
#include "user32/lock.h"
#include "user32/window/desktop.h"
#include "user32/window/position.h"
#include "user32/window/tree.h"

namespace transom::user {
namespace {

bool known_default(DWORD otherwise) {
  return otherwise <= MONITOR_DEFAULTTONEAREST;
}

HMONITOR monitor_for(const RECT& rect, DWORD otherwise) {
  if (const host::Monitor* monitor = monitor_at(rect)) return monitor_handle(*monitor);
  switch (otherwise) {
    case MONITOR_DEFAULTTOPRIMARY:
      return monitor_handle(primary_monitor());
    case MONITOR_DEFAULTTONEAREST:
      return monitor_handle(nearest_monitor(rect));
    default:
      return nullptr;
  }
}

// An empty rectangle stands for its corner.
RECT at_least_a_point(RECT rect) {
  if (rect.right <= rect.left) rect.right = rect.left + 1;
  if (rect.bottom <= rect.top) rect.bottom = rect.top + 1;
  return rect;
}

void copy_name(const std::u16string& name, CHAR (&to)[CCHDEVICENAME]) {
  const std::string ansi = base::to_ansi(name);
  to[ansi.copy(to, CCHDEVICENAME - 1)] = 0;
}
void copy_name(const std::u16string& name, WCHAR (&to)[CCHDEVICENAME]) {
  to[name.copy(base::as_char16(to), CCHDEVICENAME - 1)] = 0;
}

template <class Extended>
BOOL get_info(HMONITOR handle, MONITORINFO* info) {
  const host::Monitor* monitor = find_monitor(handle);
  if (monitor == nullptr) return base::fail(ERROR_INVALID_MONITOR_HANDLE);
  if (info == nullptr ||
      (info->cbSize != sizeof(MONITORINFO) && info->cbSize != sizeof(Extended))) {
    return base::fail(ERROR_INVALID_PARAMETER);
  }
  info->rcMonitor = monitor->bounds;
  info->rcWork = monitor->work_area;
  info->dwFlags = monitor->primary ? MONITORINFOF_PRIMARY : 0;
  if (info->cbSize == sizeof(Extended)) {
    copy_name(monitor->name, static_cast<Extended*>(info)->szDevice);
  }
  return TRUE;
}

// The area that an enumeration is about, in screen coordinates, and where its coordinates begin.
struct Limits {
  std::optional<RECT> area;
  POINT origin{};
};

// Where a device context's coordinates begin on the screen, and what of the screen it shows.
std::optional<Limits> limits_of(HDC dc) {
  Limits limits;
  if (dc == nullptr) return limits;
  RECT clip;
  const int kind = GetClipBox(dc, &clip);
  if (kind == ERROR) return std::nullopt;
  GetDCOrgEx(dc, &limits.origin);
  OffsetRect(&clip, limits.origin.x, limits.origin.y);
  limits.area = clip;
  return limits;
}

}  // namespace
}  // namespace transom::user

using namespace transom;
using namespace transom::user;

// The monitor that shares most with a rectangle of the screen. Where none does, `otherwise` decides
// (MONITOR_DEFAULTTO): null, the primary or the nearest one.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-monitorfromrect
HMONITOR WINAPI MonitorFromRect(LPCRECT rect, DWORD otherwise) {
  if (rect == nullptr || !known_default(otherwise)) {
    return base::fail<HMONITOR>(ERROR_INVALID_PARAMETER);
  }
  return monitor_for(at_least_a_point(*rect), otherwise);
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-monitorfrompoint
HMONITOR WINAPI MonitorFromPoint(POINT point, DWORD otherwise) {
  if (!known_default(otherwise)) return base::fail<HMONITOR>(ERROR_INVALID_PARAMETER);
  return monitor_for({point.x, point.y, point.x + 1, point.y + 1}, otherwise);
}

// As MonitorFromRect for where the window is; where it will be restored if it is minimized.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-monitorfromwindow
HMONITOR WINAPI MonitorFromWindow(HWND handle, DWORD otherwise) {
  if (!known_default(otherwise)) return base::fail<HMONITOR>(ERROR_INVALID_PARAMETER);
  RECT rect;
  {
    UserLock lock;
    const Window* window = find_window_locked(handle);
    if (window == nullptr) {
      base::set_last_error(ERROR_INVALID_WINDOW_HANDLE);
      rect = {-1, -1, -1, -1};
    } else {
      rect = IsIconic(handle) ? restored_rect(*window) : screen_rect(*window);
    }
  }
  if (!is_window(handle)) {
    return otherwise == MONITOR_DEFAULTTONULL ? nullptr : monitor_handle(primary_monitor());
  }
  return monitor_for(at_least_a_point(rect), otherwise);
}

// Bounds and work area of a monitor in screen coordinates; with MONITORINFOEX its device name.
// Last errors: ERROR_INVALID_MONITOR_HANDLE, ERROR_INVALID_PARAMETER (cbSize).
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-getmonitorinfow
WINBOOL WINAPI GetMonitorInfoW(HMONITOR monitor, LPMONITORINFO info) {
  return get_info<MONITORINFOEXW>(monitor, info);
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-getmonitorinfoa
WINBOOL WINAPI GetMonitorInfoA(HMONITOR monitor, LPMONITORINFO info) {
  return get_info<MONITORINFOEXA>(monitor, info);
}

// Calls back for each monitor that meets the clip box of `dc` (null: the screen) and `clip`
// (coordinates of `dc`; null: all), with what it shares with them. Stops when the callback answers
// FALSE, and returns FALSE then.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-enumdisplaymonitors
WINBOOL WINAPI EnumDisplayMonitors(HDC dc, LPCRECT clip, MONITORENUMPROC callback, LPARAM data) {
  if (callback == nullptr) return base::fail(ERROR_INVALID_PARAMETER);
  const auto limits = limits_of(dc);
  if (!limits) return base::fail(ERROR_INVALID_HANDLE);
  for (const host::Monitor& monitor : monitors()) {
    RECT area = monitor.bounds;
    if (limits->area && !IntersectRect(&area, &area, &*limits->area)) continue;
    OffsetRect(&area, -limits->origin.x, -limits->origin.y);
    if (clip != nullptr && !IntersectRect(&area, &area, clip)) continue;
    UserLock::assert_not_held();
    if (!callback(monitor_handle(monitor), dc, &area, data)) return FALSE;
  }
  return TRUE;
}
