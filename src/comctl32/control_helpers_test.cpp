#include "comctl32/common_test_support.h"

namespace transom::comctl {
namespace {

using ControlHelpers = CommonControlTest;

// "If a window is visible its rectangle is subtracted."
TEST_F(ControlHelpers, TheEffectiveClientAreaIsWithoutBars) {
  const RECT whole = parent_client();
  const HWND bar = control(L"Static", L"", 0, {0, 0, static_cast<int>(whole.right), 20}, 31);
  const INT pairs[] = {1, 0, 1, 31, 1, 99, 0, 0};
  RECT area{};
  GetEffectiveClientRect(window, &area, pairs);
  EXPECT_EQ(area.top, 20);
  EXPECT_EQ(area.bottom, whole.bottom);
  ShowWindow(bar, SW_HIDE);
  GetEffectiveClientRect(window, &area, pairs);
  EXPECT_EQ(area.top, 0);
}

TEST_F(ControlHelpers, AMenuItemShowsAndHidesAControl) {
  const HWND bar = control(L"Static", L"", 0, {0, 0, 50, 20}, 31);
  const HMENU menu = CreateMenu();
  AppendMenuW(menu, MF_STRING | MF_CHECKED, 400, L"Bar");
  INT pairs[] = {0, static_cast<INT>(reinterpret_cast<INT_PTR>(menu)), 400, 31, 0, 0};
  EXPECT_TRUE(ShowHideMenuCtl(window, 400, pairs));
  EXPECT_FALSE(IsWindowVisible(bar));
  EXPECT_EQ(GetMenuState(menu, 400, MF_BYCOMMAND) & MF_CHECKED, 0u);
  EXPECT_TRUE(ShowHideMenuCtl(window, 400, pairs));
  EXPECT_TRUE(IsWindowVisible(bar));
  EXPECT_FALSE(ShowHideMenuCtl(window, 401, pairs));
  DestroyMenu(menu);
}

TEST_F(ControlHelpers, TheLanguageIsTheThreads) {
  InitMUILanguage(MAKELANGID(LANG_GERMAN, SUBLANG_GERMAN));
  EXPECT_EQ(GetMUILanguage(), MAKELANGID(LANG_GERMAN, SUBLANG_GERMAN));
  InitMUILanguage(0);
}

class DragListTest : public CommonControlTest {
 protected:
  void SetUp() override {
    CommonControlTest::SetUp();
    list = control(L"ListBox", nullptr, LBS_NOTIFY, {20, 10, 140, 110}, 8);
    for (const WCHAR* text : {L"one", L"two", L"three"}) {
      send(list, LB_ADDSTRING, 0, reinterpret_cast<LPARAM>(text));
    }
    EXPECT_TRUE(MakeDragList(list));
    EXPECT_TRUE(MakeDragList(list)) << "once is enough";
    message = RegisterWindowMessageW(L"commctrl_DragListMsg");
    answer = [this](const user::Received& each) -> std::optional<LRESULT> {
      if (each.message != message) return std::nullopt;
      const auto& about = *reinterpret_cast<const DRAGLISTINFO*>(each.lparam);
      EXPECT_EQ(about.hWnd, list);
      EXPECT_EQ(each.wparam, 8u);
      seen.push_back(about.uNotification);
      if (destroys) DestroyWindow(list);
      return about.uNotification == DL_BEGINDRAG ? begins : LRESULT{DL_MOVECURSOR};
    };
  }
  void drag() {
    // Sent before they are taken: the list box waits for the mouse to move.
    send_mouse(MOUSEEVENTF_LEFTDOWN, in(list, 10, 5));
    send_mouse(MOUSEEVENTF_MOVE, in(list, 10, 40));
    send_mouse(MOUSEEVENTF_MOVE, in(list, 10, 41));
    send_mouse(MOUSEEVENTF_LEFTUP, in(list, 10, 41));
    pump();
  }

  HWND list = nullptr;
  UINT message = 0;
  LRESULT begins = TRUE;
  bool destroys = false;
  std::vector<UINT> seen;
};

TEST_F(DragListTest, PointsAreItems) {
  EXPECT_EQ(LBItemFromPt(list, in(list, 10, 5), FALSE), 0);
  EXPECT_EQ(LBItemFromPt(list, in(list, 10, 90), FALSE), -1);
  EXPECT_EQ(LBItemFromPt(list, in(list, 10, -5), TRUE), -1);
  EXPECT_EQ(LBItemFromPt(nullptr, {5, 5}, TRUE), -1);
}

TEST_F(DragListTest, TheParentIsToldOfADrag) {
  drag();
  ASSERT_GE(seen.size(), 2u);
  EXPECT_EQ(seen.front(), UINT{DL_BEGINDRAG});
  EXPECT_EQ(seen.back(), UINT{DL_DROPPED});
  EXPECT_EQ(send(list, LB_GETCURSEL), 0);
}

TEST_F(DragListTest, TheParentMayForbidIt) {
  begins = FALSE;
  drag();
  EXPECT_EQ(seen, std::vector<UINT>{DL_BEGINDRAG});
}

TEST_F(DragListTest, AHandlerMayDestroyTheList) {
  destroys = true;
  drag();
  EXPECT_FALSE(IsWindow(list));
}

// An arrow beside the list; -1 takes it away.
TEST_F(DragListTest, TheInsertMarkComesAndGoes) {
  const auto dark = [&] {
    const HDC dc = GetDC(window);
    const bool black = GetPixel(dc, 12, 10) == RGB(0, 0, 0);
    ReleaseDC(window, dc);
    return black;
  };
  DrawInsert(window, list, 0);
  EXPECT_TRUE(dark());
  log.clear();
  DrawInsert(window, list, -1);
  EXPECT_NE(first(WM_PAINT), nullptr) << "the parent draws what was below it";
}

}  // namespace
}  // namespace transom::comctl
