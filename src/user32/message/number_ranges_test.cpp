// Numbers that no message of today has: they are named by their range and pass through untouched.
#include <gmock/gmock.h>

#include <thread>

#include "catalog/catalog.h"
#include "tests/support/coverage.h"
#include "user32/input/input_recorder.h"

namespace transom::user {
namespace {

using testing::ElementsAre;

constexpr WPARAM kWparam = 0xFEDC'BA98'7654'3210;
constexpr LPARAM kLparam = 0x0123'4567'89AB'CDEF;

class NumberRanges : public InputTest {
 protected:
  // What came of it, under any number.
  void expect_untouched(UINT number) {
    ASSERT_EQ(log.size(), 1u) << number;
    EXPECT_EQ(log[0].message, number);
    EXPECT_EQ(log[0].wparam, kWparam);
    EXPECT_EQ(log[0].lparam, kLparam);
    log.clear();
  }
  // Sent, by callers of either encoding and by another thread, and posted.
  void expect_to_pass(UINT number) {
    always_answer(number, 0x7777'1234'5678);
    EXPECT_EQ(SendMessageW(window, number, kWparam, kLparam), 0x7777'1234'5678);
    expect_untouched(number);
    EXPECT_EQ(SendMessageA(window, number, kWparam, kLparam), 0x7777'1234'5678);
    expect_untouched(number);
    EXPECT_TRUE(PostMessageA(window, number, kWparam, kLparam));
    MSG message;
    ASSERT_TRUE(PeekMessageA(&message, window, number, number, PM_REMOVE));
    EXPECT_EQ(message.wParam, kWparam);
    EXPECT_EQ(message.lParam, kLparam);
    EXPECT_EQ(DispatchMessageA(&message), 0x7777'1234'5678);
    expect_untouched(number);
    // The default action is none.
    EXPECT_EQ(DefWindowProcW(window, number, kWparam, kLparam), 0);
    EXPECT_EQ(DefWindowProcA(window, number, kWparam, kLparam), 0);
    answer = nullptr;
  }
  void expect_range(UINT first, UINT last, const std::string& name) {
    for (UINT number = first; number <= last; ++number) {
      const UINT above = number - first;
      // The last one has its own name.
      const std::string shown = catalog::name_of(number);
      const bool last_one = number == last && shown == name.substr(0, name.size() - 5) + "LAST";
      if (!last_one) {
        EXPECT_EQ(shown, above == 0 ? name : name + "+" + std::to_string(above));
      }
      expect_to_pass(number);
    }
  }
};

TEST_F(NumberRanges, OfHandheldComputers) {
  TRANSOM_CHECKS(WM_HANDHELDFIRST);
  TRANSOM_CHECKS(WM_HANDHELDLAST);
  expect_range(WM_HANDHELDFIRST, WM_HANDHELDLAST, "WM_HANDHELDFIRST");
}

TEST_F(NumberRanges, OfPenComputers) {
  TRANSOM_CHECKS(WM_PENWINFIRST);
  TRANSOM_CHECKS(WM_PENWINLAST);
  expect_range(WM_PENWINFIRST, WM_PENWINLAST, "WM_PENWINFIRST");
}

TEST_F(NumberRanges, OfCoalescedMessages) {
  TRANSOM_CHECKS(WM_COALESCE_FIRST);
  TRANSOM_CHECKS(WM_COALESCE_LAST);
  constexpr UINT kFirst = 0x0390, kLast = 0x039F;
  expect_range(kFirst, kLast, "WM_COALESCE_FIRST");
}

// https://learn.microsoft.com/windows/win32/winmsg/wm-user: "Used to define private messages for
// use by private window classes".
TEST_F(NumberRanges, OfWindowClasses) {
  TRANSOM_CHECKS(WM_USER);
  for (const UINT number : {UINT{WM_USER}, UINT{WM_USER + 1}, UINT{0x7FFF}}) {
    EXPECT_EQ(catalog::name_of(number, "InputTest"),
              number == WM_USER ? "WM_USER" : "WM_USER+" + std::to_string(number - WM_USER));
    expect_to_pass(number);
  }
}

// https://learn.microsoft.com/windows/win32/winmsg/wm-null: "ignored by the recipient"
TEST_F(NumberRanges, NullDoesNothing) {
  TRANSOM_CHECKS(WM_NULL);
  EXPECT_EQ(SendMessageW(window, WM_NULL, kWparam, kLparam), 0);
  expect_untouched(WM_NULL);
  EXPECT_TRUE(PostMessageW(window, WM_NULL, kWparam, kLparam));
  MSG message;
  ASSERT_GT(GetMessageW(&message, nullptr, 0, 0), 0);
  EXPECT_EQ(message.message, static_cast<UINT>(WM_NULL));
  EXPECT_FALSE(TranslateMessage(&message));
  EXPECT_EQ(DispatchMessageW(&message), 0);
  expect_untouched(WM_NULL);
  EXPECT_TRUE(PostThreadMessageW(GetCurrentThreadId(), WM_NULL, 1, 2));
  ASSERT_TRUE(PeekMessageW(&message, nullptr, 0, 0, PM_REMOVE));
  EXPECT_EQ(message.hwnd, nullptr);
  EXPECT_EQ(DispatchMessageW(&message), 0);
  // Programs ask so whether a window still answers.
  std::thread asker([this] {
    DWORD_PTR result = 1;
    EXPECT_NE(SendMessageTimeoutW(window, WM_NULL, 0, 0, SMTO_ABORTIFHUNG, 10'000, &result), 0);
    EXPECT_EQ(result, 0u);
    PostMessageW(window, WM_APP, 0, 0);
  });
  while (GetMessageW(&message, nullptr, 0, 0) > 0 && message.message != WM_APP) {
  }
  asker.join();
}

// "never reaches hooks as an error": a hook sees it as any other, and makes it of another.
TEST_F(NumberRanges, AHookThatSwallowsAMessageLeavesNull) {
  struct Hook {
    static LRESULT CALLBACK swallow(int code, WPARAM wparam, LPARAM lparam) {
      auto* message = reinterpret_cast<MSG*>(lparam);
      if (code == HC_ACTION && message->message == WM_APP + 1) message->message = WM_NULL;
      return CallNextHookEx(nullptr, code, wparam, lparam);
    }
  };
  const HHOOK hook = SetWindowsHookExW(WH_GETMESSAGE, Hook::swallow, nullptr, GetCurrentThreadId());
  ASSERT_NE(hook, nullptr);
  PostMessageW(window, WM_APP + 1, 0, 0);
  MSG message;
  ASSERT_GT(GetMessageW(&message, nullptr, 0, 0), 0);
  EXPECT_EQ(message.message, static_cast<UINT>(WM_NULL));
  EXPECT_EQ(DispatchMessageW(&message), 0);
  UnhookWindowsHookEx(hook);
}

}  // namespace
}  // namespace transom::user
