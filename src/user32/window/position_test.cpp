// SetWindowPos and ShowWindow.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-setwindowpos
#include "user32/test_support.h"

namespace transom::user::test {
namespace {

RECT rect_of(HWND window) {
  RECT rect{};
  GetWindowRect(window, &rect);
  return rect;
}

class SetPosition : public testing::Test {
 protected:
  SetPosition() { recorder.clear(); }

  Recorder recorder;
  const HWND parent = recorder.create("p", WS_POPUP | WS_VISIBLE);
  const HWND child = recorder.create("c", WS_CHILD | WS_VISIBLE, parent, 0, {0, 0, 50, 40});
};

TEST_F(SetPosition, ASizeAsksForTheClientAreaAndTellsTheSize) {
  SetWindowPos(child, nullptr, 0, 0, 60, 45, SWP_NOMOVE | SWP_NOZORDER | SWP_NOACTIVATE);
  EXPECT_THAT(recorder.take(), ElementsAre("c WM_WINDOWPOSCHANGING", "c WM_NCCALCSIZE",
                                           "c WM_WINDOWPOSCHANGED", "  c WM_SIZE"));
}

TEST_F(SetPosition, AMoveTellsThePlaceAlone) {
  SetWindowPos(child, nullptr, 5, 6, 0, 0, SWP_NOSIZE | SWP_NOZORDER | SWP_NOACTIVATE);
  EXPECT_THAT(recorder.take(),
              ElementsAre("c WM_WINDOWPOSCHANGING", "c WM_WINDOWPOSCHANGED", "  c WM_MOVE"));
}

TEST_F(SetPosition, WhatIsSoAlreadyIsOnlyAsked) {
  SetWindowPos(child, nullptr, 0, 0, 50, 40, SWP_NOZORDER | SWP_NOACTIVATE);
  EXPECT_THAT(recorder.take(), ElementsAre("c WM_WINDOWPOSCHANGING"));
}

TEST_F(SetPosition, AFrameChangeAsksForTheClientArea) {
  SetWindowPos(child, nullptr, 0, 0, 0, 0,
               SWP_NOSIZE | SWP_NOMOVE | SWP_NOZORDER | SWP_NOACTIVATE | SWP_FRAMECHANGED);
  EXPECT_THAT(recorder.take(),
              ElementsAre("c WM_WINDOWPOSCHANGING", "c WM_NCCALCSIZE", "c WM_WINDOWPOSCHANGED"));
}

TEST_F(SetPosition, NoSendChangingLeavesTheQuestionOut) {
  SetWindowPos(child, nullptr, 5, 6, 0, 0,
               SWP_NOSIZE | SWP_NOZORDER | SWP_NOACTIVATE | SWP_NOSENDCHANGING);
  EXPECT_THAT(recorder.take(), ElementsAre("c WM_WINDOWPOSCHANGED", "  c WM_MOVE"));
}

TEST_F(SetPosition, TheWindowMayEditWhatIsAsked) {
  recorder.on("c", WM_WINDOWPOSCHANGING, [](HWND, WPARAM, LPARAM lparam) {
    auto& pos = *reinterpret_cast<WINDOWPOS*>(lparam);
    pos.x = 9;
    pos.cy = 33;
    pos.flags &= ~static_cast<UINT>(SWP_NOSIZE);
    pos.cx = 44;
  });
  SetWindowPos(child, nullptr, 5, 6, 0, 0, SWP_NOSIZE | SWP_NOZORDER | SWP_NOACTIVATE);
  RECT rect = rect_of(child);
  MapWindowPoints(nullptr, parent, reinterpret_cast<POINT*>(&rect), 2);
  const RECT expected{9, 6, 53, 39};
  EXPECT_TRUE(EqualRect(&rect, &expected)) << rect.left << ' ' << rect.bottom;
}

TEST_F(SetPosition, WithoutADefaultThereIsNeitherMoveNorSize) {
  recorder.answer("c", WM_WINDOWPOSCHANGED, 0);
  recorder.only({WM_MOVE, WM_SIZE});
  MoveWindow(child, 7, 7, 70, 70, FALSE);
  EXPECT_THAT(recorder.take(), IsEmpty());
}

TEST_F(SetPosition, DestroyedWhileItIsAskedItFails) {
  recorder.on("c", WM_WINDOWPOSCHANGING,
              [](HWND window, WPARAM, LPARAM) { DestroyWindow(window); });
  EXPECT_FALSE(SetWindowPos(child, nullptr, 5, 6, 70, 70, SWP_NOZORDER));
  EXPECT_FALSE(IsWindow(child));
}

TEST_F(SetPosition, SiblingsChangePlaces) {
  const HWND second = recorder.create("d", WS_CHILD, parent);
  EXPECT_EQ(GetWindow(parent, GW_CHILD), child);
  SetWindowPos(second, HWND_TOP, 0, 0, 0, 0, SWP_NOMOVE | SWP_NOSIZE | SWP_NOACTIVATE);
  EXPECT_EQ(GetWindow(parent, GW_CHILD), second);
  SetWindowPos(second, child, 0, 0, 0, 0, SWP_NOMOVE | SWP_NOSIZE | SWP_NOACTIVATE);
  EXPECT_EQ(GetWindow(child, GW_HWNDNEXT), second);
  SetWindowPos(child, HWND_BOTTOM, 0, 0, 0, 0, SWP_NOMOVE | SWP_NOSIZE | SWP_NOACTIVATE);
  EXPECT_EQ(GetWindow(parent, GW_CHILD), second);
}

TEST_F(SetPosition, ADeferredListIsDoneAtItsEnd) {
  HDWP list = BeginDeferWindowPos(1);
  list =
      DeferWindowPos(list, child, nullptr, 3, 4, 0, 0, SWP_NOSIZE | SWP_NOZORDER | SWP_NOACTIVATE);
  list = DeferWindowPos(list, parent, nullptr, 30, 40, 0, 0,
                        SWP_NOSIZE | SWP_NOZORDER | SWP_NOACTIVATE);
  EXPECT_EQ(rect_of(parent).left, 10);
  EXPECT_TRUE(EndDeferWindowPos(list));
  EXPECT_EQ(rect_of(parent).left, 30);
  EXPECT_EQ(rect_of(child).left, 33);
  EXPECT_FALSE(EndDeferWindowPos(list));
}

TEST(ZOrder, TopmostWindowsStayAboveOthers) {
  Recorder recorder;
  const HWND top = recorder.create("t", WS_POPUP, nullptr, WS_EX_TOPMOST);
  const HWND other = recorder.create("o", WS_POPUP);
  SetWindowPos(other, HWND_TOP, 0, 0, 0, 0, SWP_NOMOVE | SWP_NOSIZE | SWP_NOACTIVATE);
  EXPECT_EQ(GetWindow(top, GW_HWNDNEXT), other);
  SetWindowPos(other, HWND_TOPMOST, 0, 0, 0, 0, SWP_NOMOVE | SWP_NOSIZE | SWP_NOACTIVATE);
  EXPECT_EQ(GetWindow(other, GW_HWNDNEXT), top);
  EXPECT_NE(GetWindowLongW(other, GWL_EXSTYLE) & WS_EX_TOPMOST, 0);
  SetWindowPos(other, HWND_NOTOPMOST, 0, 0, 0, 0, SWP_NOMOVE | SWP_NOSIZE | SWP_NOACTIVATE);
  EXPECT_EQ(GetWindowLongW(other, GWL_EXSTYLE) & WS_EX_TOPMOST, 0);
  EXPECT_EQ(GetWindow(top, GW_HWNDNEXT), other);
}

TEST(ZOrder, AnOwnedWindowLiesAboveItsOwner) {
  Recorder recorder;
  const HWND owner = recorder.create("a", WS_POPUP | WS_VISIBLE);
  const HWND owned = recorder.create("o", WS_POPUP | WS_VISIBLE, owner);
  SetWindowPos(owner, HWND_TOP, 0, 0, 0, 0, SWP_NOMOVE | SWP_NOSIZE | SWP_NOACTIVATE);
  EXPECT_EQ(GetWindow(owned, GW_HWNDNEXT), owner);
}

TEST(ShowWindow, AnswersWhetherItWasVisible) {
  Recorder recorder;
  const HWND a = recorder.create("a", WS_OVERLAPPEDWINDOW);
  EXPECT_FALSE(ShowWindow(a, SW_SHOWNA));
  EXPECT_TRUE(ShowWindow(a, SW_SHOWNA));
  EXPECT_TRUE(ShowWindow(a, SW_HIDE));
  EXPECT_FALSE(ShowWindow(a, SW_HIDE));
}

TEST(ShowWindow, MinimizedMaximizedAndRestoredItKeepsItsPlace) {
  Recorder recorder;
  const HWND a = recorder.create("a", WS_OVERLAPPEDWINDOW | WS_VISIBLE);
  const RECT normal = rect_of(a);
  ShowWindow(a, SW_MAXIMIZE);
  EXPECT_TRUE(IsZoomed(a));
  ShowWindow(a, SW_MINIMIZE);
  EXPECT_TRUE(IsIconic(a));
  EXPECT_EQ(rect_of(a).left, -32000);
  ShowWindow(a, SW_RESTORE);
  EXPECT_TRUE(IsZoomed(a)) << "a window minimized while it was maximized comes back maximized";
  ShowWindow(a, SW_RESTORE);
  const RECT now = rect_of(a);
  EXPECT_TRUE(EqualRect(&now, &normal));
}

TEST(ShowWindow, ItsSizeSaysWhichStateItIsIn) {
  Recorder recorder;
  const HWND a = recorder.create("a", WS_OVERLAPPEDWINDOW | WS_VISIBLE);
  std::vector<WPARAM> kinds;
  const auto listen = [&](int command) {
    recorder.on("a", WM_SIZE, [&](HWND, WPARAM kind, LPARAM) { kinds.push_back(kind); });
    ShowWindow(a, command);
  };
  listen(SW_MAXIMIZE);
  listen(SW_RESTORE);
  listen(SW_MINIMIZE);
  listen(SW_RESTORE);
  EXPECT_THAT(kinds, ElementsAre(SIZE_MAXIMIZED, SIZE_RESTORED, SIZE_MINIMIZED, SIZE_RESTORED));
}

TEST(ShowWindow, QueryOpenMayKeepItMinimized) {
  Recorder recorder;
  const HWND a = recorder.create("a", WS_OVERLAPPEDWINDOW | WS_VISIBLE);
  ShowWindow(a, SW_MINIMIZE);
  recorder.answer("a", WM_QUERYOPEN, FALSE);
  ShowWindow(a, SW_RESTORE);
  EXPECT_TRUE(IsIconic(a));
}

TEST(ShowWindow, AMinimizedOwnerTakesItsWindowsAlong) {
  Recorder recorder;
  const HWND a = recorder.create("a", WS_OVERLAPPEDWINDOW | WS_VISIBLE);
  const HWND o = recorder.create("o", WS_POPUP | WS_VISIBLE, a);
  ShowWindow(a, SW_MINIMIZE);
  EXPECT_FALSE(IsWindowVisible(o));
  ShowWindow(a, SW_RESTORE);
  EXPECT_TRUE(IsWindowVisible(o));
}

TEST(SetParent, MovesAChildAndKeepsItsPlaceInTheClientArea) {
  Recorder recorder;
  const HWND a = recorder.create("a", WS_POPUP | WS_VISIBLE);
  const HWND b = recorder.create("b", WS_POPUP | WS_VISIBLE, nullptr, 0, {100, 100, 300, 300});
  const HWND c = recorder.create("c", WS_CHILD | WS_VISIBLE, a, 0, {5, 6, 50, 50});
  recorder.only({WM_SHOWWINDOW, WM_MOVE});
  recorder.clear();
  EXPECT_EQ(SetParent(c, b), a);
  EXPECT_THAT(recorder.take(), ElementsAre("c WM_SHOWWINDOW", "  c WM_MOVE", "c WM_SHOWWINDOW"));
  EXPECT_EQ(GetParent(c), b);
  EXPECT_EQ(rect_of(c).left, 105);
  SetLastError(0);
  EXPECT_EQ(SetParent(b, c), nullptr) << "a window cannot go below its own child";
  EXPECT_EQ(GetLastError(), static_cast<DWORD>(ERROR_INVALID_PARAMETER));
}

// "DestroyWindow automatically destroys the associated child or owned windows."
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-destroywindow
TEST(SetParent, AnOwnedWindowGoesWithItsOwnerFromAnywhere) {
  Recorder recorder;
  const HWND owner = recorder.create("owner", WS_POPUP);
  const HWND stranger = recorder.create("stranger", WS_POPUP);
  const HWND below = recorder.create("below", WS_POPUP, owner);
  const HWND message_only = recorder.create("message only", WS_POPUP, owner);
  SetParent(below, stranger);
  SetParent(message_only, HWND_MESSAGE);
  DestroyWindow(owner);
  EXPECT_FALSE(IsWindow(below));
  EXPECT_FALSE(IsWindow(message_only));
  EXPECT_TRUE(IsWindow(stranger));
}

}  // namespace
}  // namespace transom::user::test
