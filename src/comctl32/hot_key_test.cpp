#include "comctl32/common_test_support.h"

namespace transom::comctl {
namespace {

class HotKeyTest : public CommonControlTest {
 protected:
  void SetUp() override {
    CommonControlTest::SetUp();
    hot_key = control(HOTKEY_CLASSW, nullptr, 0, {10, 10, 210, 35}, 31);
    SetFocus(hot_key);
    log.clear();
  }
  UINT value() const { return static_cast<UINT>(send(hot_key, HKM_GETHOTKEY)); }
  static UINT word(UINT key, UINT modifiers) { return key | modifiers << 8; }

  HWND hot_key = nullptr;
};

TEST_F(HotKeyTest, KeepsWhatIsSet) {
  EXPECT_EQ(value(), 0u);
  EXPECT_NE(GetWindowLongPtrW(hot_key, GWL_EXSTYLE) & WS_EX_CLIENTEDGE, 0) << "set in WM_NCCREATE";
  send(hot_key, HKM_SETHOTKEY, word('A', HOTKEYF_CONTROL | HOTKEYF_ALT));
  EXPECT_EQ(value(), word('A', HOTKEYF_CONTROL | HOTKEYF_ALT));
  EXPECT_TRUE(notifications_of(hot_key, 31).empty()) << "EN_CHANGE is for the user's changes";
  send(hot_key, HKM_SETHOTKEY, word(VK_RIGHT, HOTKEYF_EXT));
  EXPECT_EQ(value(), word(VK_RIGHT, HOTKEYF_EXT));
}

TEST_F(HotKeyTest, TakesTheKeysThatArePressed) {
  press('B', VK_CONTROL);
  EXPECT_EQ(value(), word('B', HOTKEYF_CONTROL));
  EXPECT_EQ(notifications_of(hot_key, 31), (std::vector<int>{EN_CHANGE, EN_CHANGE}));
  press(VK_F5);
  EXPECT_EQ(value(), word(VK_F5, 0));
  press('F', VK_MENU);
  EXPECT_EQ(value(), word('F', HOTKEYF_ALT));
}

TEST_F(HotKeyTest, AModifierAloneIsNoHotKey) {
  send_key(VK_SHIFT, true);
  pump();
  EXPECT_EQ(value(), 0u);
  send_key(VK_SHIFT, false);
  pump();
  EXPECT_EQ(value(), 0u);
}

// "A logical OR operation on the invalid combination and the default combination."
TEST_F(HotKeyTest, InvalidCombinationsAreMadeValid) {
  send(hot_key, HKM_SETRULES, HKCOMB_NONE | HKCOMB_S, HOTKEYF_CONTROL | HOTKEYF_ALT);
  press('D');
  EXPECT_EQ(value(), word('D', HOTKEYF_CONTROL | HOTKEYF_ALT));
  press('E', VK_SHIFT);
  EXPECT_EQ(value(), word('E', HOTKEYF_SHIFT | HOTKEYF_CONTROL | HOTKEYF_ALT));
  press('G', VK_CONTROL);
  EXPECT_EQ(value(), word('G', HOTKEYF_CONTROL)) << "valid as it is";
}

TEST_F(HotKeyTest, DialogsKeysClear) {
  for (const int key : {VK_BACK, VK_DELETE, VK_ESCAPE, VK_RETURN, VK_SPACE}) {
    send(hot_key, HKM_SETHOTKEY, word('A', 0));
    press(static_cast<WORD>(key));
    EXPECT_EQ(value(), 0u);
  }
  EXPECT_EQ(send(hot_key, WM_GETDLGCODE), DLGC_WANTCHARS | DLGC_WANTARROWS);
}

TEST_F(HotKeyTest, AHandlerMayDestroyIt) {
  answer = [&](const user::Received& each) -> std::optional<LRESULT> {
    if (each.message == WM_COMMAND) DestroyWindow(hot_key);
    return std::nullopt;
  };
  press('A');
  EXPECT_FALSE(IsWindow(hot_key));
}

}  // namespace
}  // namespace transom::comctl
