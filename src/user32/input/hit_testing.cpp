#include "user32/input/hit_test.h"

#include <vector>

#include "user32/lock.h"
#include "user32/message/send.h"
#include "user32/paint/window_paint.h"
#include "user32/window/tree.h"

namespace transom::user {
namespace {

bool lets_input_through(const Window& window) {
  constexpr DWORD kBoth = WS_EX_LAYERED | WS_EX_TRANSPARENT;
  return (window.ex_style & kBoth) == kBoth;
}

bool takes_part(const Window& window, POINT screen) {
  if (!window.is_visible_itself() || lets_input_through(window)) return false;
  if (window.is_child() && (window.style & WS_DISABLED) != 0) return false;
  const RECT rect = screen_rect(window);
  if (!PtInRect(&rect, screen)) return false;
  // SetWindowRgn, UpdateLayeredWindow: what lies outside the region is not the window.
  return !window.paint || window.paint->is_seen_at({screen.x - rect.left, screen.y - rect.top});
}

// Windows at the point, the deepest and topmost first. The USER lock is held.
void collect(const Window& parent, POINT screen, std::vector<HWND>& found) {
  for (const Window* window = parent.first_child; window != nullptr; window = window->next) {
    if (!takes_part(*window, screen)) continue;
    const RECT client = screen_client_rect(*window);
    if ((window->style & WS_MINIMIZE) == 0 && PtInRect(&client, screen)) {
      collect(*window, screen, found);
    }
    found.push_back(window->handle);
  }
}

std::vector<HWND> windows_at(POINT screen) {
  std::vector<HWND> found;
  UserLock lock;
  collect(desktop_window(), screen, found);
  return found;
}

}  // namespace

HWND window_at(POINT screen) {
  const std::vector<HWND> found = windows_at(screen);
  return found.empty() ? nullptr : found.front();
}

HitTest hit_test(const ThreadState& thread, POINT screen) {
  for (const HWND handle : windows_at(screen)) {
    Window* window = find_own_window(handle);
    if (window == nullptr) {
      ThreadState* owner = find_window_thread(handle);
      if (owner == nullptr) continue;
      return {handle, HTNOWHERE, owner != &thread};
    }
    if ((window->style & WS_DISABLED) != 0) return {handle, HTERROR};
    const auto code =
        static_cast<int>(send_message(*window, WM_NCHITTEST, 0, MAKELPARAM(screen.x, screen.y)));
    if (code != HTTRANSPARENT) return {handle, code};
  }
  return {};
}

}  // namespace transom::user
