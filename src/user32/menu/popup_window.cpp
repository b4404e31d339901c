#include "user32/menu/popup_window.h"

#include <algorithm>

#include "user32/lock.h"
#include "user32/menu/menu_draw.h"
#include "user32/window/desktop.h"

namespace transom::user {
namespace {

constexpr UINT kGetMenu = 0x01E1;  // MN_GETHMENU

HMENU menu_of(HWND window) {
  return reinterpret_cast<HMENU>(GetWindowLongPtrW(window, 0));
}

void draw(HWND window, HDC dc) {
  if (const MenuRef menu = find_menu(menu_of(window))) draw_popup(menu, menu->owner, window, dc);
}

LRESULT on_create(HWND window, LPARAM lparam) {
  const auto* given = reinterpret_cast<const CREATESTRUCTW*>(lparam);
  if (given != nullptr) {
    SetWindowLongPtrW(window, 0, reinterpret_cast<LONG_PTR>(given->lpCreateParams));
  }
  return 0;
}

LRESULT on_paint(HWND window) {
  PAINTSTRUCT paint;
  if (const HDC dc = BeginPaint(window, &paint)) {
    draw(window, dc);
    EndPaint(window, &paint);
  }
  return 0;
}

// The menu loop handles all input; the window only shows.
LRESULT CALLBACK menu_window_procedure(HWND window, UINT message, WPARAM wparam, LPARAM lparam) {
  switch (message) {
    case WM_CREATE:
      return on_create(window, lparam);
    case WM_PAINT:
      return on_paint(window);
    case WM_PRINTCLIENT:
      draw(window, reinterpret_cast<HDC>(wparam));
      return 0;
    case WM_ERASEBKGND:
      return TRUE;
    case WM_MOUSEACTIVATE:
      return MA_NOACTIVATE;
    case kGetMenu:
      return reinterpret_cast<LRESULT>(menu_of(window));
    default:
      return DefWindowProcW(window, message, wparam, lparam);
  }
}

}  // namespace

const SystemClass kMenuClass{u"#32768",
                             CS_DBLCLKS | CS_SAVEBITS | CS_DROPSHADOW,
                             menu_window_procedure,
                             sizeof(HMENU),
                             MAKEINTRESOURCEW(32512),
                             reinterpret_cast<HBRUSH>(COLOR_MENU + 1)};

POINT keep_on_monitor(POINT wanted, SIZE size) {
  const RECT area = nearest_monitor({wanted.x, wanted.y, wanted.x + 1, wanted.y + 1}).bounds;
  wanted.x = std::max(std::min(wanted.x, area.right - size.cx), area.left);
  wanted.y = std::max(std::min(wanted.y, area.bottom - size.cy), area.top);
  return wanted;
}

HWND open_popup_window(const MenuRef& menu, HWND owner, POINT position) {
  const HWND window =
      CreateWindowExW(WS_EX_TOPMOST | WS_EX_TOOLWINDOW, reinterpret_cast<LPCWSTR>(kMenuClass.name),
                      nullptr, WS_POPUP, position.x, position.y, menu->size.cx, menu->size.cy,
                      owner, nullptr, nullptr, menu->handle);
  if (window == nullptr) return nullptr;
  {
    UserLock lock;
    menu->owner = owner;
    menu->window = window;
  }
  SetWindowPos(window, HWND_TOPMOST, 0, 0, 0, 0,
               SWP_NOSIZE | SWP_NOMOVE | SWP_NOACTIVATE | SWP_SHOWWINDOW);
  UpdateWindow(window);
  return window;
}

}  // namespace transom::user
