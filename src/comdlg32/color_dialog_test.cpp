// The Color dialog, driven by keyboard and mouse.
// https://learn.microsoft.com/windows/win32/dlgbox/color-dialog-box
#include <colordlg.h>
#include <gmock/gmock.h>

#include "comdlg32/color_model.h"
#include "comdlg32/common_dialog_test_support.h"

namespace transom::comdlg {
namespace {

// The table of the page.
TEST(ColorModel, ConvertsAsThePageSays) {
  const struct {
    HslColor hsl;
    COLORREF rgb;
  } table[] = {{{0, 240, 120}, RGB(255, 0, 0)},   {{40, 240, 120}, RGB(255, 255, 0)},
               {{80, 240, 120}, RGB(0, 255, 0)},  {{120, 240, 120}, RGB(0, 255, 255)},
               {{160, 240, 120}, RGB(0, 0, 255)}, {{200, 240, 120}, RGB(255, 0, 255)},
               {{0, 0, 240}, RGB(255, 255, 255)}, {{0, 0, 0}, RGB(0, 0, 0)}};
  for (const auto& row : table) {
    EXPECT_EQ(to_hsl(row.rgb), row.hsl);
    EXPECT_EQ(to_rgb(row.hsl), row.rgb);
  }
}

TEST(ColorModel, IsNearlyReversible) {
  for (COLORREF color = 0; color <= 0xFFFFFF; color += 0x01374B) {
    const COLORREF back = to_rgb(to_hsl(color));
    EXPECT_LE(std::abs(GetRValue(color) - GetRValue(back)), 4) << color;
    EXPECT_LE(std::abs(GetGValue(color) - GetGValue(back)), 4) << color;
    EXPECT_LE(std::abs(GetBValue(color) - GetBValue(back)), 4) << color;
  }
}

class ColorDialogs : public CommonDialogTest {
 protected:
  void SetUp() override {
    CommonDialogTest::SetUp();
    custom.fill(RGB(255, 255, 255));
    client.lStructSize = sizeof client;
    client.hwndOwner = window;
    client.lpCustColors = custom.data();
    client.Flags = CC_RGBINIT;
  }
  bool run() { return ChooseColorW(&client); }
  static void click_part(int id, int column, int columns, int row, int rows, int clicks = 1) {
    RECT area;
    GetClientRect(item(id), &area);
    click_at(item(id), static_cast<int>(area.right) * (2 * column + 1) / (2 * columns),
             static_cast<int>(area.bottom) * (2 * row + 1) / (2 * rows), clicks);
  }
  void then_set(int id, const std::u16string& value) {
    then([=] {
      SetFocus(item(id));
      SendMessageW(item(id), EM_SETSEL, 0, -1);
    });
    then_type(value);
  }
  static int field(int id) { return static_cast<int>(GetDlgItemInt(dialog(), id, nullptr, FALSE)); }

  std::array<COLORREF, 16> custom{};
  CHOOSECOLORW client{};
};

TEST_F(ColorDialogs, ReturnTheBasicColorThatIsClicked) {
  then([] {
    EXPECT_FALSE(IsWindowVisible(item(COLOR_RAINBOW)));
    click_part(COLOR_BOX1, 0, 8, 1, 6);
  });
  then_press(VK_RETURN);
  ASSERT_TRUE(run());
  EXPECT_EQ(client.rgbResult, RGB(255, 0, 0));
  then([] { click_part(COLOR_BOX1, 4, 8, 3, 6, 2); });
  ASSERT_TRUE(run());
  EXPECT_EQ(client.rgbResult, RGB(0, 0, 255));
}

TEST_F(ColorDialogs, KeepTheColorTheyWereGiven) {
  client.rgbResult = RGB(1, 2, 3);
  then_press(VK_RETURN);
  ASSERT_TRUE(run());
  EXPECT_EQ(client.rgbResult, RGB(1, 2, 3));
  client.Flags = 0;  // without CC_RGBINIT it is black
  then_press(VK_RETURN);
  ASSERT_TRUE(run());
  EXPECT_EQ(client.rgbResult, 0u);
}

TEST_F(ColorDialogs, ArrowsAndSpaceChooseBoxes) {
  client.rgbResult = RGB(255, 0, 0);
  then_press(VK_RIGHT);
  then_press(VK_DOWN);
  then_press(VK_SPACE);
  then_press(VK_RETURN);
  ASSERT_TRUE(run());
  EXPECT_EQ(client.rgbResult, RGB(0xFF, 0x80, 0x40));
}

TEST_F(ColorDialogs, KeepTheFieldsInStep) {
  client.Flags |= CC_FULLOPEN;
  client.rgbResult = RGB(255, 0, 0);
  then([] {
    EXPECT_FALSE(IsWindowEnabled(item(COLOR_MIX)));
    EXPECT_EQ(field(COLOR_HUE), 0);
    EXPECT_EQ(field(COLOR_SAT), 240);
    EXPECT_EQ(field(COLOR_LUM), 120);
  });
  then_set(COLOR_HUE, u"160");
  then([] {
    EXPECT_EQ(field(COLOR_RED), 0);
    EXPECT_EQ(field(COLOR_BLUE), 255);
  });
  then_set(COLOR_GREEN, u"999");
  then([] {
    EXPECT_EQ(field(COLOR_GREEN), 255);
    EXPECT_EQ(field(COLOR_HUE), 120);
  });
  then_press(VK_RETURN);
  ASSERT_TRUE(run());
  EXPECT_EQ(client.rgbResult, RGB(0, 255, 255));
}

TEST_F(ColorDialogs, SpectrumAndBarMix) {
  client.Flags |= CC_FULLOPEN;
  then([] { click_part(COLOR_RAINBOW, 1, 3, 0, 100); });
  then([] {
    EXPECT_NEAR(field(COLOR_HUE), 120, 2);
    EXPECT_NEAR(field(COLOR_SAT), 240, 3);
    click_part(COLOR_LUMSCROLL, 0, 1, 1, 2);
  });
  then([] {
    EXPECT_NEAR(field(COLOR_LUM), 60, 3);
    click_part(COLOR_LUMSCROLL, 0, 1, 0, 1);
  });
  then_press(VK_RETURN);
  ASSERT_TRUE(run());
  EXPECT_NEAR(GetBValue(client.rgbResult), 255, 6);
  EXPECT_NEAR(GetRValue(client.rgbResult), 0, 6);
}

// "This also causes the dialog box to copy the RGB value of the new color to the corresponding
// element in the array."
TEST_F(ColorDialogs, AddCustomColors) {
  then_press('D', VK_MENU);
  then([] { EXPECT_TRUE(IsWindowVisible(item(COLOR_RAINBOW))); });
  then_set(COLOR_RED, u"10");
  then_press('A', VK_MENU);
  then_set(COLOR_GREEN, u"20");
  then_press('A', VK_MENU);
  then_press(VK_ESCAPE);
  EXPECT_FALSE(run());
  EXPECT_EQ(CommDlgExtendedError(), 0u);
  EXPECT_EQ(custom[0], RGB(10, 0, 0));
  EXPECT_EQ(custom[1], RGB(10, 20, 0));
  EXPECT_EQ(custom[2], RGB(255, 255, 255));
}

TEST_F(ColorDialogs, FlagsCloseAndOpenThem) {
  client.Flags |= CC_PREVENTFULLOPEN | CC_SHOWHELP;
  then([] {
    EXPECT_FALSE(IsWindowEnabled(item(COLOR_MIX)));
    EXPECT_TRUE(IsWindowVisible(item(pshHelp)));
    click_at(item(pshHelp), 5, 5);
  });
  then_press(VK_ESCAPE);
  EXPECT_FALSE(run());
  const user::Received* help = first(RegisterWindowMessageW(HELPMSGSTRINGW));
  ASSERT_NE(help, nullptr);
  EXPECT_EQ(help->lparam, reinterpret_cast<LPARAM>(&client));
}

int refusals = 0;
COLORREF offered = 0;

UINT_PTR CALLBACK hook(HWND dialog, UINT message, WPARAM, LPARAM lparam) {
  if (message == WM_INITDIALOG) {
    EXPECT_NE(GetDlgItem(dialog, COLOR_BOX1), nullptr);
    return TRUE;
  }
  if (message == RegisterWindowMessageW(COLOROKSTRINGW)) {
    offered = reinterpret_cast<const CHOOSECOLORW*>(lparam)->rgbResult;
    return refusals-- > 0;
  }
  return FALSE;
}

// COLOROKSTRING: a non-zero answer keeps the dialog open; SETRGBSTRING chooses.
TEST_F(ColorDialogs, HooksRefuseAndChoose) {
  client.Flags |= CC_ENABLEHOOK;
  client.lpfnHook = hook;
  refusals = 1;
  then_press(VK_RETURN);
  then([] {
    EXPECT_EQ(offered, 0u);
    SendMessageW(dialog(), RegisterWindowMessageW(SETRGBSTRINGW), 0, RGB(0, 0, 255));
    // No box has it, and the mixing controls are not to be seen.
    SendMessageW(dialog(), RegisterWindowMessageW(SETRGBSTRINGW), 0, RGB(3, 2, 1));
    strike(VK_RETURN);
  });
  ASSERT_TRUE(run());
  EXPECT_EQ(client.rgbResult, RGB(0, 0, 255));
}

TEST_F(ColorDialogs, FailAsDocumentedForBadStructures) {
  EXPECT_FALSE(ChooseColorW(nullptr));
  EXPECT_EQ(CommDlgExtendedError(), DWORD{CDERR_INITIALIZATION});
  client.Flags |= CC_ENABLEHOOK;
  EXPECT_FALSE(run());
  EXPECT_EQ(CommDlgExtendedError(), DWORD{CDERR_NOHOOK});
  client.hwndOwner = reinterpret_cast<HWND>(0x1234);
  EXPECT_FALSE(run());
  EXPECT_EQ(CommDlgExtendedError(), DWORD{CDERR_DIALOGFAILURE});
  client.lStructSize = 3;
  EXPECT_FALSE(run());
  EXPECT_EQ(CommDlgExtendedError(), DWORD{CDERR_STRUCTSIZE});
}

}  // namespace
}  // namespace transom::comdlg
