// Key messages, from SendInput to the window procedure.
#include "user32/input/input_recorder.h"

namespace transom::user {
namespace {

using KeyInput = InputTest;

TEST_F(KeyInput, AKeyCarriesScanCodeAndState) {
  strike('A');
  pump();
  EXPECT_EQ(numbers({WM_KEYDOWN, WM_CHAR, WM_KEYUP}),
            (std::vector<UINT>{WM_KEYDOWN, WM_CHAR, WM_KEYUP}));
  EXPECT_EQ(first(WM_KEYDOWN)->lparam, 0x001E0001);
  EXPECT_EQ(first(WM_CHAR)->wparam, static_cast<WPARAM>('a'));
  EXPECT_EQ(static_cast<DWORD>(first(WM_KEYUP)->lparam), 0xC01E0001u);
}

TEST_F(KeyInput, ARepeatedPressSaysThatTheKeyWasDown) {
  send_key('A', true);
  pump();
  log.clear();
  send_key('A', true);
  pump();
  ASSERT_NE(first(WM_KEYDOWN), nullptr);
  EXPECT_NE(first(WM_KEYDOWN)->lparam & (1 << 30), 0);
  send_key('A', false);
  pump();
}

TEST_F(KeyInput, ShiftMakesCapitals) {
  send_key(VK_SHIFT, true);
  strike('A');
  send_key(VK_SHIFT, false);
  pump();
  ASSERT_NE(first(WM_CHAR), nullptr);
  EXPECT_EQ(first(WM_CHAR)->wparam, static_cast<WPARAM>('A'));
}

TEST_F(KeyInput, CtrlMakesControlCharacters) {
  send_key(VK_CONTROL, true);
  strike('A');
  send_key(VK_CONTROL, false);
  pump();
  ASSERT_NE(first(WM_CHAR), nullptr);
  EXPECT_EQ(first(WM_CHAR)->wparam, 1u);
}

TEST_F(KeyInput, AltF4Closes) {
  send_key(VK_MENU, true);
  strike(VK_F4);
  send_key(VK_MENU, false);
  pump();
  EXPECT_EQ(numbers({WM_SYSKEYDOWN, WM_SYSCOMMAND, WM_CLOSE}),
            (std::vector<UINT>{WM_SYSKEYDOWN, WM_SYSKEYDOWN, WM_SYSCOMMAND, WM_CLOSE}));
  EXPECT_FALSE(IsWindow(window));
}

// https://learn.microsoft.com/windows/win32/inputdev/wm-syskeyup
TEST_F(KeyInput, AltAloneReachesForTheMenuBar) {
  send_key(VK_MENU, true);
  send_key(VK_MENU, false);
  strike(VK_ESCAPE);  // leaves the menu loop that this begins
  pump();
  ASSERT_NE(first(WM_SYSCOMMAND), nullptr);
  EXPECT_EQ(first(WM_SYSCOMMAND)->wparam, static_cast<WPARAM>(SC_KEYMENU));
  EXPECT_EQ(first(WM_SYSCOMMAND)->lparam, 0);
}

TEST_F(KeyInput, AltWithAnotherKeyDoesNot) {
  send_key(VK_MENU, true);
  strike(VK_F2);
  send_key(VK_MENU, false);
  pump();
  EXPECT_EQ(first(WM_SYSCOMMAND), nullptr);
}

TEST_F(KeyInput, F10ReachesForTheMenuBarAndWithShiftForTheContextMenu) {
  strike(VK_F10);
  strike(VK_ESCAPE);
  pump();
  ASSERT_NE(first(WM_SYSCOMMAND), nullptr);
  send_key(VK_SHIFT, true);
  strike(VK_F10);
  send_key(VK_SHIFT, false);
  // The release reaches for the menu bar all the same (WM_SYSKEYUP's page, and the oracle's
  // context_menu/shift_f10).
  strike(VK_ESCAPE);
  pump();
  ASSERT_NE(first(WM_CONTEXTMENU), nullptr);
  EXPECT_EQ(first(WM_CONTEXTMENU)->lparam, -1);
}

// https://learn.microsoft.com/windows/win32/shell/wm-help
TEST_F(KeyInput, F1AsksForHelp) {
  strike(VK_F1);
  pump();
  EXPECT_EQ(numbers({WM_HELP}).size(), 1u);
}

TEST_F(KeyInput, AHotKeyIsPostedWhoeverHasTheFocus) {
  ASSERT_TRUE(RegisterHotKey(window, 7, MOD_CONTROL, 'K'));
  SetFocus(nullptr);
  log.clear();
  send_key(VK_CONTROL, true);
  strike('K');
  send_key(VK_CONTROL, false);
  pump();
  ASSERT_NE(first(WM_HOTKEY), nullptr);
  EXPECT_EQ(first(WM_HOTKEY)->wparam, 7u);
  EXPECT_EQ(first(WM_HOTKEY)->lparam, MAKELPARAM(MOD_CONTROL, 'K'));
  EXPECT_TRUE(UnregisterHotKey(window, 7));
  EXPECT_FALSE(UnregisterHotKey(window, 7));
  EXPECT_EQ(GetLastError(), static_cast<DWORD>(ERROR_HOTKEY_NOT_REGISTERED));
}

TEST_F(KeyInput, WithoutAFocusKeysAreSystemKeysOfTheActiveWindow) {
  SetFocus(nullptr);
  log.clear();
  strike('A');
  pump();
  EXPECT_NE(first(WM_SYSKEYDOWN), nullptr);
  EXPECT_EQ(first(WM_KEYDOWN), nullptr);
}

}  // namespace
}  // namespace transom::user
