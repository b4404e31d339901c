// The messages of creation and destruction, in the order of
// https://learn.microsoft.com/windows/win32/winmsg/about-windows#window-creation-messages
#include "user32/test_support.h"

namespace transom::user::test {
namespace {

TEST(CreateWindow, AnOverlappedWindowHearsOfLimitsCreationAndFrame) {
  Recorder recorder;
  ASSERT_NE(recorder.create("a", WS_OVERLAPPEDWINDOW), nullptr);
  EXPECT_THAT(recorder.take(),
              ElementsAre("a WM_GETMINMAXINFO", "a WM_NCCREATE", "a WM_NCCALCSIZE", "a WM_CREATE"));
}

TEST(CreateWindow, TheFirstShowingTellsSizeAndPlace) {
  Recorder recorder;
  const HWND a = recorder.create("a", WS_OVERLAPPEDWINDOW);
  recorder.only({WM_SHOWWINDOW, WM_SIZE, WM_MOVE, WM_WINDOWPOSCHANGED});
  recorder.clear();
  ShowWindow(a, SW_SHOW);
  EXPECT_THAT(recorder.take(),
              ElementsAre("a WM_SHOWWINDOW", "a WM_WINDOWPOSCHANGED", "a WM_SIZE", "a WM_MOVE"));
  ShowWindow(a, SW_HIDE);
  recorder.clear();
  ShowWindow(a, SW_SHOW);
  EXPECT_THAT(recorder.take(), ElementsAre("a WM_SHOWWINDOW", "a WM_WINDOWPOSCHANGED"));
}

TEST(CreateWindow, APopupHasNoLimitsAndKnowsItsSizeAtOnce) {
  Recorder recorder;
  ASSERT_NE(recorder.create("p", WS_POPUP), nullptr);
  EXPECT_THAT(recorder.take(), ElementsAre("p WM_NCCREATE", "p WM_NCCALCSIZE", "p WM_CREATE",
                                           "p WM_SIZE", "p WM_MOVE"));
}

TEST(CreateWindow, AChildTellsItsParent) {
  Recorder recorder;
  const HWND a = recorder.create("a", WS_POPUP);
  recorder.clear();
  ASSERT_NE(recorder.create("c", WS_CHILD, a), nullptr);
  EXPECT_THAT(recorder.take(), ElementsAre("c WM_NCCREATE", "c WM_NCCALCSIZE", "c WM_CREATE",
                                           "c WM_SIZE", "c WM_MOVE", "a WM_PARENTNOTIFY"));
}

TEST(CreateWindow, AChildThatSaysSoDoesNotTellItsParent) {
  Recorder recorder;
  const HWND a = recorder.create("a", WS_POPUP);
  recorder.only({WM_PARENTNOTIFY});
  recorder.clear();
  const HWND c = recorder.create("c", WS_CHILD, a, WS_EX_NOPARENTNOTIFY);
  DestroyWindow(c);
  EXPECT_THAT(recorder.take(), IsEmpty());
}

TEST(CreateWindow, EveryAncestorHearsOfAGrandchild) {
  Recorder recorder;
  const HWND a = recorder.create("a", WS_POPUP);
  const HWND c = recorder.create("c", WS_CHILD, a);
  recorder.only({WM_PARENTNOTIFY});
  recorder.clear();
  recorder.create("g", WS_CHILD, c);
  EXPECT_THAT(recorder.take(), ElementsAre("c WM_PARENTNOTIFY", "  a WM_PARENTNOTIFY"));
}

TEST(CreateWindow, AMessageOnlyWindowIsNotOnTheDesktop) {
  Recorder recorder;
  const HWND m = recorder.create("m", WS_POPUP | WS_VISIBLE, HWND_MESSAGE);
  ASSERT_NE(m, nullptr);
  EXPECT_FALSE(IsWindowVisible(m));
  EXPECT_EQ(FindWindowExW(HWND_MESSAGE, nullptr, kRecorded, nullptr), m);
  EXPECT_NE(GetAncestor(m, GA_PARENT), GetDesktopWindow());
  EXPECT_NE(GetActiveWindow(), m);
}

TEST(CreateWindow, FalseFromNcCreateEndsIt) {
  Recorder recorder;
  recorder.answer("a", WM_NCCREATE, FALSE);
  EXPECT_EQ(recorder.create("a", WS_POPUP), nullptr);
  EXPECT_THAT(recorder.take(), ElementsAre("a WM_NCCREATE", "a WM_NCDESTROY"));
}

TEST(CreateWindow, MinusOneFromCreateEndsIt) {
  Recorder recorder;
  recorder.answer("a", WM_CREATE, -1);
  EXPECT_EQ(recorder.create("a", WS_POPUP), nullptr);
  EXPECT_THAT(recorder.take(),
              ElementsAre("a WM_NCCREATE", "a WM_NCCALCSIZE", "a WM_CREATE", "a WM_NCDESTROY"));
}

TEST(CreateWindow, AHookMayForbidItAndChangeThePlace) {
  Recorder recorder;
  const auto hook = SetWindowsHookExW(
      WH_CBT,
      [](int code, WPARAM, LPARAM lparam) -> LRESULT {
        if (code != HCBT_CREATEWND) return 0;
        auto& create = *reinterpret_cast<CBT_CREATEWNDW*>(lparam)->lpcs;
        if (create.x == 10) return 1;
        create.x = 77;
        return 0;
      },
      nullptr, GetCurrentThreadId());
  EXPECT_EQ(recorder.create("a", WS_POPUP), nullptr);
  const HWND b = recorder.create("b", WS_POPUP, nullptr, 0, {11, 0, 20, 20});
  UnhookWindowsHookEx(hook);
  RECT rect{};
  GetWindowRect(b, &rect);
  EXPECT_EQ(rect.left, 77);
}

TEST(CreateWindow, FailuresHaveTheirLastErrors) {
  Recorder recorder;
  SetLastError(0);
  EXPECT_EQ(recorder.create("c", WS_CHILD), nullptr);
  EXPECT_EQ(GetLastError(), static_cast<DWORD>(ERROR_TLW_WITH_WSCHILD));
  EXPECT_EQ(recorder.create("c", WS_CHILD, reinterpret_cast<HWND>(0x7770001)), nullptr);
  EXPECT_EQ(GetLastError(), static_cast<DWORD>(ERROR_INVALID_WINDOW_HANDLE));
  EXPECT_EQ(recorder.create("a", 0, nullptr, 0, {}, L"NoSuchClass"), nullptr);
  EXPECT_EQ(GetLastError(), static_cast<DWORD>(ERROR_CANNOT_FIND_WND_CLASS));
}

TEST(DestroyWindow, TheParentGoesFirstAndItsChildrenAreGoneBeforeItsNcDestroy) {
  Recorder recorder;
  const HWND a = recorder.create("a", WS_POPUP);
  const HWND c = recorder.create("c", WS_CHILD, a);
  recorder.create("g", WS_CHILD, c);
  recorder.create("d", WS_CHILD, a);
  recorder.clear();
  EXPECT_TRUE(DestroyWindow(a));
  EXPECT_THAT(recorder.take(),
              ElementsAre("a WM_DESTROY", "c WM_DESTROY", "g WM_DESTROY", "d WM_DESTROY",
                          "g WM_NCDESTROY", "c WM_NCDESTROY", "d WM_NCDESTROY", "a WM_NCDESTROY"));
  EXPECT_FALSE(IsWindow(a));
  EXPECT_FALSE(IsWindow(c));
}

TEST(DestroyWindow, OwnedWindowsGoWithTheirOwner) {
  Recorder recorder;
  const HWND a = recorder.create("a", WS_POPUP);
  const HWND o = recorder.create("o", WS_POPUP, a);
  recorder.clear();
  DestroyWindow(a);
  EXPECT_FALSE(IsWindow(o));
  EXPECT_THAT(recorder.take(),
              ElementsAre("o WM_DESTROY", "o WM_NCDESTROY", "a WM_DESTROY", "a WM_NCDESTROY"));
}

// A program may destroy a window within any message of its creation, and gets null.
class DestroyedWithin : public testing::TestWithParam<UINT> {};

TEST_P(DestroyedWithin, CreationAnswersNull) {
  Recorder recorder;
  recorder.on("a", GetParam(), [](HWND window, WPARAM, LPARAM) { DestroyWindow(window); });
  EXPECT_EQ(recorder.create("a", WS_OVERLAPPEDWINDOW), nullptr);
  EXPECT_EQ(FindWindowW(kRecorded, nullptr), nullptr);
}

TEST_P(DestroyedWithin, CreationOfAChildAnswersNull) {
  Recorder recorder;
  const HWND parent = recorder.create("parent", WS_POPUP);
  recorder.on("a", GetParam(), [](HWND window, WPARAM, LPARAM) { DestroyWindow(window); });
  const HWND made = recorder.create("a", WS_CHILD | WS_THICKFRAME, parent);
  EXPECT_EQ(made, nullptr);
  EXPECT_EQ(GetWindow(parent, GW_CHILD), nullptr);
}

INSTANTIATE_TEST_SUITE_P(Messages, DestroyedWithin,
                         testing::Values(WM_GETMINMAXINFO, WM_NCCREATE, WM_NCCALCSIZE, WM_CREATE),
                         [](const auto& param) { return catalog::name_of(param.param); });

TEST(DestroyWindow, WithinItsOwnDestroyItIsDestroyedOnce) {
  Recorder recorder;
  const HWND a = recorder.create("a", WS_POPUP);
  recorder.clear();
  recorder.on("a", WM_DESTROY, [](HWND window, WPARAM, LPARAM) { DestroyWindow(window); });
  EXPECT_TRUE(DestroyWindow(a));
  EXPECT_THAT(recorder.take(), ElementsAre("a WM_DESTROY", "a WM_NCDESTROY"));
}

TEST(DestroyWindow, AChildMayDestroyItsParentInItsDestroy) {
  Recorder recorder;
  const HWND a = recorder.create("a", WS_POPUP);
  const HWND c = recorder.create("c", WS_CHILD, a);
  recorder.on("c", WM_DESTROY, [&](HWND, WPARAM, LPARAM) { DestroyWindow(a); });
  DestroyWindow(c);
  EXPECT_FALSE(IsWindow(a));
  EXPECT_FALSE(IsWindow(c));
}

TEST(DestroyWindow, DeadHandlesFail) {
  EXPECT_FALSE(DestroyWindow(nullptr));
  EXPECT_EQ(GetLastError(), static_cast<DWORD>(ERROR_INVALID_WINDOW_HANDLE));
  EXPECT_FALSE(DestroyWindow(GetDesktopWindow()));
  EXPECT_EQ(GetLastError(), static_cast<DWORD>(ERROR_ACCESS_DENIED));
}

}  // namespace
}  // namespace transom::user::test
