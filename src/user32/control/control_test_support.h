// For tests of controls: an input test whose window is the parent.
#pragma once

#include "tests/support/coverage.h"
#include "user32/input/input_recorder.h"

namespace transom::user {

class ControlTest : public InputTest {
 protected:
  HWND control(LPCWSTR name, LPCWSTR text, DWORD style, RECT place = {10, 10, 110, 40},
               UINT_PTR id = 77) {
    return CreateWindowExW(0, name, text, WS_CHILD | WS_VISIBLE | style, place.left, place.top,
                           place.right - place.left, place.bottom - place.top, window,
                           reinterpret_cast<HMENU>(id), nullptr, nullptr);
  }

  // A place in a window, on the screen.
  static POINT in(HWND handle, int x, int y) {
    POINT point{x, y};
    ClientToScreen(handle, &point);
    return point;
  }

  static void click(HWND handle, int x = 5, int y = 5) {
    send_mouse(MOUSEEVENTF_LEFTDOWN, in(handle, x, y));
    pump();
    send_mouse(MOUSEEVENTF_LEFTUP, in(handle, x, y));
    pump();
  }

  // The notification codes that the parent got by WM_COMMAND, in order.
  std::vector<int> notifications() const {
    std::vector<int> codes;
    for (const Received& received : log) {
      if (received.message == WM_COMMAND) codes.push_back(HIWORD(received.wparam));
    }
    return codes;
  }

  static LRESULT send(HWND handle, UINT message, WPARAM wparam = 0, LPARAM lparam = 0) {
    return SendMessageW(handle, message, wparam, lparam);
  }

  static DWORD style_of(HWND handle) {
    return static_cast<DWORD>(GetWindowLongPtrW(handle, GWL_STYLE));
  }
};

}  // namespace transom::user
