// For tests of input: windows that write down what they get, and events to send them.
#pragma once

#include <gtest/gtest.h>

#include <cstdlib>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/win32.h"

namespace transom::user {

struct Received {
  HWND window;
  UINT message;
  WPARAM wparam;
  LPARAM lparam;
};

// One a test: classes, windows, and what came. The windows answer WM_NCHITTEST with `hit`.
class InputTest : public ::testing::Test {
 protected:
  void SetUp() override {
    setenv("TRANSOM_HOST", "headless", 0);
    instance_ = this;
    WNDCLASSW window_class{};
    window_class.style = CS_DBLCLKS;
    window_class.lpfnWndProc = procedure;
    window_class.hInstance = reinterpret_cast<HINSTANCE>(0x10000);
    window_class.lpszClassName = L"InputTest";
    RegisterClassW(&window_class);
    window = create(WS_OVERLAPPEDWINDOW | WS_VISIBLE, nullptr, {100, 100, 400, 300});
    SetForegroundWindow(window);
    pump();
    log.clear();
  }

  void TearDown() override {
    on_message = nullptr;
    answer = nullptr;
    for (const int key : {VK_SHIFT, VK_CONTROL, VK_MENU}) {
      if (GetAsyncKeyState(key) < 0) send_key(static_cast<WORD>(key), false);
    }
    if (IsWindow(window)) DestroyWindow(window);
    pump();
    instance_ = nullptr;
  }

  HWND create(DWORD style, HWND parent, RECT place) {
    return CreateWindowExW(0, L"InputTest", L"", style, place.left, place.top,
                           place.right - place.left, place.bottom - place.top, parent, nullptr,
                           reinterpret_cast<HINSTANCE>(0x10000), nullptr);
  }

  static void pump() {
    MSG message;
    for (int limit = 0; limit < 1000 && PeekMessageW(&message, nullptr, 0, 0, PM_REMOVE); ++limit) {
      TranslateMessage(&message);
      DispatchMessageW(&message);
    }
  }

  static void send_mouse(DWORD flags, POINT screen, DWORD data = 0) {
    SetCursorPos(screen.x, screen.y);
    INPUT input{};
    input.type = INPUT_MOUSE;
    input.mi.dwFlags = flags;
    input.mi.mouseData = data;
    if (flags != 0) SendInput(1, &input, sizeof input);
  }

  static void send_key(WORD key, bool down) {
    INPUT input{};
    input.type = INPUT_KEYBOARD;
    input.ki.wVk = key;
    input.ki.wScan = static_cast<WORD>(MapVirtualKeyW(key, MAPVK_VK_TO_VSC));
    input.ki.dwFlags = down ? 0 : KEYEVENTF_KEYUP;
    SendInput(1, &input, sizeof input);
  }

  static void strike(WORD key) {
    send_key(key, true);
    send_key(key, false);
  }

  // The numbers of those among `wanted` that came, in order.
  std::vector<UINT> numbers(const std::vector<UINT>& wanted) const {
    std::vector<UINT> found;
    for (const Received& received : log) {
      for (const UINT number : wanted) {
        if (received.message == number) found.push_back(number);
      }
    }
    return found;
  }

  const Received* first(UINT message) const {
    for (const Received& received : log) {
      if (received.message == message) return &received;
    }
    return nullptr;
  }

  // From now on the windows answer so, instead of the default action.
  void always_answer(UINT message, LRESULT result) {
    answer = [message, result,
              before = answer](const Received& received) -> std::optional<LRESULT> {
      if (received.message == message) return result;
      return before ? before(received) : std::nullopt;
    };
  }

  // Strikes a key, with another held down, and lets it have its effect.
  static void press(WORD key, WORD with = 0) {
    if (with != 0) send_key(with, true);
    strike(key);
    if (with != 0) send_key(with, false);
    pump();
  }

  // The notification codes that came from a control by WM_COMMAND since the last call, in order.
  std::vector<int> notifications_of(HWND control, WORD id) {
    std::vector<int> codes;
    for (const Received& received : log) {
      if (received.message != WM_COMMAND) continue;
      EXPECT_EQ(LOWORD(received.wparam), id);
      EXPECT_EQ(received.lparam, reinterpret_cast<LPARAM>(control));
      codes.push_back(static_cast<short>(HIWORD(received.wparam)));
    }
    log.clear();
    return codes;
  }

  HWND window = nullptr;
  LRESULT hit = HTCLIENT;
  std::vector<Received> log;
  // Called before the default action.
  std::function<void(const Received&)> on_message;
  // Answers instead of the default action where it returns something.
  std::function<std::optional<LRESULT>(const Received&)> answer;

 private:
  static LRESULT CALLBACK procedure(HWND handle, UINT message, WPARAM wparam, LPARAM lparam) {
    InputTest* test = instance_;
    if (test == nullptr) return DefWindowProcW(handle, message, wparam, lparam);
    const Received received{handle, message, wparam, lparam};
    test->log.push_back(received);
    if (test->on_message) test->on_message(received);
    if (message == WM_NCHITTEST) return test->hit;
    if (const auto given = test->answer ? test->answer(received) : std::nullopt) return *given;
    return DefWindowProcW(handle, message, wparam, lparam);
  }

  static inline InputTest* instance_ = nullptr;
};

}  // namespace transom::user
