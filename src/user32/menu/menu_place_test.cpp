// Where popups go and menu bars are.
#include "user32/test_support.h"

namespace transom::user::test {
namespace {

RECT placed(POINT anchor, SIZE size, UINT flags, RECT* exclude = nullptr) {
  RECT place{};
  EXPECT_TRUE(CalculatePopupWindowPosition(&anchor, &size, flags, exclude, &place));
  return place;
}

// "Use one of the following flags to specify how the function positions the pop-up window."
TEST(PopupPlaces, FollowTheAlignment) {
  EXPECT_EQ(placed({300, 200}, {100, 50}, 0).left, 300);
  EXPECT_EQ(placed({300, 200}, {100, 50}, TPM_CENTERALIGN | TPM_VCENTERALIGN).left, 250);
  EXPECT_EQ(placed({300, 200}, {100, 50}, TPM_RIGHTALIGN | TPM_BOTTOMALIGN).top, 150);
}

// "Ensure that the pop-up window is fully visible on the desktop window, regardless of the anchor
// point"; off the excluded rectangle.
TEST(PopupPlaces, StayOnTheScreenAndOffTheRectangle) {
  const RECT corner = placed({-50, 100'000}, {100, 50}, 0);
  EXPECT_EQ(corner.left, 0);
  EXPECT_EQ(corner.bottom, GetSystemMetrics(SM_CYSCREEN));
  RECT exclude{280, 180, 340, 260};
  EXPECT_EQ(placed({300, 200}, {100, 50}, TPM_HORIZONTAL, &exclude).left, 340);
  EXPECT_EQ(placed({300, 200}, {100, 50}, TPM_VERTICAL, &exclude).top, 260);
  EXPECT_FALSE(CalculatePopupWindowPosition(nullptr, nullptr, 0, nullptr, nullptr));
}

class MenuBars : public testing::Test {
 protected:
  MenuBars() {
    bar_ = CreateMenu();
    AppendMenuW(bar_, MF_STRING, 1, L"One");
    AppendMenuW(bar_, MF_STRING, 2, L"Two");
    window_ = recorder_.create("window", WS_OVERLAPPEDWINDOW | WS_VISIBLE, nullptr, 0,
                               {10, 20, 400, 300});
    SetMenu(window_, bar_);
  }

  Recorder recorder_;
  HMENU bar_ = nullptr;
  HWND window_ = nullptr;
};

// "If this parameter is zero, the function retrieves information about the menu itself; 1: about
// the first item."
TEST_F(MenuBars, TellWhereTheyAre) {
  MENUBARINFO info{};
  info.cbSize = sizeof info;
  ASSERT_TRUE(GetMenuBarInfo(window_, OBJID_MENU, 0, &info));
  EXPECT_EQ(info.hMenu, bar_);
  RECT item{};
  GetMenuItemRect(window_, bar_, 1, &item);
  EXPECT_EQ(info.rcBar.top, item.top);
  ASSERT_TRUE(GetMenuBarInfo(window_, OBJID_MENU, 2, &info));
  EXPECT_TRUE(EqualRect(&info.rcBar, &item));
  EXPECT_FALSE(info.fFocused);
}

TEST_F(MenuBars, RefuseWhatThereIsNot) {
  MENUBARINFO info{};
  EXPECT_FALSE(GetMenuBarInfo(window_, OBJID_MENU, 0, &info));
  EXPECT_EQ(GetLastError(), static_cast<DWORD>(ERROR_INVALID_PARAMETER));
  info.cbSize = sizeof info;
  EXPECT_FALSE(GetMenuBarInfo(nullptr, OBJID_MENU, 0, &info));
  EXPECT_EQ(GetLastError(), static_cast<DWORD>(ERROR_INVALID_WINDOW_HANDLE));
  EXPECT_FALSE(GetMenuBarInfo(window_, OBJID_MENU, 3, &info));
  EXPECT_FALSE(GetMenuBarInfo(window_, OBJID_CLIENT, 0, &info));
  EXPECT_EQ(GetLastError(), static_cast<DWORD>(ERROR_INVALID_MENU_HANDLE));
}

// Observed, and programs rely on it: one that fits its columns to the screen asks in
// WM_INITMENUPOPUP, and takes an empty rectangle for "not shown yet".
TEST_F(MenuBars, AnItemOfAPopupThatIsNotOpenHasAnEmptyPlace) {
  const HMENU popup = CreatePopupMenu();
  AppendMenuW(popup, MF_STRING, 3, L"Three");
  RECT item{1, 2, 3, 4};
  EXPECT_TRUE(GetMenuItemRect(window_, popup, 0, &item));
  EXPECT_TRUE(IsRectEmpty(&item));
  EXPECT_FALSE(GetMenuItemRect(nullptr, popup, 0, &item));
  EXPECT_FALSE(GetMenuItemRect(window_, popup, 1, &item));
  DestroyMenu(popup);
}

}  // namespace
}  // namespace transom::user::test
