// Input states joined and parted, hooks set and taken away, while other threads use them: for
// ThreadSanitizer and AddressSanitizer (make test-tsan, make test-asan).
#include <gtest/gtest.h>

#include <atomic>
#include <memory>

#include "user32/window_thread.h"

namespace transom::user::test {
namespace {

void use_input(HWND window) {
  SetActiveWindow(window);
  SetFocus(window);
  SetCapture(window);
  GetFocus();
  GetActiveWindow();
  GetCapture();
  GetKeyState(VK_SHIFT);
  GetAsyncKeyState(VK_SHIFT);
  BYTE keys[256];
  GetKeyboardState(keys);
  SetKeyboardState(keys);
  CreateCaret(window, nullptr, 2, 10);
  SetCaretPos(3, 4);
  ShowCaret(window);
  DestroyCaret();
  SetCursor(LoadCursorW(nullptr, reinterpret_cast<LPCWSTR>(IDC_ARROW)));
  ShowCursor(TRUE);
  ShowCursor(FALSE);
  ReleaseCapture();
  pump();
}

void send_some_input(int i) {
  INPUT input{};
  input.type = INPUT_MOUSE;
  input.mi.dx = i % 2 == 0 ? 3 : -3;
  input.mi.dy = 1;
  input.mi.dwFlags = MOUSEEVENTF_MOVE;
  SendInput(1, &input, sizeof input);
  input = {};
  input.type = INPUT_KEYBOARD;
  input.ki.wVk = 'A';
  SendInput(1, &input, sizeof input);
  input.ki.dwFlags = KEYEVENTF_KEYUP;
  SendInput(1, &input, sizeof input);
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-attachthreadinput
TEST(InputThreads, AreAttachedAndDetachedWhileInputComes) {
  WindowThread a({}, WS_POPUP | WS_VISIBLE), b({}, WS_POPUP | WS_VISIBLE);
  std::atomic<bool> going{true};
  std::thread source([&] {
    for (int i = 0; going; ++i) send_some_input(i);
  });
  std::thread joiner([&] {
    for (int i = 0; i < 50; ++i) {
      AttachThreadInput(a.id(), b.id(), TRUE);
      AttachThreadInput(b.id(), a.id(), TRUE);
      AttachThreadInput(a.id(), b.id(), FALSE);
      AttachThreadInput(b.id(), a.id(), FALSE);
    }
  });
  on_threads(2, [&](int index) {
    WindowThread& mine = index == 0 ? a : b;
    for (int i = 0; i < 50; ++i) mine.run([&] { use_input(mine.window()); });
  });
  joiner.join();
  going = false;
  source.join();
}

TEST(InputThreads, EndWhileTheyAreAttached) {
  for (int round = 0; round < 10; ++round) {
    auto a = std::make_unique<WindowThread>(WindowThread::Procedure{}, WS_POPUP | WS_VISIBLE);
    WindowThread b({}, WS_POPUP | WS_VISIBLE);
    EXPECT_TRUE(AttachThreadInput(a->id(), b.id(), TRUE));
    a->start([&, window = a->window()] { use_input(window); });
    std::thread user([&] { b.run([&] { use_input(b.window()); }); });
    a.reset();
    user.join();
    b.run([&] { use_input(b.window()); });
  }
}

TEST(InputThreads, TheForegroundMovesBetweenThem) {
  WindowThread a({}, WS_OVERLAPPEDWINDOW | WS_VISIBLE), b({}, WS_OVERLAPPEDWINDOW | WS_VISIBLE);
  on_threads(2, [&](int index) {
    const WindowThread& mine = index == 0 ? a : b;
    for (int i = 0; i < 50; ++i) {
      SetForegroundWindow(mine.window());
      GetForegroundWindow();
      BringWindowToTop(mine.window());
      GUITHREADINFO info{};
      info.cbSize = sizeof info;
      GetGUIThreadInfo(0, &info);
      GetLastInputInfo(nullptr);
      POINT point;
      GetCursorPos(&point);
      SetCursorPos(point.x ^ 1, point.y);
      ClipCursor(nullptr);
    }
  });
}

std::atomic<int> hooked_calls{0};

LRESULT CALLBACK count_and_pass(int code, WPARAM wparam, LPARAM lparam) {
  ++hooked_calls;
  return CallNextHookEx(nullptr, code, wparam, lparam);
}

// A hook on another thread is taken away while that thread may be within it.
TEST(HookThreads, HooksAreSetAndTakenAwayFromOutside) {
  WindowThread target({}, WS_POPUP | WS_VISIBLE);
  std::atomic<bool> going{true};
  std::thread talker([&] {
    while (going) {
      SendMessageW(target.window(), WM_APP, 0, 0);
      PostMessageW(target.window(), WM_APP, 0, 0);
      SetWindowPos(target.window(), nullptr, 1, 1, 30, 30, SWP_NOZORDER);
    }
  });
  const HMODULE module = GetModuleHandleW(nullptr);
  on_threads(2, [&](int) {
    for (int i = 0; i < 100; ++i) {
      std::vector<HHOOK> hooks;
      for (const int type : {WH_GETMESSAGE, WH_CALLWNDPROC, WH_CALLWNDPROCRET, WH_CBT}) {
        hooks.push_back(SetWindowsHookExW(type, count_and_pass, nullptr, target.id()));
        hooks.push_back(SetWindowsHookExW(type, count_and_pass, module, 0));
      }
      SendMessageW(target.window(), WM_APP, 0, 0);
      for (const HHOOK hook : hooks) UnhookWindowsHookEx(hook);
    }
  });
  going = false;
  talker.join();
  EXPECT_GT(hooked_calls, 0);
}

// Low-level hooks are called on the thread that set them, whoever makes the input.
TEST(HookThreads, LowLevelHooksComeAndGoWhileInputComes) {
  std::atomic<bool> going{true};
  std::thread source([&] {
    for (int i = 0; going; ++i) send_some_input(i);
  });
  on_threads(2, [&](int) {
    const HMODULE module = GetModuleHandleW(nullptr);
    for (int i = 0; i < 20; ++i) {
      const HHOOK keyboard = SetWindowsHookExW(WH_KEYBOARD_LL, count_and_pass, module, 0);
      const HHOOK mouse = SetWindowsHookExW(WH_MOUSE_LL, count_and_pass, module, 0);
      for (int n = 0; n < 10; ++n) {
        MsgWaitForMultipleObjects(0, nullptr, FALSE, 1, QS_ALLINPUT);
        pump();
      }
      UnhookWindowsHookEx(mouse);
      UnhookWindowsHookEx(keyboard);
    }
  });
  going = false;
  source.join();
}

void CALLBACK on_event(HWINEVENTHOOK, DWORD, HWND, LONG, LONG, DWORD, DWORD) {
  ++hooked_calls;
}

TEST(HookThreads, EventHooksComeAndGoWhileEventsCome) {
  std::atomic<bool> going{true};
  std::thread source([&] {
    while (going) {
      WindowThread passing({}, WS_POPUP | WS_VISIBLE);
      NotifyWinEvent(EVENT_OBJECT_NAMECHANGE, passing.window(), OBJID_WINDOW, CHILDID_SELF);
    }
  });
  on_threads(2, [&](int index) {
    const HMODULE module = index == 0 ? GetModuleHandleW(nullptr) : nullptr;
    for (int i = 0; i < 20; ++i) {
      const HWINEVENTHOOK hook =
          SetWinEventHook(EVENT_MIN, EVENT_MAX, module, on_event, 0, 0,
                          index == 0 ? WINEVENT_INCONTEXT : WINEVENT_OUTOFCONTEXT);
      for (int n = 0; n < 5; ++n) {
        MsgWaitForMultipleObjects(0, nullptr, FALSE, 1, QS_ALLINPUT);
        pump();
      }
      UnhookWinEvent(hook);
    }
  });
  going = false;
  source.join();
}

TEST(HookThreads, HotKeysAreTakenAndGivenBack) {
  std::atomic<bool> going{true};
  std::thread source([&] {
    for (int i = 0; going; ++i) send_some_input(i);
  });
  on_threads(2, [&](int index) {
    WindowThread owner;
    for (int i = 0; i < 50; ++i) {
      owner.run([&] {
        RegisterHotKey(owner.window(), index, MOD_CONTROL, index == 0 ? 'A' : 'B');
        UnregisterHotKey(owner.window(), index);
      });
    }
  });
  going = false;
  source.join();
}

}  // namespace
}  // namespace transom::user::test
