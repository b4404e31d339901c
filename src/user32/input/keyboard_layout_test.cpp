// Keyboard layouts: dead keys, the choice of a layout, and what the keys are in each.
// https://learn.microsoft.com/windows/win32/inputdev/about-keyboard-input
#include <algorithm>

#include "tests/support/coverage.h"
#include "user32/input/input_recorder.h"

namespace transom::user {
namespace {

constexpr WORD kAcutePlace = 0x0D, kUmlautPlace = 0x27, kPlusPlace = 0x1B, kYPlace = 0x15;

class KeyboardLayouts : public InputTest {
 protected:
  void SetUp() override {
    InputTest::SetUp();
    SetFocus(window);
    us = GetKeyboardLayout(0);
    german = LoadKeyboardLayoutW(L"00000407", 0);
    pump();
    log.clear();
  }
  void TearDown() override {
    ActivateKeyboardLayout(us, 0);
    UnloadKeyboardLayout(german);
    InputTest::TearDown();
  }

  static void strike_place(WORD scan_code) {
    INPUT input{};
    input.type = INPUT_KEYBOARD;
    input.ki.wScan = scan_code;
    input.ki.dwFlags = KEYEVENTF_SCANCODE;
    SendInput(1, &input, sizeof input);
    input.ki.dwFlags |= KEYEVENTF_KEYUP;
    SendInput(1, &input, sizeof input);
  }

  static UINT key_at(WORD scan_code, HKL layout) {
    return MapVirtualKeyExW(scan_code, MAPVK_VSC_TO_VK, layout);
  }

  static std::u16string typed(UINT key, std::initializer_list<int> held, HKL layout) {
    BYTE keys[256] = {};
    for (const int each : held) keys[each] = 0x80;
    WCHAR text[8] = {};
    const int count = ToUnicodeEx(key, 0, keys, text, 8, 0, layout);
    return count > 0 ? std::u16string(text, text + count) : std::u16string();
  }

  void press_alt_shift() {
    send_key(VK_LMENU, true);
    send_key(VK_LSHIFT, true);
    send_key(VK_LSHIFT, false);
    send_key(VK_LMENU, false);
    pump();
  }

  HKL us = nullptr, german = nullptr;
};

LPARAM as_lparam(HKL layout) {
  return reinterpret_cast<LPARAM>(layout);
}

// The accent alone, with the key's lParam; the next letter has it.
TEST_F(KeyboardLayouts, ADeadKeyWaitsForItsLetter) {
  TRANSOM_CHECKS(WM_DEADCHAR);
  ActivateKeyboardLayout(german, 0);
  strike_place(kAcutePlace);
  strike('E');
  pump();
  ASSERT_EQ(numbers({WM_DEADCHAR, WM_CHAR}), (std::vector<UINT>{WM_DEADCHAR, WM_CHAR}));
  EXPECT_EQ(first(WM_DEADCHAR)->wparam, 0xB4u);
  EXPECT_EQ(first(WM_DEADCHAR)->lparam, 0x000D0001);
  EXPECT_EQ(first(WM_CHAR)->wparam, 0xE9u);
}

TEST_F(KeyboardLayouts, ADeadKeyBeforeAnotherLetterComesFirst) {
  ActivateKeyboardLayout(german, 0);
  strike_place(kAcutePlace);
  strike('X');
  strike_place(kAcutePlace);
  strike(VK_SPACE);
  pump();
  std::vector<WPARAM> characters;
  for (const Received& received : log) {
    if (received.message == WM_CHAR) characters.push_back(received.wparam);
  }
  EXPECT_EQ(characters, (std::vector<WPARAM>{0xB4, 'x', 0xB4}));
}

TEST_F(KeyboardLayouts, ADeadKeyWithAltIsASystemMessage) {
  TRANSOM_CHECKS(WM_SYSDEADCHAR);
  ActivateKeyboardLayout(german, 0);
  always_answer(WM_SYSCHAR, 0);
  send_key(VK_LMENU, true);
  strike_place(kAcutePlace);
  strike('E');
  send_key(VK_LMENU, false);
  pump();
  ASSERT_NE(first(WM_SYSDEADCHAR), nullptr);
  EXPECT_EQ(first(WM_SYSDEADCHAR)->wparam, 0xB4u);
  EXPECT_EQ(first(WM_SYSDEADCHAR)->lparam, 0x200D0001);
  ASSERT_NE(first(WM_SYSCHAR), nullptr);
  EXPECT_EQ(first(WM_SYSCHAR)->wparam, 0xE9u);
}

// The topmost affected window hears of it; its default hands it to its children.
TEST_F(KeyboardLayouts, ActivatingOneIsToldToTheTopLevelWindow) {
  TRANSOM_CHECKS(WM_INPUTLANGCHANGE);
  const HWND child = create(WS_CHILD | WS_VISIBLE, window, {0, 0, 50, 50});
  SetFocus(child);
  log.clear();
  EXPECT_EQ(ActivateKeyboardLayout(german, 0), us);
  ASSERT_NE(first(WM_INPUTLANGCHANGE), nullptr);
  EXPECT_EQ(first(WM_INPUTLANGCHANGE)->window, window);
  EXPECT_EQ(first(WM_INPUTLANGCHANGE)->wparam, static_cast<WPARAM>(ANSI_CHARSET));
  EXPECT_EQ(first(WM_INPUTLANGCHANGE)->lparam, as_lparam(german));
  pump();
  EXPECT_TRUE(std::ranges::any_of(log, [&](const Received& received) {
    return received.window == child && received.message == WM_INPUTLANGCHANGE;
  }));
  EXPECT_EQ(GetKeyboardLayout(0), german);
}

// "WM_INPUTLANGCHANGEREQUEST is posted to the window with the focus when the user chooses a new
// input language with the hot key"; the default accepts.
TEST_F(KeyboardLayouts, AltAndShiftAskForTheNextOne) {
  TRANSOM_CHECKS(WM_INPUTLANGCHANGEREQUEST);
  TRANSOM_CHECKS(WM_INPUTLANGCHANGE);
  press_alt_shift();
  ASSERT_NE(first(WM_INPUTLANGCHANGEREQUEST), nullptr);
  EXPECT_EQ(first(WM_INPUTLANGCHANGEREQUEST)->wparam, static_cast<WPARAM>(INPUTLANGCHANGE_FORWARD));
  EXPECT_EQ(first(WM_INPUTLANGCHANGEREQUEST)->lparam, as_lparam(german));
  EXPECT_EQ(first(WM_INPUTLANGCHANGE)->lparam, as_lparam(german));
  EXPECT_EQ(GetKeyboardLayout(0), german);
  press_alt_shift();
  EXPECT_EQ(GetKeyboardLayout(0), us);
}

// "Return without calling DefWindowProc to reject the change."
TEST_F(KeyboardLayouts, AProgramMayRefuse) {
  TRANSOM_CHECKS(WM_INPUTLANGCHANGEREQUEST);
  always_answer(WM_INPUTLANGCHANGEREQUEST, 0);
  press_alt_shift();
  EXPECT_NE(first(WM_INPUTLANGCHANGEREQUEST), nullptr);
  EXPECT_EQ(first(WM_INPUTLANGCHANGE), nullptr);
  EXPECT_EQ(GetKeyboardLayout(0), us);
}

TEST_F(KeyboardLayouts, AltShiftAndAnotherKeyAreSomethingElse) {
  send_key(VK_LMENU, true);
  send_key(VK_LSHIFT, true);
  strike('Q');
  send_key(VK_LSHIFT, false);
  send_key(VK_LMENU, false);
  pump();
  EXPECT_EQ(first(WM_INPUTLANGCHANGEREQUEST), nullptr);
}

TEST_F(KeyboardLayouts, ActivationGoesRoundTheList) {
  HKL list[8];
  ASSERT_EQ(GetKeyboardLayoutList(8, list), 2);
  EXPECT_EQ(list[0], us);
  EXPECT_EQ(list[1], german);
  ActivateKeyboardLayout(reinterpret_cast<HKL>(HKL_NEXT), 0);
  EXPECT_EQ(GetKeyboardLayout(0), german);
  WCHAR name[KL_NAMELENGTH];
  EXPECT_TRUE(GetKeyboardLayoutNameW(name));
  EXPECT_EQ(std::u16string(name, name + 8), u"00000407");
  ActivateKeyboardLayout(reinterpret_cast<HKL>(HKL_NEXT), 0);
  EXPECT_EQ(GetKeyboardLayout(0), us);
  SetLastError(0);
  EXPECT_EQ(ActivateKeyboardLayout(reinterpret_cast<HKL>(0x04190419), 0), nullptr);
  EXPECT_EQ(GetLastError(), static_cast<DWORD>(ERROR_INVALID_PARAMETER));
}

// Letters, and "for any country/region, the '+' key"; no two places have one key.
TEST_F(KeyboardLayouts, KeysAreNamedByWhatTheyMake) {
  EXPECT_EQ(key_at(kYPlace, us), static_cast<UINT>('Y'));
  EXPECT_EQ(key_at(kYPlace, german), static_cast<UINT>('Z'));
  EXPECT_EQ(key_at(kPlusPlace, german), static_cast<UINT>(VK_OEM_PLUS));
  std::vector<UINT> keys;
  for (WORD place = 0x02; place <= 0x35; ++place) keys.push_back(key_at(place, german));
  std::sort(keys.begin(), keys.end());
  EXPECT_EQ(std::adjacent_find(keys.begin(), keys.end()), keys.end());
  const HKL french = LoadKeyboardLayoutW(L"0000040c", 0);
  EXPECT_EQ(key_at(0x27, french), static_cast<UINT>('M'));
  EXPECT_EQ(key_at(0x32, french), static_cast<UINT>(VK_OEM_COMMA));
  UnloadKeyboardLayout(french);
}

TEST_F(KeyboardLayouts, TranslationsAgree) {
  const SHORT umlaut = VkKeyScanExW(L'\u00D6', german);
  EXPECT_EQ(LOBYTE(umlaut), key_at(kUmlautPlace, german));
  EXPECT_EQ(HIBYTE(umlaut), 1);
  EXPECT_EQ(VkKeyScanExW(L'\u00D6', us), -1);
  EXPECT_EQ(VkKeyScanExW(L'{', german), static_cast<SHORT>(0x600 | '7'));
  EXPECT_EQ(typed(LOBYTE(umlaut), {VK_SHIFT}, german), u"\u00D6");
  EXPECT_EQ(typed('7', {VK_CONTROL, VK_MENU}, german), u"{");
  EXPECT_EQ(typed('Z', {}, german), u"z");
  const UINT acute = key_at(kAcutePlace, german);
  EXPECT_EQ(MapVirtualKeyExW(acute, MAPVK_VK_TO_CHAR, german), 0x800000B4u);
}

TEST_F(KeyboardLayouts, KeyNamesFollowTheLayout) {
  ActivateKeyboardLayout(german, 0);
  WCHAR name[32];
  ASSERT_EQ(GetKeyNameTextW(kYPlace << 16, name, 32), 1);
  EXPECT_EQ(name[0], u'Z');
  EXPECT_GT(GetKeyNameTextW(0x1D << 16, name, 32), 1);
}

}  // namespace
}  // namespace transom::user
