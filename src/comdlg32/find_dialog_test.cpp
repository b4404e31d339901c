// Find and Replace, driven by the keyboard.
// https://learn.microsoft.com/windows/win32/dlgbox/find-and-replace-dialog-boxes
#include <gmock/gmock.h>

#include "comdlg32/common_dialog_test_support.h"

namespace transom::comdlg {
namespace {

using testing::ElementsAre;

class FindDialogs : public CommonDialogTest {
 protected:
  void SetUp() override {
    CommonDialogTest::SetUp();
    client.lStructSize = sizeof client;
    client.hwndOwner = window;
    client.lpstrFindWhat = what;
    client.wFindWhatLen = sizeof what;
    client.lpstrReplaceWith = with;
    client.wReplaceWithLen = sizeof with;
    on_message = [this](const user::Received& received) {
      if (received.message != RegisterWindowMessageW(FINDMSGSTRINGW)) return;
      EXPECT_EQ(received.lparam, reinterpret_cast<LPARAM>(&client));
      events.push_back(client.Flags);
    };
  }
  void TearDown() override {
    if (IsWindow(box)) DestroyWindow(box);
    CommonDialogTest::TearDown();
  }
  void pump_dialog() {
    MSG message;
    while (PeekMessageW(&message, nullptr, 0, 0, PM_REMOVE)) {
      if (IsWindow(box) && IsDialogMessageW(box, &message)) continue;
      TranslateMessage(&message);
      DispatchMessageW(&message);
    }
  }
  void type(const std::u16string& text) {
    for (const char16_t unit : text) strike(LOBYTE(VkKeyScanW(static_cast<WCHAR>(unit))));
    pump_dialog();
  }
  void key(WORD code, WORD with = 0) {
    if (with != 0) send_key(with, true);
    strike(code);
    if (with != 0) send_key(with, false);
    pump_dialog();
  }

  WCHAR what[80]{}, with[80]{};
  FINDREPLACEW client{};
  HWND box = nullptr;
  std::vector<DWORD> events;
};

TEST_F(FindDialogs, TellTheOwnerWhatToFind) {
  client.Flags = FR_DOWN | FR_MATCHCASE;
  box = FindTextW(&client);
  ASSERT_NE(box, nullptr);
  pump_dialog();
  EXPECT_TRUE(IsWindowVisible(box));
  EXPECT_FALSE(IsWindowEnabled(GetDlgItem(box, IDOK)));
  type(u"needle");
  EXPECT_TRUE(IsWindowEnabled(GetDlgItem(box, IDOK)));
  key('W', VK_MENU);
  key('C', VK_MENU);
  key('U', VK_MENU);
  key(VK_RETURN);
  key('D', VK_MENU);
  key('F', VK_MENU);
  EXPECT_THAT(events,
              ElementsAre(FR_FINDNEXT | FR_WHOLEWORD, FR_FINDNEXT | FR_WHOLEWORD | FR_DOWN));
  EXPECT_EQ(std::u16string(base::as_char16(what)), u"needle");
}

// "After the owner window processes this message, a handle to the dialog box is no longer valid."
TEST_F(FindDialogs, SayWhenTheyClose) {
  box = FindTextW(&client);
  pump_dialog();
  key(VK_ESCAPE);
  EXPECT_THAT(events, ElementsAre(DWORD{FR_DIALOGTERM}));
  EXPECT_FALSE(IsWindow(box));
}

TEST_F(FindDialogs, Replace) {
  lstrcpyW(what, L"old");
  box = ReplaceTextW(&client);
  pump_dialog();
  key('P', VK_MENU);
  type(u"new");
  key('R', VK_MENU);
  key('A', VK_MENU);
  EXPECT_THAT(events, ElementsAre(FR_REPLACE | FR_DOWN, FR_REPLACEALL | FR_DOWN));
  EXPECT_EQ(std::u16string(base::as_char16(with)), u"new");
}

TEST_F(FindDialogs, HideAndDisableOptions) {
  client.Flags = FR_HIDEUPDOWN | FR_NOMATCHCASE | FR_HIDEWHOLEWORD | FR_SHOWHELP;
  box = FindTextW(&client);
  pump_dialog();
  EXPECT_FALSE(IsWindowVisible(GetDlgItem(box, rad1)));
  EXPECT_FALSE(IsWindowVisible(GetDlgItem(box, chx1)));
  EXPECT_FALSE(IsWindowEnabled(GetDlgItem(box, chx2)));
  key('H', VK_MENU);
  EXPECT_NE(first(RegisterWindowMessageW(HELPMSGSTRINGW)), nullptr);
}

UINT_PTR CALLBACK shy_hook(HWND, UINT, WPARAM, LPARAM) {
  return FALSE;
}

TEST_F(FindDialogs, HooksThatSayNoShowThemThemselves) {
  client.Flags = FR_ENABLEHOOK;
  client.lpfnHook = shy_hook;
  box = FindTextW(&client);
  ASSERT_NE(box, nullptr);
  EXPECT_FALSE(IsWindowVisible(box));
}

UINT_PTR CALLBACK destroying_hook(HWND dialog, UINT message, WPARAM, LPARAM) {
  if (message == WM_INITDIALOG) DestroyWindow(dialog);
  return FALSE;
}

TEST_F(FindDialogs, HooksMayDestroyThemAtOnce) {
  client.Flags = FR_ENABLEHOOK;
  client.lpfnHook = destroying_hook;
  EXPECT_EQ(FindTextW(&client), nullptr);
  EXPECT_EQ(CommDlgExtendedError(), DWORD{CDERR_DIALOGFAILURE});
}

TEST_F(FindDialogs, EndWithTheirOwner) {
  box = FindTextW(&client);
  DestroyWindow(window);
  EXPECT_FALSE(IsWindow(box));
}

TEST_F(FindDialogs, SpeakAnsiAndCutWhatDoesNotFit) {
  char small[5] = "";
  FINDREPLACEA ansi{};
  ansi.lStructSize = sizeof ansi;
  ansi.hwndOwner = window;
  ansi.lpstrFindWhat = small;
  ansi.wFindWhatLen = sizeof small;
  on_message = nullptr;
  box = FindTextA(&ansi);
  pump_dialog();
  type(u"abcdefg");
  key(VK_RETURN);
  EXPECT_STREQ(small, "abcd");
}

TEST_F(FindDialogs, FailAsDocumentedForBadStructures) {
  const auto error_of = [&](auto change) {
    FINDREPLACEW bad = client;
    change(bad);
    EXPECT_EQ(ReplaceTextW(&bad), nullptr);
    return CommDlgExtendedError();
  };
  EXPECT_EQ(FindTextW(nullptr), nullptr);
  EXPECT_EQ(CommDlgExtendedError(), DWORD{CDERR_INITIALIZATION});
  EXPECT_EQ(error_of([](auto& bad) { bad.lStructSize = 1; }), DWORD{CDERR_STRUCTSIZE});
  EXPECT_EQ(error_of([](auto& bad) { bad.hwndOwner = nullptr; }), DWORD{CDERR_DIALOGFAILURE});
  EXPECT_EQ(error_of([](auto& bad) { bad.wFindWhatLen = 0; }), DWORD{FRERR_BUFFERLENGTHZERO});
  EXPECT_EQ(error_of([](auto& bad) { bad.lpstrReplaceWith = nullptr; }),
            DWORD{FRERR_BUFFERLENGTHZERO});
  EXPECT_EQ(error_of([](auto& bad) { bad.Flags = FR_ENABLEHOOK; }), DWORD{CDERR_NOHOOK});
}

}  // namespace
}  // namespace transom::comdlg
