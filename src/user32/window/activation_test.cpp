// Activation, focus and capture.
// https://learn.microsoft.com/windows/win32/inputdev/about-keyboard-input#keyboard-focus-and-activation
#include <thread>

#include "user32/test_support.h"

namespace transom::user::test {
namespace {

class Activate : public testing::Test {
 protected:
  Activate() {
    recorder.only({WM_NCACTIVATE, WM_ACTIVATE, WM_ACTIVATEAPP, WM_SETFOCUS, WM_KILLFOCUS,
                   WM_CAPTURECHANGED, WM_ENABLE, WM_CANCELMODE});
    recorder.clear();
  }

  Recorder recorder;
  const HWND a = recorder.create("a", WS_OVERLAPPEDWINDOW | WS_VISIBLE);
  const HWND b = recorder.create("b", WS_OVERLAPPEDWINDOW | WS_VISIBLE);
};

TEST_F(Activate, TheNewestIsActiveAndHasTheFocus) {
  EXPECT_EQ(GetActiveWindow(), b);
  EXPECT_EQ(GetFocus(), b);
  EXPECT_EQ(GetForegroundWindow(), b);
}

TEST_F(Activate, TheOldOneHearsBeforeTheNewOne) {
  EXPECT_EQ(SetActiveWindow(a), b);
  EXPECT_THAT(recorder.take(), ElementsAre("b WM_NCACTIVATE", "b WM_ACTIVATE", "a WM_NCACTIVATE",
                                           "a WM_ACTIVATE", "  b WM_KILLFOCUS", "  a WM_SETFOCUS"));
}

TEST_F(Activate, FalseFromNcActivateKeepsItActive) {
  recorder.answer("b", WM_NCACTIVATE, FALSE);
  SetActiveWindow(a);
  EXPECT_EQ(GetActiveWindow(), b);
}

TEST_F(Activate, AProgramThatKeepsActivateToItselfGetsTheFocus) {
  recorder.answer("a", WM_ACTIVATE, 0);
  SetActiveWindow(a);
  EXPECT_EQ(GetFocus(), a);
}

TEST_F(Activate, AHookMayForbidIt) {
  const auto hook = SetWindowsHookExW(
      WH_CBT, [](int code, WPARAM, LPARAM) -> LRESULT { return code == HCBT_ACTIVATE; }, nullptr,
      GetCurrentThreadId());
  SetActiveWindow(a);
  UnhookWindowsHookEx(hook);
  EXPECT_EQ(GetActiveWindow(), b);
  EXPECT_THAT(recorder.take(), IsEmpty());
}

TEST_F(Activate, DestroyingTheActiveOneActivatesTheNext) {
  DestroyWindow(b);
  EXPECT_EQ(GetActiveWindow(), a);
  EXPECT_EQ(GetFocus(), a);
}

TEST_F(Activate, DestroyingAnOwnedOneActivatesItsOwner) {
  const HWND o = recorder.create("o", WS_POPUP | WS_VISIBLE, a);
  EXPECT_EQ(GetActiveWindow(), o);
  DestroyWindow(o);
  EXPECT_EQ(GetActiveWindow(), a);
}

TEST_F(Activate, HidingTheActiveOneActivatesTheNext) {
  ShowWindow(b, SW_HIDE);
  EXPECT_EQ(GetActiveWindow(), a);
}

TEST_F(Activate, ShowingWithoutActivationLeavesTheActiveOne) {
  const HWND c = recorder.create("c", WS_POPUP);
  ShowWindow(c, SW_SHOWNA);
  EXPECT_EQ(GetActiveWindow(), b);
  ShowWindow(c, SW_HIDE);
  ShowWindow(c, SW_SHOWNOACTIVATE);
  EXPECT_EQ(GetActiveWindow(), b);
  ShowWindow(c, SW_HIDE);
  ShowWindow(c, SW_SHOW);
  EXPECT_EQ(GetActiveWindow(), c);
}

TEST_F(Activate, FocusOnAChildActivatesItsTopLevelWindow) {
  const HWND child = recorder.create("c", WS_CHILD | WS_VISIBLE, a);
  recorder.clear();
  EXPECT_NE(SetFocus(child), nullptr);
  EXPECT_EQ(GetActiveWindow(), a);
  EXPECT_EQ(GetFocus(), child);
}

TEST_F(Activate, ADisabledWindowGetsNoFocus) {
  const HWND child = recorder.create("c", WS_CHILD | WS_VISIBLE | WS_DISABLED, b);
  EXPECT_EQ(SetFocus(child), nullptr);
  EXPECT_EQ(GetFocus(), b);
}

TEST_F(Activate, DisablingTakesTheFocusOfAChild) {
  const HWND child = recorder.create("c", WS_CHILD | WS_VISIBLE, b);
  SetFocus(child);
  recorder.clear();
  EXPECT_FALSE(EnableWindow(child, FALSE));
  EXPECT_THAT(recorder.take(), ElementsAre("c WM_CANCELMODE", "c WM_KILLFOCUS", "c WM_ENABLE"));
  EXPECT_TRUE(EnableWindow(child, TRUE));
  EXPECT_FALSE(EnableWindow(child, TRUE));
}

TEST_F(Activate, NoWindowActiveMeansNoFocus) {
  SetActiveWindow(nullptr);
  EXPECT_EQ(GetActiveWindow(), nullptr);
  EXPECT_EQ(GetFocus(), nullptr);
}

TEST_F(Activate, CaptureChangesHandsAndTells) {
  EXPECT_EQ(SetCapture(a), nullptr);
  EXPECT_EQ(SetCapture(b), a);
  ReleaseCapture();
  EXPECT_THAT(recorder.take(), ElementsAre("a WM_CAPTURECHANGED", "b WM_CAPTURECHANGED"));
  EXPECT_EQ(GetCapture(), nullptr);
}

// https://learn.microsoft.com/windows/win32/inputdev/wm-activate
TEST_F(Activate, GivingTheFocusToTheSuccessorsChildInsideTheLossComesToAnEnd) {
  const HWND child = recorder.create("child", WS_CHILD | WS_VISIBLE, a);
  recorder.on("b", WM_ACTIVATE, [child](HWND, WPARAM, LPARAM) { SetFocus(child); });
  SetActiveWindow(a);
  EXPECT_EQ(GetActiveWindow(), a);
}

TEST_F(Activate, AnythingMayBeDestroyedOnTheWay) {
  for (const UINT message : {WM_NCACTIVATE, WM_ACTIVATE, WM_SETFOCUS}) {
    const HWND c = recorder.create("c", WS_POPUP);
    recorder.on("c", message, [](HWND window, WPARAM, LPARAM) { DestroyWindow(window); });
    ShowWindow(c, SW_SHOW);
    EXPECT_FALSE(IsWindow(c)) << message;
    EXPECT_TRUE(GetActiveWindow() == a || GetActiveWindow() == b) << message;
  }
}

// As a dialog that takes its focus before it is shown, in a program that just begins.
TEST_F(Activate, ActiveBeforeItIsInTheForegroundItLooksActiveOnceItIs) {
  std::thread([] {
    static WPARAM looks_active = FALSE;
    const HWND window = CreateWindowExW(0, L"Static", L"", WS_POPUP | WS_CAPTION, 0, 0, 100, 100,
                                        nullptr, nullptr, nullptr, nullptr);
    static const auto before = reinterpret_cast<WNDPROC>(GetWindowLongPtrW(window, GWLP_WNDPROC));
    const WNDPROC procedure = [](HWND handle, UINT message, WPARAM wparam, LPARAM lparam) {
      if (message == WM_NCACTIVATE) looks_active = wparam;
      return CallWindowProcW(before, handle, message, wparam, lparam);
    };
    SetWindowLongPtrW(window, GWLP_WNDPROC, reinterpret_cast<LONG_PTR>(procedure));
    SetFocus(window);
    EXPECT_FALSE(looks_active);
    ShowWindow(window, SW_SHOWNORMAL);
    EXPECT_TRUE(looks_active);
    EXPECT_EQ(GetForegroundWindow(), window);
    DestroyWindow(window);
  }).join();
}

}  // namespace
}  // namespace transom::user::test
