// Hot keys of windows (WM_SETHOTKEY) and of threads (RegisterHotKey).
// https://learn.microsoft.com/windows/win32/inputdev/wm-sethotkey
#include <commctrl.h>

#include <thread>

#include "tests/support/coverage.h"
#include "user32/input/input_recorder.h"

namespace transom::user {
namespace {

class HotKeys : public InputTest {
 protected:
  static LRESULT set(HWND window, WORD key, WORD modifiers = 0) {
    return SendMessageW(window, WM_SETHOTKEY, MAKEWORD(key, modifiers), 0);
  }
};

// "When the user presses the hot key, the system activates the window", by WM_SYSCOMMAND.
TEST_F(HotKeys, TheKeyOfAWindowActivatesIt) {
  TRANSOM_CHECKS(WM_SETHOTKEY);
  TRANSOM_CHECKS(WM_GETHOTKEY);
  TRANSOM_CHECKS(WM_SYSCOMMAND);
  const WORD key = MAKEWORD('K', HOTKEYF_CONTROL | HOTKEYF_ALT);
  EXPECT_EQ(set(window, 'K', HOTKEYF_CONTROL | HOTKEYF_ALT), 1);
  EXPECT_EQ(SendMessageW(window, WM_GETHOTKEY, 0, 0), key);
  const HWND other = create(WS_OVERLAPPEDWINDOW | WS_VISIBLE, nullptr, {500, 100, 600, 200});
  SetForegroundWindow(other);
  pump();
  press('K', VK_CONTROL);  // without Alt it is another key
  EXPECT_EQ(first(WM_SYSCOMMAND), nullptr);
  log.clear();
  send_key(VK_MENU, true);
  press('K', VK_CONTROL);
  send_key(VK_MENU, false);
  pump();
  ASSERT_NE(first(WM_SYSCOMMAND), nullptr);
  EXPECT_EQ(first(WM_SYSCOMMAND)->window, window);
  EXPECT_EQ(first(WM_SYSCOMMAND)->wparam, static_cast<WPARAM>(SC_HOTKEY));
  EXPECT_EQ(first(WM_SYSCOMMAND)->lparam, reinterpret_cast<LPARAM>(window));
  EXPECT_EQ(GetForegroundWindow(), window);
  DestroyWindow(other);
}

// "Brings the window's last active popup (if it exists) to the foreground."
TEST_F(HotKeys, ThePopupThatWasActiveLastComes) {
  EXPECT_EQ(set(window, VK_F8), 1);
  const HWND popup = create(WS_POPUP | WS_VISIBLE, window, {150, 150, 250, 250});
  SetActiveWindow(popup);
  const HWND other = create(WS_OVERLAPPEDWINDOW | WS_VISIBLE, nullptr, {500, 100, 600, 200});
  SetForegroundWindow(other);
  pump();
  press(VK_F8);
  EXPECT_EQ(GetForegroundWindow(), popup);
  DestroyWindow(other);
}

// "2: another window already has the same hot key; 0: the window is invalid; -1: the key is";
// the key of a window is replaced, and NULL removes it.
TEST_F(HotKeys, WhatIsAnsweredToOne) {
  const HWND other = create(WS_OVERLAPPEDWINDOW, nullptr, {0, 0, 50, 50});
  const HWND child = create(WS_CHILD, window, {0, 0, 10, 10});
  EXPECT_EQ(set(window, VK_F8), 1);
  EXPECT_EQ(set(other, VK_F8), 2);
  EXPECT_EQ(set(child, VK_F9), 0);
  for (const WORD key : std::initializer_list<WORD>{VK_ESCAPE, VK_SPACE, VK_TAB}) {
    EXPECT_EQ(set(window, key), -1);
  }
  EXPECT_EQ(set(window, VK_F9), 1);
  EXPECT_EQ(SendMessageW(window, WM_GETHOTKEY, 0, 0), VK_F9);
  EXPECT_EQ(set(window, 0), 1);
  EXPECT_EQ(SendMessageW(window, WM_GETHOTKEY, 0, 0), 0);
  DestroyWindow(other);
}

// "If a hot key already exists with the same hWnd and id, it is maintained along with the new one."
TEST_F(HotKeys, OneIdentifierMayHaveSeveralKeys) {
  TRANSOM_CHECKS(WM_HOTKEY);
  ASSERT_TRUE(RegisterHotKey(window, 5, MOD_CONTROL | MOD_NOREPEAT, 'Q'));
  ASSERT_TRUE(RegisterHotKey(window, 5, MOD_CONTROL, 'W'));
  EXPECT_FALSE(RegisterHotKey(window, 6, MOD_CONTROL, 'W'));
  EXPECT_EQ(GetLastError(), static_cast<DWORD>(ERROR_HOTKEY_ALREADY_REGISTERED));
  press('Q', VK_CONTROL);
  press('W', VK_CONTROL);
  EXPECT_EQ(numbers({WM_HOTKEY}).size(), 2u);
  EXPECT_EQ(first(WM_HOTKEY)->wparam, 5u);
  EXPECT_EQ(first(WM_HOTKEY)->lparam, MAKELPARAM(MOD_CONTROL, 'Q'));
  // Both go with it.
  EXPECT_TRUE(UnregisterHotKey(window, 5));
  EXPECT_FALSE(UnregisterHotKey(window, 5));
}

// "A message the system places at the top of a thread's message queue, bypassing any existing
// messages in the queue."
// https://learn.microsoft.com/windows/win32/inputdev/about-keyboard-input
TEST_F(HotKeys, BypassWhatIsInTheQueue) {
  TRANSOM_CHECKS(WM_HOTKEY);
  ASSERT_TRUE(RegisterHotKey(window, 1, MOD_CONTROL, 'Q'));
  ASSERT_TRUE(RegisterHotKey(nullptr, 2, MOD_CONTROL, 'W'));
  for (WPARAM i = 0; i < 3; ++i) PostMessageW(window, WM_APP, i, 0);
  for (const char key : {'Q', 'W'}) {
    send_key(VK_CONTROL, true);
    send_key(static_cast<WORD>(key), true);
    send_key(static_cast<WORD>(key), false);
    send_key(VK_CONTROL, false);
  }
  std::vector<UINT> order;
  std::vector<WPARAM> parameters;
  MSG message;
  while (order.size() < 5 && PeekMessageW(&message, nullptr, 0, 0, PM_REMOVE)) {
    order.push_back(message.message);
    parameters.push_back(message.wParam);
    EXPECT_EQ(message.hwnd, message.message == WM_HOTKEY && message.wParam == 2 ? nullptr : window);
  }
  EXPECT_EQ(order, (std::vector<UINT>{WM_HOTKEY, WM_HOTKEY, WM_APP, WM_APP, WM_APP}));
  EXPECT_EQ(parameters, (std::vector<WPARAM>{1, 2, 0, 1, 2}));
  pump();
  UnregisterHotKey(window, 1);
  UnregisterHotKey(nullptr, 2);
}

TEST_F(HotKeys, AThreadsKeysEndWithIt) {
  std::thread([] { EXPECT_TRUE(RegisterHotKey(nullptr, 1, MOD_CONTROL, 'J')); }).join();
  EXPECT_TRUE(RegisterHotKey(window, 1, MOD_CONTROL, 'J'));
  UnregisterHotKey(window, 1);
}

}  // namespace
}  // namespace transom::user
