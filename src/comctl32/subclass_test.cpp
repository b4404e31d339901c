// https://learn.microsoft.com/windows/win32/controls/subclassing-overview
#include "comctl32/subclass.h"

#include <functional>
#include <string>

#include "user32/test_support.h"

namespace transom::comctl {
namespace {

using namespace user::test;

// A window whose callbacks write down "id:data" for WM_APP.
class Subclassing : public testing::Test {
 protected:
  void SetUp() override {
    log().clear();
    act() = nullptr;
    window_ = recorder_.create("w", WS_POPUP);
    recorder_.only({WM_APP, WM_NCDESTROY});
    recorder_.answer("w", WM_APP, 7);
    recorder_.clear();
  }

  static Lines& log() {
    static Lines lines;
    return lines;
  }
  static std::function<void(HWND, UINT, UINT_PTR)>& act() {
    static std::function<void(HWND, UINT, UINT_PTR)> action;
    return action;
  }
  static LRESULT CALLBACK callback(HWND window, UINT message, WPARAM wparam, LPARAM lparam,
                                   UINT_PTR id, DWORD_PTR data) {
    if (message == WM_APP) log().push_back(std::to_string(id) + ":" + std::to_string(data));
    if (message == WM_NCDESTROY) log().push_back(std::to_string(id) + " ends");
    if (act()) act()(window, message, id);
    return DefSubclassProc(window, message, wparam, lparam);
  }

  LONG_PTR procedure() const { return GetWindowLongPtrW(window_, GWLP_WNDPROC); }

  Recorder recorder_;
  HWND window_ = nullptr;
};

TEST_F(Subclassing, TheNewestIsCalledFirstAndTheWindowLast) {
  ASSERT_TRUE(SetWindowSubclass(window_, callback, 1, 11));
  ASSERT_TRUE(SetWindowSubclass(window_, callback, 2, 22));
  EXPECT_EQ(SendMessageW(window_, WM_APP, 0, 0), 7);
  EXPECT_THAT(log(), ElementsAre("2:22", "1:11"));
  EXPECT_THAT(recorder_.take(), ElementsAre("w WM_APP"));
}

TEST_F(Subclassing, APairThatIsThereOnlyGetsNewData) {
  SetWindowSubclass(window_, callback, 1, 11);
  SetWindowSubclass(window_, callback, 2, 22);
  SetWindowSubclass(window_, callback, 1, 111);
  SendMessageW(window_, WM_APP, 0, 0);
  EXPECT_THAT(log(), ElementsAre("2:22", "1:111"));
  DWORD_PTR data = 0;
  EXPECT_TRUE(GetWindowSubclass(window_, callback, 1, &data));
  EXPECT_EQ(data, 111u);
  EXPECT_FALSE(GetWindowSubclass(window_, callback, 3, &data));
  EXPECT_EQ(data, 0u);
}

TEST_F(Subclassing, RemovingItselfWithinACallGoesOnBelow) {
  const LONG_PTR before = procedure();
  SetWindowSubclass(window_, callback, 1, 0);
  SetWindowSubclass(window_, callback, 2, 0);
  EXPECT_NE(procedure(), before);
  act() = [](HWND window, UINT message, UINT_PTR id) {
    EXPECT_EQ(RemoveWindowSubclass(window, callback, id), message == WM_APP);
  };
  EXPECT_EQ(SendMessageW(window_, WM_APP, 0, 0), 7);
  EXPECT_THAT(log(), ElementsAre("2:0", "1:0"));
  EXPECT_EQ(procedure(), before);
  log().clear();
  EXPECT_EQ(SendMessageW(window_, WM_APP, 0, 0), 7);
  EXPECT_THAT(log(), IsEmpty());
}

TEST_F(Subclassing, OneRemovedBelowIsNotCalledAndOneAddedHearsTheNextMessage) {
  SetWindowSubclass(window_, callback, 1, 0);
  SetWindowSubclass(window_, callback, 2, 0);
  act() = [](HWND window, UINT, UINT_PTR) {
    RemoveWindowSubclass(window, callback, 1);
    SetWindowSubclass(window, callback, 3, 0);
  };
  SendMessageW(window_, WM_APP, 0, 0);
  EXPECT_THAT(log(), ElementsAre("2:0"));
  act() = nullptr;
  log().clear();
  SendMessageW(window_, WM_APP, 0, 0);
  EXPECT_THAT(log(), ElementsAre("3:0", "2:0"));
}

TEST_F(Subclassing, ASendWithinACallStartsAtTheTop) {
  SetWindowSubclass(window_, callback, 1, 0);
  SetWindowSubclass(window_, callback, 2, 0);
  bool sent = false;
  act() = [&](HWND window, UINT, UINT_PTR id) {
    if (id != 1 || std::exchange(sent, true)) return;
    RemoveWindowSubclass(window, callback, 2);
    SendMessageW(window, WM_APP, 0, 0);
  };
  SendMessageW(window_, WM_APP, 0, 0);
  EXPECT_THAT(log(), ElementsAre("2:0", "1:0", "1:0"));
  act() = nullptr;  // the window outlives `sent`
}

TEST_F(Subclassing, NcDestroyIsTheLastMessage) {
  SetWindowSubclass(window_, callback, 1, 0);
  SetWindowSubclass(window_, callback, 2, 0);
  DestroyWindow(window_);
  EXPECT_THAT(log(), ElementsAre("2 ends", "1 ends"));
  EXPECT_THAT(recorder_.take(), ElementsAre("w WM_NCDESTROY"));
  EXPECT_FALSE(GetWindowSubclass(window_, callback, 1, nullptr));
}

TEST_F(Subclassing, AWindowThatDiesWithinACallEndsIt) {
  SetWindowSubclass(window_, callback, 1, 0);
  act() = [](HWND window, UINT message, UINT_PTR) {
    if (message == WM_APP) DestroyWindow(window);
  };
  EXPECT_EQ(SendMessageW(window_, WM_APP, 0, 0), 0);
  EXPECT_THAT(log(), ElementsAre("1:0", "1 ends"));
}

TEST_F(Subclassing, AProcedureSetOnTopStays) {
  SetWindowSubclass(window_, callback, 1, 0);
  static WNDPROC below;
  const auto on_top = [](HWND window, UINT message, WPARAM wparam, LPARAM lparam) -> LRESULT {
    return CallWindowProcW(below, window, message, wparam, lparam);
  };
  const auto procedure_on_top = reinterpret_cast<LONG_PTR>(+on_top);
  below = reinterpret_cast<WNDPROC>(SetWindowLongPtrW(window_, GWLP_WNDPROC, procedure_on_top));
  EXPECT_TRUE(RemoveWindowSubclass(window_, callback, 1));
  EXPECT_EQ(procedure(), procedure_on_top);
  EXPECT_EQ(SendMessageW(window_, WM_APP, 0, 0), 7);
  SetWindowSubclass(window_, callback, 2, 0);
  EXPECT_EQ(SendMessageW(window_, WM_APP, 0, 0), 7);
  EXPECT_THAT(log(), ElementsAre("2:0"));
}

TEST_F(Subclassing, ANarrowWindowStaysNarrow) {
  WNDCLASSA description{};
  description.lpfnWndProc = DefWindowProcA;
  description.lpszClassName = "SubclassingNarrow";
  RegisterClassA(&description);
  const HWND narrow = CreateWindowA("SubclassingNarrow", "\xE9", WS_POPUP, 0, 0, 9, 9, nullptr,
                                    nullptr, nullptr, nullptr);
  SetWindowSubclass(narrow, callback, 1, 0);
  EXPECT_FALSE(IsWindowUnicode(narrow));
  WCHAR text[8] = {};
  EXPECT_EQ(GetWindowTextW(narrow, text, 8), 1);
  EXPECT_EQ(text[0], 0xE9);
  DestroyWindow(narrow);
}

TEST_F(Subclassing, WhatIsNotAWindowOfTheThreadIsRefused) {
  EXPECT_FALSE(SetWindowSubclass(nullptr, callback, 1, 0));
  EXPECT_FALSE(SetWindowSubclass(reinterpret_cast<HWND>(0x7770001), callback, 1, 0));
  EXPECT_FALSE(SetWindowSubclass(GetDesktopWindow(), callback, 1, 0));
  EXPECT_FALSE(SetWindowSubclass(window_, nullptr, 1, 0));
  EXPECT_FALSE(RemoveWindowSubclass(window_, callback, 1));
  EXPECT_EQ(DefSubclassProc(window_, WM_APP, 0, 0), 0);
}

TEST(CommonControls, SaysWhichClassesAreThere) {
  INITCOMMONCONTROLSEX sets{sizeof sets, 0};
  EXPECT_TRUE(InitCommonControlsEx(&sets));
  WNDCLASSEXW info{};
  info.cbSize = sizeof info;
  sets.dwICC = ICC_PROGRESS_CLASS;
  EXPECT_TRUE(InitCommonControlsEx(&sets));
  EXPECT_NE(GetClassInfoExW(nullptr, PROGRESS_CLASSW, &info), 0);
  sets.dwSize = 3;
  EXPECT_FALSE(InitCommonControlsEx(&sets));
  EXPECT_FALSE(InitCommonControlsEx(nullptr));
}

}  // namespace
}  // namespace transom::comctl
