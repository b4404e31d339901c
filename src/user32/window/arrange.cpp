// Arranging windows: cascades, tiles, and rows of minimized ones. All sizes are in pixels.
#include "user32/window/arrange.h"

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

void place(HWND window, const RECT& at) {
  restore_if_maximized(window);
  const UINT fixed = can_be_sized(window) ? 0 : SWP_NOSIZE;
  SetWindowPos(window, nullptr, at.left, at.top, at.right - at.left, at.bottom - at.top,
               SWP_NOZORDER | SWP_NOACTIVATE | fixed);
}

// Columns as near to a square as can be.
int tile_columns(int total, bool horizontal) {
  const auto lines = static_cast<int>(std::sqrt(total));
  return horizontal ? lines : total / lines;
}

struct Share {
  int index;
  int of;
};

RECT cell(const RECT& area, Share column, Share row) {
  const int width = (area.right - area.left) / column.of;
  const int height = (area.bottom - area.top) / row.of;
  const LONG left = area.left + column.index * width;
  const LONG top = area.top + row.index * height;
  return {left, top, left + width, top + height};
}

}  // namespace

RECT cascade_place(const RECT& area, int index) {
  const int step = system_metric(SM_CYCAPTION) + system_metric(SM_CYSIZEFRAME) - 1;
  // The last of them ends in the lower right corner.
  const int steps = std::max<int>(0, (area.bottom - area.top) / (3 * step));
  const int shift = index % (steps + 1) * step;
  const LONG left = area.left + shift;
  const LONG top = area.top + shift;
  return {left, top, left + area.right - area.left - steps * step,
          top + area.bottom - area.top - steps * step};
}

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
  int index = 0;
  for (auto window = ground->windows.rbegin(); window != ground->windows.rend(); ++window) {
    place(*window, cascade_place(ground->area, index++));
    if ((how & MDITILE_ZORDER) != 0) BringWindowToTop(*window);
  }
  return static_cast<WORD>(ground->windows.size());
}

// Fills the area with windows side by side (MDITILE_VERTICAL) or one above the other
// (MDITILE_HORIZONTAL); four and more go into columns of their own. Returns how many.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-tilewindows
WORD WINAPI TileWindows(HWND parent, UINT how, const RECT* area, UINT count, const HWND* windows) {
  const auto ground = find_ground(parent, how, area, count, windows);
  if (!ground || ground->windows.empty()) return 0;
  const auto total = static_cast<int>(ground->windows.size());
  const int columns = tile_columns(total, (how & MDITILE_HORIZONTAL) != 0);
  int next = 0;
  for (int column = 0; column < columns; ++column) {
    // What does not come out even makes the last columns fuller.
    const int rows = (total + column) / columns;
    for (int row = 0; row < rows; ++row) {
      place(ground->windows[static_cast<std::size_t>(next++)],
            cell(ground->area, {column, columns}, {row, rows}));
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
