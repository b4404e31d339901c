// Each keyboard message, from hardware events to the window: its parameters, and what the default
// action makes of it.
// https://learn.microsoft.com/windows/win32/inputdev/keyboard-input-notifications
#include "tests/support/coverage.h"
#include "user32/input/input_recorder.h"

namespace transom::user {
namespace {

class KeyMessages : public InputTest {
 protected:
  void SetUp() override {
    InputTest::SetUp();
    SetFocus(window);
    pump();
    log.clear();
  }
};

// lParam: repeat count 1, scan code, then bits 29 (Alt), 30 (was down), 31 (released).
TEST_F(KeyMessages, APlainKey) {
  TRANSOM_CHECKS(WM_KEYDOWN);
  TRANSOM_CHECKS(WM_KEYFIRST);
  TRANSOM_CHECKS(WM_KEYUP);
  TRANSOM_CHECKS(WM_CHAR);
  strike('Q');
  pump();
  ASSERT_EQ(numbers({WM_KEYDOWN, WM_CHAR, WM_KEYUP}),
            (std::vector<UINT>{WM_KEYDOWN, WM_CHAR, WM_KEYUP}));
  EXPECT_EQ(first(WM_KEYDOWN)->wparam, static_cast<WPARAM>('Q'));
  EXPECT_EQ(first(WM_KEYDOWN)->lparam, 0x00100001);
  EXPECT_EQ(first(WM_CHAR)->wparam, static_cast<WPARAM>('q'));
  EXPECT_EQ(first(WM_CHAR)->lparam, 0x00100001);
  EXPECT_EQ(first(WM_KEYUP)->wparam, static_cast<WPARAM>('Q'));
  EXPECT_EQ(static_cast<DWORD>(first(WM_KEYUP)->lparam), 0xC0100001u);
}

TEST_F(KeyMessages, AnExtendedKeySaysSo) {
  TRANSOM_CHECKS(WM_KEYDOWN);
  INPUT input{};
  input.type = INPUT_KEYBOARD;
  input.ki.wVk = VK_RIGHT;
  input.ki.wScan = 0x4D;
  input.ki.dwFlags = KEYEVENTF_EXTENDEDKEY;
  SendInput(1, &input, sizeof input);
  input.ki.dwFlags |= KEYEVENTF_KEYUP;
  SendInput(1, &input, sizeof input);
  pump();
  ASSERT_NE(first(WM_KEYDOWN), nullptr);
  EXPECT_EQ(first(WM_KEYDOWN)->wparam, static_cast<WPARAM>(VK_RIGHT));
  EXPECT_EQ(first(WM_KEYDOWN)->lparam, 0x014D0001);
}

// With Alt down: system messages with bit 29; the character is a mnemonic.
TEST_F(KeyMessages, AKeyWithAlt) {
  TRANSOM_CHECKS(WM_SYSKEYDOWN);
  TRANSOM_CHECKS(WM_SYSKEYUP);
  TRANSOM_CHECKS(WM_SYSCHAR);
  on_message = [&](const Received& received) {
    // Keeps the default from looking for a menu.
    if (received.message == WM_SYSCOMMAND) FAIL() << "the program has handled the character";
  };
  always_answer(WM_SYSCHAR, 0);
  send_key(VK_MENU, true);
  strike('Q');
  send_key(VK_MENU, false);
  pump();
  ASSERT_EQ(numbers({WM_SYSKEYDOWN, WM_SYSCHAR, WM_SYSKEYUP, WM_KEYUP}),
            (std::vector<UINT>{WM_SYSKEYDOWN, WM_SYSKEYDOWN, WM_SYSCHAR, WM_SYSKEYUP, WM_KEYUP}));
  EXPECT_EQ(first(WM_SYSKEYDOWN)->wparam, static_cast<WPARAM>(VK_MENU));
  EXPECT_EQ(first(WM_SYSKEYDOWN)->lparam, 0x20380001);
  EXPECT_EQ(first(WM_SYSCHAR)->wparam, static_cast<WPARAM>('q'));
  EXPECT_EQ(first(WM_SYSCHAR)->lparam, 0x20100001);
  EXPECT_EQ(first(WM_SYSKEYUP)->wparam, static_cast<WPARAM>('Q'));
  EXPECT_EQ(static_cast<DWORD>(first(WM_SYSKEYUP)->lparam), 0xE0100001u);
}

// Alt+F4 asks to close, and the default closes: the command, WM_CLOSE, the destruction.
TEST_F(KeyMessages, AltF4Closes) {
  TRANSOM_CHECKS(WM_SYSCOMMAND);
  TRANSOM_CHECKS(WM_CLOSE);
  TRANSOM_CHECKS(WM_DESTROY);
  TRANSOM_CHECKS(WM_NCDESTROY);
  send_key(VK_MENU, true);
  strike(VK_F4);
  send_key(VK_MENU, false);
  pump();
  EXPECT_EQ(numbers({WM_SYSCOMMAND, WM_CLOSE, WM_DESTROY, WM_NCDESTROY}),
            (std::vector<UINT>{WM_SYSCOMMAND, WM_CLOSE, WM_DESTROY, WM_NCDESTROY}));
  EXPECT_EQ(first(WM_SYSCOMMAND)->wparam, static_cast<WPARAM>(SC_CLOSE));
  EXPECT_EQ(log.back().message, static_cast<UINT>(WM_NCDESTROY));
  EXPECT_FALSE(IsWindow(window));
}

// The keys go to the active window as system keys while nobody has the focus.
TEST_F(KeyMessages, AKeyWithoutAFocusWindow) {
  TRANSOM_CHECKS(WM_SYSKEYDOWN);
  SetFocus(nullptr);
  log.clear();
  strike('Q');
  pump();
  ASSERT_NE(first(WM_SYSKEYDOWN), nullptr);
  EXPECT_EQ(first(WM_SYSKEYDOWN)->lparam, 0x00100001);  // no Alt
}

TEST_F(KeyMessages, ShiftF10AndTheMenuKeyAskForTheContextMenu) {
  TRANSOM_CHECKS(WM_CONTEXTMENU);
  strike(VK_APPS);
  pump();
  ASSERT_NE(first(WM_CONTEXTMENU), nullptr);
  EXPECT_EQ(first(WM_CONTEXTMENU)->wparam, reinterpret_cast<WPARAM>(window));
  EXPECT_EQ(first(WM_CONTEXTMENU)->lparam, -1);
}

// F1: WM_HELP for the focus window.
TEST_F(KeyMessages, F1AsksForHelp) {
  TRANSOM_CHECKS(WM_HELP);
  HELPINFO seen{};
  on_message = [&](const Received& received) {
    if (received.message == WM_HELP) seen = *reinterpret_cast<HELPINFO*>(received.lparam);
  };
  strike(VK_F1);
  pump();
  EXPECT_EQ(seen.cbSize, sizeof(HELPINFO));
  EXPECT_EQ(seen.iContextType, HELPINFO_WINDOW);
  EXPECT_EQ(seen.hItemHandle, window);
}

TEST_F(KeyMessages, AHotKeyIsPostedWithItsKeys) {
  TRANSOM_CHECKS(WM_HOTKEY);
  ASSERT_TRUE(RegisterHotKey(window, 7, MOD_CONTROL | MOD_SHIFT, 'K'));
  send_key(VK_CONTROL, true);
  send_key(VK_SHIFT, true);
  strike('K');
  send_key(VK_SHIFT, false);
  send_key(VK_CONTROL, false);
  pump();
  ASSERT_NE(first(WM_HOTKEY), nullptr);
  EXPECT_EQ(first(WM_HOTKEY)->wparam, 7u);
  EXPECT_EQ(first(WM_HOTKEY)->lparam, MAKELPARAM(MOD_CONTROL | MOD_SHIFT, 'K'));
  EXPECT_TRUE(UnregisterHotKey(window, 7));
}

// A range marker is no message: PeekMessage takes it as a bound.
TEST_F(KeyMessages, TheRangeOfKeysFilters) {
  TRANSOM_CHECKS(WM_KEYLAST);
  PostMessageW(window, WM_APP, 0, 0);
  strike('Q');
  MSG message;
  ASSERT_TRUE(PeekMessageW(&message, nullptr, WM_KEYFIRST, WM_KEYLAST, PM_REMOVE));
  EXPECT_EQ(message.message, static_cast<UINT>(WM_KEYDOWN));
  pump();
}

}  // namespace
}  // namespace transom::user
