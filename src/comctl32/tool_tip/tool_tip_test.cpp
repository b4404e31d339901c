#include "comctl32/common_test_support.h"

namespace transom::comctl {
namespace {

// The tip's owner is the test's window; so is its tools'.
class ToolTipTest : public CommonControlTest {
 protected:
  // With delays that a test can wait for.
  HWND make(DWORD style = 0) {
    const HWND tip = CreateWindowExW(0, TOOLTIPS_CLASSW, nullptr, style, 0, 0, 0, 0, window,
                                     nullptr, nullptr, nullptr);
    send(tip, TTM_SETDELAYTIME, TTDT_INITIAL, 20);
    return tip;
  }
  TTTOOLINFOW info(UINT_PTR id, RECT area = {}, UINT flags = 0, LPCWSTR text = L"Tip") const {
    TTTOOLINFOW made{};
    made.cbSize = sizeof made;
    made.hwnd = window;
    made.uId = id;
    made.rect = area;
    made.uFlags = flags;
    made.lpszText = const_cast<LPWSTR>(text);
    return made;
  }
  static LRESULT tell_tip(HWND tip, UINT message, const TTTOOLINFOW& info, WPARAM wparam = 0) {
    return send(tip, message, wparam, reinterpret_cast<LPARAM>(&info));
  }
  void move(int x, int y) {
    send_mouse(MOUSEEVENTF_MOVE, in(window, x, y));
    pump();
  }
  // Until all timers that are due before this have been heard.
  void pass(UINT milliseconds = 40) {
    constexpr UINT_PTR kTimer = 99;
    SetTimer(window, kTimer, milliseconds, nullptr);
    MSG message;
    while (GetMessageW(&message, nullptr, 0, 0)) {
      if (message.hwnd == window && message.message == WM_TIMER) break;
      DispatchMessageW(&message);
    }
    KillTimer(window, kTimer);
    pump();
  }
  std::vector<int> tip_notices() {
    std::vector<int> all;
    for (const int each : told()) {
      if (each == code(TTN_SHOW) || each == code(TTN_POP)) all.push_back(each);
    }
    return all;
  }
};

constexpr RECT kArea{20, 20, 120, 60};

// https://learn.microsoft.com/windows/win32/controls/tooltip-styles
TEST_F(ToolTipTest, IsAlwaysAToolWindowThatPopsUp) {
  const HWND tip = make();
  EXPECT_NE(style_of(tip) & WS_POPUP, 0u);
  EXPECT_NE(GetWindowLongW(tip, GWL_EXSTYLE) & WS_EX_TOOLWINDOW, 0);
  EXPECT_FALSE(IsWindowVisible(tip));
}

// https://learn.microsoft.com/windows/win32/controls/tooltip-controls
TEST_F(ToolTipTest, ComesWhenThePointerRestsAndGoesWhenItLeaves) {
  const HWND tip = make();
  EXPECT_TRUE(tell_tip(tip, TTM_ADDTOOLW, info(1, kArea, TTF_SUBCLASS)));
  move(30, 30);
  EXPECT_FALSE(IsWindowVisible(tip));
  pass();
  EXPECT_TRUE(IsWindowVisible(tip));
  EXPECT_EQ(GetActiveWindow(), window);
  EXPECT_EQ(tip_notices(), std::vector<int>{code(TTN_SHOW)});
  move(200, 150);
  EXPECT_FALSE(IsWindowVisible(tip));
  EXPECT_EQ(tip_notices(), std::vector<int>{code(TTN_POP)});
}

TEST_F(ToolTipTest, AMovingPointerDoesNotRest) {
  const HWND tip = make();
  tell_tip(tip, TTM_ADDTOOLW, info(1, kArea, TTF_SUBCLASS));
  send(tip, TTM_SETDELAYTIME, TTDT_INITIAL, 600);
  move(30, 30);
  pass(400);
  move(31, 30);
  pass(400);
  EXPECT_FALSE(IsWindowVisible(tip));
  pass(610);
  EXPECT_TRUE(IsWindowVisible(tip));
}

TEST_F(ToolTipTest, GoesAfterItsTimeAndWithAClickAndStaysAwayUntilThePointerLeaves) {
  const HWND tip = make();
  tell_tip(tip, TTM_ADDTOOLW, info(1, kArea, TTF_SUBCLASS));
  send(tip, TTM_SETDELAYTIME, TTDT_AUTOPOP, 300);
  move(30, 30);
  pass();
  EXPECT_TRUE(IsWindowVisible(tip));
  pass(310);
  EXPECT_FALSE(IsWindowVisible(tip));
  move(31, 30);
  pass();
  EXPECT_FALSE(IsWindowVisible(tip));
  move(200, 150);
  move(30, 30);
  pass();
  EXPECT_TRUE(IsWindowVisible(tip));
  click(window, 30, 30);
  EXPECT_FALSE(IsWindowVisible(tip));
  pass();
  EXPECT_FALSE(IsWindowVisible(tip));
}

TEST_F(ToolTipTest, ComesSoonerForTheNextTool) {
  const HWND tip = make();
  tell_tip(tip, TTM_ADDTOOLW, info(1, kArea, TTF_SUBCLASS, L"First"));
  tell_tip(tip, TTM_ADDTOOLW, info(2, {130, 20, 200, 60}, TTF_SUBCLASS, L"Second"));
  send(tip, TTM_SETDELAYTIME, TTDT_RESHOW, 10);
  move(30, 30);
  pass();
  send(tip, TTM_SETDELAYTIME, TTDT_INITIAL, 20000);
  move(140, 30);
  EXPECT_FALSE(IsWindowVisible(tip));
  pass();
  EXPECT_TRUE(IsWindowVisible(tip));
  TTTOOLINFOW current = info(0);
  current.lpszText = nullptr;
  EXPECT_TRUE(tell_tip(tip, TTM_GETCURRENTTOOLW, current));
}

TEST_F(ToolTipTest, DelaysFollowTheDoubleClickTimeUntilTheyAreSet) {
  const HWND tip = make();
  send(tip, TTM_SETDELAYTIME, TTDT_INITIAL, MAKELPARAM(0xFFFF, 0));
  const auto delays = [&] {
    return std::vector<LRESULT>{send(tip, TTM_GETDELAYTIME, TTDT_INITIAL),
                                send(tip, TTM_GETDELAYTIME, TTDT_AUTOPOP),
                                send(tip, TTM_GETDELAYTIME, TTDT_RESHOW)};
  };
  const auto click_time = static_cast<LRESULT>(GetDoubleClickTime());
  const std::vector<LRESULT> usual{click_time, click_time * 10, click_time / 5};
  EXPECT_EQ(delays(), usual);
  send(tip, TTM_SETDELAYTIME, TTDT_AUTOMATIC, 100);
  EXPECT_EQ(delays(), (std::vector<LRESULT>{100, 1000, 20}));
  send(tip, TTM_SETDELAYTIME, TTDT_AUTOPOP, 3000);
  EXPECT_EQ(delays(), (std::vector<LRESULT>{100, 3000, 20}));
  send(tip, TTM_SETDELAYTIME, TTDT_AUTOMATIC, MAKELPARAM(0xFFFF, 0));
  EXPECT_EQ(delays(), usual);
}

// https://learn.microsoft.com/windows/win32/controls/ttn-getdispinfo
TEST_F(ToolTipTest, AsksForTextInTheOwnersEncoding) {
  always_answer(WM_NOTIFYFORMAT, NFR_ANSI);
  const HWND tip = make();
  tell_tip(tip, TTM_ADDTOOLW, info(7, kArea, TTF_SUBCLASS, LPSTR_TEXTCALLBACKW));
  int asked = 0;
  on_notify = [&](const NMHDR& header) {
    if (header.code != TTN_GETDISPINFOA) return;
    ++asked;
    EXPECT_EQ(header.hwndFrom, tip);
    EXPECT_EQ(header.idFrom, 7u);
    auto& about = const_cast<NMTTDISPINFOA&>(reinterpret_cast<const NMTTDISPINFOA&>(header));
    about.lpszText = const_cast<char*>("&Open\tCtrl+O");
    about.uFlags |= TTF_DI_SETITEM;
  };
  WCHAR buffer[20]{};
  TTTOOLINFOW wanted = info(7);
  wanted.lpszText = buffer;
  tell_tip(tip, TTM_GETTEXTW, wanted, 20);
  // A menu item's text loses its mark and what follows the tab.
  EXPECT_EQ(std::u16string(base::as_char16(buffer)), u"Open");
  tell_tip(tip, TTM_GETTEXTW, wanted, 20);
  EXPECT_EQ(asked, 1);
}

TEST_F(ToolTipTest, WithoutTextNothingIsShown) {
  const HWND tip = make();
  tell_tip(tip, TTM_ADDTOOLW, info(7, kArea, TTF_SUBCLASS, LPSTR_TEXTCALLBACKW));
  move(30, 30);
  pass();
  EXPECT_FALSE(IsWindowVisible(tip));
  EXPECT_TRUE(tip_notices().empty());
}

TEST_F(ToolTipTest, AToolCanBeAWindow) {
  const HWND tip = make();
  const HWND button = control(L"Button", L"OK", 0);
  TTTOOLINFOW tool = info(reinterpret_cast<UINT_PTR>(button), {}, TTF_IDISHWND | TTF_SUBCLASS);
  tell_tip(tip, TTM_ADDTOOLW, tool);
  move(30, 20);
  pass();
  EXPECT_TRUE(IsWindowVisible(tip));
  // Its size fits one line: as comctl32 5.82 has it, three pixels around.
  const LRESULT size = tell_tip(tip, TTM_GETBUBBLESIZE, tool);
  RECT place{};
  GetWindowRect(tip, &place);
  EXPECT_EQ(size, MAKELONG(place.right - place.left, place.bottom - place.top));
  tell_tip(tip, TTM_DELTOOLW, tool);
  EXPECT_FALSE(IsWindowVisible(tip));
  EXPECT_EQ(send(tip, TTM_GETTOOLCOUNT), 0);
}

TEST_F(ToolTipTest, OnlyTheActiveWindowHasTipsUnlessTheStyleSaysSo) {
  const HWND tip = make();
  const HWND always = make(TTS_ALWAYSTIP);
  tell_tip(tip, TTM_ADDTOOLW, info(1, kArea, TTF_SUBCLASS));
  tell_tip(always, TTM_ADDTOOLW, info(1, kArea, TTF_SUBCLASS));
  const HWND other = create(WS_OVERLAPPEDWINDOW | WS_VISIBLE, nullptr, {600, 100, 700, 200});
  SetForegroundWindow(other);
  pump();
  move(30, 30);
  pass();
  EXPECT_FALSE(IsWindowVisible(tip));
  EXPECT_TRUE(IsWindowVisible(always));
  move(200, 150);
  SetForegroundWindow(window);
  move(30, 30);
  pass();
  EXPECT_TRUE(IsWindowVisible(tip));
  SetForegroundWindow(other);
  pass(200);
  EXPECT_FALSE(IsWindowVisible(tip));
  DestroyWindow(other);
}

// https://learn.microsoft.com/windows/win32/controls/ttm-trackactivate
TEST_F(ToolTipTest, ATrackingTipGoesWhereItIsTold) {
  const HWND tip = make();
  const TTTOOLINFOW tool = info(1, {}, TTF_TRACK | TTF_ABSOLUTE);
  tell_tip(tip, TTM_ADDTOOLW, tool);
  send(tip, TTM_TRACKPOSITION, 0, MAKELPARAM(150, 160));
  tell_tip(tip, TTM_TRACKACTIVATE, tool, TRUE);
  EXPECT_TRUE(IsWindowVisible(tip));
  send(tip, TTM_TRACKPOSITION, 0, MAKELPARAM(170, 180));
  RECT place{};
  GetWindowRect(tip, &place);
  EXPECT_EQ(place.left, 170);
  EXPECT_EQ(place.top, 180);
  tell_tip(tip, TTM_TRACKACTIVATE, tool, FALSE);
  EXPECT_FALSE(IsWindowVisible(tip));
}

// https://learn.microsoft.com/windows/win32/controls/ttm-adjustrect
TEST_F(ToolTipTest, TheWindowForAnAreaOfTextAndBack) {
  const HWND tip = make();
  RECT area{100, 100, 200, 120};
  EXPECT_TRUE(send(tip, TTM_ADJUSTRECT, TRUE, reinterpret_cast<LPARAM>(&area)));
  EXPECT_TRUE(EqualRect(&area, std::array{RECT{97, 97, 203, 123}}.data()));
  send(tip, TTM_ADJUSTRECT, FALSE, reinterpret_cast<LPARAM>(&area));
  EXPECT_TRUE(EqualRect(&area, std::array{RECT{100, 100, 200, 120}}.data()));
}

TEST_F(ToolTipTest, AnOwnerMayEndTheTipInANotification) {
  for (const UINT when : {TTN_GETDISPINFOW, TTN_SHOW, TTN_POP}) {
    const HWND tip = make();
    on_notify = [&](const NMHDR& header) {
      if (header.code == TTN_GETDISPINFOW) {
        auto& about = const_cast<NMTTDISPINFOW&>(reinterpret_cast<const NMTTDISPINFOW&>(header));
        about.lpszText = const_cast<LPWSTR>(L"Tip");
      }
      if (header.code == when) DestroyWindow(tip);
    };
    tell_tip(tip, TTM_ADDTOOLW, info(1, kArea, TTF_SUBCLASS, LPSTR_TEXTCALLBACKW));
    move(30, 30);
    pass();
    move(200, 150);
    EXPECT_FALSE(IsWindow(tip));
  }
}

TEST_F(ToolTipTest, SurvivesBadStructures) {
  const HWND tip = make();
  for (UINT message = WM_USER; message < WM_USER + 60; ++message) {
    if (message != TTM_RELAYEVENT) send(tip, message, 0, 0);
  }
  TTTOOLINFOW tool = info(1);
  tool.cbSize = 4;
  EXPECT_FALSE(tell_tip(tip, TTM_ADDTOOLW, tool));
}

// https://learn.microsoft.com/windows/win32/controls/display-tooltips-for-buttons
TEST_F(ToolTipTest, AToolBarAsksItsParentForItsButtonsTips) {
  const HWND bar = control(TOOLBARCLASSNAMEW, nullptr, TBSTYLE_TOOLTIPS, {}, 6);
  send(bar, TB_BUTTONSTRUCTSIZE, sizeof(TBBUTTON));
  TBBUTTON button{};
  button.idCommand = 42;
  button.fsState = TBSTATE_ENABLED;
  send(bar, TB_ADDBUTTONSW, 1, reinterpret_cast<LPARAM>(&button));
  const auto tip = reinterpret_cast<HWND>(send(bar, TB_GETTOOLTIPS));
  EXPECT_EQ(send(tip, TTM_GETTOOLCOUNT), 1);
  send(tip, TTM_SETDELAYTIME, TTDT_INITIAL, 20);
  UINT_PTR asked = 0;
  on_notify = [&](const NMHDR& header) {
    if (header.code != TTN_GETDISPINFOW) return;
    asked = header.idFrom;
    auto& about = const_cast<NMTTDISPINFOW&>(reinterpret_cast<const NMTTDISPINFOW&>(header));
    about.lpszText = const_cast<LPWSTR>(L"New");
  };
  send_mouse(MOUSEEVENTF_MOVE, in(bar, 10, 10));
  pump();
  pass();
  EXPECT_EQ(asked, 42u);
  EXPECT_TRUE(IsWindowVisible(tip));
  DestroyWindow(bar);
  EXPECT_FALSE(IsWindow(tip));
}

// https://learn.microsoft.com/windows/win32/controls/tab-controls
TEST_F(ToolTipTest, ATabControlHandsItsTabsTipsOnToItsParent) {
  const HWND tabs = control(WC_TABCONTROLW, nullptr, TCS_TOOLTIPS, {10, 10, 210, 110}, 6);
  TCITEMW tab{};
  tab.mask = TCIF_TEXT;
  tab.pszText = const_cast<LPWSTR>(L"Tab");
  for (WPARAM index = 0; index < 2; ++index) {
    send(tabs, TCM_INSERTITEMW, index, reinterpret_cast<LPARAM>(&tab));
  }
  RECT place_of_second{};
  send(tabs, TCM_GETITEMRECT, 1, reinterpret_cast<LPARAM>(&place_of_second));
  const auto tip = reinterpret_cast<HWND>(send(tabs, TCM_GETTOOLTIPS));
  send(tip, TTM_SETDELAYTIME, TTDT_INITIAL, 20);
  UINT_PTR asked = 99;
  on_notify = [&](const NMHDR& header) {
    if (header.code == TTN_GETDISPINFOW) asked = header.idFrom;
  };
  send_mouse(MOUSEEVENTF_MOVE, in(tabs, place_of_second.left + 5, place_of_second.top + 5));
  pump();
  pass();
  EXPECT_EQ(asked, 1u);
  DestroyWindow(tabs);
  EXPECT_FALSE(IsWindow(tip));
}

}  // namespace
}  // namespace transom::comctl
