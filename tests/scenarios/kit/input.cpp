#include "input.h"

#include <initializer_list>

namespace scenario {

void move_mouse(int x, int y) {
  SetCursorPos(x, y);
}

void mouse(DWORD flags, DWORD data) {
  INPUT input{};
  input.type = INPUT_MOUSE;
  input.mi.dwFlags = flags;
  input.mi.mouseData = data;
  SendInput(1, &input, sizeof input);
}

void click(int x, int y) {
  move_mouse(x, y);
  mouse(MOUSEEVENTF_LEFTDOWN);
  mouse(MOUSEEVENTF_LEFTUP);
}

namespace {

bool is_extended(WORD virtual_key) {
  switch (virtual_key) {
    case VK_LEFT:
    case VK_RIGHT:
    case VK_UP:
    case VK_DOWN:
    case VK_HOME:
    case VK_END:
    case VK_PRIOR:
    case VK_NEXT:
    case VK_INSERT:
    case VK_DELETE:
    case VK_RCONTROL:
    case VK_RMENU:
    case VK_APPS:
      return true;
    default:
      return false;
  }
}

}  // namespace

void key(WORD virtual_key, bool down) {
  INPUT input{};
  input.type = INPUT_KEYBOARD;
  input.ki.wVk = virtual_key;
  input.ki.wScan = static_cast<WORD>(MapVirtualKeyW(virtual_key, MAPVK_VK_TO_VSC));
  input.ki.dwFlags = (down ? 0 : KEYEVENTF_KEYUP) |
                     (is_extended(virtual_key) ? static_cast<DWORD>(KEYEVENTF_EXTENDEDKEY) : 0);
  SendInput(1, &input, sizeof input);
}

void strike(WORD virtual_key) {
  key(virtual_key, true);
  key(virtual_key, false);
}

void reset_input() {
  for (const WORD one : {VK_SHIFT, VK_CONTROL, VK_MENU, VK_LBUTTON, VK_RBUTTON, VK_MBUTTON}) {
    if (GetAsyncKeyState(one) >= 0) continue;
    if (one == VK_LBUTTON) {
      mouse(MOUSEEVENTF_LEFTUP);
    } else if (one == VK_RBUTTON) {
      mouse(MOUSEEVENTF_RIGHTUP);
    } else if (one == VK_MBUTTON) {
      mouse(MOUSEEVENTF_MIDDLEUP);
    } else {
      key(one, false);
    }
  }
  move_mouse(1000, 740);
}

}  // namespace scenario
