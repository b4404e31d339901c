// The Font dialog, driven by keyboard and mouse.
// https://learn.microsoft.com/windows/win32/dlgbox/font-dialog-box
#include <gmock/gmock.h>

#include "comdlg32/common_dialog_test_support.h"
#include "comdlg32/font_choice.h"

namespace transom::comdlg {
namespace {

using testing::Contains;
using testing::Not;

class FontDialogs : public CommonDialogTest {
 protected:
  void SetUp() override {
    CommonDialogTest::SetUp();
    client.lStructSize = sizeof client;
    client.hwndOwner = window;
    client.lpLogFont = &font;
    client.Flags = CF_SCREENFONTS | CF_INITTOLOGFONTSTRUCT;
    lstrcpyW(font.lfFaceName, L"Courier New");
    font.lfHeight = -height_of(120);
    font.lfCharSet = ANSI_CHARSET;
  }
  bool run() { return ChooseFontW(&client); }
  std::u16string face() const { return base::as_char16(font.lfFaceName); }
  static std::vector<std::u16string> rows(int id) {
    std::vector<std::u16string> found;
    const LRESULT count = SendMessageW(item(id), CB_GETCOUNT, 0, 0);
    for (LRESULT i = 0; i < count; ++i) {
      WCHAR buffer[100]{};
      SendMessageW(item(id), CB_GETLBTEXT, static_cast<WPARAM>(i),
                   reinterpret_cast<LPARAM>(buffer));
      found.emplace_back(base::as_char16(buffer));
    }
    return found;
  }
  // Into the edit control of a combo box, over what it says.
  void then_set(WORD mnemonic, const std::u16string& value) {
    then_press(mnemonic, VK_MENU);
    then_press('A', VK_CONTROL);
    then([] { SendMessageW(GetFocus(), EM_SETSEL, 0, -1); });
    then_type(value);
  }

  LOGFONTW font{};
  CHOOSEFONTW client{};
};

TEST_F(FontDialogs, ShowTheFontTheyAreGiven) {
  font.lfWeight = FW_BOLD;
  then([] {
    EXPECT_EQ(item_text(cmb1), u"Courier New");
    EXPECT_EQ(item_text(cmb2), u"Bold");
    EXPECT_EQ(item_text(cmb3), u"12");
    EXPECT_THAT(rows(cmb3), Contains(u"72"));
    EXPECT_FALSE(IsWindowVisible(item(chx1)));
  });
  then_press(VK_RETURN);
  ASSERT_TRUE(run());
  EXPECT_EQ(face(), u"Courier New");
  EXPECT_EQ(font.lfHeight, -height_of(120));
  EXPECT_EQ(font.lfWeight, FW_BOLD);
  EXPECT_EQ(client.iPointSize, 120);
  EXPECT_EQ(client.nFontType & (BOLD_FONTTYPE | SCREEN_FONTTYPE), BOLD_FONTTYPE | SCREEN_FONTTYPE);
}

// An alias shows as the family that it stands for.
TEST_F(FontDialogs, FindTheFamilyOfAnAlias) {
  lstrcpyW(font.lfFaceName, L"MS Shell Dlg");
  then([] {
    EXPECT_THAT(rows(cmb1), Contains(item_text(cmb1)));
    EXPECT_FALSE(rows(cmb3).empty());
  });
  then_press(VK_ESCAPE);
  EXPECT_FALSE(run());
}

TEST_F(FontDialogs, ReturnWhatIsChosen) {
  client.Flags |= CF_EFFECTS;
  client.rgbColors = RGB(255, 0, 0);
  then_set('F', u"Arial");
  then_set('Y', u"Bold Italic");
  then_set('S', u"10.5");
  then_press('U', VK_MENU);
  then_press('C', VK_MENU);
  then_press(VK_DOWN);
  then_press(VK_RETURN);
  ASSERT_TRUE(run());
  EXPECT_EQ(face(), u"Arial");
  EXPECT_EQ(client.iPointSize, 105);
  EXPECT_EQ(font.lfHeight, -height_of(105));
  EXPECT_EQ(font.lfWeight, FW_BOLD);
  EXPECT_TRUE(font.lfItalic);
  EXPECT_TRUE(font.lfUnderline);
  EXPECT_FALSE(font.lfStrikeOut);
  EXPECT_EQ(client.rgbColors, RGB(0, 255, 0));  // Lime comes after Red
}

TEST_F(FontDialogs, LimitSizesAndFonts) {
  client.Flags |= CF_LIMITSIZE | CF_FORCEFONTEXIST | CF_FIXEDPITCHONLY;
  client.nSizeMin = 10;
  client.nSizeMax = 20;
  then([] {
    EXPECT_THAT(rows(cmb3), Not(Contains(u"8")));
    EXPECT_THAT(rows(cmb3), Not(Contains(u"72")));
    EXPECT_THAT(rows(cmb1), Not(Contains(u"Arial")));
  });
  then_set('S', u"40");
  then_press(VK_RETURN);
  then([] {
    EXPECT_NE(item_text(0xFFFF).find(u"between 10 and 20 points"), std::u16string::npos);
    strike(VK_RETURN);
  });
  then_set('S', u"x");
  then_press(VK_RETURN);
  then([] {
    EXPECT_EQ(item_text(0xFFFF), u"Size must be a number.");
    strike(VK_RETURN);
  });
  then_set('S', u"11");
  then_set('F', u"None such");
  then_press(VK_RETURN);
  then([] {
    EXPECT_NE(item_text(0xFFFF).find(u"There is no font with that name."), std::u16string::npos);
    strike(VK_RETURN);
  });
  then_press(VK_ESCAPE);
  EXPECT_FALSE(run());
  EXPECT_EQ(CommDlgExtendedError(), 0u);
}

// "These values will also be set in Flags when ChooseFont returns, if the user did not select".
TEST_F(FontDialogs, MayHaveNoSelection) {
  client.Flags |= CF_NOFACESEL | CF_NOSIZESEL;
  then([] {
    EXPECT_EQ(item_text(cmb1), u"");
    EXPECT_EQ(item_text(cmb3), u"");
  });
  then_set('S', u"14");
  then_press(VK_RETURN);
  ASSERT_TRUE(run());
  EXPECT_NE(client.Flags & CF_NOFACESEL, 0u);
  EXPECT_EQ(client.Flags & CF_NOSIZESEL, 0u);
}

TEST_F(FontDialogs, StylesMayBeNamed) {
  WCHAR style[LF_FACESIZE] = L"Italic";
  client.Flags |= CF_USESTYLE;
  client.lpszStyle = style;
  then([] { EXPECT_EQ(item_text(cmb2), u"Italic"); });
  then_set('Y', u"Bold");
  then_press(VK_RETURN);
  ASSERT_TRUE(run());
  EXPECT_EQ(std::u16string(base::as_char16(style)), u"Bold");
}

LOGFONTW applied;

UINT_PTR CALLBACK hook(HWND dialog, UINT message, WPARAM wparam, LPARAM) {
  if (message == WM_COMMAND && LOWORD(wparam) == psh3) {
    SendMessageW(dialog, WM_CHOOSEFONT_GETLOGFONT, 0, reinterpret_cast<LPARAM>(&applied));
    LOGFONTW other = applied;
    lstrcpyW(other.lfFaceName, L"Arial");
    other.lfStrikeOut = TRUE;
    SendMessageW(dialog, WM_CHOOSEFONT_SETLOGFONT, 0, reinterpret_cast<LPARAM>(&other));
    return TRUE;
  }
  return message == WM_INITDIALOG;
}

TEST_F(FontDialogs, HooksGetAndSetTheFont) {
  client.Flags |= CF_APPLY | CF_ENABLEHOOK | CF_EFFECTS;
  client.lpfnHook = hook;
  then_press('A', VK_MENU);
  then([] {
    EXPECT_EQ(std::u16string(base::as_char16(applied.lfFaceName)), u"Courier New");
    EXPECT_EQ(item_text(cmb1), u"Arial");
    EXPECT_EQ(SendMessageW(item(chx1), BM_GETCHECK, 0, 0), BST_CHECKED);
    click_at(item(IDOK), 5, 5);
  });
  ASSERT_TRUE(run());
  EXPECT_EQ(face(), u"Arial");
  EXPECT_TRUE(font.lfStrikeOut);
}

TEST_F(FontDialogs, SpeakAnsi) {
  LOGFONTA ansi_font{};
  lstrcpyA(ansi_font.lfFaceName, "Courier New");
  ansi_font.lfHeight = -height_of(100);
  CHOOSEFONTA ansi{};
  ansi.lStructSize = sizeof ansi;
  ansi.lpLogFont = &ansi_font;
  ansi.Flags = CF_SCREENFONTS | CF_INITTOLOGFONTSTRUCT | CF_NOSCRIPTSEL;
  then([] {
    EXPECT_EQ(item_text(cmb1), u"Courier New");
    EXPECT_FALSE(IsWindowEnabled(item(cmb5)));
  });
  then_set('F', u"Arial");
  then_press(VK_RETURN);
  ASSERT_TRUE(ChooseFontA(&ansi));
  EXPECT_STREQ(ansi_font.lfFaceName, "Arial");
  EXPECT_EQ(ansi_font.lfCharSet, DEFAULT_CHARSET);
}

TEST_F(FontDialogs, FailAsDocumentedForBadStructures) {
  const auto error_of = [&](auto change) {
    CHOOSEFONTW bad = client;
    change(bad);
    EXPECT_FALSE(ChooseFontW(&bad));
    return CommDlgExtendedError();
  };
  EXPECT_FALSE(ChooseFontW(nullptr));
  EXPECT_EQ(CommDlgExtendedError(), DWORD{CDERR_INITIALIZATION});
  EXPECT_EQ(error_of([](auto& bad) { bad.lStructSize = 1; }), DWORD{CDERR_STRUCTSIZE});
  EXPECT_EQ(error_of([](auto& bad) { bad.lpLogFont = nullptr; }), DWORD{CDERR_INITIALIZATION});
  EXPECT_EQ(error_of([](auto& bad) { bad.Flags |= CF_ENABLEHOOK; }), DWORD{CDERR_NOHOOK});
  EXPECT_EQ(error_of([](auto& bad) {
              bad.Flags |= CF_LIMITSIZE;
              bad.nSizeMin = 5;
            }),
            DWORD{CFERR_MAXLESSTHANMIN});
  EXPECT_EQ(error_of([](auto& bad) {
              bad.Flags |= CF_SELECTSCRIPT;
              static LOGFONTW none{};
              none.lfCharSet = 99;
              bad.lpLogFont = &none;
            }),
            DWORD{CFERR_NOFONTS});
}

TEST(FontSizes, ArePoints) {
  EXPECT_EQ(tenths_of_points(u"10"), 100);
  EXPECT_EQ(tenths_of_points(u"10.5"), 105);
  EXPECT_EQ(tenths_of_points(u"ten"), 0);
  EXPECT_EQ(tenths_of_points(u"-3"), 0);
  EXPECT_EQ(points_text(105), u"10.5");
}

}  // namespace
}  // namespace transom::comdlg
