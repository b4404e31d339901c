// Arranging windows: cascades, tiles, and rows of minimized ones. All sizes are in pixels.
#include <algorithm>
#include <cmath>

#include "base/last_error.h"
#include "user32/lock.h"
#include "user32/system/system_metrics.h"
#include "user32/window/adjust_rect.h"
#include "user32/window/desktop.h"
#include "user32/window/tree.h"

namespace transom::user {
namespace {

// Whose children are meant, and the area that they may fill, in the parent's client coordinates.
struct Ground {
  RECT area{};
  std::vector<HWND> windows;  // topmost first
};

bool takes_part(HWND handle, UINT how) {
  UserLock lock;
  const Window* window = find_window_locked(handle);
  if (window == nullptr || !window->is_visible_itself() || (window->style & WS_MINIMIZE) != 0) {
    return false;
  }
  if ((how & MDITILE_SKIPDISABLED) != 0 && (window->style & WS_DISABLED) != 0) return false;
  // Menus, tool windows and other popups are not moved about.
  return window->is_child() || (window->owner == nullptr &&
                                (window->ex_style & (WS_EX_TOOLWINDOW | WS_EX_TOPMOST)) == 0 &&
                                (window->style & WS_POPUP) == 0);
}

std::vector<HWND> children_of(HWND parent) {
  const WindowRef window = find_window(parent);
  return window ? child_handles(*window) : std::vector<HWND>();
}

// Nothing where the parent's handle is dead: ERROR_INVALID_WINDOW_HANDLE.
std::optional<Ground> find_ground(HWND parent, UINT how, const RECT* area, UINT count,
                                  const HWND* windows) {
  Ground ground;
  const bool on_desktop = parent == nullptr || parent == GetDesktopWindow();
  if (!on_desktop && !GetClientRect(parent, &ground.area)) return std::nullopt;
  if (on_desktop) ground.area = primary_monitor().work_area;
  if (area != nullptr) ground.area = *area;
  if (windows != nullptr) {
    ground.windows.assign(windows, windows + count);
  } else {
    ground.windows = children_of(on_desktop ? GetDesktopWindow() : parent);
  }
  std::erase_if(ground.windows, [&](HWND window) { return !takes_part(window, how); });
  return ground;
}

void restore_if_maximized(HWND window) {
  if (IsZoomed(window)) ShowWindow(window, SW_RESTORE);
}

bool can_be_sized(HWND window) {
  return (GetWindowLongW(window, GWL_STYLE) & WS_THICKFRAME) != 0;
}

void place(HWND window, int x, int y, int width, int height) {
  restore_if_maximized(window);
  const UINT fixed = can_be_sized(window) ? 0 : SWP_NOSIZE;
  SetWindowPos(window, nullptr, x, y, width, height, SWP_NOZORDER | SWP_NOACTIVATE | fixed);
}

}  // namespace
}  // namespace transom::user

using namespace transom;
using namespace transom::user;

// Lays windows one over the other, each a caption's height lower and to the right, the last one in
// the list at the back. Null `parent`: the desktop; null `windows`: all its children. Returns how
// many.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-cascadewindows
WORD WINAPI CascadeWindows(HWND parent, UINT how, const RECT* area, UINT count,
                           const HWND* windows) {
  const auto ground = find_ground(parent, how, area, count, windows);
  if (!ground) return 0;
  const int step = system_metric(SM_CYCAPTION) + system_metric(SM_CYSIZEFRAME);
  const int width = (ground->area.right - ground->area.left) * 3 / 4;
  const int height = (ground->area.bottom - ground->area.top) * 3 / 4;
  const int steps = std::max(1, (ground->area.bottom - ground->area.top - height) / step + 1);
  int at = 0;
  for (auto window = ground->windows.rbegin(); window != ground->windows.rend(); ++window, ++at) {
    const int shift = at % steps * step;
    place(*window, ground->area.left + shift, ground->area.top + shift, width, height);
    if ((how & MDITILE_ZORDER) != 0) BringWindowToTop(*window);
  }
  return static_cast<WORD>(ground->windows.size());
}

// Fills the area with windows side by side (MDITILE_VERTICAL) or one above the other
// (MDITILE_HORIZONTAL). Returns how many.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-tilewindows
WORD WINAPI TileWindows(HWND parent, UINT how, const RECT* area, UINT count, const HWND* windows) {
  const auto ground = find_ground(parent, how, area, count, windows);
  if (!ground || ground->windows.empty()) return 0;
  const auto total = static_cast<int>(ground->windows.size());
  const bool side_by_side = (how & MDITILE_HORIZONTAL) == 0;
  // As near to a square as can be; the last lines have one more where it does not come out even.
  const auto lines = std::max(1, static_cast<int>(std::sqrt(total)));
  const RECT& all = ground->area;
  const int along = side_by_side ? all.bottom - all.top : all.right - all.left;
  const int across = side_by_side ? all.right - all.left : all.bottom - all.top;
  int next = 0;
  const int columns = side_by_side ? (total + lines - 1) / lines : lines;
  for (int column = 0; column < columns && next < total; ++column) {
    const int left = total - next;
    const int here = left / (columns - column);
    for (int row = 0; row < here; ++row, ++next) {
      const int a = across * column / columns, b = across * (column + 1) / columns;
      const int c = along * row / here, d = along * (row + 1) / here;
      const HWND window = ground->windows[static_cast<std::size_t>(next)];
      if (side_by_side) {
        place(window, all.left + a, all.top + c, b - a, d - c);
      } else {
        place(window, all.left + c, all.top + a, d - c, b - a);
      }
    }
  }
  return static_cast<WORD>(total);
}

// Lays the minimized children of a window in rows from the bottom. Returns the height of one row,
// 0 where there is none.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-arrangeiconicwindows
UINT WINAPI ArrangeIconicWindows(HWND parent) {
  RECT area;
  if (!GetClientRect(parent, &area)) return 0;
  const int width = system_metric(SM_CXMINSPACING);
  const int height = system_metric(SM_CYMINSPACING);
  int x = 0;
  int y = area.bottom - height;
  bool any = false;
  for (const HWND window : children_of(parent)) {
    if (!IsIconic(window)) continue;
    any = true;
    SetWindowPos(window, nullptr, x, y, 0, 0, SWP_NOSIZE | SWP_NOZORDER | SWP_NOACTIVATE);
    x += width;
    if (x + width > area.right) {
      x = 0;
      y -= height;
    }
  }
  return any ? static_cast<UINT>(height) : 0;
}
